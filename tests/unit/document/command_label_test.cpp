#include <gtest/gtest.h>

#include "document_case.h"
#include "text/format.h"

namespace cadre::test {
namespace {

std::string label(const Command& command, const Plan& plan) {
  return text::render(labelOf(command, plan), text::Language::kEnglish);
}

TEST(CommandLabel, EveryCommandHasOneInBothLanguages) {
  const DocumentCase c;
  for (const Command& command : everyCommand(c)) {
    for (const text::Language language : {text::Language::kVietnamese, text::Language::kEnglish}) {
      const std::string text = text::render(labelOf(command, c.plan), language);
      EXPECT_FALSE(text.empty());
      EXPECT_EQ(text.find('{'), std::string::npos) << text;
    }
  }
}

TEST(CommandLabel, NamesWhatIsTouched) {
  const DocumentCase c;
  const auto names = [&](const Command& command, std::string_view name) {
    return label(command, c.plan).find(name) != std::string::npos;
  };
  EXPECT_TRUE(names(RemoveMove{c.r1, 1}, "Cán bộ c3"));
  EXPECT_TRUE(names(AddMoves{c.r2, {move(c.cadres[4], c.posts[5])}, {}}, "Cán bộ c5"));
  const Command swap =
      AddMoves{c.r2, {move(c.cadres[0], c.posts[2]), move(c.cadres[2], c.posts[0])}, {}};
  EXPECT_TRUE(names(swap, "Cán bộ c1") && names(swap, "Cán bộ c3"));
  EXPECT_TRUE(names(DeleteRound{c.r1}, "Đợt 1"));
  EXPECT_TRUE(names(SetRoundDate{c.r1, day("2024-12-31")}, "31/12/2024"));
  EXPECT_TRUE(names(DeleteScenario{"a"}, "Phương án A"));
  EXPECT_TRUE(names(SetTarget{"nq04", UnitId{}, share("0.55")}, "55.0%"));
  EXPECT_TRUE(names(MergeRoster{mergeFor(c)}, "3 people")) << "changed, added and unseated";
}

// A unit that gives up its own target gets the quota's.
TEST(CommandLabel, TargetGivenUpIsThatOfTheQuota) {
  const DocumentCase c;
  EXPECT_NE(label(SetTarget{"nq04", c.district, std::nullopt}, c.plan).find("50.0%"),
            std::string::npos);
}

TEST(CommandLabel, OfWhatIsNotThereDoesNotCrash) {
  const DocumentCase c;
  const PostId no_post{99};
  const CadreId no_cadre{99};
  for (const Command& command : std::vector<Command>{
           RemoveMove{{"z", "r1"}, 0}, RemoveMove{c.r1, 9}, DeleteRound{{"a", "r9"}},
           DeleteScenario{"z"}, SetLock{no_post, true}, SetLock{PostId{}, false},
           ReplaceMove{c.r1, 0, move(no_cadre, no_post)},
           AddMoves{c.r1, {move(no_cadre, no_post)}, {}}, SetTarget{"z", UnitId{}, std::nullopt}}) {
    EXPECT_FALSE(label(command, c.plan).empty());
  }
}

}  // namespace
}  // namespace cadre::test
