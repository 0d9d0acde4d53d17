#include "model/seating.h"

#include <gtest/gtest.h>

#include "support/plan_builder.h"

namespace cadre::test {
namespace {

struct Commune {
  PlanBuilder plan;
  UnitId unit = plan.commune("a", plan.district("1"));
  PostId secretary = plan.post(unit, plan.secretary);
  PostId chairman = plan.post(unit, plan.chairman);
  PostId deputy = plan.post(unit, plan.deputy);
};

using Posts = std::vector<PostId>;

TEST(Seating, StartsAsTheRosterSays) {
  Commune at;
  const CadreId x = at.plan.cadre("x", at.secretary);
  at.plan[x].in_post_since = day("2019-05-01");
  at.plan[x].terms_as_head_here = 1;
  const CadreId y = at.plan.cadre("y");
  const Seating seating(at.plan.build());
  EXPECT_EQ(seating.postCount(), 3U);
  EXPECT_EQ(seating.holder(at.secretary), x);
  EXPECT_FALSE(seating.holder(at.chairman));
  EXPECT_EQ(seating.since(x), day("2019-05-01"));
  EXPECT_EQ(seating.termsAsHead(x), 1);
  EXPECT_FALSE(seating.firstPost(y));
  EXPECT_FALSE(seating.since(y).has_value());
  EXPECT_FALSE(seating.termsAsHead(y).has_value());
  EXPECT_FALSE(seating.gone(x));
}

TEST(Seating, PostsOfOneHolderComeInFileOrder) {
  Commune at;
  const CadreId x = at.plan.cadre("x", at.deputy);
  at.plan[at.secretary].incumbent = x;
  at.plan[at.chairman].incumbent = x;
  const Seating seating(at.plan.build());
  EXPECT_EQ(seating.firstPost(x), at.secretary);
  EXPECT_EQ(seating.nextPost(at.secretary), at.chairman);
  EXPECT_EQ(seating.nextPost(at.chairman), at.deputy);
  EXPECT_FALSE(seating.nextPost(at.deputy));
}

TEST(Seating, VacatingAnyOfSeveralPostsLeavesTheOthers) {
  for (const std::size_t left : {0U, 1U, 2U}) {
    Commune at;
    const CadreId x = at.plan.cadre("x", at.deputy);
    at.plan[at.secretary].incumbent = x;
    at.plan[at.chairman].incumbent = x;
    Seating seating(at.plan.build());
    Posts rest = {at.secretary, at.chairman, at.deputy};
    seating.vacate(rest[left]);
    EXPECT_FALSE(seating.holder(rest[left]));
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(left));
    EXPECT_EQ(postsOf(seating, x), rest);
  }
}

TEST(Seating, VacatingAVacantPostDoesNothing) {
  Commune at;
  Seating seating(at.plan.build());
  seating.vacate(at.secretary);
  EXPECT_FALSE(seating.holder(at.secretary));
}

TEST(Seating, SeatingAddsAPost) {
  Commune at;
  const CadreId x = at.plan.cadre("x", at.secretary);
  Seating seating(at.plan.build());
  seating.seat(x, at.deputy);
  EXPECT_EQ(seating.holder(at.deputy), x);
  EXPECT_EQ(postsOf(seating, x), (Posts{at.secretary, at.deputy}));
}

TEST(Seating, ACopyLivesItsOwnLife) {
  Commune at;
  const CadreId x = at.plan.cadre("x", at.secretary);
  const Seating before(at.plan.build());
  Seating after = before;
  after.vacate(at.secretary);
  EXPECT_EQ(before.holder(at.secretary), x);
  EXPECT_FALSE(after.holder(at.secretary));
}

TEST(Seating, OneWhoRetiresLeavesEveryPostForGood) {
  Commune at;
  const CadreId x = at.plan.cadre("x", at.secretary);
  at.plan[at.deputy].incumbent = x;
  Seating seating(at.plan.build());
  seating.retire(x);
  EXPECT_TRUE(seating.gone(x));
  EXPECT_FALSE(seating.holder(at.secretary));
  EXPECT_FALSE(seating.holder(at.deputy));
  EXPECT_FALSE(seating.firstPost(x));
}

TEST(Seating, TenureAndTermsAreOfAPostAndEndWithIt) {
  Commune at;
  const CadreId x = at.plan.cadre("x", at.secretary);
  at.plan[x].terms_as_head_here = 2;
  at.plan[x].in_post_since = day("2019-05-01");
  Seating seating(at.plan.build());
  seating.seat(x, at.deputy);
  EXPECT_FALSE(seating.since(at.deputy).has_value());
  EXPECT_EQ(seating.since(at.secretary), day("2019-05-01")) << "the other post goes on";
  EXPECT_EQ(seating.termsAsHead(at.secretary), 2);
  seating.vacate(at.secretary);
  EXPECT_FALSE(seating.since(at.secretary).has_value());
  EXPECT_FALSE(seating.termsAsHead(at.secretary).has_value());
}

TEST(Seating, WhoWasForcedOutIsRememberedWithTheLastDay) {
  Commune at;
  const CadreId x = at.plan.cadre("x", at.secretary);
  const CadreId y = at.plan.cadre("y");
  Seating seating(at.plan.build());
  EXPECT_FALSE(seating.forcedOut(x).has_value());
  seating.setForcedOut(y, day("2023-10-01"));
  seating.setForcedOut(x, day("2023-11-01"));
  seating.setForcedOut(x, day("2022-01-01"));
  EXPECT_EQ(seating.forcedOut(x), day("2023-11-01"));
  EXPECT_EQ(seating.forcedOut(y), day("2023-10-01"));
}

TEST(Seating, TheDistrictIsThatOfThePostAndElseOfTheNativePlace) {
  PlanBuilder plan;
  const UnitId here = plan.district("d1");
  const UnitId home = plan.district("d2");
  const CadreId serving = plan.cadre("x", plan.post(plan.commune("c1", here), plan.deputy));
  const CadreId waiting = plan.cadre("y");
  const CadreId unknown = plan.cadre("z");
  const UnitId village = plan.commune("c2", home);
  plan[serving].native_place = village;
  plan[waiting].native_place = village;
  const Plan built = plan.build();
  const Seating seating(built);
  EXPECT_EQ(districtOf(built, seating, serving), here);
  EXPECT_EQ(districtOf(built, seating, waiting), home);
  EXPECT_FALSE(districtOf(built, seating, unknown));
}

TEST(Cadre, PoolTitlesAreEachNamedOnceInTheOrderOfThePlan) {
  PlanBuilder plan;
  Cadre cadre;
  cadre.pool = {plan.deputy, plan.secretary, plan.deputy};
  const std::vector<TitleId> expected = {plan.secretary, plan.deputy};
  EXPECT_EQ(cadre.poolTitles(), expected);
}

}  // namespace
}  // namespace cadre::test
