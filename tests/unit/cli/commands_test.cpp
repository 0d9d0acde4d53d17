// The command line as a script sees it: exit status, standard output, standard error.
#include "cli/commands.h"

#include <vector>

#include <gtest/gtest.h>

#include "core/version.h"
#include "json/parse.h"
#include "platform/file_io.h"

namespace cadre::cli {
namespace {

Outcome run(const std::vector<std::string>& words) {
  return cli::run(std::vector<std::string_view>(words.begin(), words.end()));
}

std::string sample(const std::string& name) {
  return std::string(CADRE_ASSETS_DIR) + "/samples/" + name + ".json";
}

// A file with that content, for this test alone.
std::string fileWith(std::string_view content) {
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  const std::string file = testing::TempDir() + "cadre_cli_" + test->name() + ".json";
  EXPECT_TRUE(platform::writeFile(file, content).has_value());
  return file;
}

JsonValue json(const Outcome& outcome) { return parseJson(outcome.out).value(); }

int number(const JsonValue& object, std::string_view name) {
  return std::stoi(object.member(name)->number()->text);
}

const std::string& word(const JsonValue& object, std::string_view name) {
  return *object.member(name)->string();
}

const JsonValue& roundAt(const JsonValue& timeline, std::size_t entry) {
  return (*timeline.member("rounds")->array())[entry];
}

const JsonValue& cellAt(const JsonValue& round, std::string_view quota, std::string_view unit) {
  for (const JsonValue& cell : *round.member("cells")->array()) {
    if (word(cell, "quota") == quota && word(cell, "unit") == unit) return cell;
  }
  ADD_FAILURE() << "no cell " << quota << " " << unit;
  return round;
}

void expectCell(const JsonValue& cell, int attained, int posts, int needed, int shortfall,
                int surplus) {
  EXPECT_EQ(number(cell, "attained"), attained);
  EXPECT_EQ(number(cell, "posts"), posts);
  EXPECT_EQ(number(cell, "needed"), needed);
  EXPECT_EQ(number(cell, "shortfall"), shortfall);
  EXPECT_EQ(number(cell, "surplus"), surplus);
  EXPECT_EQ(number(cell, "vacant"), 0);
  EXPECT_EQ(number(cell, "unknown"), 0);
}

TEST(Simulate, ThanhTriAsPublished) {
  const Outcome outcome = run({"simulate", sample("thanh-tri-2023-07"), "--json"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.err, "");
  const JsonValue timeline = json(outcome);
  EXPECT_EQ(word(timeline, "scenario"), "baseline");
  ASSERT_EQ(timeline.member("rounds")->array()->size(), 1U);
  const JsonValue& baseline = roundAt(timeline, 0);
  EXPECT_TRUE(baseline.member("round")->isNull());
  EXPECT_EQ(word(baseline, "date"), "2023-07-27");
  expectCell(cellAt(baseline, "nq04", "020"), 17, 32, 16, 0, 1);
  expectCell(cellAt(baseline, "nq04-chairman", "020"), 5, 16, 8, 3, 0);
}

TEST(Simulate, PhucThoAsPublished) {
  const Outcome outcome =
      run({"simulate", sample("phuc-tho-2021-2023"), "--scenario", "lo-trinh", "--json"});
  EXPECT_EQ(outcome.status, 0);
  const JsonValue timeline = json(outcome);
  ASSERT_EQ(timeline.member("rounds")->array()->size(), 5U);
  expectCell(cellAt(roundAt(timeline, 0), "nq04", "272"), 6, 42, 21, 15, 0);
  EXPECT_EQ(word(roundAt(timeline, 4), "round"), "2023-I");
  EXPECT_EQ(word(roundAt(timeline, 4), "date"), "2023-03-01");
  expectCell(cellAt(roundAt(timeline, 4), "nq04", "272"), 21, 42, 21, 0, 0);
}

TEST(Simulate, TextInBothLanguages) {
  const Outcome vi = run({"simulate", sample("thanh-tri-2023-07")});
  EXPECT_EQ(vi.status, 0);
  EXPECT_NE(vi.out.find("17/32 = 53,1%"), std::string::npos) << vi.out;
  const Outcome en = run({"simulate", sample("thanh-tri-2023-07"), "--lang", "en"});
  EXPECT_NE(en.out.find("5/16 = 31.3%, needed 8, shortfall 3"), std::string::npos) << en.out;
}

TEST(Simulate, HardFindingsAreNoMatterOfItsStatus) {
  const Outcome outcome = run({"simulate", sample("ha-noi-2023"), "--scenario", "a", "--json"});
  EXPECT_EQ(outcome.status, 0);
  const JsonValue timeline = json(outcome);
  bool seen = false;
  for (const JsonValue& finding : *roundAt(timeline, 1).member("findings")->array()) {
    if (word(finding, "rule") != "months_in_post" || *finding.member("waived")->boolean()) continue;
    seen = true;
    EXPECT_EQ(word(finding, "severity"), "hard");
    EXPECT_FALSE(word(finding, "cadre").empty());
    EXPECT_FALSE(word(finding, "post").empty());
    EXPECT_FALSE(word(finding, "message").empty());
  }
  EXPECT_TRUE(seen);
}

// The path of a test's report.
std::string reportFile() {
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  return testing::TempDir() + "cadre_cli_" + test->name() + ".html";
}

TEST(Report, IsWrittenAsOnePage) {
  const std::string file = reportFile();
  const Outcome outcome = run({"report", sample("phuc-tho-2021-2023"), "--html", file, "--scenario",
                               "lo-trinh", "--lang", "en"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err, "");
  const std::string page = platform::readFile(file).value();
  EXPECT_TRUE(page.starts_with("<!doctype html>\n<html lang=\"en\">"));
  EXPECT_TRUE(page.ends_with("</html>\n"));
  EXPECT_NE(page.find("data-entry=\"0\" data-field=\"attained\">6</td>"), std::string::npos);
  EXPECT_NE(page.find("data-entry=\"4\" data-field=\"attained\">21</td>"), std::string::npos);
  EXPECT_NE(page.find("21/42 = 50.0%"), std::string::npos);
}

TEST(Report, IsOfTheFirstScenarioUnlessAnotherIsAskedFor) {
  const std::string file = reportFile();
  EXPECT_EQ(run({"report", sample("phuc-tho-2021-2023"), "--html", file}).status, 0);
  const std::string page = platform::readFile(file).value();
  EXPECT_NE(page.find("<dd>Hiện trạng</dd>"), std::string::npos);
  EXPECT_EQ(page.find("Phụ lục"), std::string::npos);
}

TEST(Report, ThatCannotBeWritten) {
  const std::string file = testing::TempDir() + "cadre_no_such_folder/report.html";
  const Outcome outcome =
      run({"report", sample("phuc-tho-2021-2023"), "--html", file, "--lang", "en"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_TRUE(outcome.err.starts_with(file + ": ")) << outcome.err;
}

TEST(Report, OfAScenarioThatIsNotThereWritesNothing) {
  const std::string file = reportFile();
  EXPECT_EQ(run({"report", sample("phuc-tho-2021-2023"), "--html", file, "--scenario", "x"}).status,
            2);
  EXPECT_FALSE(platform::readFile(file).has_value());
}

TEST(Check, IsDoneWithoutHardFindings) {
  for (const char* name : {"thanh-tri-2023-07", "phuc-tho-2021-2023"}) {
    const Outcome outcome = run({"check", sample(name)});
    EXPECT_EQ(outcome.status, 0) << name;
    EXPECT_EQ(outcome.err, "");
  }
}

TEST(Check, ReportsHardFindings) {
  const Outcome outcome = run({"check", sample("ha-noi-2023"), "--lang", "en"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(outcome.err, "");
  EXPECT_NE(outcome.out.find("Hard [months_in_post]"), std::string::npos);
  EXPECT_NE(outcome.out.find("2 hard, 4 soft or waived\n"), std::string::npos) << outcome.out;
}

TEST(Check, LooksAtOneScenarioWhenAsked) {
  EXPECT_EQ(run({"check", sample("ha-noi-2023"), "--scenario", "baseline"}).status, 0);
  EXPECT_EQ(run({"check", sample("ha-noi-2023"), "--scenario", "a"}).status, 1);
}

TEST(Check, JsonOfAllScenarios) {
  const Outcome outcome = run({"check", sample("ha-noi-2023"), "--json"});
  EXPECT_EQ(outcome.status, 1);
  const JsonValue timelines = json(outcome);
  ASSERT_EQ(timelines.array()->size(), 2U);
  EXPECT_EQ(word((*timelines.array())[1], "scenario"), "a");
}

TEST(Failures, UnknownScenario) {
  const std::string file = sample("thanh-tri-2023-07");
  const Outcome outcome = run({"simulate", file, "--scenario", "z", "--lang", "en"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err, file + ": /scenarios: there is no scenario “z”\n");
}

TEST(Failures, FilesThatCannotBeRead) {
  for (const std::string& file : {std::string("no-such-file.json"), testing::TempDir()}) {
    const Outcome outcome = run({"check", file, "--lang", "en"});
    EXPECT_EQ(outcome.status, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(outcome.err,
              file + ": cannot read the file, expected a plan file that can be opened\n");
  }
}

TEST(Failures, EveryErrorOnALineOfItsOwn) {
  const std::string file = fileWith(R"({
  "format": "cadre-rotation-plan", "version": 1, "title": 5, "as_of": "yesterday",
  "units": [{"id": "1", "name": "", "level": "commune"}],
  "titles": [], "posts": [{"id": "p", "unit": "2", "title": "chairman"}], "cadres": [],
  "locality": {"basis": "native_place", "level": "commune", "residence_years": 20},
  "quotas": [], "rules": [], "scenarios": []})");
  const Outcome outcome = run({"simulate", file, "--json", "--lang", "en"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err,
            file + ": /title: found 5, expected a string\n" + file +
                ": /as_of: found \"yesterday\", expected a real date as YYYY-MM-DD\n" + file +
                ": /posts/0/unit: found \"2\", expected the id of a unit in units\n" + file +
                ": /posts/0/title: found \"chairman\", expected the id of a title in titles\n");
}

TEST(Failures, TextThatIsNotJson) {
  const std::string file = fileWith("{\n  \"format\": \"cadre");
  const Outcome outcome = run({"check", file, "--lang", "en"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.err,
            file +
                ": line 2, column 19: the file ends in the middle, expected complete JSON; maybe "
                "it was cut off while copying\n");
}

TEST(Failures, NewerVersion) {
  const std::string file = fileWith(R"({"format": "cadre-rotation-plan", "version": 3})");
  const Outcome outcome = run({"check", file, "--lang", "en"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_EQ(outcome.err,
            file +
                ": /version: found version 3, expected at most 2; open it with a newer "
                "version of the planner\n");
}

TEST(Failures, BadUsageShowsTheUsage) {
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{}, {"dance"}, {"check"}, {"check", "p", "--fast"}}) {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.status, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_TRUE(outcome.err.starts_with("cadre-plan: ")) << outcome.err;
    EXPECT_NE(outcome.err.find("cadre-plan check|simulate"), std::string::npos) << outcome.err;
  }
}

TEST(Help, IsNoMistake) {
  const Outcome outcome = run({"--help"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_NE(outcome.out.find("cadre-plan"), std::string::npos);
}

TEST(Help, NamesEveryOptionThatAsksAboutTheProgramInBothLanguages) {
  for (const text::Language language : {text::Language::kVietnamese, text::Language::kEnglish}) {
    const std::string_view usage = text::get(text::Str::cli_usage, language);
    EXPECT_NE(usage.find("cadre-plan --help|--version\n"), std::string_view::npos) << usage;
  }
}

TEST(Version, IsOneLineAndNoMistake) {
  const Outcome outcome = run({"--version"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.out, "cadre-plan " + std::string(version()) + "\n");
}

// The changelog has an entry for this edition.
TEST(Version, IsTheFirstThatTheChangelogTellsOf) {
  const auto changes = platform::readFile(CADRE_SOURCE_DIR "/CHANGELOG.md");
  ASSERT_TRUE(changes.has_value());
  const std::size_t at = changes->find("\n## ");
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ(changes->substr(at + 4, version().size() + 1), std::string(version()) + " ");
}

TEST(Simulate, PlanWithoutScenarios) {
  const std::string file = fileWith(R"({
  "format": "cadre-rotation-plan", "version": 1, "title": "", "as_of": "2023-07-27",
  "units": [], "titles": [], "posts": [], "cadres": [],
  "locality": {"basis": "native_place", "level": "commune", "residence_years": 20},
  "quotas": [], "rules": [], "scenarios": []})");
  const Outcome outcome = run({"simulate", file, "--json"});
  EXPECT_EQ(outcome.status, 0);
  const JsonValue timeline = json(outcome);
  EXPECT_TRUE(timeline.member("scenario")->isNull());
  EXPECT_EQ(timeline.member("rounds")->array()->size(), 1U);
  EXPECT_EQ(run({"check", file}).status, 0);
}

TEST(Propose, ThanhTriNeedsThreeMovesAndNoFewer) {
  const Outcome outcome =
      run({"propose", sample("thanh-tri-2023-07"), "--scenario", "a", "--round", "r1", "--json"});
  EXPECT_EQ(outcome.status, kDone);
  const JsonValue proposal = json(outcome);
  EXPECT_EQ(word(proposal, "status"), "optimal");
  const JsonValue& objective = *proposal.member("objective");
  EXPECT_EQ(number(objective, "shortfall"), 0);
  EXPECT_EQ(number(objective, "moves"), 3);
  EXPECT_EQ(number(*proposal.member("bound"), "moves"), 3);
  EXPECT_EQ(proposal.member("moves")->array()->size(), 3U);
}

TEST(Propose, WhatIsWrittenOutReachesWhatIsSaid) {
  const std::string out = testing::TempDir() + "cadre_cli_proposed.json";
  const Outcome proposed = run({"propose", sample("phuc-tho-2021-2023"), "--scenario", "lo-trinh",
                                "--round", "2022-II", "--out", out});
  ASSERT_EQ(proposed.status, kDone) << proposed.err;
  EXPECT_EQ(proposed.out.find("Tối ưu, đã chứng minh: còn thiếu 0"), 0U) << proposed.out;
  const Outcome simulated = run({"simulate", out, "--scenario", "lo-trinh", "--json"});
  ASSERT_EQ(simulated.status, kDone);
  const JsonValue timeline = json(simulated);
  std::int32_t shortfall = 0;
  for (const JsonValue& cell : *roundAt(timeline, 2).member("cells")->array()) {
    shortfall += number(cell, "shortfall");
  }
  EXPECT_EQ(shortfall, 0);
  for (const JsonValue& finding : *roundAt(timeline, 2).member("findings")->array()) {
    EXPECT_NE(word(finding, "severity"), "hard") << word(finding, "message");
  }
}

TEST(Propose, ARoundThatIsNotThereIsBadUsage) {
  const Outcome outcome =
      run({"propose", sample("thanh-tri-2023-07"), "--scenario", "a", "--round", "r9"});
  EXPECT_EQ(outcome.status, kUnreadable);
  EXPECT_NE(outcome.err.find("r9"), std::string::npos) << outcome.err;
}

}  // namespace
}  // namespace cadre::cli
