#include "model/scenario.h"

#include <gtest/gtest.h>

namespace cadre {
namespace {

TEST(Scenario, TheMoveOfAnOfficialIsTheirFirstInTheRound) {
  const CadreId an{std::size_t{0}};
  const CadreId binh{std::size_t{1}};
  const CadreId cuc{std::size_t{2}};
  Round round;
  round.moves = {newMove(an, PostId{}, PostId{std::size_t{4}}),
                 newMove(binh, PostId{}, PostId{std::size_t{5}}),
                 newMove(binh, PostId{}, PostId{std::size_t{6}})};
  EXPECT_EQ(round.moveOf(binh), &round.moves[1]);
  EXPECT_EQ(round.moveOf(cuc), nullptr);
}

TEST(Scenario, ANewMoveIsARotationOnlyForOneWhoHoldsAPost) {
  const CadreId an{std::size_t{0}};
  const PostId from{std::size_t{1}};
  const PostId to{std::size_t{2}};
  EXPECT_EQ(newMove(an, from, to).type, MoveType::kRotation);
  EXPECT_EQ(newMove(an, PostId{}, to).type, MoveType::kAppointment);
  EXPECT_EQ(newMove(an, from, to).to, to);
}

TEST(Scenario, AProposedMoveThatLeadsToNoPostIsATransfer) {
  const CadreId an{std::size_t{0}};
  const PostId from{std::size_t{1}};
  const PostId to{std::size_t{2}};
  EXPECT_EQ(proposedMove(an, from, PostId{}).type, MoveType::kTransfer);
  EXPECT_FALSE(proposedMove(an, from, PostId{}).to);
  EXPECT_EQ(proposedMove(an, from, to).type, MoveType::kRotation);
  EXPECT_EQ(proposedMove(an, PostId{}, to).type, MoveType::kAppointment);
  EXPECT_EQ(proposedMove(an, from, to).cadre, an);
}

}  // namespace
}  // namespace cadre
