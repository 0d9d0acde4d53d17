#include "plans.h"

#include <algorithm>
#include <charconv>

#include "plan_io/plan_io.h"
#include "platform/file_io.h"
#include "property/plan_io_random.h"
#include "report/csv.h"

namespace cadre::monkey {
namespace {

constexpr std::string_view kRandom = "random-";

std::string file(const std::string& path) {
  return platform::readFile(std::string(CADRE_SOURCE_DIR) + "/" + path).value_or("");
}

std::size_t placeIn(const std::string& text, test::Random& random) {
  return static_cast<std::size_t>(random.below(static_cast<std::int32_t>(text.size())));
}

}  // namespace

const std::vector<std::string>& planNames() {
  static const std::vector<std::string> kNames = {"thanh-tri-2023-07", "small",
                                                  "phuc-tho-2021-2023", "ha-noi-2023"};
  return kNames;
}

std::string anyPlanName(test::Random& random) {
  // The city is by far the most expensive.
  if (random.oneIn(25)) return planNames().back();
  if (random.oneIn(2)) return std::string(kRandom) + std::to_string(random.below(100000));
  return planNames()[static_cast<std::size_t>(
      random.below(static_cast<std::int32_t>(planNames().size()) - 1))];
}

std::string planNamed(std::string_view name) {
  if (name == "small") return file("tests/schema/small.json");
  if (!name.starts_with(kRandom)) return file("assets/samples/" + std::string(name) + ".json");
  const std::string_view digits = name.substr(kRandom.size());
  std::uint64_t seed = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), seed);
  samples::Random random(seed);
  return plan_io::savePlan(test::randomPlan(random));
}

std::string damaged(std::string text, test::Random& random) {
  if (text.empty()) return text;
  switch (random.below(5)) {
    case 0:
      text.resize(placeIn(text, random));
      break;
    case 1:
      text[placeIn(text, random)] = static_cast<char>(random.below(256));
      break;
    case 2: {
      const std::size_t from = placeIn(text, random);
      text.insert(from, text.substr(from, 80));
      break;
    }
    case 3: {
      const std::size_t digit = text.find_first_of("0123456789", placeIn(text, random));
      if (digit != std::string::npos) text.insert(digit, "99999999999");
      break;
    }
    default:
      text.erase(placeIn(text, random), static_cast<std::size_t>(random.below(40)));
      break;
  }
  return text;
}

std::string rosterOf(std::string_view plan_json, test::Random& random) {
  const std::expected<Plan, Errors> plan = plan_io::loadPlan(plan_json);
  if (!plan) return "";
  const text::Language language =
      random.oneIn(2) ? text::Language::kVietnamese : text::Language::kEnglish;
  std::string table = report::rosterCsv(*plan, language);
  const int changes = random.below(5);
  for (int i = 0; i < changes && !table.empty(); ++i) {
    // Removes a line, or changes a word.
    const std::size_t begin = table.find('\n', placeIn(table, random));
    if (begin == std::string::npos) continue;
    const std::size_t end = table.find('\n', begin + 1);
    if (end == std::string::npos) continue;
    if (random.oneIn(3)) {
      table.erase(begin, end - begin);
    } else {
      table.insert(begin + 1 + placeIn(table.substr(begin, end - begin), random), "ạ1");
    }
  }
  return random.oneIn(6) ? damaged(std::move(table), random) : table;
}

}  // namespace cadre::monkey
