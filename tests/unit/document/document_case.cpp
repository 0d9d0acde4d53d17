#include "document_case.h"

#include <algorithm>

namespace cadre::test {

DocumentCase::DocumentCase() {
  district = builder.district("020");
  for (const char* key : {"00640", "00643", "00646"}) {
    const UnitId commune = builder.commune(key, district);
    posts.push_back(builder.post(commune, builder.secretary));
    posts.push_back(builder.post(commune, builder.chairman));
  }
  for (std::size_t i = 0; i < 4; ++i) {
    cadres.push_back(builder.cadre("c" + std::to_string(i + 1), posts[i]));
  }
  cadres.push_back(builder.cadre("c5"));
  builder.quota(Counts::kNonLocal, "0.5").key = "nq04";
  builder.rule("months_in_post", Severity::kHard, 36).source = "65-QĐ/TW";

  Scenario baseline;
  baseline.key = "baseline";
  baseline.name = "Hiện trạng";
  builder.scenario(baseline);
  Scenario a;
  a.key = "a";
  a.name = "Phương án A";
  a.based_on = "baseline";
  Round first = round("2023-10-01", {move(cadres[0], posts[2]), move(cadres[2], posts[0])});
  first.key = "r1";
  first.name = "Đợt 1";
  Round second = round("2024-04-01", {});
  second.key = "r2";
  second.name = "Đợt 2";
  a.rounds = {first, second};
  builder.scenario(a);
  plan = builder.build();
}

roster::Merge mergeFor(const DocumentCase& c) {
  roster::Merge out;
  const CadreId added{c.plan.roster->cadres.size()};
  Cadre known = c.plan.cadre(c.cadres[0]);
  known.name = "Tên khác";
  known.relatives = {added};
  Cadre fresh;
  fresh.key = "c99";
  fresh.name = "Người mới";
  fresh.residence = {{c.district, 12.5, nullptr}};
  fresh.relatives = {c.cadres[0]};
  fresh.discipline = {{DisciplineKind::kWarning, day("2022-02-28"), nullptr}};
  out.cadres = {known, fresh};
  out.incumbents = {{c.posts[3], CadreId{}}, {c.posts[5], added}};
  return out;
}

std::vector<Command> everyCommand(const DocumentCase& c) {
  Move rich = move(c.cadres[4], c.posts[5], MoveType::kAppointment);
  rich.reason = "Kiện toàn \"chức danh\"";
  rich.pinned = true;
  rich.directive = "Chỉ thị 24-CT/TU";
  rich.waivers = {{"months_in_post", "Thiếu người", nullptr}};
  rich.keep = {c.posts[0]};
  Move leaves = move(c.cadres[3], PostId{}, MoveType::kResignation);
  Round added = round("2023-12-01", {rich, leaves});
  Consultation& said =
      say(added, c.cadres[4], c.posts[5], {View::kAgree, View::kConcern, View::kDisagree});
  said.on = day("2023-09-29");
  said.wishes = "Gần nhà";
  said.note = "Gặp hai lần";
  said.views.noteOf(Party::kDestination) = {"Đã có người, \"không cần\"", day("2023-09-30")};
  added.key = "r3";
  added.status = RoundStatus::kSubmitted;
  added.name = "Đợt 3";
  Scenario restored = scenarioOf(c.plan, "a");
  restored.key = "back";
  restored.name = "Trở lại";
  return {
      RenamePlan{"Tên mới"},
      BranchScenario{"a", "b", "Phương án B"},
      BranchScenario{"", "c", "Phương án C"},
      RenameScenario{"a", "Phương án khác"},
      DeleteScenario{"baseline"},
      AddRound{"a", added},
      RenameRound{c.r1, "Đợt đầu"},
      SetRoundDate{c.r1, day("2024-12-31")},
      DeleteRound{c.r1},
      AddMoves{c.r2, {rich, leaves}, {}},
      AddMoves{c.r1, {move(c.cadres[0], c.posts[4])}, {c.cadres[2]}},
      AcceptProposal{{c.r1, {move(c.cadres[0], c.posts[4])}, {c.cadres[2]}}},
      RemoveMove{c.r1, 1},
      ReorderMove{c.r1, 1, 0},
      AddMoves{c.r2, {rich}, {}, added.consultations},
      ReplaceMove{c.r1, 0, rich},
      ReplaceMove{c.r1, 0, rich, said.views},
      SetViews{c.r1, 0, said},
      SetLock{c.posts[1], true},
      SetLocality{{LocalityBasis::kResidence, LocalityLevel::kDistrict, 12.5, nullptr}},
      SetTarget{"nq04", UnitId{}, share("0.6")},
      SetTarget{"nq04", c.district, share("0.5555")},
      SetTarget{"nq04", c.district, std::nullopt},
      SetRule{"months_in_post", Severity::kSoft, 24, "Quy định mới"},
      SetRule{"relatives", Severity::kHard, 0, ""},
      SetCaps{12, std::nullopt},
      SetCaps{std::nullopt, std::nullopt},
      AddScenario{restored, 1},
      MergeRoster{mergeFor(c)},
  };
}

const Scenario& scenarioOf(const Plan& plan, std::string_view key) {
  return *(*plan.scenarios)[plan.findScenario(key).value()];
}

const Round& roundOf(const Plan& plan, const RoundRef& ref) {
  const std::vector<Round>& rounds = scenarioOf(plan, ref.scenario).rounds;
  return *std::find_if(rounds.begin(), rounds.end(),
                       [&](const Round& round) { return round.key == ref.round; });
}

Plan applied(const Plan& plan, const Command& command) {
  return applyCommand(plan, command).value();
}

}  // namespace cadre::test
