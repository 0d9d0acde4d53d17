#include <cstdio>
#include <string_view>
#include <vector>

#include "cli/commands.h"

int main(int argc, char** argv) {
  const std::vector<std::string_view> words(argv + (argc > 0 ? 1 : 0), argv + argc);
  const cadre::cli::Outcome outcome = cadre::cli::run(words);
  std::fwrite(outcome.err.data(), 1, outcome.err.size(), stderr);
  const bool written =
      std::fwrite(outcome.out.data(), 1, outcome.out.size(), stdout) == outcome.out.size() &&
      std::fflush(stdout) == 0;
  return written ? outcome.status : cadre::cli::kUnreadable;
}
