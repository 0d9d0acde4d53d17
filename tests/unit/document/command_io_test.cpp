#include <gtest/gtest.h>

#include "document_case.h"
#include "plan_io/plan_io.h"

namespace cadre::test {
namespace {

TEST(CommandIo, EveryCommandComesBackWithTheSameEffect) {
  const DocumentCase c;
  for (const Command& command : everyCommand(c)) {
    const std::string record = writeCommand(command, c.plan);
    EXPECT_EQ(record.find('\n'), std::string::npos) << record;
    const Expected<Command> again = readCommand(record, c.plan);
    ASSERT_TRUE(again.has_value()) << record;
    EXPECT_EQ(again->index(), command.index());
    EXPECT_EQ(writeCommand(*again, c.plan), record);
    EXPECT_EQ(plan_io::savePlan(applied(c.plan, *again)),
              plan_io::savePlan(applied(c.plan, command)))
        << record;
  }
}

TEST(CommandIo, UnknownFieldsOfMovesAreKept) {
  const DocumentCase c;
  const std::string record =
      R"({"do": "add_moves", "scenario": "a", "round": "r2", "moves": [{"cadre": "c5", "to": null, "type": "relief", "file_no": 1e400}]})";
  const Expected<Command> command = readCommand(record, c.plan);
  ASSERT_TRUE(command.has_value());
  EXPECT_EQ(writeCommand(*command, c.plan), record);
}

TEST(CommandIo, LocalityKeepsItsUnknownFields) {
  DocumentCase c;
  c.builder.quota_set.locality.extra =
      std::make_shared<const std::vector<std::pair<std::string, std::string>>>(
          std::vector<std::pair<std::string, std::string>>{{"note", "\"x\""}});
  const Plan plan = c.builder.build();
  LocalityDefinition changed = plan.quota_set->locality;
  changed.level = LocalityLevel::kDistrict;
  const Expected<Command> command = readCommand(writeCommand(SetLocality{changed}, plan), plan);
  ASSERT_TRUE(command.has_value());
  EXPECT_NE(plan_io::savePlan(applied(plan, *command)).find(R"("note": "x")"), std::string::npos);
}

TEST(CommandIo, RefusesWhatIsNoCommandOfThisPlan) {
  const DocumentCase c;
  const std::vector<std::pair<std::string, std::string>> records = {
      {"", "line 1, column 1"},
      {"{", "line 1, column 2"},
      {"[]", ""},
      {"{}", "/do"},
      {R"({"do": 1})", "/do"},
      {R"({"do": "dance"})", ""},
      {R"({"do": "rename_plan"})", "/title"},
      {R"({"do": "rename_plan", "title": 5})", "/title"},
      {R"({"do": "set_lock", "post": "nowhere", "locked": true})", "/post"},
      {R"({"do": "set_lock", "post": "00640/chairman"})", "/locked"},
      {R"({"do": "remove_move", "scenario": "a", "round": "r1", "index": -1})", "/index"},
      {R"({"do": "remove_move", "scenario": "a", "round": "r1", "index": 1e400})", "/index"},
      {R"({"do": "add_round", "scenario": "a"})", "/round"},
      {R"({"do": "add_round", "scenario": "a", "round": {"id": "x", "name": "", "date": "2023-02-29", "moves": []}})",
       "/round/date"},
      {R"({"do": "add_moves", "scenario": "a", "round": "r1", "moves": [{"cadre": "c9", "to": null, "type": "relief"}]})",
       "/moves/0/cadre"},
      {R"({"do": "set_target", "quota": "nq04", "ten_thousandths": 10001})", "/ten_thousandths"},
  };
  for (const auto& [record, place] : records) {
    const Expected<Command> command = readCommand(record, c.plan);
    ASSERT_FALSE(command.has_value()) << record;
    EXPECT_EQ(command.error().place, place) << record;
  }
}

TEST(CommandIo, ARecordCutOffAnywhereIsRefused) {
  const DocumentCase c;
  for (const Command& command : everyCommand(c)) {
    const std::string record = writeCommand(command, c.plan);
    for (std::size_t length = 0; length < record.size(); ++length) {
      EXPECT_FALSE(readCommand(std::string_view(record).substr(0, length), c.plan).has_value());
    }
  }
}

}  // namespace
}  // namespace cadre::test
