// Each mistake of a plan file: code, JSON pointer, and what the person reads.
#include <gtest/gtest.h>

#include "json_edit.h"
#include "text/format.h"

namespace cadre::plan_io::test {
namespace {

using Summary = std::vector<std::string>;

struct Mistake {
  std::string_view at;
  std::string_view json;
  std::string_view expected;  // of the first error, in English
};

TEST(Errors, SayWhereWhatWasFoundAndWhatExpected) {
  constexpr std::string_view kMoves = "/scenarios/1/rounds/0/moves";
  const std::vector<Mistake> mistakes = {
      {"/format", "\"excel\"", "/format: found \"excel\", expected cadre-rotation-plan"},
      {"/version", "0", "/version: found 0, expected 1, 2"},
      {"/version", "1.5", "/version: found 1.5, expected 1, 2"},
      {"/version", "3",
       "/version: found version 3, expected at most 2; open it with a newer version of the "
       "planner"},
      {"/as_of", "\"2023-02-30\"",
       "/as_of: found \"2023-02-30\", expected a real date as YYYY-MM-DD"},
      {"/as_of", "\"27/07/2023\"",
       "/as_of: found \"27/07/2023\", expected a real date as YYYY-MM-DD"},
      {"/units/0/id", "\"\"", "/units/0/id: found \"\", expected an id, not empty"},
      {"/units/2/parent", "\"999\"",
       "/units/2/parent: found \"999\", expected the id of a unit in units"},
      {"/units/1/tile", "[1, 2, 3]",
       "/units/1/tile: found an array, expected [column, row], two whole numbers"},
      {"/units/1/tile", "[1.5, 2]",
       "/units/1/tile: found an array, expected [column, row], two whole numbers"},
      {"/posts/0/unit", "\"640\"",
       "/posts/0/unit: found \"640\", expected the id of a unit in units"},
      {"/posts/0/title", "\"boss\"",
       "/posts/0/title: found \"boss\", expected the id of a title in titles"},
      {"/posts/0/incumbent", "\"c9\"",
       "/posts/0/incumbent: found \"c9\", expected the id of a cadre in cadres, or null"},
      {"/cadres/0/gender", "\"\"", "/cadres/0/gender: found \"\", expected female, male"},
      {"/cadres/0/terms_as_head_here", "101",
       "/cadres/0/terms_as_head_here: found 101, expected a whole number from 0 to 100"},
      {"/cadres/0/terms_as_head_here", "1e400",
       "/cadres/0/terms_as_head_here: found 1e400, expected a whole number from 0 to 100"},
      {"/cadres/0/terms_as_head_here", "99999999999999999999",
       "/cadres/0/terms_as_head_here: found 99999999999999999999, expected a whole number from 0 "
       "to "
       "100"},
      {"/cadres/0/residence/0/years", "1e400",
       "/cadres/0/residence/0/years: found 1e400, expected a number of years from 0 to 150"},
      {"/cadres/0/pool/1", "\"x\"",
       "/cadres/0/pool/1: found \"x\", expected the id of a title in titles"},
      {"/cadres/0/relatives/0", "\"c9\"",
       "/cadres/0/relatives/0: found \"c9\", expected the id of a cadre in cadres"},
      {"/cadres/0/preferences/0/rank", "0",
       "/cadres/0/preferences/0/rank: found 0, expected a whole number from 1 to 1,000"},
      {"/cadres/0/grades/0/grade", "\"fine\"",
       "/cadres/0/grades/0/grade: found \"fine\", expected not_completed, completed, good, "
       "excellent"},
      {"/locality/basis", "\"birth\"",
       "/locality/basis: found \"birth\", expected native_place, birthplace, residence"},
      {"/quotas/0/target", "0.00001",
       "/quotas/0/target: found 0.00001, expected a share from 0 to 1 with at most four decimals"},
      {"/quotas/0/target", "1e400",
       "/quotas/0/target: found 1e400, expected a share from 0 to 1 with at most four decimals"},
      {"/quotas/0/overrides/a~1b~0c", "0.5",
       "/quotas/0/overrides/a~1b~0c: found \"a/b~c\", expected the id of a unit in units"},
      {"/rules/0/id", "\"mood\"",
       "/rules/0/id: found \"mood\", expected months_in_post, service_left, service_left_rotation, "
       "head_terms, discipline, after_forced_departure, relatives, in_pool, grade, consent, "
       "continuity"},
      {"/rules/0/months", "-1",
       "/rules/0/months: found -1, expected a whole number from 0 to 1,200"},
      {"/scenarios/1/based_on", "\"b\"",
       "/scenarios/1/based_on: found \"b\", expected the id of another scenario"},
      {"/scenarios/1/rounds/0/moves/0/type", "\"holiday\"",
       "/scenarios/1/rounds/0/moves/0/type: found \"holiday\", expected rotation, transfer, "
       "periodic_change, secondment, appointment, relief, dismissal, resignation"},
      {"/scenarios/1/rounds/0/moves/0/to", "\"00643/boss\"",
       "/scenarios/1/rounds/0/moves/0/to: found \"00643/boss\", expected the id of a post in "
       "posts, "
       "or null"},
  };
  for (const Mistake& mistake : mistakes) {
    const Errors errors = errorsOf(smallWith(mistake.at, mistake.json));
    ASSERT_FALSE(errors.empty()) << mistake.at;
    EXPECT_EQ(text::render(errors.front(), text::Language::kEnglish), mistake.expected);
  }
  const Errors missing = errorsOf(smallWithout(std::string(kMoves) + "/0/cadre"));
  ASSERT_EQ(missing.size(), 1U);
  EXPECT_EQ(
      text::render(missing.front(), text::Language::kEnglish),
      "/scenarios/1/rounds/0/moves/0/cadre: found nothing, expected the id of a cadre in cadres");
}

TEST(Errors, LongValuesAreShownShort) {
  const std::string name(500, 'x');
  const Errors errors = errorsOf(smallWith("/as_of", "\"" + name + "\""));
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_LT(text::render(errors.front(), text::Language::kVietnamese).size(), 200U);
}

TEST(Errors, DuplicateIds) {
  EXPECT_EQ(summary(errorsOf(smallWith("/units/3/id", "\"00640\""))),
            (Summary{"duplicate /units/3/id", "dangling /posts/1/unit"}));
  EXPECT_TRUE(has(errorsOf(smallWith("/titles/1/id", "\"secretary\"")), ErrorCode::kDuplicate,
                  "/titles/1/id"));
  EXPECT_TRUE(has(errorsOf(smallWith("/posts/1/id", "\"00640/secretary\"")), ErrorCode::kDuplicate,
                  "/posts/1/id"));
  EXPECT_TRUE(
      has(errorsOf(smallWith("/cadres/1/id", "\"c1\"")), ErrorCode::kDuplicate, "/cadres/1/id"));
  EXPECT_EQ(summary(errorsOf(smallWith("/quotas/1/id", "\"nq04\""))),
            Summary{"duplicate /quotas/1/id"});
  EXPECT_EQ(summary(errorsOf(smallWith("/rules/3/id", "\"grade\""))),
            (Summary{"missing /rules/3/at_least", "duplicate /rules/3/id"}));
  EXPECT_EQ(summary(errorsOf(smallWith("/scenarios/1/id", "\"baseline\""))),
            (Summary{"duplicate /scenarios/1/id"}));
}

TEST(Errors, DuplicateRoundInOneScenarioOnly) {
  JsonValue root = parsed(smallPlan());
  JsonValue round = parsed(R"({"id": "r1", "name": "", "date": "2024-01-01", "moves": []})");
  std::get<JsonArray>(find(root, "/scenarios/0/rounds")->value).push_back(round);
  EXPECT_EQ(summary(errorsOf(toJson(root))), Summary{});
  std::get<JsonArray>(find(root, "/scenarios/1/rounds")->value).push_back(round);
  EXPECT_EQ(summary(errorsOf(toJson(root))), Summary{"duplicate /scenarios/1/rounds/1/id"});
}

TEST(Errors, UnitsInACircle) {
  EXPECT_EQ(summary(errorsOf(smallWith("/units/0/parent", "\"01\""))),
            Summary{"cycle /units/0/parent"});
  const Errors errors = errorsOf(smallWith("/units/0/parent", "\"00640\""));
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors.front().code, ErrorCode::kCycle);
}

TEST(Errors, ScenariosInACircle) {
  EXPECT_EQ(summary(errorsOf(smallWith("/scenarios/0/based_on", "\"a\""))),
            (Summary{"cycle /scenarios/0/based_on", "cycle /scenarios/1/based_on"}));
  EXPECT_EQ(summary(errorsOf(smallWith("/scenarios/0/based_on", "\"baseline\""))),
            (Summary{"cycle /scenarios/0/based_on", "cycle /scenarios/1/based_on"}));
}

TEST(Errors, RepeatedFields) {
  std::string text = smallPlan();
  const std::string_view name = "\"name\": \"Cán bộ 2\"";
  text.insert(text.find(name), R"("name": "A", "name": "B", )");
  EXPECT_EQ(summary(errorsOf(text)),
            (Summary{"duplicate /cadres/1/name", "duplicate /cadres/1/name"}));
  text = smallPlan();
  text.insert(text.find("\"020\": 0.55"), "\"020\": 0.5, ");
  EXPECT_TRUE(has(errorsOf(text), ErrorCode::kDuplicate, "/quotas/0/overrides/020"));
  text = smallPlan();
  text.insert(1, R"("a/b~c": 1, "a/b~c": 2, )");
  EXPECT_EQ(summary(errorsOf(text)), Summary{"duplicate /a~1b~0c"});
}

// A reader of many fields compares names in another way than one of few.
TEST(Errors, RepeatedFieldsAmongMany) {
  std::string text = smallPlan();
  std::string many;
  for (int i = 0; i < 40; ++i) many += "\"x" + std::to_string(i) + "\": 0, ";
  text.insert(1, many + "\"x7\": 1, ");
  EXPECT_EQ(summary(errorsOf(text)), Summary{"duplicate /x7"});
}

TEST(Errors, SeveralAtOnce) {
  JsonValue root = parsed(smallPlan());
  remove(root, "/title");
  set(root, "/as_of", parsed("\"yesterday\""));
  set(root, "/units/1/name", parsed("5"));
  set(root, "/posts/0/unit", parsed("\"nowhere\""));
  set(root, "/cadres/0/birth", parsed("\"1975-13-01\""));
  set(root, "/quotas/0/target", parsed("50"));
  remove(root, "/rules/0/months");
  set(root, "/scenarios/1/rounds/0/moves/1/cadre", parsed("\"c9\""));
  EXPECT_EQ(summary(errorsOf(toJson(root))),
            (Summary{"missing /title", "value /as_of", "type /units/1/name",
                     "dangling /posts/0/unit", "value /cadres/0/birth", "value /quotas/0/target",
                     "missing /rules/0/months", "dangling /scenarios/1/rounds/0/moves/1/cadre"}));
}

TEST(Errors, TwentyAtMost) {
  JsonValue root = parsed(smallPlan());
  JsonArray cadres;
  for (int i = 0; i < 50; ++i) cadres.push_back(parsed("{}"));
  set(root, "/cadres", JsonValue{cadres});
  EXPECT_EQ(errorsOf(toJson(root)).size(), kMaxErrors);
}

TEST(Errors, NewerVersionSaysOnlyThat) {
  JsonValue root = parsed(smallPlan());
  set(root, "/version", parsed("7"));
  remove(root, "/units");
  EXPECT_EQ(summary(errorsOf(toJson(root))), Summary{"too new /version"});
}

TEST(Errors, AnyIdIsAsGoodAsAnother) {
  JsonValue root = parsed(smallPlan());
  const JsonValue key = parsed(R"("~/ \" \u0000 ngoặc")");
  set(root, "/cadres/1/id", key);
  set(root, "/cadres/0/relatives/0", key);
  set(root, "/scenarios/1/rounds/0/moves/0/cadre", key);
  EXPECT_EQ(summary(errorsOf(toJson(root))), Summary{});
}

}  // namespace
}  // namespace cadre::plan_io::test
