#include <gtest/gtest.h>

#include "rule_case.h"

namespace cadre::test {
namespace {

using Grades = std::vector<Evaluation>;

Evaluation graded(std::string period, EvaluationGrade grade) {
  return {.period = std::move(period), .grade = grade, .extra = nullptr};
}

std::string check(RuleCase& at, Grades grades, const Move& move,
                  EvaluationGrade at_least = EvaluationGrade::kGood) {
  at.plan[at.official].grades = std::move(grades);
  return at.finding("grade", static_cast<std::int32_t>(at_least), "2023-10-01", move);
}

TEST(Grade, BelowGoodIsABreach) {
  RuleCase at;
  EXPECT_EQ(
      check(at, {graded("2022", EvaluationGrade::kCompleted)}, move(at.official, at.b_chairman)),
      "xếp loại gần nhất (2022) là “Hoàn thành”, cần từ “Tốt” trở lên; Điều 1");
  EXPECT_NE(
      check(at, {graded("2022", EvaluationGrade::kNotCompleted)}, move(at.official, at.b_chairman)),
      "");
}

TEST(Grade, GoodIsEnough) {
  RuleCase at;
  EXPECT_EQ(check(at, {graded("2022", EvaluationGrade::kGood)}, move(at.official, at.b_chairman)),
            "");
}

TEST(Grade, ExcellentIsMoreThanEnough) {
  RuleCase at;
  EXPECT_EQ(
      check(at, {graded("2022", EvaluationGrade::kExcellent)}, move(at.official, at.b_chairman)),
      "");
}

TEST(Grade, TheLimitIsASetting) {
  RuleCase at;
  const Move mine = move(at.official, at.b_chairman);
  const Grades good = {graded("2022", EvaluationGrade::kGood)};
  EXPECT_NE(check(at, good, mine, EvaluationGrade::kExcellent), "");
  const Grades completed = {graded("2022", EvaluationGrade::kCompleted)};
  EXPECT_EQ(check(at, completed, mine, EvaluationGrade::kCompleted), "");
  const Grades worst = {graded("2022", EvaluationGrade::kNotCompleted)};
  EXPECT_EQ(check(at, worst, mine, EvaluationGrade::kNotCompleted), "");
}

TEST(Grade, OnlyTheGreatestPeriodCountsWhereverItIsListed) {
  RuleCase at;
  const Move mine = move(at.official, at.b_chairman);
  EXPECT_EQ(check(at,
                  {graded("2023-06", EvaluationGrade::kGood),
                   graded("2022", EvaluationGrade::kNotCompleted)},
                  mine),
            "");
  EXPECT_NE(
      check(at,
            {graded("2022", EvaluationGrade::kGood), graded("2022-12", EvaluationGrade::kCompleted),
             graded("2021", EvaluationGrade::kGood)},
            mine),
      "");
}

TEST(Grade, OfEqualPeriodsTheLastListedCounts) {
  RuleCase at;
  const Move mine = move(at.official, at.b_chairman);
  const Evaluation good = graded("2022", EvaluationGrade::kGood);
  const Evaluation poor = graded("2022", EvaluationGrade::kCompleted);
  EXPECT_EQ(check(at, {poor, good}, mine), "");
  EXPECT_NE(check(at, {good, poor}, mine), "");
}

TEST(Grade, NoEvaluationIsNoBreach) {
  RuleCase at;
  EXPECT_EQ(check(at, {}, move(at.official, at.b_chairman)), "");
}

TEST(Grade, DeparturesAreNotHeldUp) {
  RuleCase at;
  const Grades poor = {graded("2022", EvaluationGrade::kNotCompleted)};
  EXPECT_EQ(check(at, poor, move(at.official, {}, MoveType::kTransfer)), "");
  for (const MoveType type : kForcedDepartures) {
    EXPECT_EQ(check(at, poor, move(at.official, at.b_deputy, type)), "");
  }
}

}  // namespace
}  // namespace cadre::test
