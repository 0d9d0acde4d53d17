// The register of a round in files of both versions.
#include <gtest/gtest.h>

#include "json_edit.h"
#include "model/limits.h"
#include "plan_io/plan_io.h"
#include "text/format.h"

namespace cadre::plan_io::test {
namespace {

constexpr std::string_view kRound = "/scenarios/1/rounds/0";

std::string at(std::string_view below) { return std::string(kRound) + std::string(below); }

// The small plan with one change of its only round; keeps the plan that it is read as.
class RegisterFile : public ::testing::Test {
 protected:
  void load(std::string_view text) {
    auto loaded = loadPlan(text);
    ASSERT_TRUE(loaded.has_value());
    plan = *std::move(loaded);
  }
  [[nodiscard]] const Round& round() const { return plan.scenarios->at(1)->rounds.at(0); }
  // The plan with its round changed, and saved.
  template <class Change>
  [[nodiscard]] std::string savedWith(Change&& change) const {
    Scenario scenario = *plan.scenarios->at(1);
    change(scenario.rounds[0]);
    Plan out = plan;
    auto scenarios = *plan.scenarios;
    scenarios[1] = std::make_shared<const Scenario>(std::move(scenario));
    out.scenarios = std::make_shared<const ScenarioList>(std::move(scenarios));
    return savePlan(out);
  }
  static JsonValue member(std::string_view text, const std::string& pointer) {
    JsonValue root = parsed(text);
    const JsonValue* found = find(root, pointer);
    return found == nullptr ? JsonValue{} : *found;
  }
  static bool isVersion(std::string_view text, std::string_view version) {
    return toJson(member(text, "/version")) == version;
  }

  Plan plan = emptyPlan();
};

TEST_F(RegisterFile, AMovesConsentIsAnEntry) {
  load(smallPlan());
  ASSERT_EQ(round().consultations.size(), 1U);
  const Consultation& entry = round().consultations[0];
  EXPECT_EQ(entry.cadre, round().moves[0].cadre);
  EXPECT_EQ(entry.to, round().moves[0].to);
  EXPECT_EQ(entry.views.cadre, View::kAgree);
  EXPECT_EQ(entry.views.destination, View::kConcern);
  EXPECT_EQ(entry.views.noteOf(Party::kCadre).note, "Nhận nhiệm vụ");
  EXPECT_FALSE(entry.on.has_value());
}

TEST_F(RegisterFile, WhatStandsInMovesIsWrittenThere) {
  load(smallPlan());
  EXPECT_TRUE(isVersion(savePlan(plan), "1"));
  const std::string other = savedWith([](Round& round) {
    Consultation entry;  // about the second move, recorded before that about the first
    entry.cadre = round.moves[1].cadre;
    entry.views.cadre = View::kDisagree;
    round.consultations.insert(round.consultations.begin(), entry);
  });
  EXPECT_TRUE(isVersion(other, "1"));
  EXPECT_EQ(toJson(member(other, at("/moves/1/consent/cadre"))), "\"disagree\"");
  EXPECT_EQ(toJson(member(other, at("/moves/0/consent/cadre"))), "\"agree\"");
}

TEST_F(RegisterFile, SilentViewsInAMoveAreNoEntryButUnknownFieldsAre) {
  load(smallWith(at("/moves/1/consent"), R"({"cadre": "unasked", "origin_note": ""})"));
  EXPECT_EQ(round().consultations.size(), 1U);
  load(smallWith(at("/moves/1/consent"), R"({"asked_by": 1e400})"));
  ASSERT_EQ(round().consultations.size(), 2U);
  EXPECT_EQ(toJson(member(savePlan(plan), at("/moves/1/consent/asked_by"))), "1e400");
  EXPECT_TRUE(isVersion(savePlan(plan), "1"));
}

TEST_F(RegisterFile, WhatVersion1CannotSayMakesVersion2) {
  load(smallPlan());
  const auto expect2 = [&](auto&& change, std::string_view why) {
    const std::string text = savedWith(change);
    EXPECT_TRUE(isVersion(text, "2")) << why;
    EXPECT_EQ(member(text, at("/moves/0/consent")).object(), nullptr) << why;
    load(text);
    EXPECT_EQ(savePlan(plan), text) << why;
    load(smallPlan());
  };
  expect2([](Round& r) { r.consultations[0].on = Date{2023, 9, 1}; }, "a day");
  expect2([](Round& r) { r.consultations[0].wishes = "Gần nhà"; }, "wishes");
  expect2([](Round& r) { r.consultations[0].note = "Gặp hai lần"; }, "a note");
  expect2([](Round& r) { r.consultations[0].views = {}; }, "an entry that says nothing");
  expect2([](Round& r) { r.moves.erase(r.moves.begin()); }, "a move that is gone");
  expect2([](Round& r) { r.moves[0].to = PostId{0}; }, "a move that goes elsewhere now");
  expect2([](Round& r) { r.consultations.push_back(r.consultations[0]); }, "asked twice");
  expect2([](Round& r) { r.status = RoundStatus::kDecided; }, "a status");
}

// An official who moves twice in a round by mistake: which word of the origin is the last one must
// not depend on how the file is written.
TEST_F(RegisterFile, TheOrderOfAnOfficialsWordsIsKept) {
  load(smallWith(
      at("/moves/1"),
      R"({"cadre": "c2", "to": null, "type": "transfer", "consent": {"origin": "agree"}})"));
  ASSERT_EQ(round().consultations.size(), 2U);
  EXPECT_TRUE(isVersion(savePlan(plan), "1"));
  const std::string turned =
      savedWith([](Round& r) { std::swap(r.consultations[0], r.consultations[1]); });
  EXPECT_TRUE(isVersion(turned, "2"));
  load(turned);
  EXPECT_FALSE(round().consultations[0].to);
}

TEST_F(RegisterFile, Version2StaysVersion2) {
  load(smallWith("/version", "2"));
  const std::string text = savePlan(plan);
  EXPECT_TRUE(isVersion(text, "2")) << "it may have fields that are not known yet";
  EXPECT_EQ(member(text, at("/moves/0/consent")).object(), nullptr);
  EXPECT_EQ(toJson(member(text, at("/consultations/0/views/cadre"))), "\"agree\"");
}

TEST_F(RegisterFile, OfMovesAndOfTheRegisterAreBothRead) {
  JsonValue root = parsed(smallPlan2());
  set(root, at("/moves/0/consent"), parsed(R"({"origin": "disagree"})"));
  load(toJson(root));
  ASSERT_EQ(round().consultations.size(), 3U);
  EXPECT_EQ(round().consultations[0].views.origin, View::kDisagree);
  EXPECT_EQ(round().status, RoundStatus::kSubmitted);
  EXPECT_EQ(round().consultations[1].wishes, "Gần nhà");
}

// "A version 1 file always loads and means the same."
TEST_F(RegisterFile, FieldsOfVersion2AreUnknownOnesInVersion1) {
  JsonValue root = parsed(smallPlan());
  set(root, at("/status"), parsed("5"));
  set(root, at("/consultations"), parsed(R"({"by": "us"})"));
  load(toJson(root));
  EXPECT_EQ(round().status, RoundStatus::kDraft);
  EXPECT_EQ(toJson(parsed(savePlan(plan))), toJson(root));
  const std::string changed = savedWith([](Round& r) { r.status = RoundStatus::kAgreed; });
  load(changed);
  EXPECT_EQ(round().status, RoundStatus::kAgreed) << "where they would be read, ours stand";
}

TEST_F(RegisterFile, SaysWhereWhatWasFoundAndWhatExpected) {
  const auto first = [](const std::string& pointer, std::string_view json) {
    JsonValue root = parsed(smallPlan2());
    set(root, pointer, parsed(json));
    const Errors errors = errorsOf(toJson(root));
    return errors.empty() ? "" : text::render(errors.front(), text::Language::kEnglish);
  };
  EXPECT_EQ(first(at("/status"), "\"signed\""),
            at("/status") + ": found \"signed\", expected draft, submitted, agreed, decided");
  EXPECT_EQ(first(at("/consultations/0/cadre"), "\"c9\""),
            at("/consultations/0/cadre") + ": found \"c9\", expected the id of a cadre in cadres");
  EXPECT_EQ(first(at("/consultations/1/to"), "\"nowhere\""),
            at("/consultations/1/to") +
                ": found \"nowhere\", expected the id of a post in posts, or null");
  EXPECT_EQ(first(at("/consultations/0/views/destination"), "\"maybe\""),
            at("/consultations/0/views/destination") +
                ": found \"maybe\", expected unasked, agree, concern, disagree");
}

TEST_F(RegisterFile, HasALimit) {
  const auto with = [](std::size_t count) {
    JsonValue root = parsed(smallPlan2());
    auto& entries = std::get<JsonArray>(find(root, at("/consultations"))->value);
    entries.resize(count, parsed(R"({"cadre": "c1", "to": null})"));
    return toJson(root);
  };
  EXPECT_EQ(summary(errorsOf(with(limits::kConsultations))), summary({}));
  EXPECT_TRUE(
      has(errorsOf(with(limits::kConsultations + 1)), ErrorCode::kTooLarge, at("/consultations")));
}

}  // namespace
}  // namespace cadre::plan_io::test
