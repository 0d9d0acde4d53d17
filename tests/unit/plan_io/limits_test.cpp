// Plans larger than a simulation could play are refused where they are too large.
#include "model/limits.h"

#include <functional>

#include <gtest/gtest.h>

#include "json_edit.h"
#include "plan_io/plan_io.h"

namespace cadre::plan_io::test {
namespace {

using Summary = std::vector<std::string>;

// The small plan with a list of `count` entries more, made by `entry`.
std::string smallWithMore(std::string_view list, std::size_t count,
                          const std::function<std::string(std::size_t)>& entry) {
  JsonValue root = parsed(smallPlan());
  auto& items = std::get<JsonArray>(find(root, list)->value);
  for (std::size_t i = 0; i < count; ++i) items.push_back(parsed(entry(i)));
  return toJson(root);
}

std::string numbered(std::string_view before, std::size_t i, std::string_view after) {
  return std::string(before) + std::to_string(i) + std::string(after);
}

std::string roundOf(std::size_t i) {
  return numbered(R"({"id": "n)", i, R"(", "name": "", "date": "2024-01-01", "moves": []})");
}

TEST(Limits, Rounds) {
  EXPECT_EQ(summary(errorsOf(smallWithMore("/scenarios/0/rounds", limits::kRounds, roundOf))),
            Summary{});
  EXPECT_TRUE(has(errorsOf(smallWithMore("/scenarios/0/rounds", limits::kRounds + 1, roundOf)),
                  ErrorCode::kTooLarge, "/scenarios/0/rounds"));
}

TEST(Limits, Scenarios) {
  const auto scenario = [](std::size_t i) {
    return numbered(R"({"id": "s)", i, R"(", "name": "", "rounds": []})");
  };
  EXPECT_EQ(summary(errorsOf(smallWithMore("/scenarios", limits::kScenarios - 2, scenario))),
            Summary{});
  EXPECT_EQ(summary(errorsOf(smallWithMore("/scenarios", limits::kScenarios - 1, scenario))),
            Summary{"too large /scenarios"});
}

TEST(Limits, MovesOfARound) {
  const auto move = [](std::size_t /*i*/) {
    return std::string(R"({"cadre": "c1", "to": null, "type": "relief"})");
  };
  const std::string_view list = "/scenarios/1/rounds/0/moves";
  EXPECT_EQ(summary(errorsOf(smallWithMore(list, limits::kMoves - 2, move))), Summary{});
  EXPECT_EQ(summary(errorsOf(smallWithMore(list, limits::kMoves - 1, move))),
            Summary{"too large /scenarios/1/rounds/0/moves"});
}

TEST(Limits, PostsOfAUnit) {
  const auto post = [](std::size_t i) {
    return numbered(R"({"id": "n)", i, R"(", "unit": "00643", "title": "chairman"})");
  };
  EXPECT_EQ(summary(errorsOf(smallWithMore("/posts", limits::kPostsOfUnit - 1, post))), Summary{});
  EXPECT_EQ(summary(errorsOf(smallWithMore("/posts", limits::kPostsOfUnit + 5, post))),
            Summary{"too large /posts/1001/unit"});
}

TEST(Limits, PostsOfACadre) {
  const auto post = [](std::size_t i) {
    return numbered(R"({"id": "n)", i,
                    R"(", "unit": "00643", "title": "chairman", "incumbent": "c2"})");
  };
  EXPECT_EQ(summary(errorsOf(smallWithMore("/posts", limits::kPostsOfCadre, post))), Summary{});
  EXPECT_EQ(summary(errorsOf(smallWithMore("/posts", limits::kPostsOfCadre + 5, post))),
            Summary{"too large /posts/102/incumbent"});
}

TEST(Limits, KeptPostsAndRelatives) {
  const auto post = [](std::size_t /*i*/) { return std::string("\"00643/chairman\""); };
  EXPECT_EQ(summary(errorsOf(
                smallWithMore("/scenarios/1/rounds/0/moves/0/keep", limits::kPostsOfCadre, post))),
            Summary{"too large /scenarios/1/rounds/0/moves/0/keep"});
  const auto relative = [](std::size_t /*i*/) { return std::string("\"c2\""); };
  EXPECT_EQ(summary(errorsOf(smallWithMore("/cadres/0/relatives", limits::kRelatives, relative))),
            Summary{"too large /cadres/0/relatives"});
}

TEST(Limits, DepthOfTheTree) {
  const auto unit = [](std::size_t i) {
    return numbered(R"({"id": "n)", i, R"(", "name": "", "level": "x", "parent": ")") +
           (i == 0 ? "00643" : "n" + std::to_string(i - 1)) + "\"}";
  };
  EXPECT_EQ(summary(errorsOf(smallWithMore("/units", limits::kLevels - 3, unit))), Summary{});
  EXPECT_EQ(summary(errorsOf(smallWithMore("/units", limits::kLevels - 2, unit))),
            Summary{"too large /units/17/parent"});
}

TEST(Limits, AVeryLongChainOfUnits) {
  const auto unit = [](std::size_t i) {
    return numbered(R"({"id": "n)", i, R"(", "name": "", "level": "x", "parent": "n)") +
           std::to_string(i + 1) + "\"}";
  };
  std::string text = smallWithMore("/units", 100'000, unit);
  const std::string_view last = "\"parent\": \"n100000\"";
  text.replace(text.find(last), last.size(), "\"parent\": \"n0\"");
  EXPECT_EQ(errorsOf(text).at(0).code, ErrorCode::kCycle);
}

// Many quotas by a level that very many units have.
TEST(Limits, Cells) {
  const auto unit = [](std::size_t i) {
    return numbered(R"({"id": "n)", i, R"(", "name": "", "level": "hamlet"})");
  };
  JsonValue root = parsed(smallWithMore("/units", 20'000, unit));
  auto& quotas = std::get<JsonArray>(find(root, "/quotas")->value);
  for (std::size_t i = 0; i < 60; ++i) {
    quotas.push_back(parsed(numbered(
        R"({"id": "q)", i,
        R"(", "name": {"vi": "", "en": ""}, "group_level": "hamlet", "titles": [], "counts": "female", "target": 1})")));
  }
  EXPECT_TRUE(has(errorsOf(toJson(root)), ErrorCode::kTooLarge, "/quotas"));
}

TEST(Limits, RoundsOfAVeryLargePlan) {
  const auto cadre = [](std::size_t i) { return numbered(R"({"id": "n)", i, R"(", "name": ""})"); };
  const std::string few = smallWithMore("/cadres", 200'000, cadre);
  EXPECT_EQ(summary(errorsOf(few)), Summary{});
  JsonValue root = parsed(few);
  auto& rounds = std::get<JsonArray>(find(root, "/scenarios/0/rounds")->value);
  for (std::size_t i = 0; i < 150; ++i) rounds.push_back(parsed(roundOf(i)));
  EXPECT_EQ(summary(errorsOf(toJson(root))), Summary{"too large /scenarios/0/rounds"});
}

}  // namespace
}  // namespace cadre::plan_io::test
