// make-samples OUT_DIR           writes the sample plans that are shipped with the page
// make-samples --country FILE    writes the made-up country, for tests and benchmarks
//
// assets/samples contains the output of `make-samples assets/samples`.
#include <cstdio>
#include <string>
#include <string_view>

#include "plan_io/plan_io.h"
#include "platform/file_io.h"
#include "samples/samples.h"
#include "text/format.h"

namespace {

using namespace cadre;  // NOLINT(google-build-using-namespace): a program of one file

int fail(const std::string& what) {
  std::fprintf(stderr, "make-samples: %s\n", what.c_str());
  return 1;
}

int save(const Plan& plan, const std::string& file) {
  const std::string text = plan_io::savePlan(plan);
  const Expected<void> written = platform::writeFile(file, text);
  if (!written) return fail(file + ": " + text::render(written.error(), text::Language::kEnglish));
  std::printf("%s: %zu bytes\n", file.c_str(), text.size());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 3 && std::string_view(argv[1]) == "--country")
    return save(samples::country(), argv[2]);
  if (argc != 2 || argv[1][0] == '-') return fail("usage: make-samples OUT_DIR | --country FILE");
  const auto districts = samples::readHanoi(CADRE_ASSETS_DIR);
  if (!districts) return fail(text::render(districts.error(), text::Language::kEnglish));
  for (const samples::SampleFile& sample : samples::sampleFiles()) {
    const int status =
        save(sample.make(*districts), std::string(argv[1]) + "/" + std::string(sample.name));
    if (status != 0) return status;
  }
  return 0;
}
