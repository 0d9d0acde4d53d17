#include "document/document.h"

#include <gtest/gtest.h>

#include "document_case.h"

namespace cadre::test {
namespace {

std::string titleOf(const Document& document) { return document.plan().header->title; }

Document withTitles(int count) {
  Document document(DocumentCase().plan);
  for (int i = 1; i <= count; ++i) {
    EXPECT_TRUE(document.apply(RenamePlan{std::to_string(i)}).has_value());
  }
  return document;
}

TEST(Document, BeginsWithItsBase) {
  Document document = withTitles(0);
  EXPECT_EQ(titleOf(document), "Thử nghiệm");
  EXPECT_FALSE(document.canUndo());
  EXPECT_FALSE(document.canRedo());
  document.undo();
  document.redo();
  EXPECT_EQ(document.position(), 0U);
}

TEST(Document, UndoesAndRedoes) {
  Document document = withTitles(3);
  EXPECT_EQ(titleOf(document), "3");
  document.undo();
  document.undo();
  EXPECT_EQ(titleOf(document), "1");
  EXPECT_EQ(std::get<RenamePlan>(document.undoStep().command).title, "1");
  EXPECT_EQ(std::get<RenamePlan>(document.redoStep().command).title, "2");
  document.redo();
  EXPECT_EQ(titleOf(document), "2");
  document.undo();
  document.undo();
  EXPECT_EQ(titleOf(document), "Thử nghiệm");
  EXPECT_FALSE(document.canUndo());
}

TEST(Document, GoesToAnyPlaceOfItsHistory) {
  Document document = withTitles(3);
  document.moveTo(0);
  EXPECT_EQ(titleOf(document), "Thử nghiệm");
  document.moveTo(2);
  EXPECT_EQ(titleOf(document), "2");
  document.moveTo(99);
  EXPECT_EQ(titleOf(document), "3");
}

TEST(Document, AnEditForgetsWhatCouldBeRedone) {
  Document document = withTitles(3);
  document.moveTo(1);
  ASSERT_TRUE(document.apply(RenamePlan{"x"}).has_value());
  EXPECT_EQ(document.steps().size(), 2U);
  EXPECT_FALSE(document.canRedo());
  EXPECT_EQ(titleOf(document), "x");
}

TEST(Document, ARefusedCommandChangesNothing) {
  Document document = withTitles(3);
  document.moveTo(1);
  EXPECT_FALSE(document.apply(RenameScenario{"nowhere", ""}).has_value());
  EXPECT_EQ(document.steps().size(), 3U);
  EXPECT_EQ(document.position(), 1U);
  EXPECT_TRUE(document.canRedo());
}

TEST(Document, AmendingPutsTheCommandInThePlaceOfTheLastOne) {
  const DocumentCase c;
  Document document(c.plan);
  ASSERT_TRUE(document.apply(RenamePlan{"một"}).has_value());
  ASSERT_TRUE(document.apply(SetTarget{"nq04", UnitId{}, share("0.6")}).has_value());
  ASSERT_TRUE(document.amend(SetTarget{"nq04", UnitId{}, share("0.7")}).has_value());
  EXPECT_EQ(document.position(), 2U);
  EXPECT_EQ(document.plan().quota_set->quotas[0].target, share("0.7"));
  document.undo();
  EXPECT_EQ(document.plan().quota_set->quotas[0].target, c.plan.quota_set->quotas[0].target);
  EXPECT_EQ(document.plan().header->title, "một");
}

TEST(Document, AnAmendmentThatDoesNotFitChangesNothing) {
  const DocumentCase c;
  Document document(c.plan);
  ASSERT_TRUE(document.apply(SetTarget{"nq04", UnitId{}, share("0.6")}).has_value());
  EXPECT_FALSE(document.amend(SetTarget{"none", UnitId{}, share("0.7")}).has_value());
  EXPECT_EQ(document.position(), 1U);
  EXPECT_EQ(document.plan().quota_set->quotas[0].target, share("0.6"));
}

}  // namespace
}  // namespace cadre::test
