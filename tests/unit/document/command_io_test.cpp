#include <algorithm>
#include <map>
#include <set>
#include <type_traits>

#include <gtest/gtest.h>

#include "document_case.h"
#include "plan_io/plan_io.h"

namespace cadre::test {
namespace {

// Calls f(std::type_identity<C>()) for each command C of the list in document/command.h.
template <class... C>
void forEachKind(std::type_identity<std::variant<C...>> /*list*/, auto&& f) {
  (f(std::type_identity<C>()), ...);
}

// All other tests of this file use the samples of everyCommand(): a new command must have one
// there.
TEST(CommandIo, EveryKindHasASampleUnderItsOwnName) {
  const DocumentCase c;
  const std::vector<Command> samples = everyCommand(c);
  std::set<std::string_view> names;
  forEachKind(std::type_identity<Command>(), [&]<class Kind>(std::type_identity<Kind> /*kind*/) {
    static_assert(IsCommand<Kind>);
    EXPECT_TRUE(names.insert(Kind::kName).second) << Kind::kName;
    const auto sample = std::find_if(samples.begin(), samples.end(), [](const Command& command) {
      return std::holds_alternative<Kind>(command);
    });
    ASSERT_TRUE(sample != samples.end()) << "everyCommand() has no " << Kind::kName;
    const std::string record = writeCommand(*sample, c.plan);
    EXPECT_TRUE(record.starts_with("{\"do\": \"" + std::string(Kind::kName) + "\"")) << record;
    const Expected<Command> again = readCommand(record, c.plan);
    ASSERT_TRUE(again.has_value()) << record;
    EXPECT_TRUE(std::holds_alternative<Kind>(*again)) << record;
  });
}

// Journals outlive program versions. New commands may be added here; none may be removed or
// renamed.
TEST(CommandIo, NamesInJournalsStay) {
  std::set<std::string_view> names;
  forEachKind(std::type_identity<Command>(),
              [&]<class Kind>(std::type_identity<Kind> /*kind*/) { names.insert(Kind::kName); });
  for (const std::string_view name :
       {"rename_plan",  "branch_scenario", "rename_scenario", "delete_scenario", "add_round",
        "rename_round", "set_round_date",  "delete_round",    "add_moves",       "remove_move",
        "reorder_move", "replace_move",    "set_lock",        "set_locality",    "set_target",
        "set_rule",     "set_caps",        "add_scenario",    "merge_roster",    "accept_proposal",
        "set_views"}) {
    EXPECT_TRUE(names.contains(name)) << name;
  }
}

// An index made before such a command lacks the keys that it adds.
TEST(CommandIo, OnlyCommandsThatSaySoAddKeys) {
  const DocumentCase c;
  const auto keys = [](const Plan& plan) {
    const plan_io::KeyIndex index = plan_io::indexOf(plan);
    return index.units.size() + index.titles.size() + index.posts.size() + index.cadres.size();
  };
  for (const Command& command : everyCommand(c)) {
    EXPECT_EQ(addsKeys(command), keys(applied(c.plan, command)) > keys(c.plan))
        << writeCommand(command, c.plan);
  }
}

// Commands that change much of the plan have a restore point; all others are simply undone.
TEST(CommandIo, OnlyCommandsThatSaySoAreRestorePoints) {
  using shared::RestoreKind;
  std::map<std::string_view, RestoreKind> kinds;
  for (const Command& command : everyCommand(DocumentCase())) {
    const auto name = std::visit([](const auto& c) { return c.kName; }, command);
    if (const auto kind = restorePointBefore(command)) kinds.emplace(name, *kind);
  }
  EXPECT_EQ(kinds, (std::map<std::string_view, RestoreKind>{
                       {"merge_roster", RestoreKind::kImport},
                       {"accept_proposal", RestoreKind::kProposal},
                   }));
}

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
