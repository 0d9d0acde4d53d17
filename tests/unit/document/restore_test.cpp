#include "document/restore.h"

#include <gtest/gtest.h>

#include "document_case.h"
#include "plan_io/plan_io.h"

namespace cadre::test {
namespace {

struct Journal {
  std::string base;
  std::vector<std::string> records;
  std::vector<std::string> plans;  // after each record
};

Journal journalOf(const DocumentCase& c, int count) {
  Journal out{plan_io::savePlan(c.plan), {}, {}};
  Plan plan = c.plan;
  for (int i = 0; i < count; ++i) {
    const Command command = i % 2 == 0 ? Command(RenamePlan{std::to_string(i)})
                                       : Command(SetLock{c.posts[0], i % 4 == 1});
    out.records.push_back(writeCommand(command, plan));
    plan = applied(plan, command);
    out.plans.push_back(plan_io::savePlan(plan));
  }
  return out;
}

TEST(Restore, BringsEverythingBack) {
  const Journal journal = journalOf(DocumentCase(), 5);
  const auto restored = restoreDocument(journal.base, journal.records, 3);
  ASSERT_TRUE(restored.has_value());
  EXPECT_TRUE(restored->problems.empty());
  EXPECT_EQ(restored->document.position(), 3U);
  EXPECT_EQ(restored->document.steps().size(), 5U);
  EXPECT_EQ(plan_io::savePlan(restored->document.plan()), journal.plans[2]);
}

TEST(Restore, PositionBeyondTheEndIsTheLast) {
  const Journal journal = journalOf(DocumentCase(), 2);
  const auto restored = restoreDocument(journal.base, journal.records, 99);
  ASSERT_TRUE(restored.has_value());
  EXPECT_EQ(restored->document.position(), 2U);
}

TEST(Restore, StopsAtARecordThatCannotBeRead) {
  for (const char* broken : {"", "{\"do\": ", "\xFF", "{\"do\": \"dance\"}",
                             R"({"do": "rename_scenario", "scenario": "z", "name": ""})",
                             R"({"do": "set_lock", "post": "z", "locked": true})"}) {
    Journal journal = journalOf(DocumentCase(), 5);
    journal.records[2] = broken;
    const auto restored = restoreDocument(journal.base, journal.records, 5);
    ASSERT_TRUE(restored.has_value());
    ASSERT_EQ(restored->problems.size(), 1U) << broken;
    EXPECT_TRUE(restored->problems[0].place.starts_with("journal/2"))
        << restored->problems[0].place;
    EXPECT_EQ(restored->document.steps().size(), 2U);
    EXPECT_EQ(plan_io::savePlan(restored->document.plan()), journal.plans[1]);
  }
}

TEST(Restore, SaysThePlaceWithinARecord) {
  Journal journal = journalOf(DocumentCase(), 2);
  journal.records[1] = "{\"do\":";
  const auto restored = restoreDocument(journal.base, journal.records, 2);
  ASSERT_TRUE(restored.has_value());
  ASSERT_EQ(restored->problems.size(), 1U);
  EXPECT_TRUE(restored->problems[0].place.starts_with("journal/1, line 1"))
      << restored->problems[0].place;
}

TEST(Restore, ReportsABaseThatCannotBeRead) {
  const auto restored = restoreDocument("{\"format\":", {}, 0);
  ASSERT_FALSE(restored.has_value());
  EXPECT_EQ(restored.error().front().code, ErrorCode::kSyntax);
}

TEST(Restore, BaseAlone) {
  const DocumentCase c;
  const auto restored = restoreDocument(plan_io::savePlan(c.plan), {}, 0);
  ASSERT_TRUE(restored.has_value());
  EXPECT_EQ(plan_io::savePlan(restored->document.plan()), plan_io::savePlan(c.plan));
  EXPECT_FALSE(restored->document.canUndo());
}

// Later records may name those whom an import added, and those whom it did not.
TEST(Restore, FollowsRecordsAfterAnImport) {
  const DocumentCase c;
  const CadreId added{c.plan.roster->cadres.size()};
  const std::string base = plan_io::savePlan(c.plan);
  std::vector<std::string> records;
  Plan plan = c.plan;
  for (const Command& command :
       {Command(RenamePlan{"Trước"}), Command(MergeRoster{mergeFor(c)}),
        Command(AddMoves{c.r2, {move(added, c.posts[4]), move(c.cadres[1], c.posts[5])}, {}})}) {
    records.push_back(writeCommand(command, plan));
    plan = applied(plan, command);
  }
  const auto restored = restoreDocument(base, records, 3);
  ASSERT_TRUE(restored.has_value());
  EXPECT_TRUE(restored->problems.empty());
  EXPECT_EQ(plan_io::savePlan(restored->document.plan()), plan_io::savePlan(plan));
}

}  // namespace
}  // namespace cadre::test
