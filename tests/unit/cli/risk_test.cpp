// risk as a script sees it.
#include "cli/risk.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cli/commands.h"
#include "platform/file_io.h"

namespace cadre::cli {
namespace {

// A commune with a woman, and a woman who is to come.
constexpr std::string_view kPlan = R"({"format": "cadre-rotation-plan", "version": 2, "title": "t",
  "as_of": "2023-01-01", "units": [{"id": "x", "name": "Xã", "level": "commune"}],
  "titles": [{"id": "s", "name": {"vi": "Bí thư", "en": "Secretary"}, "head": true}],
  "posts": [{"id": "x/1", "unit": "x", "title": "s", "incumbent": "a"},
            {"id": "x/2", "unit": "x", "title": "s"}],
  "cadres": [{"id": "a", "name": "A", "gender": "female"}, {"id": "b", "name": "B", "gender": "female"}],
  "locality": {"basis": "native_place", "level": "commune", "residence_years": 20},
  "quotas": [{"id": "q", "name": {"vi": "Nữ", "en": "Women"}, "group_level": "commune",
              "titles": ["s"], "counts": "female", "target": 1}],
  "rules": [], "risk": {"unasked": 0.5},
  "scenarios": [{"id": "a", "name": "A", "rounds": [{"id": "r1", "name": "R", "date": "2023-10-01",
    "moves": [{"cadre": "b", "to": "x/2", "type": "appointment"}]}]}]})";

Outcome risk(const std::vector<std::string>& more) {
  const std::string file = testing::TempDir() + "cadre_cli_risk.json";
  EXPECT_TRUE(platform::writeFile(file, std::string(kPlan)).has_value());
  std::vector<std::string> words = {"risk", file};
  words.insert(words.end(), more.begin(), more.end());
  return run(std::vector<std::string_view>(words.begin(), words.end()));
}

TEST(RiskCommand, PrintsFourDecimals) {
  const Outcome out = risk({"--scenario", "a", "--round", "r1", "--json"});
  EXPECT_EQ(out.status, kDone);
  EXPECT_NE(out.out.find(R"("needed": 2, "attained": 2, "probability": "0.2500", )"
                         R"("expected_shortfall": "0.7500")"),
            std::string::npos)
      << out.out;
  EXPECT_NE(out.out.find(R"({"cadre": "b", "probability_if_refused": "0.0000"})"),
            std::string::npos);
  EXPECT_NE(out.out.find(R"("all": "0.2500")"), std::string::npos);
}

TEST(RiskCommand, SpeaksBothLanguages) {
  const Outcome english = risk({"--scenario", "a", "--round", "r1", "--lang", "en"});
  EXPECT_NE(english.out.find("Xã · Women: holds with 25.00%"), std::string::npos) << english.out;
  const Outcome vietnamese = risk({"--scenario", "a", "--round", "r1"});
  EXPECT_NE(vietnamese.out.find("25,00%"), std::string::npos) << vietnamese.out;
}

TEST(RiskCommand, NeedsARoundThatIsThere) {
  EXPECT_EQ(risk({"--scenario", "a"}).status, kUnreadable);
  EXPECT_EQ(risk({"--round", "r1"}).status, kUnreadable);
  EXPECT_EQ(risk({"--scenario", "a", "--round", "nowhere"}).status, kUnreadable);
  EXPECT_EQ(risk({"--scenario", "a", "--round", "r1", "--unit", "x"}).status, kUnreadable);
}

}  // namespace
}  // namespace cadre::cli
