// Random plans and rounds: properties of every simulation, and a second, literal implementation of
// the plan format's "post_taken" for comparison.
#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "rules/rule.h"
#include "simulate/apply_moves.h"
#include "simulate/simulate.h"
#include "support/plan_builder.h"
#include "support/random.h"

namespace cadre::test {
namespace {

constexpr int kRounds = 2000;

struct World {
  PlanBuilder plan;
  std::vector<UnitId> communes;
  std::vector<PostId> posts;
  std::vector<CadreId> cadres;
};

Date randomDay(Random& random) {
  return addMonths(day("2023-01-31"), static_cast<int>(random.below(30)));
}

World randomWorld(Random& random) {
  World out;
  PlanBuilder& plan = out.plan;
  const std::size_t districts = 1 + random.below(std::size_t{3});
  for (std::size_t d = 0; d < districts; ++d) {
    const UnitId district = plan.district("d" + std::to_string(d));
    const std::size_t communes = random.below(std::size_t{5});
    for (std::size_t c = 0; c < communes; ++c) {
      out.communes.push_back(plan.commune("u" + std::to_string(out.communes.size()), district));
    }
  }
  if (out.communes.empty()) out.communes.push_back(plan.commune("u0", plan.city));
  for (const UnitId commune : out.communes) {
    for (const TitleId title : {plan.secretary, plan.chairman, plan.deputy}) {
      if (random.oneIn(4)) continue;
      out.posts.push_back(plan.post(commune, title));
      plan[out.posts.back()].locked = random.oneIn(20);
    }
  }
  if (out.posts.empty()) out.posts.push_back(plan.post(out.communes[0], plan.secretary));
  const std::size_t cadres = 1 + random.below(out.posts.size() + 3);
  for (std::size_t c = 0; c < cadres; ++c) {
    const CadreId cadre = plan.cadre("c" + std::to_string(c));
    out.cadres.push_back(cadre);
    if (!random.oneIn(4)) plan[cadre].native_place = random.of(out.communes);
    if (random.oneIn(10)) plan[cadre].service_ends = randomDay(random);
    if (random.oneIn(3)) plan[cadre].in_post_since = addMonths(randomDay(random), -40);
    if (random.oneIn(2)) plan[cadre].gender = random.oneIn(2) ? Gender::kFemale : Gender::kMale;
  }
  for (const PostId post : out.posts) {
    if (!random.oneIn(4)) plan[post].incumbent = random.of(out.cadres);
  }
  plan.quota(Counts::kNonLocal, "0.5");
  plan.quota(Counts::kFemale, "0.3333").group_level = kLevelCity;
  for (const rules::RuleInfo* rule : rules::registry()) {
    plan.rule(rule->id, random.oneIn(2) ? Severity::kHard : Severity::kSoft, rule->default_limit);
  }
  return out;
}

Round randomRound(Random& random, const World& world, Date date) {
  Round out = round(isoDate(date), {});
  // Mostly everybody once, so that chains and cycles occur, and sometimes somebody twice.
  std::vector<CadreId> movers = world.cadres;
  random.shuffle(movers);
  movers.resize(random.below(movers.size() + 1));
  while (random.oneIn(3)) movers.push_back(random.of(world.cadres));
  for (const CadreId mover : movers) {
    const PostId to = random.oneIn(6) ? PostId{} : random.of(world.posts);
    Move& next = out.moves.emplace_back(move(mover, to));
    next.type = static_cast<MoveType>(random.below(names<MoveType>().size()));
    while (random.oneIn(4)) next.keep.push_back(random.of(world.posts));
  }
  return out;
}

bool keeps(const Move& move, PostId post) {
  return std::find(move.keep.begin(), move.keep.end(), post) != move.keep.end();
}

// The posts of the cadre after the move, if it happened.
std::set<PostId> postsAfterMove(const Seating& before, const Move& move) {
  std::set<PostId> out;
  for (const PostId post : postsOf(before, move.cadre)) {
    if (keeps(move, post)) out.insert(post);
  }
  if (move.to) out.insert(move.to);
  return out;
}

// A literal implementation of "Meaning", sentence by sentence. Adds to `cascades` the moves taken
// out of a post that became crowded only because others were taken out.
std::vector<std::uint8_t> happenedLiterally(const Plan& plan, const Round& round,
                                            const Seating& before, int& cascades) {
  std::vector<std::uint8_t> happens(round.moves.size(), 0);
  std::set<CadreId> moving;
  for (std::size_t i = 0; i < round.moves.size(); ++i) {
    const Move& move = round.moves[i];
    if (before.gone(move.cadre)) continue;
    const std::vector<PostId> held = postsOf(before, move.cadre);
    const std::set<PostId> old_posts(held.begin(), held.end());
    const std::set<PostId> new_posts = postsAfterMove(before, move);
    bool locked = false;
    for (std::size_t p = 0; p < plan.structure->posts.size(); ++p) {
      const bool changes = old_posts.contains(PostId{p}) != new_posts.contains(PostId{p});
      locked = locked || (changes && plan.structure->posts[p].locked);
    }
    if (locked || moving.contains(move.cadre)) continue;
    moving.insert(move.cadre);
    happens[i] = 1;
  }
  std::set<std::size_t> crowded_at_first;
  for (bool first = true;; first = false) {
    std::vector<std::set<CadreId>> holders(plan.structure->posts.size());
    std::set<CadreId> moved;
    for (std::size_t i = 0; i < round.moves.size(); ++i) {
      if (happens[i] == 0) continue;
      moved.insert(round.moves[i].cadre);
      for (const PostId post : postsAfterMove(before, round.moves[i])) {
        holders[post.index()].insert(round.moves[i].cadre);
      }
    }
    for (std::size_t p = 0; p < holders.size(); ++p) {
      const CadreId holder = before.holder(PostId{p});
      if (holder && !moved.contains(holder)) holders[p].insert(holder);
    }
    std::size_t latest = round.moves.size();
    for (std::size_t i = 0; i < round.moves.size(); ++i) {
      const PostId to = round.moves[i].to;
      if (happens[i] == 0 || !to || holders[to.index()].size() < 2) continue;
      latest = i;
      if (first) crowded_at_first.insert(i);
    }
    if (latest == round.moves.size()) return happens;
    if (!crowded_at_first.contains(latest)) ++cascades;
    happens[latest] = 0;
  }
}

// The seating just before a round on that date.
Seating seatingOn(const Plan& plan, Date date) {
  Seating out(plan);
  for (std::size_t i = 0; i < plan.roster->cadres.size(); ++i) {
    const std::optional<Date> ends = plan.roster->cadres[i].service_ends;
    if (ends && *ends <= date) out.retire(CadreId{i});
  }
  return out;
}

// Every cadre has exactly the posts that result from the moves that happened.
void expectConserved(const Round& round, const std::vector<std::uint8_t>& happened,
                     const Seating& before, const Seating& after, const World& world) {
  std::size_t seats = 0;
  for (const CadreId cadre : world.cadres) {
    const std::vector<PostId> held = postsOf(before, cadre);
    std::set<PostId> expected(held.begin(), held.end());
    for (std::size_t i = 0; i < round.moves.size(); ++i) {
      if (happened[i] != 0 && round.moves[i].cadre == cadre) {
        expected = postsAfterMove(before, round.moves[i]);
      }
    }
    const std::vector<PostId> found = postsOf(after, cadre);
    EXPECT_EQ(found, std::vector<PostId>(expected.begin(), expected.end()));
    for (const PostId post : found) EXPECT_EQ(after.holder(post), cadre);
    seats += found.size();
  }
  const auto filled = std::count_if(world.posts.begin(), world.posts.end(),
                                    [&](PostId post) { return bool{after.holder(post)}; });
  EXPECT_EQ(seats, static_cast<std::size_t>(filled));
}

TEST(SimulateProperty, MovesHappenAsALiteralReadingOfTheFormatSays) {
  int taken_out = 0;
  int cascades = 0;
  for (int seed = 0; seed < kRounds; ++seed) {
    Random random(static_cast<std::uint32_t>(seed));
    const World world = randomWorld(random);
    const Plan plan = world.plan.build();
    const Round round = randomRound(random, world, randomDay(random));
    const Seating before = seatingOn(plan, round.date);
    const AppliedMoves applied = applyMoves(plan, round, before);
    ASSERT_EQ(applied.happened, happenedLiterally(plan, round, before, cascades))
        << "seed " << seed;
    expectConserved(round, applied.happened, before, applied.after, world);
    taken_out += static_cast<int>(
        std::count_if(applied.findings.begin(), applied.findings.end(),
                      [](const Finding& f) { return f.rule == kFindingPostTaken; }));
    ASSERT_FALSE(HasFailure()) << "seed " << seed;
  }
  // The plans are crowded enough to test anything.
  EXPECT_GT(taken_out, kRounds);
  EXPECT_GT(cascades, kRounds / 10);
}

TEST(SimulateProperty, EveryMoveEitherHappensOrHasOneFindingThatSaysWhyNot) {
  const std::set<std::string_view> reasons = {kFindingGone, kFindingLocked, kFindingMovedTwice,
                                              kFindingPostTaken};
  for (int seed = 0; seed < kRounds; ++seed) {
    Random random(static_cast<std::uint32_t>(seed));
    const World world = randomWorld(random);
    const Plan plan = world.plan.build();
    const Round round = randomRound(random, world, randomDay(random));
    const Timeline timeline = simulate(plan, scenario({round}));
    const RoundState& state = timeline.rounds[1];
    std::vector<int> blocked(round.moves.size(), 0);
    for (const Finding& finding : state.findings) {
      if (!reasons.contains(finding.rule)) continue;
      EXPECT_EQ(finding.severity, Severity::kHard);
      EXPECT_FALSE(finding.waived);
      ++blocked[static_cast<std::size_t>(finding.move)];
    }
    for (std::size_t i = 0; i < round.moves.size(); ++i) {
      EXPECT_EQ(blocked[i] + state.happened[i], 1);
      const Move& move = round.moves[i];
      if (state.happened[i] == 0 || !move.to) continue;
      EXPECT_EQ(state.after.holder(move.to), move.cadre);
    }
    EXPECT_EQ(state.moves, std::count(state.happened.begin(), state.happened.end(), 1));
    ASSERT_FALSE(HasFailure()) << "seed " << seed;
  }
}

TEST(SimulateProperty, CellsAddUpInEveryRound) {
  for (int seed = 0; seed < kRounds / 4; ++seed) {
    Random random(static_cast<std::uint32_t>(seed));
    const World world = randomWorld(random);
    const Plan plan = world.plan.build();
    Scenario played = scenario({});
    Date date = plan.header->as_of;
    const std::size_t rounds = random.below(std::size_t{5});
    for (std::size_t r = 0; r < rounds; ++r) {
      date = addMonths(date, static_cast<int>(random.below(9)));
      played.rounds.push_back(randomRound(random, world, date));
    }
    const Timeline timeline = simulate(plan, played);
    ASSERT_EQ(timeline.rounds.size(), rounds + 1);
    for (std::size_t entry = 0; entry < timeline.rounds.size(); ++entry) {
      const RoundState& state = timeline.rounds[entry];
      ASSERT_EQ(state.cells.size(), timeline.rounds[0].cells.size());
      for (std::size_t i = 0; i < state.cells.size(); ++i) {
        const Cell& cell = state.cells[i];
        EXPECT_LE(cell.attained + cell.vacant + cell.unknown, cell.posts);
        EXPECT_EQ(cell.posts, timeline.rounds[0].cells[i].posts);
        EXPECT_EQ(cell.needed, timeline.rounds[0].cells[i].needed);
        EXPECT_TRUE(cell.shortfall() == 0 || cell.surplus() == 0);
      }
      if (entry > 0) {
        expectConserved(played.rounds[entry - 1], state.happened, state.before, state.after, world);
      }
      for (const CadreId cadre : world.cadres) {
        const std::optional<Date> ends = plan.cadre(cadre).service_ends;
        EXPECT_EQ(state.after.gone(cadre), ends && *ends <= state.date);
      }
    }
    ASSERT_FALSE(HasFailure()) << "seed " << seed;
  }
}

TEST(SimulateProperty, MovesThatAllHappenDoSoInAnyOrder) {
  int compared = 0;
  for (int seed = 0; seed < kRounds; ++seed) {
    Random random(static_cast<std::uint32_t>(seed));
    const World world = randomWorld(random);
    const Plan plan = world.plan.build();
    Round round = randomRound(random, world, randomDay(random));
    const Seating before = seatingOn(plan, round.date);
    const AppliedMoves first = applyMoves(plan, round, before);
    // Keeps only those that happened: together they fit, in any order.
    std::vector<Move> fitting;
    for (std::size_t i = 0; i < round.moves.size(); ++i) {
      if (first.happened[i] != 0) fitting.push_back(round.moves[i]);
    }
    if (fitting.size() > 1) ++compared;
    random.shuffle(fitting);
    round.moves = fitting;
    const AppliedMoves again = applyMoves(plan, round, before);
    EXPECT_TRUE(again.findings.empty());
    for (const PostId post : world.posts) {
      EXPECT_EQ(again.after.holder(post), first.after.holder(post));
    }
    for (const CadreId cadre : world.cadres) {
      EXPECT_EQ(again.after.since(cadre), first.after.since(cadre));
      EXPECT_EQ(again.after.termsAsHead(cadre), first.after.termsAsHead(cadre));
    }
    ASSERT_FALSE(HasFailure()) << "seed " << seed;
  }
  EXPECT_GT(compared, kRounds / 4);
}

TEST(SimulateProperty, MovesThatCannotBeTriedMakeNoDifferenceToTheOthers) {
  for (int seed = 0; seed < kRounds; ++seed) {
    Random random(static_cast<std::uint32_t>(seed));
    const World world = randomWorld(random);
    const Plan plan = world.plan.build();
    Round round = randomRound(random, world, randomDay(random));
    const Seating before = seatingOn(plan, round.date);
    const AppliedMoves all = applyMoves(plan, round, before);
    std::set<std::size_t> not_tried;
    for (const Finding& finding : all.findings) {
      if (finding.rule != kFindingPostTaken) {
        not_tried.insert(static_cast<std::size_t>(finding.move));
      }
    }
    std::vector<Move> tried;
    std::vector<std::uint8_t> expected;
    for (std::size_t i = 0; i < round.moves.size(); ++i) {
      if (not_tried.contains(i)) continue;
      tried.push_back(round.moves[i]);
      expected.push_back(all.happened[i]);
    }
    round.moves = tried;
    ASSERT_EQ(applyMoves(plan, round, before).happened, expected) << "seed " << seed;
  }
}

TEST(SimulateProperty, TheSameScenarioGivesTheSameTimeline) {
  for (int seed = 0; seed < kRounds / 10; ++seed) {
    Random random(static_cast<std::uint32_t>(seed));
    const World world = randomWorld(random);
    const Plan plan = world.plan.build();
    const Scenario played = scenario({randomRound(random, world, randomDay(random))});
    const Timeline first = simulate(plan, played);
    const Timeline second = simulate(plan, played);
    EXPECT_EQ(first.rounds[1].cells, second.rounds[1].cells);
    ASSERT_EQ(first.rounds[1].findings.size(), second.rounds[1].findings.size());
    for (std::size_t i = 0; i < first.rounds[1].findings.size(); ++i) {
      EXPECT_EQ(first.rounds[1].findings[i].message, second.rounds[1].findings[i].message);
    }
  }
}

}  // namespace
}  // namespace cadre::test
