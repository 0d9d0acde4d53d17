// What a load and a save keep: every field, also unknown ones, and every digit.
#include <gtest/gtest.h>

#include "json_edit.h"
#include "model/plan.h"
#include "plan_io/plan_io.h"

namespace cadre::plan_io::test {
namespace {

std::string saved(std::string_view json) {
  const auto plan = loadPlan(json);
  return plan ? savePlan(*plan) : "does not load";
}

TEST(RoundTrip, SamplesComeBackByteForByte) {
  for (const char* name : {"ha-noi-2023", "thanh-tri-2023-07", "phuc-tho-2021-2023"}) {
    const std::string text = repositoryFile(std::string("assets/samples/") + name + ".json");
    ASSERT_FALSE(text.empty()) << name;
    EXPECT_TRUE(saved(text) == text) << name;
  }
}

TEST(RoundTrip, OwnLayoutComesBackByteForByte) {
  const std::string text = repositoryFile("tests/unit/plan_io/complete.json");
  ASSERT_FALSE(text.empty());
  EXPECT_EQ(saved(text), text);
}

TEST(RoundTrip, EveryFieldIsKept) {
  EXPECT_EQ(toJson(parsed(saved(smallPlan()))), toJson(parsed(smallPlan())));
  EXPECT_EQ(toJson(parsed(saved(smallPlan2()))), toJson(parsed(smallPlan2())));
}

void expectUnknownFieldsKept(const std::string& plan) {
  JsonValue root = parsed(plan);
  const JsonValue unknown = parsed(
      R"({"z": 1e400, "a": [-0, 0.10, 99999999999999999999, "\u0001é\"\\"], "": {"": null}})");
  int objects = 1;
  set(root, "/x", unknown);
  for (const std::string& pointer : pointersOf(root)) {
    const bool is_known_object = find(root, pointer)->object() != nullptr &&
                                 !pointer.starts_with("/x") && !pointer.ends_with("/overrides");
    if (!is_known_object) continue;
    set(root, pointer + "/~1~0 ngoặc\"", unknown);
    set(root, pointer + "/months_", unknown);
    ++objects;
  }
  ASSERT_GT(objects, 30);
  EXPECT_EQ(toJson(parsed(saved(toJson(root)))), toJson(root));
}

TEST(RoundTrip, UnknownFieldsOfEveryObjectAreKept) {
  expectUnknownFieldsKept(smallPlan());
  expectUnknownFieldsKept(smallPlan2());
}

TEST(RoundTrip, UnknownFieldsGoBehindKnownOnes) {
  std::string text = smallPlan();
  text.insert(1, "\"zuerst\": 1,");
  JsonValue root = parsed(saved(text));
  EXPECT_EQ(root.object()->front().first, "format");
  EXPECT_EQ(root.object()->back().first, "zuerst");
}

TEST(RoundTrip, NumbersOfKnownFieldsKeepTheirValue) {
  const auto plan = loadPlan(smallWith("/quotas/0/target", "5.5e-1"));
  ASSERT_TRUE(plan.has_value());
  EXPECT_EQ(plan->quota_set->quotas[0].target, Share{5500});
  EXPECT_NE(savePlan(*plan).find("\"target\": 0.55,"), std::string::npos);
  const auto months = loadPlan(smallWith("/rules/0/months", "3.6e1"));
  ASSERT_TRUE(months.has_value());
  EXPECT_EQ(months->rule_set->rules[0].limit, 36);
  const auto years = loadPlan(smallWith("/cadres/0/residence/0/years", "0.1"));
  ASSERT_TRUE(years.has_value());
  EXPECT_NE(savePlan(*years).find("\"years\": 0.1}"), std::string::npos);
}

TEST(RoundTrip, ByteOrderMarkIsDropped) {
  EXPECT_EQ(saved("\xEF\xBB\xBF" + smallPlan()), saved(smallPlan()));
}

TEST(RoundTrip, DefaultsAreNotWritten) {
  JsonValue root = parsed(smallPlan());
  set(root, "/posts/1/locked", parsed("false"));
  set(root, "/cadres/1/fields", parsed("[]"));
  set(root, "/scenarios/1/rounds/0/moves/1/reason", parsed("\"\""));
  EXPECT_EQ(saved(toJson(root)), saved(smallPlan()));
}

// Nothing is known of a residence, or it is known that there is none: not the same.
TEST(RoundTrip, EmptyResidenceIsKept) {
  const auto plan = loadPlan(smallWith("/cadres/1/residence", "[]"));
  ASSERT_TRUE(plan.has_value());
  EXPECT_TRUE(plan->roster->cadres[1].residence.has_value());
  EXPECT_NE(savePlan(*plan).find("\"residence\": []"), std::string::npos);
}

TEST(RoundTrip, ModelHoldsWhatTheFileSays) {
  const auto loaded = loadPlan(smallPlan());
  ASSERT_TRUE(loaded.has_value());
  const Plan& plan = *loaded;
  EXPECT_EQ(plan.header->title, "Nhỏ mà đủ");
  EXPECT_EQ(plan.header->as_of, (Date{2023, 7, 27}));

  const Structure& structure = *plan.structure;
  ASSERT_EQ(structure.units.size(), 4U);
  EXPECT_EQ(structure.units[1].key, "020");
  EXPECT_EQ(structure.units[1].parent, UnitId{0});
  EXPECT_EQ(structure.units[1].tile, (Tile{6, 5}));
  EXPECT_EQ(structure.units[1].grades.at(0).period, "2023-06");
  EXPECT_EQ(structure.units[1].grades.at(0).grade, EvaluationGrade::kCompleted);
  EXPECT_EQ(structure.levels.at(structure.units[2].level.index()), "commune");
  EXPECT_EQ(structure.titles.at(0).name.vi, "Bí thư");
  EXPECT_EQ(structure.titles.at(0).name.en, "Secretary");
  EXPECT_TRUE(structure.titles.at(0).head);
  EXPECT_EQ(structure.posts.at(0).unit, UnitId{2});
  EXPECT_EQ(structure.posts.at(0).title, TitleId{0});
  EXPECT_EQ(structure.posts.at(0).incumbent, CadreId{0});
  EXPECT_TRUE(structure.posts.at(0).locked);
  EXPECT_EQ(structure.posts.at(0).field, "land");
  EXPECT_FALSE(structure.posts.at(1).incumbent);
  EXPECT_EQ(structure.district_of.at(2), UnitId{1});

  const Cadre& cadre = plan.roster->cadres.at(0);
  EXPECT_EQ(cadre.name, "Cán bộ 1");
  EXPECT_EQ(cadre.birth, (Date{1975, 4, 2}));
  EXPECT_EQ(cadre.gender, Gender::kFemale);
  EXPECT_EQ(cadre.native_place, UnitId{2});
  EXPECT_EQ(cadre.birthplace, UnitId{2});
  EXPECT_EQ(cadre.residence.value().at(0).unit, UnitId{2});
  EXPECT_EQ(cadre.residence.value().at(0).years, 22.5);
  EXPECT_EQ(cadre.in_post_since, (Date{2019, 5, 1}));
  EXPECT_EQ(cadre.terms_as_head_here, 1);
  EXPECT_EQ(cadre.service_ends, (Date{2035, 4, 30}));
  EXPECT_EQ(cadre.fields, std::vector<std::string>{"land"});
  EXPECT_EQ(cadre.pool, (std::vector<PoolEntry>{TitleId{0}, TitleId{1}}));
  EXPECT_EQ(cadre.grades.at(0).grade, EvaluationGrade::kGood);
  EXPECT_EQ(cadre.discipline.at(0).kind, DisciplineKind::kReprimand);
  EXPECT_EQ(cadre.discipline.at(0).on, (Date{2022, 3, 1}));
  EXPECT_EQ(cadre.relatives, std::vector<CadreId>{CadreId{1}});
  EXPECT_EQ(cadre.preferences.at(0).unit, UnitId{1});
  EXPECT_EQ(cadre.preferences.at(0).rank, 1);
  EXPECT_EQ(cadre.group, "2023-II");
  const Cadre& other = plan.roster->cadres.at(1);
  EXPECT_FALSE(other.birth || other.native_place || other.residence || other.in_post_since ||
               other.terms_as_head_here || other.service_ends);

  EXPECT_EQ(plan.quota_set->locality.residence_years, 20);
  const Quota& quota = plan.quota_set->quotas.at(0);
  EXPECT_EQ(quota.group_level, "district");
  EXPECT_EQ(quota.titles.size(), 2U);
  EXPECT_EQ(quota.counts, Counts::kNonLocal);
  EXPECT_EQ(quota.target, Share{5000});
  EXPECT_EQ(quota.by, (Date{2023, 12, 31}));
  EXPECT_EQ(quota.targetOf(UnitId{1}), Share{5500});
  EXPECT_EQ(plan.quota_set->quotas.at(1).age, 40);

  ASSERT_EQ(plan.rule_set->rules.size(), 4U);
  EXPECT_EQ(plan.rule_set->find("months_in_post")->limit, 36);
  EXPECT_EQ(plan.rule_set->find("grade")->limit, static_cast<int>(EvaluationGrade::kGood));
  EXPECT_EQ(plan.rule_set->find("relatives"), nullptr);
  EXPECT_EQ(plan.rule_set->caps.value().moves_per_round, 200);
  EXPECT_EQ(plan.rule_set->costs.value().district_step, 5);

  const Scenario& scenario = *plan.scenarios->at(1);
  EXPECT_EQ(scenario.based_on, "baseline");
  const Round& round = scenario.rounds.at(0);
  EXPECT_EQ(round.date, (Date{2023, 10, 1}));
  const Move& move = round.moves.at(0);
  EXPECT_EQ(move.cadre, CadreId{1});
  EXPECT_EQ(move.to, PostId{1});
  EXPECT_EQ(move.type, MoveType::kAppointment);
  EXPECT_EQ(move.reason, "Kiện toàn");
  EXPECT_TRUE(move.pinned);
  const Consultation& said = round.consultations.at(0);
  EXPECT_TRUE(said.cadre == CadreId{1} && said.to == PostId{1});
  EXPECT_EQ(said.views.cadre, View::kAgree);
  EXPECT_EQ(said.views.destination, View::kConcern);
  EXPECT_EQ(move.waivers.at(0).rule, "months_in_post");
  EXPECT_EQ(move.keep, std::vector<PostId>{PostId{0}});
  EXPECT_FALSE(round.moves.at(1).to);
}

}  // namespace
}  // namespace cadre::plan_io::test
