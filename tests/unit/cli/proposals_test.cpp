// propose, frontier and roadmap as a script sees them, with what they answer to input that does not
// fit.
#include "cli/proposals.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cli/commands.h"
#include "json/parse.h"
#include "platform/file_io.h"

namespace cadre::cli {
namespace {

Outcome run(const std::vector<std::string>& words) {
  return cli::run(std::vector<std::string_view>(words.begin(), words.end()));
}

JsonValue json(const Outcome& outcome) { return parseJson(outcome.out).value(); }

int number(const JsonValue& object, std::string_view name) {
  return std::stoi(object.member(name)->number()->text);
}

const std::string& word(const JsonValue& object, std::string_view name) {
  return *object.member(name)->string();
}

std::string tempFile(const std::string& ending) {
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  return testing::TempDir() + "cadre_cli_" + test->test_suite_name() + "_" + test->name() + ending;
}

// One district with two communes, four local officials who came in 2021, and an empty district.
struct Sample {
  std::string target = "0.5";
  std::string rules = "";
  std::string caps = "{}";
  std::string moves = "";
  std::string pool = R"(["secretary", "chairman"])";
  bool locked = false;

  [[nodiscard]] std::string file() const {
    std::string posts;
    std::string cadres;
    int number = 0;
    for (const char* unit : {"a", "b"}) {
      for (const char* title : {"secretary", "chairman"}) {
        const std::string key = "c" + std::to_string(number);
        const char* comma = number++ == 0 ? "" : ",";
        posts += std::string(comma) + R"({"id": ")" + unit + "/" + title + R"(", "unit": ")" +
                 unit + R"(", "title": ")" + title + R"(", "incumbent": ")" + key +
                 R"(", "locked": )" + (locked ? "true" : "false") + "}";
        cadres += std::string(comma) + R"({"id": ")" + key + R"(", "name": ")" + key +
                  R"(", "native_place": ")" + unit +
                  R"(", "in_post_since": "2021-10-01", "pool": )" + pool + "}";
      }
    }
    const std::string text =
        R"({"format": "cadre-rotation-plan", "version": 1, "title": "t", "as_of": "2023-07-27",
"units": [{"id": "1", "name": "City", "level": "city"},
{"id": "d", "name": "District", "level": "district", "parent": "1"},
{"id": "e", "name": "Empty", "level": "district", "parent": "1"},
{"id": "a", "name": "A", "level": "commune", "parent": "d"},
{"id": "b", "name": "B", "level": "commune", "parent": "d"}],
"titles": [{"id": "secretary", "name": {"vi": "Bí thư", "en": "Secretary"}, "head": true},
{"id": "chairman", "name": {"vi": "Chủ tịch", "en": "Chairman"}, "head": true}],
"posts": [)" +
        posts + R"(], "cadres": [)" + cadres +
        R"(], "locality": {"basis": "native_place", "level": "commune", "residence_years": 20},
"quotas": [{"id": "q", "name": {"vi": "q", "en": "q"}, "group_level": "district",
"titles": ["secretary", "chairman"], "counts": "non_local", "target": )" +
        target + R"(}], "rules": [)" + rules + R"(], "caps": )" + caps +
        R"(, "scenarios": [{"id": "s", "name": "s", "rounds": [{"id": "r", "name": "r", "date":
"2023-10-01", "moves": [)" +
        moves + "]}]}]}";
    std::string name = tempFile(".json");
    EXPECT_TRUE(platform::writeFile(name, text).has_value());
    return name;
  }
};

Outcome propose(const Sample& sample, const std::vector<std::string>& more = {"--json"}) {
  std::vector<std::string> words = {"propose", sample.file(), "--scenario", "s",
                                    "--round", "r",           "--lang",     "en"};
  words.insert(words.end(), more.begin(), more.end());
  return run(words);
}

constexpr const char* kMonths =
    R"({"id": "months_in_post", "severity": "hard", "months": 36, "source": "65"})";

TEST(Propose, WhyAShortfallStays) {
  Sample sample;
  sample.rules = kMonths;
  const JsonValue found = json(propose(sample, {"--json", "--why"}));
  EXPECT_EQ(number(*found.member("objective"), "shortfall"), 2);
  EXPECT_EQ(word(found, "obstacle"), "nothing_open");
  ASSERT_EQ(found.member("why_not")->array()->size(), 1U);
  const JsonValue& reason = found.member("why_not")->array()->front();
  EXPECT_EQ(word(reason, "unit"), "d");
  EXPECT_EQ(number(reason, "shortfall"), 2);
  const JsonValue& way = reason.member("ways")->array()->front();
  EXPECT_EQ(word(way, "change"), "limit");
  EXPECT_EQ(word(way, "rule"), "months_in_post");
  EXPECT_EQ(number(way, "from"), 36);
  EXPECT_EQ(number(way, "to"), 24);
  EXPECT_EQ(number(way, "gain"), 2);
}

TEST(Propose, WhyInWords) {
  Sample sample;
  sample.rules = kMonths;
  const Outcome vi = run({"propose", sample.file(), "--scenario", "s", "--round", "r", "--why"});
  EXPECT_NE(vi.out.find("District thiếu ít nhất 2, dù chuyển bao nhiêu lượt\n"), std::string::npos)
      << vi.out;
  EXPECT_NE(vi.out.find("từ 36 xuống 24 tháng: thêm 2\n"), std::string::npos) << vi.out;
  sample.rules = "";
  const Outcome en = propose(sample, {"--why"});
  EXPECT_NE(en.out.find("District: the fewest moves are 2; no plan needs fewer\n"),
            std::string::npos)
      << en.out;
}

TEST(Propose, PinsThatContradictEachOther) {
  Sample sample;
  sample.moves = R"({"cadre": "c0", "to": "b/secretary", "type": "rotation", "pinned": true},
{"cadre": "c1", "to": "b/secretary", "type": "rotation", "pinned": true})";
  const Outcome outcome = propose(sample);
  EXPECT_EQ(outcome.status, 1);
  const JsonValue found = json(outcome);
  EXPECT_EQ(word(found, "status"), "infeasible");
  EXPECT_EQ(word(*found.member("broken_pin"), "cadre"), "c1");
  EXPECT_NE(propose(sample, {}).out.find("the pinned move of c1"), std::string::npos)
      << propose(sample, {}).out;
}

TEST(Propose, CapsOfZero) {
  Sample sample;
  for (const char* caps : {R"({"moves_per_round": 0})", R"({"moves_per_district_per_round": 0})"}) {
    sample.caps = caps;
    const Outcome outcome = propose(sample);
    EXPECT_EQ(outcome.status, 0);
    EXPECT_EQ(word(json(outcome), "status"), "optimal");
    EXPECT_EQ(word(json(outcome), "obstacle"), "cap") << caps;
    EXPECT_TRUE(json(outcome).member("moves")->array()->empty());
  }
}

TEST(Propose, ADistrictWithoutPosts) {
  const Outcome outcome = propose(Sample{}, {"--json", "--unit", "e"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_EQ(word(json(outcome), "obstacle"), "no_posts");
}

TEST(Propose, NobodyWhoQualifies) {
  Sample sample;
  sample.pool = "[]";
  EXPECT_EQ(word(json(propose(sample)), "obstacle"), "nobody");
  sample.locked = true;
  EXPECT_EQ(word(json(propose(sample)), "obstacle"), "nothing_open");
}

TEST(Propose, TargetsThatAreNoShare) {
  Sample sample;
  for (const char* target : {"1.01", "-0.1", "50"}) {
    sample.target = target;
    const Outcome outcome = propose(sample);
    EXPECT_EQ(outcome.status, 2);
    EXPECT_EQ(outcome.out, "");
    EXPECT_NE(outcome.err.find("/quotas/0/target"), std::string::npos) << outcome.err;
  }
  sample.target = "1";
  EXPECT_EQ(propose(sample).status, 0);
}

TEST(Propose, AUnitThatIsNotThere) {
  const Outcome outcome = propose(Sample{}, {"--unit", "x"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find(": /units: there is no unit “x”\n"), std::string::npos) << outcome.err;
}

Outcome frontier(const Sample& sample, const std::vector<std::string>& more = {"--json"}) {
  std::vector<std::string> words = {"frontier", sample.file(), "--scenario", "s",
                                    "--round",  "r",           "--lang",     "en"};
  words.insert(words.end(), more.begin(), more.end());
  return run(words);
}

TEST(Frontier, FromNoMoveToAsManyAsHelp) {
  const JsonValue found = json(frontier(Sample{}));
  EXPECT_TRUE(found.member("unit")->isNull());
  EXPECT_EQ(word(found, "status"), "optimal");
  const auto& points = *found.member("points")->array();
  ASSERT_EQ(points.size(), 3U) << "no move, one that nothing can follow, and a swap";
  EXPECT_EQ(number(points[0], "moves"), 0);
  EXPECT_EQ(number(points[0], "shortfall"), 2);
  EXPECT_EQ(number(points[0], "cost"), 0);
  EXPECT_EQ(number(points[2], "moves"), 2);
  EXPECT_EQ(number(points[2], "shortfall"), 0);
  EXPECT_EQ(number(*points[2].member("proposal"), "moves"), 2);
}

TEST(Frontier, OfADistrict) {
  const Outcome outcome = frontier(Sample{}, {"--json", "--unit", "d"});
  EXPECT_EQ(word(json(outcome), "unit"), "d");
  EXPECT_EQ(number(json(outcome).member("points")->array()->front(), "shortfall"), 2);
  const JsonValue empty = json(frontier(Sample{}, {"--json", "--unit", "e"}));
  EXPECT_EQ(number(empty.member("points")->array()->front(), "shortfall"), 0)
      << "what other districts lack does not count";
  const Outcome text = frontier(Sample{}, {"--unit", "d"});
  EXPECT_NE(text.out.find("District\n"), std::string::npos) << text.out;
  EXPECT_NE(text.out.find("More moves make nothing better.\n"), std::string::npos);
}

TEST(Frontier, AcrossACityIsTooMuchAndSaidSo) {
  const Outcome outcome =
      run({"frontier", CADRE_ASSETS_DIR "/samples/ha-noi-2023.json", "--scenario", "a", "--round",
           "r1", "--within", "city", "--json", "--lang", "en"});
  EXPECT_EQ(outcome.status, kUnreadable);
  EXPECT_TRUE(outcome.out.empty());
  EXPECT_NE(outcome.err.find("propose within districts"), std::string::npos) << outcome.err;
}

TEST(Frontier, WhatPinsMakeImpossibleIsNull) {
  Sample sample;
  sample.moves = R"({"cadre": "c0", "to": "b/secretary", "type": "rotation", "pinned": true})";
  const JsonValue found = json(frontier(sample));
  const auto& points = *found.member("points")->array();
  ASSERT_GT(points.size(), 1U);
  EXPECT_TRUE(points[0].member("shortfall")->isNull());
  EXPECT_TRUE(points[0].member("cost")->isNull());
  EXPECT_EQ(points[0].member("proposal"), nullptr);
  EXPECT_FALSE(points.back().member("shortfall")->isNull());
}

TEST(Frontier, WithoutAPlanIsEmpty) {
  Sample sample;
  sample.moves = R"({"cadre": "c0", "to": "b/secretary", "type": "rotation", "pinned": true},
{"cadre": "c1", "to": "b/secretary", "type": "rotation", "pinned": true})";
  const Outcome outcome = frontier(sample);
  EXPECT_EQ(outcome.status, 1);
  EXPECT_EQ(word(json(outcome), "status"), "infeasible");
  EXPECT_TRUE(json(outcome).member("points")->array()->empty());
}

Outcome roadmap(const Sample& sample, const std::vector<std::string>& more) {
  std::vector<std::string> words = {"roadmap", sample.file(), "--scenario", "s", "--lang", "en"};
  words.insert(words.end(), more.begin(), more.end());
  return run(words);
}

TEST(Roadmap, RoundsFollowThoseOfTheScenario) {
  Sample sample;
  sample.rules = kMonths;
  const std::string out = tempFile(".out.json");
  const Outcome outcome =
      roadmap(sample, {"--rounds", "3", "--every", "6months", "--json", "--out", out});
  EXPECT_EQ(outcome.status, 0);
  const JsonValue found = json(outcome);
  EXPECT_EQ(word(found, "status"), "optimal");
  const auto& rounds = *found.member("rounds")->array();
  ASSERT_EQ(rounds.size(), 3U);
  EXPECT_EQ(word(rounds[0], "date"), "2024-04-01");
  EXPECT_EQ(word(rounds[0], "id"), "roadmap-1");
  EXPECT_TRUE(rounds[0].member("moves")->array()->empty()) << "36 months are on 1 October 2024";
  EXPECT_EQ(number(*rounds[1].member("objective"), "shortfall"), 0);
  EXPECT_EQ(rounds[1].member("moves")->array()->size(), 2U);
  const auto& districts = *found.member("districts")->array();
  ASSERT_EQ(districts.size(), 1U);
  EXPECT_EQ(word(districts[0], "unit"), "d");
  EXPECT_EQ(word(districts[0], "status"), "optimal");
  const Outcome played = run({"simulate", out, "--scenario", "s", "--json"});
  EXPECT_EQ(played.status, 0);
  const JsonValue timeline = json(played);
  EXPECT_EQ(timeline.member("rounds")->array()->size(), 5U);
  EXPECT_EQ(run({"check", out}).status, 0);
}

TEST(Roadmap, InWords) {
  const Outcome outcome = roadmap(Sample{}, {"--rounds", "1", "--every", "1year"});
  EXPECT_NE(outcome.out.find("1/1 parts are proven optimal\n"), std::string::npos) << outcome.out;
  EXPECT_NE(outcome.out.find("Round 10/2024 (01/10/2024): 2 moves, then shortfall 0"),
            std::string::npos)
      << outcome.out;
}

TEST(Roadmap, RoundsAndStepsThatCannotBe) {
  for (const std::vector<std::string>& more :
       std::vector<std::vector<std::string>>{{"--rounds", "0", "--every", "6months"},
                                             {"--rounds", "25", "--every", "6months"},
                                             {"--rounds", "many", "--every", "6months"},
                                             {"--rounds", "4", "--every", "6"},
                                             {"--rounds", "4", "--every", "0months"},
                                             {"--rounds", "4", "--every", "11years"},
                                             {"--rounds", "4", "--every", "half a year"},
                                             {"--rounds", "4"},
                                             {"--every", "6months"}}) {
    const Outcome outcome = roadmap(Sample{}, more);
    EXPECT_EQ(outcome.status, 2) << more[1];
    EXPECT_TRUE(outcome.err.starts_with("cadre-plan: ")) << outcome.err;
  }
}

}  // namespace
}  // namespace cadre::cli
