#include "model/locality.h"

#include <gtest/gtest.h>

#include "support/plan_builder.h"

namespace cadre::test {
namespace {

// Communes "a" and "b" in district "1", commune "c" in district "2", and one official.
struct Places {
  PlanBuilder plan;
  UnitId district_1 = plan.district("1");
  UnitId district_2 = plan.district("2");
  UnitId a = plan.commune("a", district_1);
  UnitId b = plan.commune("b", district_1);
  UnitId c = plan.commune("c", district_2);
  CadreId official = plan.cadre("x");

  Places(LocalityBasis basis, LocalityLevel level) {
    plan.quota_set.locality.basis = basis;
    plan.quota_set.locality.level = level;
  }

  Cadre& cadre() { return plan[official]; }

  [[nodiscard]] Locality in(UnitId unit) const {
    const Plan built = plan.build();
    return localityOf(built.cadre(official), unit, *built.structure, built.quota_set->locality);
  }
};

void expectByCommune(const Places& places) {
  EXPECT_EQ(places.in(places.a), Locality::kLocal);
  EXPECT_EQ(places.in(places.b), Locality::kNonLocal);
  EXPECT_EQ(places.in(places.c), Locality::kNonLocal);
}

void expectByDistrict(const Places& places) {
  EXPECT_EQ(places.in(places.a), Locality::kLocal);
  EXPECT_EQ(places.in(places.b), Locality::kLocal);
  EXPECT_EQ(places.in(places.c), Locality::kNonLocal);
}

TEST(LocalityOf, TheNativePlaceAtTheLevelOfTheCommune) {
  Places places(LocalityBasis::kNativePlace, LocalityLevel::kCommune);
  places.cadre().native_place = places.a;
  places.cadre().birthplace = places.c;
  expectByCommune(places);
}

TEST(LocalityOf, TheNativePlaceAtTheLevelOfTheDistrict) {
  Places places(LocalityBasis::kNativePlace, LocalityLevel::kDistrict);
  places.cadre().native_place = places.a;
  expectByDistrict(places);
}

TEST(LocalityOf, TheBirthplaceAtBothLevels) {
  for (const LocalityLevel level : {LocalityLevel::kCommune, LocalityLevel::kDistrict}) {
    Places places(LocalityBasis::kBirthplace, level);
    places.cadre().native_place = places.c;
    places.cadre().birthplace = places.a;
    level == LocalityLevel::kCommune ? expectByCommune(places) : expectByDistrict(places);
  }
}

TEST(LocalityOf, YearsOfResidenceAtBothLevels) {
  for (const LocalityLevel level : {LocalityLevel::kCommune, LocalityLevel::kDistrict}) {
    Places places(LocalityBasis::kResidence, level);
    places.cadre().residence = {{.unit = places.a, .years = 20, .extra = nullptr}};
    level == LocalityLevel::kCommune ? expectByCommune(places) : expectByDistrict(places);
  }
}

TEST(LocalityOf, TheYearsMustReachTheSetting) {
  Places places(LocalityBasis::kResidence, LocalityLevel::kCommune);
  places.cadre().residence = {{.unit = places.a, .years = 19.9, .extra = nullptr}};
  EXPECT_EQ(places.in(places.a), Locality::kNonLocal);
  places.plan.quota_set.locality.residence_years = 19.5;
  EXPECT_EQ(places.in(places.a), Locality::kLocal);
}

TEST(LocalityOf, AnyEntryOfTheResidenceMayDo) {
  Places places(LocalityBasis::kResidence, LocalityLevel::kCommune);
  places.cadre().residence = {{.unit = places.c, .years = 5, .extra = nullptr},
                              {.unit = places.a, .years = 22, .extra = nullptr}};
  expectByCommune(places);
}

TEST(LocalityOf, AUnitAboveMakesLocalEverywhereUnderIt) {
  for (const LocalityLevel level : {LocalityLevel::kCommune, LocalityLevel::kDistrict}) {
    Places native(LocalityBasis::kNativePlace, level);
    native.cadre().native_place = native.district_1;
    expectByDistrict(native);
    Places born(LocalityBasis::kBirthplace, level);
    born.cadre().birthplace = born.plan.city;
    EXPECT_EQ(born.in(born.a), Locality::kLocal);
    EXPECT_EQ(born.in(born.c), Locality::kLocal);
    Places resident(LocalityBasis::kResidence, level);
    resident.cadre().residence = {{.unit = resident.district_1, .years = 30, .extra = nullptr}};
    expectByDistrict(resident);
  }
}

TEST(LocalityOf, APostOfTheDistrictItselfIsInTheDistrict) {
  Places places(LocalityBasis::kNativePlace, LocalityLevel::kCommune);
  places.cadre().native_place = places.a;
  EXPECT_EQ(places.in(places.district_1), Locality::kNonLocal);
  places.plan.quota_set.locality.level = LocalityLevel::kDistrict;
  EXPECT_EQ(places.in(places.district_1), Locality::kLocal);
}

TEST(LocalityOf, AbsentDataAreUnknown) {
  for (const LocalityBasis basis :
       {LocalityBasis::kNativePlace, LocalityBasis::kBirthplace, LocalityBasis::kResidence}) {
    const Places places(basis, LocalityLevel::kCommune);
    EXPECT_EQ(places.in(places.a), Locality::kUnknown);
  }
}

TEST(LocalityOf, AResidenceKnownToBeNowhereHereIsNonLocal) {
  Places places(LocalityBasis::kResidence, LocalityLevel::kCommune);
  places.cadre().residence.emplace();
  EXPECT_EQ(places.in(places.a), Locality::kNonLocal);
}

TEST(LocalityOf, WithoutDistrictsTheLevelOfTheDistrictIsThatOfTheCommune) {
  Places places(LocalityBasis::kNativePlace, LocalityLevel::kDistrict);
  const UnitId d = places.plan.commune("d", places.plan.city);
  const UnitId e = places.plan.commune("e", places.plan.city);
  places.cadre().native_place = d;
  EXPECT_EQ(places.in(d), Locality::kLocal);
  EXPECT_EQ(places.in(e), Locality::kNonLocal);
}

}  // namespace
}  // namespace cadre::test
