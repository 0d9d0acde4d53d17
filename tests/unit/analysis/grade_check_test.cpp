#include "analysis/grade_check.h"

#include <array>

#include <gtest/gtest.h>

#include "support/plan_builder.h"

namespace cadre::test {
namespace {

using enum EvaluationGrade;

// A district of ten communes with a chairman each.
struct GradesOf : ::testing::Test {
  PlanBuilder plan;
  UnitId district = plan.district("003");
  std::array<UnitId, 10> communes{};
  std::array<PostId, 10> posts{};
  std::array<CadreId, 10> cadres{};

  GradesOf() {
    for (std::size_t i = 0; i < communes.size(); ++i) {
      communes[i] = plan.commune("u" + std::to_string(i), district);
      posts[i] = plan.post(communes[i], plan.chairman);
      cadres[i] = plan.cadre("c" + std::to_string(i), posts[i]);
    }
  }

  void gradeAll(std::string_view period, EvaluationGrade grade) {
    for (const CadreId cadre : cadres) grade1(cadre, period, grade);
  }
  void grade1(CadreId cadre, std::string_view period, EvaluationGrade grade) {
    plan[cadre].grades.push_back({std::string(period), grade, {}});
  }
  void gradeUnit(UnitId unit, std::string_view period, EvaluationGrade grade) {
    plan[unit].grades.push_back({std::string(period), grade, {}});
  }

  [[nodiscard]] std::vector<GradeFlag> flags() const {
    const Plan built = plan.build();
    return gradeFlags(built, Seating(built));
  }
  [[nodiscard]] std::vector<GradeFlag> flags(GradeFlagKind kind) const {
    std::vector<GradeFlag> out = flags();
    std::erase_if(out, [&](const GradeFlag& flag) { return flag.kind != kind; });
    return out;
  }
};

using Grades = GradesOf;

TEST_F(Grades, TayHoAUnitNotCompletedWhileAllItsOfficialsAreGood) {
  gradeUnit(district, "2023-06", kNotCompleted);
  gradeAll("2023-06", kGood);
  const std::vector<GradeFlag> found = flags();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, GradeFlagKind::kUnitBelowOfficials);
  EXPECT_EQ(found[0].unit, district);
  EXPECT_EQ(found[0].period, "2023-06");
  EXPECT_EQ(found[0].graded, 10);
  EXPECT_EQ(found[0].good, 10);
}

TEST_F(Grades, OneOfficialBelowGoodAndTheUnitIsNoContradiction) {
  gradeUnit(district, "2023-06", kNotCompleted);
  gradeAll("2023-06", kGood);
  plan[cadres[4]].grades[0].grade = kCompleted;
  EXPECT_TRUE(flags().empty());
}

TEST_F(Grades, AUnitThatCompletedItsWorkIsNoContradiction) {
  gradeUnit(district, "2023-06", kCompleted);
  gradeAll("2023-06", kGood);
  EXPECT_TRUE(flags().empty());
}

TEST_F(Grades, TheYearOfTheMonthAnswersWhereTheMonthIsNotGraded) {
  gradeUnit(district, "2023-06", kNotCompleted);
  gradeAll("2023", kGood);
  EXPECT_EQ(flags().size(), 1U);
  grade1(cadres[0], "2023-06", kNotCompleted);  // the month says more than the year
  EXPECT_TRUE(flags().empty());
}

TEST_F(Grades, AMonthDoesNotAnswerForAYearNorAYearForAnother) {
  gradeUnit(district, "2023", kNotCompleted);
  gradeAll("2023-06", kGood);
  gradeAll("2022", kGood);
  EXPECT_TRUE(flags().empty());
}

TEST_F(Grades, WithoutAnyGradeThereIsNothingToSay) {
  gradeUnit(district, "2023-06", kNotCompleted);
  EXPECT_TRUE(flags().empty());
}

TEST_F(Grades, OfficialsWithoutAGradeAreLeftOutAndCounted) {
  gradeUnit(district, "2023-06", kNotCompleted);
  grade1(cadres[0], "2023-06", kGood);
  const std::vector<GradeFlag> found = flags();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].graded, 1);
  EXPECT_EQ(found[0].all, 10);
}

TEST_F(Grades, AHeadGradedAboveTheUnitIsFlagged) {
  gradeUnit(communes[0], "2022", kCompleted);
  grade1(cadres[0], "2022", kCompleted);
  EXPECT_TRUE(flags().empty());
  plan[cadres[0]].grades[0].grade = kGood;
  const std::vector<GradeFlag> found = flags();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, GradeFlagKind::kHeadAboveUnit);
  EXPECT_EQ(found[0].cadre, cadres[0]);
  EXPECT_EQ(found[0].post, posts[0]);
  EXPECT_EQ(found[0].grade, kGood);
  EXPECT_EQ(found[0].unit_grade, kCompleted);
}

TEST_F(Grades, ADeputyMayBeGradedAboveTheUnit) {
  const PostId deputy = plan.post(communes[0], plan.deputy);
  const CadreId cadre = plan.cadre("d", deputy);
  gradeUnit(communes[0], "2022", kCompleted);
  grade1(cadre, "2022", kGood);
  EXPECT_TRUE(flags().empty());
}

TEST_F(Grades, AHeadOfAPartIsNoHeadOfTheWhole) {
  gradeUnit(district, "2022", kCompleted);
  gradeAll("2022", kGood);
  EXPECT_TRUE(flags(GradeFlagKind::kHeadAboveUnit).empty());
}

TEST_F(Grades, AFifthOfTheGoodMayBeExcellentAndOneMoreMayNot) {
  gradeAll("2022", kGood);
  plan[cadres[0]].grades[0].grade = kExcellent;
  plan[cadres[1]].grades[0].grade = kExcellent;
  EXPECT_TRUE(flags().empty());  // 2 of 10
  plan[cadres[2]].grades[0].grade = kExcellent;
  const std::vector<GradeFlag> found = flags();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, GradeFlagKind::kExcellentOfficials);
  EXPECT_EQ(found[0].unit, district);
  EXPECT_EQ(found[0].excellent, 3);
  EXPECT_EQ(found[0].good, 10);
}

TEST_F(Grades, ThoseBelowGoodAreNotInTheDenominator) {
  gradeAll("2022", kGood);
  plan[cadres[0]].grades[0].grade = kExcellent;
  plan[cadres[1]].grades[0].grade = kExcellent;
  plan[cadres[9]].grades[0].grade = kCompleted;
  ASSERT_EQ(flags().size(), 1U);  // 2 of 9
  EXPECT_EQ(flags()[0].good, 9);
}

TEST_F(Grades, UnitsOfOneAuthorityAreCountedTheSameWay) {
  for (const UnitId commune : communes) gradeUnit(commune, "2022", kGood);
  plan[communes[0]].grades[0].grade = kExcellent;
  plan[communes[1]].grades[0].grade = kExcellent;
  EXPECT_TRUE(flags().empty());
  plan[communes[2]].grades[0].grade = kExcellent;
  const std::vector<GradeFlag> found = flags();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].kind, GradeFlagKind::kExcellentUnits);
  EXPECT_EQ(found[0].unit, district);
  EXPECT_EQ(found[0].all, 10);
}

TEST_F(Grades, TheLastListedOfOnePeriodCounts) {
  gradeUnit(communes[0], "2022", kCompleted);
  grade1(cadres[0], "2022", kGood);
  grade1(cadres[0], "2022", kCompleted);
  EXPECT_TRUE(flags().empty());
}

TEST_F(Grades, TheLatestPeriodComesFirst) {
  gradeUnit(district, "2022", kNotCompleted);
  gradeUnit(district, "2023-06", kNotCompleted);
  gradeAll("2022", kGood);
  gradeAll("2023", kGood);
  const std::vector<GradeFlag> found = flags();
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].period, "2023-06");
}

TEST_F(Grades, WithoutDistrictsOfficialsCountUnderTheirRoot) {
  PlanBuilder flat;
  const UnitId unit = flat.commune("u1", flat.city);
  const CadreId cadre = flat.cadre("c1", flat.post(unit, flat.chairman));
  flat[cadre].grades.push_back({"2022", kExcellent, {}});
  const Plan built = flat.build();
  const std::vector<GradeFlag> found = gradeFlags(built, Seating(built));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].unit, flat.city);
}

}  // namespace
}  // namespace cadre::test
