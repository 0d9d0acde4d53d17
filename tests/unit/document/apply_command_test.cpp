#include <cmath>
#include <set>

#include <gtest/gtest.h>

#include "document_case.h"
#include "model/limits.h"
#include "plan_io/plan_io.h"

namespace cadre::test {
namespace {

using text::Str;

std::vector<std::string> roundKeys(const Plan& plan, std::string_view scenario) {
  std::vector<std::string> out;
  for (const Round& round : scenarioOf(plan, scenario).rounds) out.push_back(round.key);
  return out;
}

std::vector<std::string> scenarioKeys(const Plan& plan) {
  std::vector<std::string> out;
  for (const auto& scenario : *plan.scenarios) out.push_back(scenario->key);
  return out;
}

using Keys = std::vector<std::string>;

TEST(ApplyCommand, RenamesThePlan) {
  const DocumentCase c;
  const Plan after = applied(c.plan, RenamePlan{"Tên mới"});
  EXPECT_EQ(after.header->title, "Tên mới");
  EXPECT_EQ(after.header->as_of, c.plan.header->as_of);
}

TEST(ApplyCommand, SharesWhatItDoesNotChange) {
  const DocumentCase c;
  const Plan renamed = applied(c.plan, RenamePlan{"x"});
  EXPECT_NE(renamed.header, c.plan.header);
  EXPECT_EQ(renamed.structure, c.plan.structure);
  EXPECT_EQ(renamed.roster, c.plan.roster);
  EXPECT_EQ(renamed.scenarios, c.plan.scenarios);
  const Plan moved = applied(c.plan, RemoveMove{c.r1, 0});
  EXPECT_EQ(moved.structure, c.plan.structure);
  EXPECT_EQ(moved.quota_set, c.plan.quota_set);
  EXPECT_EQ((*moved.scenarios)[0], (*c.plan.scenarios)[0]);
  EXPECT_NE((*moved.scenarios)[1], (*c.plan.scenarios)[1]);
}

TEST(ApplyCommand, BranchesAScenario) {
  const DocumentCase c;
  const Plan after = applied(c.plan, BranchScenario{"baseline", "b", "Phương án B"});
  EXPECT_EQ(scenarioKeys(after), (Keys{"baseline", "b", "a"}));
  EXPECT_EQ(scenarioOf(after, "b").based_on, "baseline");
  EXPECT_EQ(scenarioOf(after, "b").name, "Phương án B");
  EXPECT_TRUE(scenarioOf(after, "b").rounds.empty());
  const Plan copy = applied(c.plan, BranchScenario{"a", "b", ""});
  EXPECT_EQ(scenarioKeys(copy), (Keys{"baseline", "a", "b"}));
  EXPECT_EQ(roundKeys(copy, "b"), (Keys{"r1", "r2"}));
  EXPECT_EQ(roundOf(copy, {"b", "r1"}).moves.size(), 2U);
}

TEST(ApplyCommand, BranchesFromNothing) {
  const DocumentCase c;
  const Plan after = applied(c.plan, BranchScenario{"", "b", "B"});
  EXPECT_EQ(scenarioKeys(after), (Keys{"b", "baseline", "a"}));
  EXPECT_EQ(scenarioOf(after, "b").based_on, "");
}

TEST(ApplyCommand, RenamesAScenario) {
  const DocumentCase c;
  EXPECT_EQ(scenarioOf(applied(c.plan, RenameScenario{"a", "X"}), "a").name, "X");
}

TEST(ApplyCommand, DeletingAScenarioHandsItsBaseOn) {
  const DocumentCase c;
  const Plan branched = applied(c.plan, BranchScenario{"a", "b", "B"});
  const Plan after = applied(branched, DeleteScenario{"a"});
  EXPECT_EQ(scenarioKeys(after), (Keys{"baseline", "b"}));
  EXPECT_EQ(scenarioOf(after, "b").based_on, "baseline");
  EXPECT_EQ(scenarioOf(applied(c.plan, DeleteScenario{"baseline"}), "a").based_on, "");
}

TEST(ApplyCommand, AddsARoundByItsDate) {
  const DocumentCase c;
  const auto with = [&](std::string_view date) {
    Round added = round(date, {});
    added.key = "new";
    return roundKeys(applied(c.plan, AddRound{"a", added}), "a");
  };
  EXPECT_EQ(with("2023-01-01"), (Keys{"new", "r1", "r2"}));
  EXPECT_EQ(with("2023-10-01"), (Keys{"r1", "new", "r2"}));
  EXPECT_EQ(with("2024-04-01"), (Keys{"r1", "r2", "new"}));
}

TEST(ApplyCommand, RenamesDatesAndDeletesARound) {
  const DocumentCase c;
  EXPECT_EQ(roundOf(applied(c.plan, RenameRound{c.r1, "X"}), c.r1).name, "X");
  const Plan dated = applied(c.plan, SetRoundDate{c.r1, day("2024-12-31")});
  EXPECT_EQ(roundKeys(dated, "a"), (Keys{"r2", "r1"}));
  EXPECT_EQ(roundOf(dated, c.r1).date, day("2024-12-31"));
  EXPECT_EQ(roundOf(dated, c.r1).moves.size(), 2U);
  EXPECT_EQ(roundKeys(applied(c.plan, DeleteRound{c.r1}), "a"), Keys{"r2"});
}

TEST(ApplyCommand, AddsMovesAtTheEnd) {
  const DocumentCase c;
  const Plan after = applied(c.plan, AddMoves{c.r1, {move(c.cadres[4], c.posts[5])}, {}});
  const std::vector<Move>& moves = roundOf(after, c.r1).moves;
  ASSERT_EQ(moves.size(), 3U);
  EXPECT_EQ(moves[2].cadre, c.cadres[4]);
  EXPECT_EQ(moves[2].to, c.posts[5]);
}

TEST(ApplyCommand, AMoveTakesThePlaceOfTheCadresEarlierOne) {
  const DocumentCase c;
  const Plan after = applied(c.plan, AddMoves{c.r1, {move(c.cadres[0], c.posts[5])}, {}});
  const std::vector<Move>& moves = roundOf(after, c.r1).moves;
  ASSERT_EQ(moves.size(), 2U);
  EXPECT_EQ(moves[0].cadre, c.cadres[0]);
  EXPECT_EQ(moves[0].to, c.posts[5]);
}

TEST(ApplyCommand, MovesOfThoseWhoStayAreTakenOut) {
  const DocumentCase c;
  const Plan after =
      applied(c.plan, AddMoves{c.r1, {move(c.cadres[0], c.posts[4])}, {c.cadres[2], c.cadres[3]}});
  const std::vector<Move>& moves = roundOf(after, c.r1).moves;
  ASSERT_EQ(moves.size(), 1U);
  EXPECT_EQ(moves[0].to, c.posts[4]);
}

TEST(ApplyCommand, RemovesReordersAndReplacesMoves) {
  const DocumentCase c;
  const Plan removed = applied(c.plan, RemoveMove{c.r1, 0});
  ASSERT_EQ(roundOf(removed, c.r1).moves.size(), 1U);
  EXPECT_EQ(roundOf(removed, c.r1).moves[0].cadre, c.cadres[2]);
  const Plan reordered = applied(c.plan, ReorderMove{c.r1, 0, 1});
  EXPECT_EQ(roundOf(reordered, c.r1).moves[1].cadre, c.cadres[0]);
  const Plan replaced =
      applied(c.plan, ReplaceMove{c.r1, 1, move(c.cadres[2], PostId{}, MoveType::kResignation)});
  EXPECT_EQ(roundOf(replaced, c.r1).moves[1].type, MoveType::kResignation);
  EXPECT_FALSE(roundOf(replaced, c.r1).moves[1].to);
}

TEST(ApplyCommand, LocksAndUnlocks) {
  const DocumentCase c;
  const Plan locked = applied(c.plan, SetLock{c.posts[1], true});
  EXPECT_TRUE(locked.post(c.posts[1]).locked);
  EXPECT_EQ(locked.structure->posts_in, c.plan.structure->posts_in);
  EXPECT_FALSE(applied(locked, SetLock{c.posts[1], false}).post(c.posts[1]).locked);
}

TEST(ApplyCommand, SetsTheDefinitionOfLocal) {
  const DocumentCase c;
  const Plan after = applied(
      c.plan, SetLocality{{LocalityBasis::kResidence, LocalityLevel::kDistrict, 12.5, nullptr}});
  EXPECT_EQ(after.quota_set->locality.basis, LocalityBasis::kResidence);
  EXPECT_EQ(after.quota_set->locality.level, LocalityLevel::kDistrict);
  EXPECT_EQ(after.quota_set->locality.residence_years, 12.5);
}

TEST(ApplyCommand, SetsTargets) {
  const DocumentCase c;
  const Plan all = applied(c.plan, SetTarget{"nq04", UnitId{}, share("0.6")});
  EXPECT_EQ(all.quota_set->quotas[0].target, share("0.6"));
  const Plan own = applied(c.plan, SetTarget{"nq04", c.district, share("0.55")});
  EXPECT_EQ(own.quota_set->quotas[0].targetOf(c.district), share("0.55"));
  const Plan other = applied(own, SetTarget{"nq04", c.district, share("0.7")});
  EXPECT_EQ(other.quota_set->quotas[0].overrides.size(), 1U);
  EXPECT_EQ(other.quota_set->quotas[0].targetOf(c.district), share("0.7"));
  const Plan back = applied(other, SetTarget{"nq04", c.district, std::nullopt});
  EXPECT_TRUE(back.quota_set->quotas[0].overrides.empty());
}

TEST(ApplyCommand, EveryCommandFitsAndLeavesAPlanThatOpensAgain) {
  const DocumentCase c;
  std::set<std::size_t> kinds;
  for (const Command& command : everyCommand(c)) {
    kinds.insert(command.index());
    const Expected<Plan> after = applyCommand(c.plan, command);
    ASSERT_TRUE(after.has_value()) << command.index();
    EXPECT_TRUE(plan_io::loadPlan(plan_io::savePlan(*after)).has_value()) << command.index();
  }
  EXPECT_EQ(kinds.size(), std::variant_size_v<Command>);
}

TEST(ApplyCommand, RefusesWhatDoesNotFit) {
  const DocumentCase c;
  const PostId no_post{c.plan.structure->posts.size()};
  const UnitId no_unit{c.plan.structure->units.size()};
  const CadreId no_cadre{c.plan.roster->cadres.size()};
  Move unknown_waiver = move(c.cadres[4], c.posts[5]);
  unknown_waiver.waivers = {{"mood", "", nullptr}};
  Move keeps_nothing = move(c.cadres[4], c.posts[5]);
  keeps_nothing.keep = {no_post};
  Round same_key = round("2023-12-01", {});
  same_key.key = "r1";
  Round no_key = round("2023-12-01", {});
  no_key.key = "";
  Round bad_move = round("2023-12-01", {move(no_cadre, c.posts[0])});
  const RoundRef no_round{"a", "r9"};
  const RoundRef no_scenario{"z", "r1"};
  const auto years = [](double count) {
    return SetLocality{{LocalityBasis::kResidence, LocalityLevel::kCommune, count, nullptr}};
  };
  const std::vector<std::pair<Command, Str>> refused = {
      {BranchScenario{"z", "b", ""}, Str::error_not_there},
      {BranchScenario{"a", "a", ""}, Str::error_key_in_use},
      {BranchScenario{"a", "", ""}, Str::error_key_in_use},
      {RenameScenario{"z", ""}, Str::error_not_there},
      {DeleteScenario{"z"}, Str::error_not_there},
      {AddRound{"z", round("2023-12-01", {})}, Str::error_not_there},
      {AddRound{"a", same_key}, Str::error_key_in_use},
      {AddRound{"a", no_key}, Str::error_key_in_use},
      {AddRound{"a", bad_move}, Str::error_move_does_not_fit},
      {RenameRound{no_round, ""}, Str::error_not_there},
      {RenameRound{no_scenario, ""}, Str::error_not_there},
      {SetRoundDate{no_round, day("2024-01-01")}, Str::error_not_there},
      {DeleteRound{no_round}, Str::error_not_there},
      {AddMoves{no_round, {}, {}}, Str::error_not_there},
      {AddMoves{c.r1, {move(no_cadre, c.posts[0])}, {}}, Str::error_move_does_not_fit},
      {AddMoves{c.r1, {move(CadreId{}, c.posts[0])}, {}}, Str::error_move_does_not_fit},
      {AddMoves{c.r1, {move(c.cadres[0], no_post)}, {}}, Str::error_move_does_not_fit},
      {AddMoves{c.r1, {unknown_waiver}, {}}, Str::error_move_does_not_fit},
      {AddMoves{c.r1, {keeps_nothing}, {}}, Str::error_move_does_not_fit},
      {RemoveMove{c.r1, 2}, Str::error_not_there},
      {RemoveMove{c.r2, 0}, Str::error_not_there},
      {ReorderMove{c.r1, 2, 0}, Str::error_not_there},
      {ReorderMove{c.r1, 0, 2}, Str::error_not_there},
      {ReplaceMove{c.r1, 2, move(c.cadres[0], c.posts[0])}, Str::error_not_there},
      {ReplaceMove{c.r1, 0, move(no_cadre, c.posts[0])}, Str::error_move_does_not_fit},
      {SetLock{no_post, true}, Str::error_not_there},
      {SetLock{PostId{}, true}, Str::error_not_there},
      {years(-1), Str::error_value_does_not_fit},
      {years(151), Str::error_value_does_not_fit},
      {years(std::nan("")), Str::error_value_does_not_fit},
      {SetTarget{"z", UnitId{}, share("0.5")}, Str::error_not_there},
      {SetTarget{"nq04", UnitId{}, std::nullopt}, Str::error_not_there},
      {SetTarget{"nq04", no_unit, share("0.5")}, Str::error_not_there},
      {SetTarget{"nq04", UnitId{}, Share{10001}}, Str::error_value_does_not_fit},
      {SetTarget{"nq04", UnitId{}, Share{-1}}, Str::error_value_does_not_fit},
  };
  for (std::size_t i = 0; i < refused.size(); ++i) {
    const Expected<Plan> after = applyCommand(c.plan, refused[i].first);
    ASSERT_FALSE(after.has_value()) << i;
    EXPECT_EQ(after.error().code, ErrorCode::kUsage) << i;
    EXPECT_EQ(after.error().message.key, refused[i].second) << i;
  }
}

// A file with more would be rejected, so an edit must not create one.
TEST(ApplyCommand, RefusesMoreThanAFileMayHave) {
  const DocumentCase c;
  Plan plan = c.plan;
  for (std::size_t i = 2; i < limits::kRounds; ++i) {
    Round added = round("2025-01-01", {});
    added.key = "n" + std::to_string(i);
    plan = applied(plan, AddRound{"a", added});
  }
  EXPECT_EQ(applyCommand(plan, AddRound{"a", round("2025-01-01", {})}).error().code,
            ErrorCode::kTooLarge);
  const std::vector<Move> many(limits::kMoves + 1, move(c.cadres[0], c.posts[5]));
  Round full = round("2025-01-01", many);
  EXPECT_EQ(applyCommand(c.plan, AddRound{"a", full}).error().code, ErrorCode::kTooLarge);
  full.moves.pop_back();
  const Plan filled = applied(c.plan, AddRound{"a", full});
  EXPECT_EQ(applyCommand(filled, AddMoves{{"a", full.key}, {move(c.cadres[4], c.posts[4])}, {}})
                .error()
                .code,
            ErrorCode::kTooLarge);
}

TEST(ApplyCommand, TextThatIsNotUtf8IsSavedSoThatItOpens) {
  const DocumentCase c;
  const Plan after = applied(c.plan, RenamePlan{"a\xFF\xC3z"});
  const auto again = plan_io::loadPlan(plan_io::savePlan(after));
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again->header->title, "a\uFFFD\uFFFDz");
}

TEST(ApplyCommand, ARuleChangesAndOneThatThePlanLacksIsAdded) {
  const DocumentCase c;
  const Plan softer =
      applied(c.plan, SetRule{"months_in_post", Severity::kSoft, 24, "Quy định mới"});
  const RuleSetting* changed = softer.rule_set->find("months_in_post");
  ASSERT_NE(changed, nullptr);
  EXPECT_EQ(changed->severity, Severity::kSoft);
  EXPECT_EQ(changed->limit, 24);
  EXPECT_EQ(changed->source, "Quy định mới");
  EXPECT_EQ(c.plan.rule_set->find("relatives"), nullptr);
  const Plan more = applied(c.plan, SetRule{"relatives", Severity::kHard, 5, ""});
  ASSERT_NE(more.rule_set->find("relatives"), nullptr);
  EXPECT_EQ(more.rule_set->find("relatives")->limit, 0) << "the rule has no parameter";
}

TEST(ApplyCommand, ARuleThatAFileCouldNotSayIsRefused) {
  const DocumentCase c;
  EXPECT_FALSE(applyCommand(c.plan, SetRule{"no_such_rule", Severity::kHard, 1, ""}).has_value());
  EXPECT_TRUE(
      applyCommand(c.plan, SetRule{"months_in_post", Severity::kHard, 1200, ""}).has_value());
  EXPECT_FALSE(
      applyCommand(c.plan, SetRule{"months_in_post", Severity::kHard, 1201, ""}).has_value());
  EXPECT_FALSE(
      applyCommand(c.plan, SetRule{"months_in_post", Severity::kHard, -1, ""}).has_value());
  EXPECT_TRUE(applyCommand(c.plan, SetRule{"head_terms", Severity::kHard, 100, ""}).has_value());
  EXPECT_FALSE(applyCommand(c.plan, SetRule{"head_terms", Severity::kHard, 101, ""}).has_value());
  EXPECT_TRUE(applyCommand(c.plan, SetRule{"grade", Severity::kSoft, 3, ""}).has_value());
  EXPECT_FALSE(applyCommand(c.plan, SetRule{"grade", Severity::kSoft, 4, ""}).has_value());
}

TEST(ApplyCommand, CapsThatSayNothingLeaveThePlan) {
  const DocumentCase c;
  const Plan capped = applied(c.plan, SetCaps{3, 7});
  ASSERT_TRUE(capped.rule_set->caps.has_value());
  EXPECT_EQ(capped.rule_set->caps->moves_per_district_per_round, 3);
  EXPECT_EQ(capped.rule_set->caps->moves_per_round, 7);
  EXPECT_FALSE(applied(capped, SetCaps{}).rule_set->caps.has_value());
  EXPECT_FALSE(applyCommand(c.plan, SetCaps{-1, std::nullopt}).has_value());
}

TEST(ApplyCommand, ADeletedScenarioComesBackInItsPlace) {
  const DocumentCase c;
  const Scenario kept = scenarioOf(c.plan, "a");
  const std::size_t place = c.plan.findScenario("a").value();
  const Plan without = applied(c.plan, DeleteScenario{"a"});
  const Plan back = applied(without, AddScenario{kept, place});
  EXPECT_EQ(plan_io::savePlan(back), plan_io::savePlan(c.plan));
  EXPECT_FALSE(applyCommand(c.plan, AddScenario{kept, 0}).has_value()) << "its key is in use";
}

TEST(ApplyCommand, MergeRosterChangesAddsAndSeatsOfficials) {
  const DocumentCase c;
  const Plan after = applied(c.plan, MergeRoster{mergeFor(c)});
  const CadreId added{c.plan.roster->cadres.size()};
  ASSERT_EQ(after.roster->cadres.size(), c.plan.roster->cadres.size() + 1);
  EXPECT_EQ(after.cadre(c.cadres[0]).name, "Tên khác");
  EXPECT_EQ(after.cadre(added).key, "c99");
  EXPECT_EQ(after.cadre(c.cadres[0]).relatives, std::vector<CadreId>{added});
  EXPECT_FALSE(after.post(c.posts[3]).incumbent);
  EXPECT_EQ(after.post(c.posts[5]).incumbent, added);
  EXPECT_EQ(after.post(c.posts[0]).incumbent, c.cadres[0]);
  EXPECT_EQ(after.scenarios, c.plan.scenarios);
  EXPECT_EQ(after.quota_set, c.plan.quota_set);
}

TEST(ApplyCommand, MergeRosterRefusesWhatCouldNotBeOpenedAgain) {
  const DocumentCase c;
  const CadreId nobody{c.plan.roster->cadres.size() + 5};
  const auto refuses = [&](auto&& change) {
    MergeRoster command{mergeFor(c)};
    change(command.merge);
    return !applyCommand(c.plan, command).has_value();
  };
  EXPECT_FALSE(refuses([](roster::Merge&) {}));
  EXPECT_TRUE(refuses([](auto& merge) { merge.cadres[1].key = ""; }));
  EXPECT_TRUE(refuses([](auto& merge) { merge.cadres[1].key = "c1"; })) << "twice";
  EXPECT_TRUE(refuses([&](auto& merge) { merge.cadres[1].relatives = {nobody}; }));
  EXPECT_TRUE(refuses([](auto& merge) { merge.cadres[1].native_place = UnitId{99U}; }));
  EXPECT_TRUE(refuses([](auto& merge) { merge.cadres[1].pool = {TitleId{99U}}; }));
  EXPECT_TRUE(refuses([](auto& merge) { merge.cadres[1].residence->front().years = 151; }));
  EXPECT_TRUE(refuses([](auto& merge) { merge.cadres[1].terms_as_head_here = 101; }));
  EXPECT_TRUE(
      refuses([&](auto& merge) { merge.cadres[1].preferences = {{c.district, 0, nullptr}}; }));
  EXPECT_TRUE(refuses([](auto& merge) { merge.cadres[1].relatives.resize(1001, CadreId{0U}); }));
  EXPECT_TRUE(refuses([&](auto& merge) { merge.incumbents[0].second = nobody; }));
  EXPECT_TRUE(refuses([](auto& merge) { merge.incumbents[0].first = PostId{99U}; }));
}

}  // namespace
}  // namespace cadre::test
