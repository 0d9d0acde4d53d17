#include "analysis/definitions.h"

#include <gtest/gtest.h>

#include "support/plan_builder.h"

namespace cadre::test {
namespace {

// Two districts of one commune each. The chairman of the first was born in its district but not in
// its commune, comes from the other district, and has lived in the commune for 20 years.
struct Definitions : ::testing::Test {
  PlanBuilder plan;
  UnitId d1 = plan.district("d1");
  UnitId d2 = plan.district("d2");
  UnitId home = plan.commune("u1", d1);
  UnitId beside = plan.commune("u2", d1);
  UnitId far = plan.commune("u3", d2);
  PostId post = plan.post(home, plan.chairman);
  PostId vacant = plan.post(far, plan.chairman);
  CadreId cadre = plan.cadre("c1", post);

  Definitions() {
    plan.quota(Counts::kNonLocal, "0.5");
    plan[cadre].native_place = far;
    plan[cadre].birthplace = beside;
    plan[cadre].residence = std::vector<Residence>{{home, 20, {}}};
  }

  [[nodiscard]] std::vector<DefinitionTotal> totals() const {
    const Plan built = plan.build();
    return definitionTotals(built, QuotaId{0U}, Seating(built), built.header->as_of);
  }

  [[nodiscard]] static const DefinitionTotal& of(const std::vector<DefinitionTotal>& all,
                                                 LocalityBasis basis, LocalityLevel level) {
    return all[static_cast<std::size_t>(basis) * 2 + static_cast<std::size_t>(level)];
  }
};

TEST_F(Definitions, AreEveryBasisAtEveryLevel) {
  const std::vector<DefinitionTotal> all = totals();
  ASSERT_EQ(all.size(), 6U);
  const auto attained = [&](LocalityBasis basis, LocalityLevel level) {
    return of(all, basis, level).attained;
  };
  EXPECT_EQ(attained(LocalityBasis::kNativePlace, LocalityLevel::kCommune), 1);
  EXPECT_EQ(attained(LocalityBasis::kNativePlace, LocalityLevel::kDistrict), 1);
  EXPECT_EQ(attained(LocalityBasis::kBirthplace, LocalityLevel::kCommune), 1);
  EXPECT_EQ(attained(LocalityBasis::kBirthplace, LocalityLevel::kDistrict), 0);
  EXPECT_EQ(attained(LocalityBasis::kResidence, LocalityLevel::kCommune), 0);
  for (const DefinitionTotal& total : all) {
    EXPECT_EQ(total.posts, 2);
    EXPECT_EQ(total.needed, 2);  // one of one in each district, rounded up
    EXPECT_EQ(total.vacant, 1);
    EXPECT_EQ(total.units, 2);
    EXPECT_EQ(total.shortfall, 2 - total.attained);
    EXPECT_EQ(total.reached, total.attained);
  }
}

TEST_F(Definitions, TheResidenceRowsUseThePlansYears) {
  plan.quota_set.locality.residence_years = 20.5;
  EXPECT_EQ(of(totals(), LocalityBasis::kResidence, LocalityLevel::kCommune).attained, 1);
}

TEST_F(Definitions, AbsentDataAreUnknownInTheirRowsAlone) {
  plan[cadre].birthplace = {};
  const std::vector<DefinitionTotal> all = totals();
  EXPECT_EQ(of(all, LocalityBasis::kBirthplace, LocalityLevel::kCommune).unknown, 1);
  EXPECT_EQ(of(all, LocalityBasis::kNativePlace, LocalityLevel::kCommune).unknown, 0);
}

TEST_F(Definitions, TheOneInUseIsMarkedAndThePlanStaysAsItWas) {
  plan.quota_set.locality.basis = LocalityBasis::kBirthplace;
  plan.quota_set.locality.level = LocalityLevel::kDistrict;
  for (const DefinitionTotal& total : totals()) {
    EXPECT_EQ(total.in_use,
              total.basis == LocalityBasis::kBirthplace && total.level == LocalityLevel::kDistrict);
  }
}

TEST_F(Definitions, ExceptionsOfUnitsHoldInEveryRow) {
  plan.quota_set.quotas[0].overrides = {{d2, share("0")}};
  for (const DefinitionTotal& total : totals()) EXPECT_EQ(total.needed, 1);
}

TEST_F(Definitions, AQuotaOfWomenIsTheSameInAllRows) {
  plan.quota_set.quotas[0].counts = Counts::kFemale;
  plan[cadre].gender = Gender::kFemale;
  for (const DefinitionTotal& total : totals()) EXPECT_EQ(total.attained, 1);
}

TEST_F(Definitions, WithoutTheQuotaThereAreNone) {
  const Plan built = plan.build();
  EXPECT_TRUE(definitionTotals(built, QuotaId{}, Seating(built), built.header->as_of).empty());
  EXPECT_TRUE(definitionTotals(built, QuotaId{1U}, Seating(built), built.header->as_of).empty());
}

}  // namespace
}  // namespace cadre::test
