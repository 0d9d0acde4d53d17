#include "document/commands/set_views.h"

#include <gtest/gtest.h>

#include "document/document.h"
#include "document/what_if.h"
#include "document_case.h"
#include "model/consultation.h"
#include "model/limits.h"
#include "plan_io/plan_io.h"
#include "simulate/simulate.h"

namespace cadre::test {
namespace {

using text::Str;

class SetViewsCommand : public ::testing::Test {
 protected:
  [[nodiscard]] SetViews about(std::size_t cadre, PostId to, Views views) const {
    SetViews out{c.r1, 0, {}};
    out.entry.cadre = c.cadres[cadre];
    out.entry.to = to;
    static_cast<Views&>(out.entry.views) = views;
    return out;
  }
  [[nodiscard]] const std::vector<Consultation>& entries(const Plan& plan) const {
    return roundOf(plan, c.r1).consultations;
  }
  [[nodiscard]] Views viewsOf(const Plan& plan, std::size_t cadre, PostId to) const {
    return ConsultationIndex(entries(plan)).viewsOf(c.cadres[cadre], to);
  }

  DocumentCase c;
  PostId there = c.posts[2];  // destination of the first official in r1
};

TEST_F(SetViewsCommand, PutsAnEntryInThePlaceOfTheOneAboutTheSame) {
  const Plan said = applied(c.plan, about(0, there, {.cadre = View::kConcern}));
  const Plan other = applied(said, about(2, c.posts[0], {.cadre = View::kAgree}));
  ASSERT_EQ(entries(other).size(), 2U);
  const Plan again = applied(other, about(0, there, {.cadre = View::kDisagree}));
  ASSERT_EQ(entries(again).size(), 2U);
  EXPECT_EQ(viewsOf(again, 0, there).cadre, View::kDisagree);
  SetViews second = about(0, there, {.cadre = View::kAgree});
  second.which = 1;
  const Plan twice = applied(again, second);
  EXPECT_EQ(entries(twice).size(), 3U);
  EXPECT_EQ(viewsOf(twice, 0, there).cadre, View::kAgree) << "the later word";
}

TEST_F(SetViewsCommand, AnEntryThatSaysNothingTakesTheOneThatIsThereOut) {
  const Plan said = applied(c.plan, about(0, there, {.cadre = View::kConcern}));
  EXPECT_TRUE(entries(applied(said, about(0, there, {}))).empty());
  EXPECT_EQ(applyCommand(c.plan, about(0, there, {})).error().message.key, Str::error_not_there);
}

TEST_F(SetViewsCommand, RefusesWhatDoesNotFit) {
  const auto error = [&](const SetViews& command) {
    return applyCommand(c.plan, command).error().message.key;
  };
  SetViews later = about(0, there, {.cadre = View::kAgree});
  later.which = 1;
  EXPECT_EQ(error(later), Str::error_not_there);
  SetViews nowhere = about(0, PostId{99}, {.cadre = View::kAgree});
  EXPECT_EQ(error(nowhere), Str::error_views_do_not_fit);
  SetViews nobody = about(0, there, {.cadre = View::kAgree});
  nobody.entry.cadre = CadreId{};
  EXPECT_EQ(error(nobody), Str::error_views_do_not_fit);
  nobody.entry.cadre = CadreId{99};
  EXPECT_EQ(error(nobody), Str::error_views_do_not_fit);
}

TEST_F(SetViewsCommand, IsUndoneAndDoneAgain) {
  Document document(c.plan);
  const std::string before = plan_io::savePlan(document.plan());
  ASSERT_TRUE(document.apply(about(0, there, {.cadre = View::kDisagree})).has_value());
  const std::string after = plan_io::savePlan(document.plan());
  EXPECT_NE(after, before);
  document.undo();
  EXPECT_EQ(plan_io::savePlan(document.plan()), before);
  document.redo();
  EXPECT_EQ(plan_io::savePlan(document.plan()), after);
}

TEST_F(SetViewsCommand, AWordIsChangedWhereItStands) {
  Plan plan = applied(c.plan, about(0, there, {View::kAgree, View::kAgree, View::kUnasked}));
  plan = applied(plan, about(0, c.posts[4], {.origin = View::kDisagree}));
  const Round& round = roundOf(plan, c.r1);
  const auto place = [&](Party party) {
    return wordToChange(c.r1, round, c.cadres[0], there, party);
  };
  EXPECT_EQ(place(Party::kCadre).entry.to, there);
  EXPECT_EQ(place(Party::kOrigin).entry.to, c.posts[4]) << "its last word is about leaving at all";
  EXPECT_EQ(place(Party::kDestination).entry.views.cadre, View::kAgree) << "beside what is there";
  SetViews change = place(Party::kOrigin);
  change.entry.views.origin = View::kAgree;
  EXPECT_EQ(viewsOf(applied(plan, change), 0, there).origin, View::kAgree);
  const SetViews fresh = wordToChange(c.r1, round, c.cadres[4], there, Party::kCadre);
  EXPECT_EQ(fresh.entry.cadre, c.cadres[4]);
  EXPECT_EQ(fresh.which, 0U);
}

TEST_F(SetViewsCommand, WhatWasSaidStaysWhateverBecomesOfTheMove) {
  const Plan said = applied(c.plan, about(0, there, {View::kDisagree, View::kAgree, View::kAgree}));
  const Views views{View::kDisagree, View::kAgree, View::kAgree};
  const Move other = move(c.cadres[0], c.posts[4]);
  for (const Command& command : std::vector<Command>{
           RemoveMove{c.r1, 0}, ReplaceMove{c.r1, 0, other}, AddMoves{c.r1, {other}, {}},
           AddMoves{c.r1, {}, {c.cadres[0]}}, AcceptProposal{{c.r1, {other}, {c.cadres[2]}}},
           ReorderMove{c.r1, 0, 1}, SetRoundDate{c.r1, day("2024-12-31")}, MergeRoster{mergeFor(c)},
           BranchScenario{"a", "b", "B"}}) {
    const Plan after = applied(said, command);
    EXPECT_EQ(viewsOf(after, 0, there), views) << writeCommand(command, said);
    if (std::holds_alternative<BranchScenario>(command)) {
      EXPECT_EQ(roundOf(after, {"b", "r1"}).consultations.size(), 1U);
    }
    EXPECT_TRUE(plan_io::loadPlan(plan_io::savePlan(after)).has_value());
  }
}

TEST_F(SetViewsCommand, WhatWasSaidGoesAlongWhenAMoveOrARoundIsCopied) {
  Plan plan = applied(c.plan, about(0, there, {.cadre = View::kDisagree}));
  plan = applied(plan, about(2, c.posts[0], {.cadre = View::kAgree}));
  plan = applied(plan, BranchScenario{"", "b", "B"});
  const Scenario& b = scenarioOf(plan, "b");
  const Round& from = roundOf(plan, c.r1);
  const Plan with_move = applied(plan, copyMove(b, from, from.moves[0]).value());
  ASSERT_EQ(roundOf(with_move, {"b", "r1"}).consultations.size(), 1U);
  const Plan again = applied(with_move, copyRound(scenarioOf(with_move, "b"), from).value());
  EXPECT_EQ(roundOf(again, {"b", "r1"}).consultations.size(), 2U) << "none of them twice";
}

// Records of a program version whose moves carried their views.
class OldJournal : public SetViewsCommand {
 protected:
  [[nodiscard]] static Plan replayed(Plan plan, const std::vector<std::string>& records) {
    for (const std::string& record : records) {
      plan = applied(plan, readCommand(record, plan).value());
    }
    return plan;
  }
};

TEST_F(OldJournal, AddsMovesWithWhatWasSaid) {
  const Plan plan = replayed(
      c.plan,
      {R"({"do": "add_moves", "scenario": "a", "round": "r1", "moves": [{"cadre": "c1", "to": "00643/secretary", "type": "rotation", "consent": {"cadre": "agree", "cadre_note": "gần nhà", "origin": "concern", "destination": "unasked"}}]})"});
  ASSERT_EQ(entries(plan).size(), 1U);
  EXPECT_EQ(entries(plan)[0].views.noteOf(Party::kCadre).note, "gần nhà");
  EXPECT_EQ(viewsOf(plan, 0, there), (Views{View::kAgree, View::kConcern, View::kUnasked}));
}

TEST_F(OldJournal, AChangeOfAMoveSetsItsViewsAndTakesThemBack) {
  const auto replace = [](std::string_view consent) {
    return R"({"do": "replace_move", "scenario": "a", "round": "r1", "index": 0, "move": {"cadre": "c1", "to": "00643/secretary", "type": "rotation")" +
           std::string(consent) + "}}";
  };
  const std::string said = replace(R"(, "consent": {"cadre": "disagree", "origin": "agree"})");
  const Plan first = replayed(c.plan, {said});
  EXPECT_EQ(viewsOf(first, 0, there), (Views{View::kDisagree, View::kAgree, View::kUnasked}));
  const Plan later = replayed(first, {replace(R"(, "consent": {"cadre": "concern"})")});
  EXPECT_EQ(entries(later).size(), 1U);
  EXPECT_EQ(viewsOf(later, 0, there), (Views{.cadre = View::kConcern}));
  EXPECT_TRUE(entries(replayed(first, {replace("")})).empty()) << "they were taken back";
}

TEST_F(OldJournal, AddsARoundWithWhatWasSaid) {
  const Plan plan = replayed(
      c.plan,
      {R"({"do": "add_round", "scenario": "a", "round": {"id": "r9", "name": "", "date": "2024-09-01", "moves": [{"cadre": "c1", "to": null, "type": "transfer", "consent": {"cadre": "agree"}}]}})"});
  const std::vector<Consultation>& found = roundOf(plan, {"a", "r9"}).consultations;
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].views.cadre, View::kAgree);
}

TEST_F(OldJournal, ANewRecordOfAChangedMoveLeavesViewsAlone) {
  const Plan said = applied(c.plan, about(0, there, {.cadre = View::kDisagree}));
  Move changed = roundOf(said, c.r1).moves[0];
  changed.reason = "Theo lộ trình";
  const std::string record = writeCommand(ReplaceMove{c.r1, 0, changed}, said);
  EXPECT_EQ(viewsOf(replayed(said, {record}), 0, there).cadre, View::kDisagree);
}

}  // namespace
}  // namespace cadre::test
