#include "model/consultation.h"

#include <gtest/gtest.h>

#include "support/plan_builder.h"

namespace cadre {
namespace {

using test::day;
using test::move;
using test::say;

const CadreId kAnna{0};
const CadreId kBao{1};
const PostId kHere{0};
const PostId kThere{1};

class Register : public ::testing::Test {
 protected:
  [[nodiscard]] ConsultationIndex index() const { return ConsultationIndex(round.consultations); }
  [[nodiscard]] Views viewsOf(CadreId cadre, PostId to) const { return index().viewsOf(cadre, to); }
  [[nodiscard]] Consent consent(CadreId cadre, PostId to) const {
    return consentOf(round.consultations, index(), cadre, to);
  }

  Round round;
};

TEST_F(Register, OfAMoveThatNobodyWasAskedAboutIsSilent) {
  EXPECT_EQ(viewsOf(kAnna, kHere), Views{});
  say(round, kBao, kHere, {View::kDisagree, View::kDisagree, View::kDisagree});
  EXPECT_EQ(viewsOf(kAnna, kHere), Views{});
}

TEST_F(Register, TheOriginSpeaksAboutLeavingAtAllTheOthersAboutThatDestination) {
  say(round, kAnna, kThere, {View::kAgree, View::kDisagree, View::kConcern});
  EXPECT_EQ(viewsOf(kAnna, kThere), (Views{View::kAgree, View::kDisagree, View::kConcern}));
  EXPECT_EQ(viewsOf(kAnna, kHere), (Views{.origin = View::kDisagree}));
  EXPECT_EQ(viewsOf(kAnna, PostId{}), (Views{.origin = View::kDisagree}));
}

TEST_F(Register, TheLastViewCountsAndNotHavingOneTakesNoneBack) {
  say(round, kAnna, kHere, {View::kDisagree, View::kAgree, View::kConcern});
  say(round, kAnna, kThere, {View::kAgree, View::kDisagree, View::kAgree});
  say(round, kAnna, kHere, {.cadre = View::kAgree});
  EXPECT_EQ(viewsOf(kAnna, kHere), (Views{View::kAgree, View::kDisagree, View::kConcern}));
}

TEST_F(Register, LeavingForNoPostIsADestinationOfItsOwn) {
  say(round, kAnna, PostId{}, {.cadre = View::kDisagree});
  EXPECT_EQ(viewsOf(kAnna, PostId{}).cadre, View::kDisagree);
  EXPECT_EQ(viewsOf(kAnna, kHere).cadre, View::kUnasked);
}

TEST_F(Register, ANoteGoesWithItsViewAndHasTheDayOfTheTalk) {
  Consultation& first = say(round, kAnna, kHere, {.cadre = View::kConcern});
  first.on = day("2023-09-01");
  first.views.noteOf(Party::kCadre).note = "Con còn nhỏ";
  Consultation& second = say(round, kAnna, kHere);
  second.views.noteOf(Party::kCadre) = {"chưa rõ", day("2023-09-02")};
  second.views.noteOf(Party::kOrigin) = {"đang bận", day("2023-09-03")};
  const Consent found = consent(kAnna, kHere);
  EXPECT_EQ(found.cadre, View::kConcern);
  EXPECT_EQ(found.noteOf(Party::kCadre), (ViewNote{"Con còn nhỏ", day("2023-09-01")}))
      << "a mere note does not go before a view";
  EXPECT_EQ(found.noteOf(Party::kOrigin), (ViewNote{"đang bận", day("2023-09-03")}));
  EXPECT_EQ(found.noteOf(Party::kDestination), ViewNote{});
  EXPECT_EQ(index().placeOf(kAnna, kHere, Party::kCadre), 0U);
  EXPECT_EQ(index().placeOf(kAnna, kHere, Party::kOrigin), 1U);
  EXPECT_FALSE(index().placeOf(kAnna, kHere, Party::kDestination).has_value());
}

TEST_F(Register, WhatIsEnteredGoesIntoTheLastEntryAboutTheSame) {
  say(round, kAnna, kHere, {View::kAgree, View::kAgree, View::kUnasked}).wishes = "Gần nhà";
  Round other;
  say(other, kAnna, kHere, {.cadre = View::kDisagree}).note = "hỏi lại";
  say(other, kBao, kHere, {.cadre = View::kAgree});
  say(other, kBao, kHere, {.origin = View::kConcern});
  enter(round.consultations, other.consultations);
  ASSERT_EQ(round.consultations.size(), 2U);
  EXPECT_EQ(viewsOf(kAnna, kHere), (Views{View::kDisagree, View::kAgree, View::kUnasked}));
  EXPECT_EQ(round.consultations[0].wishes, "Gần nhà");
  EXPECT_EQ(round.consultations[0].note, "hỏi lại");
  EXPECT_EQ(viewsOf(kBao, kHere), (Views{.cadre = View::kAgree, .origin = View::kConcern}));
}

TEST_F(Register, KnowsWhichMovesAreNotInTheRound) {
  round.moves = {move(kAnna, kThere), move(kBao, PostId{})};
  say(round, kAnna, kHere);
  say(round, kAnna, kThere);
  say(round, kBao, PostId{});
  say(round, kBao, kHere);
  EXPECT_EQ(withoutMove(round), (std::vector<std::size_t>{0, 3}));
}

TEST_F(Register, SilenceIsNoViewNoNoteAndNothingUnknown) {
  EXPECT_TRUE(isSilent(Consultation{}));
  Consultation entry;
  entry.views.noteOf(Party::kOrigin).on = day("2023-09-01");
  EXPECT_FALSE(isSilent(entry));
  entry = {};
  entry.wishes = "x";
  EXPECT_TRUE(isSilent(entry.views));
  EXPECT_FALSE(isSilent(entry));
}

// Each look-up uses the index: in quadratic time this would take minutes.
TEST_F(Register, ManyEntriesAndManyQuestionsTakeNoTime) {
  constexpr std::size_t kMany = 40'000;
  for (std::size_t i = 0; i < kMany; ++i) {
    say(round, CadreId{i % 3}, PostId{i}, {.cadre = View::kAgree, .origin = View::kConcern});
  }
  const ConsultationIndex many = index();
  std::size_t agreed = 0;
  for (std::size_t i = 0; i < kMany; ++i) {
    if (many.viewsOf(CadreId{i % 3}, PostId{i}).cadre == View::kAgree) ++agreed;
  }
  EXPECT_EQ(agreed, kMany);
  EXPECT_EQ(withoutMove(round).size(), kMany);
}

}  // namespace
}  // namespace cadre
