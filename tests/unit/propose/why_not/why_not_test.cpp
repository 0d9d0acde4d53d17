#include "propose/why_not/why_not.h"

#include <algorithm>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "propose/proposal.h"
#include "random_plan.h"
#include "simulate/simulate.h"
#include "support/plan_builder.h"

namespace cadre::propose {
namespace {

using test::PlanBuilder;

// The parts of a plan, for edits that are independent of the code under test.
struct Edited {
  PlanBuilder plan;
  Round round;
  Question question;
};

struct Solved {
  Proposal proposal;
  Timeline after;

  [[nodiscard]] bool isPossible() const { return proposal.status != Status::kInfeasible; }
  // Of the district; none: of all.
  [[nodiscard]] std::int64_t shortfall(UnitId unit) const {
    std::int64_t sum = 0;
    for (const Cell& cell : after.rounds.back().cells) {
      if (!unit || cell.unit == unit) sum += cell.shortfall();
    }
    return sum;
  }
};

Solved solve(const Edited& edited) {
  const Plan plan = edited.plan.build();
  Scenario scenario = test::scenario({edited.round});
  Solved out;
  out.proposal = propose(plan, scenario, simulate(plan, scenario), 0, edited.question);
  scenario.rounds[0] = roundWith(scenario.rounds[0], out.proposal);
  out.after = simulate(plan, scenario);
  return out;
}

std::vector<Reason> reasonsOf(const Edited& edited) {
  const Plan plan = edited.plan.build();
  const Scenario scenario = test::scenario({edited.round});
  return whyNot(plan, scenario, simulate(plan, scenario), 0, edited.question);
}

RuleSetting& ruleOf(Edited& edited, std::string_view key) {
  auto& rules = edited.plan.rule_set.rules;
  return *std::find_if(rules.begin(), rules.end(),
                       [&](const RuleSetting& rule) { return rule.key == key; });
}

// One more candidate from the district's other commune, or from another district.
void addCandidate(Edited& edited, UnitId district, TitleId title) {
  PlanBuilder& plan = edited.plan;
  const UnitId elsewhere = plan.commune("elsewhere", district);
  const CadreId cadre = plan.cadre("new");
  plan[cadre].native_place = elsewhere;
  plan[cadre].pool = {title};
}

Edited with(Edited edited, const Change& change, UnitId district) {
  switch (change.kind) {
    case ChangeKind::kRuleLimit:
      ruleOf(edited, change.rule).limit = change.to;
      break;
    case ChangeKind::kSoftRule:
      ruleOf(edited, change.rule).severity = Severity::kSoft;
      break;
    case ChangeKind::kDistrictCap:
      edited.plan.rule_set.caps->moves_per_district_per_round = change.to;
      break;
    case ChangeKind::kGroupCap:
      edited.plan.rule_set.caps->per_group->most = change.to;
      break;
    case ChangeKind::kRoundCap:
      edited.plan.rule_set.caps->moves_per_round = change.to;
      break;
    case ChangeKind::kUnpin:
      edited.round.moves[change.move].pinned = false;
      break;
    case ChangeKind::kUnlock:
      edited.plan[change.post].locked = false;
      break;
    case ChangeKind::kCandidate:
      addCandidate(edited, district, change.title);
      break;
    case ChangeKind::kAcrossCity:
      edited.question.within = kWholePlan;
      break;
  }
  return edited;
}

Edited randomCase(std::uint32_t seed) {
  test::Random random(seed);
  Edited out{test::randomPlan(random, {}), test::round("2023-10-01", {}), {}};
  const Plan plan = out.plan.build();
  if (random.oneIn(3)) {
    const auto cadre = static_cast<std::size_t>(random.below(4));
    const auto post = static_cast<std::size_t>(random.below(6));
    out.round.moves.push_back(test::move(CadreId{cadre}, PostId{post}));
    out.round.moves.back().pinned = true;
  }
  if (random.oneIn(4)) {
    if (!out.plan.rule_set.caps) out.plan.rule_set.caps.emplace();
    out.plan.rule_set.caps->moves_per_round = random.below(4);
  }
  return out;
}

std::string wordsOf(std::uint32_t seed, const Way& way) {
  return "seed " + std::to_string(seed) + ", change " +
         std::to_string(static_cast<int>(way.change.kind)) + " " + std::string(way.change.rule) +
         " " + std::to_string(way.change.from) + " to " + std::to_string(way.change.to);
}

TEST(WhyNot, EveryWayGainsWhatTheChangedPlanGains) {
  std::size_t ways = 0;
  std::size_t of_districts = 0;
  for (std::uint32_t seed = 0; seed < 250; ++seed) {
    const Edited edited = randomCase(seed);
    const Solved base = solve(edited);
    for (const Reason& reason : reasonsOf(edited)) {
      ASSERT_EQ(reason.is_possible, base.isPossible()) << seed;
      if (reason.is_possible) {
        ASSERT_EQ(reason.shortfall, base.shortfall(reason.unit)) << seed;
      }
      for (const Way& way : reason.ways) {
        ++ways;
        of_districts += reason.unit ? 1 : 0;
        const Solved changed = solve(with(edited, way.change, reason.unit));
        ASSERT_TRUE(changed.isPossible()) << wordsOf(seed, way);
        const auto& caps = edited.plan.rule_set.caps;
        if (reason.unit && caps && caps->moves_per_round) {
          // The other districts as they are; all together may be even better.
          ASSERT_LE(changed.shortfall({}), base.shortfall({}) - way.gain) << wordsOf(seed, way);
        } else {
          ASSERT_EQ(changed.shortfall(reason.unit), way.shortfall) << wordsOf(seed, way);
        }
        ASSERT_EQ(way.gain, reason.is_possible ? reason.shortfall - way.shortfall : 0);
        if (reason.is_possible) {
          ASSERT_GT(way.gain, 0) << wordsOf(seed, way);
        }
      }
    }
  }
  EXPECT_GT(ways, 300U);
  EXPECT_GT(of_districts, 100U);
}

TEST(WhyNot, NoWayThatIsLeftOutGainsAnything) {
  for (std::uint32_t seed = 0; seed < 120; ++seed) {
    const Edited edited = randomCase(seed);
    const Solved base = solve(edited);
    if (!base.isPossible() || base.shortfall({}) == 0) continue;
    const std::vector<Reason> reasons = reasonsOf(edited);
    ASSERT_FALSE(reasons.empty()) << seed;
    const auto is_listed = [&](UnitId unit, ChangeKind kind, PostId post) {
      return std::any_of(reasons.begin(), reasons.end(), [&](const Reason& reason) {
        return (reason.unit == unit || !reason.unit) &&
               std::any_of(reason.ways.begin(), reason.ways.end(), [&](const Way& way) {
                 return way.change.kind == kind && (!post || way.change.post == post);
               });
      });
    };
    const Plan plan = edited.plan.build();
    for (std::size_t p = 0; p < plan.structure->posts.size(); ++p) {
      if (!plan.structure->posts[p].locked) continue;
      Change change;
      change.kind = ChangeKind::kUnlock;
      change.post = PostId{p};
      const Solved changed = solve(with(edited, change, {}));
      const UnitId district = plan.structure->districtOf(plan.structure->posts[p].unit);
      if (changed.shortfall({}) < base.shortfall({})) {
        EXPECT_TRUE(is_listed(district, ChangeKind::kUnlock, PostId{p})) << seed << " post " << p;
      }
    }
    Change cap;
    cap.kind = ChangeKind::kDistrictCap;
    cap.to = 100;
    if (edited.plan.rule_set.caps && edited.plan.rule_set.caps->moves_per_district_per_round) {
      const Solved changed = solve(with(edited, cap, {}));
      if (changed.shortfall({}) < base.shortfall({})) {
        EXPECT_TRUE(is_listed({}, ChangeKind::kDistrictCap, {}) ||
                    is_listed(UnitId{1}, ChangeKind::kDistrictCap, {}) ||
                    is_listed(plan.structure->districtOf(plan.structure->posts.back().unit),
                              ChangeKind::kDistrictCap, {}))
            << seed;
      }
    }
  }
}

TEST(WhyNot, FewerMovesThanItSaysNeverReachTheLeastShortfall) {
  std::size_t checked = 0;
  for (std::uint32_t seed = 0; seed < 150; ++seed) {
    const Edited edited = randomCase(seed);
    for (const Reason& reason : reasonsOf(edited)) {
      if (!reason.is_possible || !reason.moves) continue;
      Edited limited = edited;
      if (reason.unit) limited.question.units = {reason.unit};
      limited.question.most_moves = static_cast<std::int32_t>(*reason.moves);
      const Solved enough = solve(limited);
      ASSERT_TRUE(enough.isPossible()) << seed;
      EXPECT_EQ(enough.shortfall(reason.unit), reason.shortfall) << seed;
      if (*reason.moves == 0) continue;
      ++checked;
      limited.question.most_moves = static_cast<std::int32_t>(*reason.moves) - 1;
      const Solved fewer = solve(limited);
      EXPECT_TRUE(!fewer.isPossible() || fewer.shortfall(reason.unit) > reason.shortfall) << seed;
    }
  }
  EXPECT_GT(checked, 50U);
}

// One district, three communes, six local officials who came a known time ago.
class WhyNotOf : public ::testing::Test {
 protected:
  WhyNotOf() {
    district = edited.plan.district("001");
    for (const char* key : {"a", "b", "c"}) {
      const UnitId commune = edited.plan.commune(key, district);
      for (const TitleId title : {edited.plan.secretary, edited.plan.chairman}) {
        posts.push_back(edited.plan.post(commune, title));
        cadres.push_back(
            edited.plan.cadre(std::string(key) + std::to_string(posts.size()), posts.back()));
        edited.plan[cadres.back()].native_place = commune;
        edited.plan[cadres.back()].pool = {title};
        edited.plan[cadres.back()].in_post_since = test::day("2021-10-01");  // 24 months
      }
    }
    edited.plan.quota(Counts::kNonLocal, "0.5");
    edited.plan.rule("months_in_post", Severity::kHard, 36);
    edited.round = test::round("2023-10-01", {});
  }

  Edited edited;
  UnitId district;
  std::vector<PostId> posts;
  std::vector<CadreId> cadres;
};

TEST_F(WhyNotOf, NamesTheMildestLimitThatHelps) {
  const std::vector<Reason> reasons = reasonsOf(edited);
  ASSERT_EQ(reasons.size(), 1U);
  EXPECT_EQ(reasons[0].unit, district);
  EXPECT_EQ(reasons[0].shortfall, 3);
  EXPECT_EQ(reasons[0].moves, 0);
  ASSERT_FALSE(reasons[0].ways.empty());
  const Way& first = reasons[0].ways[0];
  EXPECT_EQ(first.change.kind, ChangeKind::kRuleLimit);
  EXPECT_EQ(first.change.rule, "months_in_post");
  EXPECT_EQ(first.change.from, 36);
  EXPECT_EQ(first.change.to, 24);
  EXPECT_EQ(first.gain, 3);
}

TEST_F(WhyNotOf, SaysHowManyMovesTheQuotaTakes) {
  edited.plan.rule_set.rules.clear();
  const std::vector<Reason> reasons = reasonsOf(edited);
  ASSERT_EQ(reasons.size(), 1U);
  EXPECT_EQ(reasons[0].shortfall, 0);
  EXPECT_EQ(reasons[0].moves, 3);
  EXPECT_TRUE(reasons[0].ways.empty());
}

TEST_F(WhyNotOf, ACapIsRaisedNoFurtherThanItHelps) {
  edited.plan.rule_set.rules.clear();
  edited.plan.rule_set.caps.emplace().moves_per_district_per_round = 2;
  const std::vector<Reason> reasons = reasonsOf(edited);
  ASSERT_EQ(reasons.size(), 1U);
  EXPECT_EQ(reasons[0].shortfall, 1);
  EXPECT_TRUE(reasons[0].is_capped);
  ASSERT_FALSE(reasons[0].ways.empty());
  EXPECT_EQ(reasons[0].ways[0].change.kind, ChangeKind::kDistrictCap);
  EXPECT_EQ(reasons[0].ways[0].change.to, 3);
}

TEST_F(WhyNotOf, WithoutAPlanItNamesThePinsThatStandInTheWay) {
  edited.plan[posts[1]].locked = true;
  edited.round.moves = {test::move(cadres[0], posts[1])};
  edited.round.moves[0].pinned = true;
  const std::vector<Reason> reasons = reasonsOf(edited);
  ASSERT_EQ(reasons.size(), 1U);
  EXPECT_FALSE(reasons[0].is_possible);
  std::vector<ChangeKind> kinds;
  for (const Way& way : reasons[0].ways) kinds.push_back(way.change.kind);
  EXPECT_NE(std::find(kinds.begin(), kinds.end(), ChangeKind::kUnpin), kinds.end());
}

TEST_F(WhyNotOf, CutIntoSmallStepsItSaysTheSame) {
  const std::vector<Reason> expected = reasonsOf(edited);
  const Plan plan = edited.plan.build();
  const Scenario scenario = test::scenario({edited.round});
  WhyNotJob job(plan, scenario, simulate(plan, scenario), 0, {});
  std::size_t steps = 0;
  double progress = 0.0;
  while (!job.step(1)) {
    ++steps;
    EXPECT_GE(job.progress(), progress);
    progress = job.progress();
  }
  EXPECT_GT(steps, 5U);
  const std::vector<Reason> found = job.reasons();
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    EXPECT_EQ(found[i].ways.size(), expected[i].ways.size());
  }
}

}  // namespace
}  // namespace cadre::propose
