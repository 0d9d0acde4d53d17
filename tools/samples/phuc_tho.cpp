#include <algorithm>
#include <array>
#include <utility>

#include "samples/move_finder.h"
#include "samples/people.h"
#include "samples/samples.h"

namespace cadre::samples {
namespace {

constexpr std::uint64_t kSeed = 272;
constexpr const char* kCode = "272";
constexpr int kCandidates = 5;
// Heads who are non-local at the start, by index of the commune: 4 secretaries, 2 chairmen.
constexpr std::array<std::size_t, 4> kNonLocalSecretaries = {2, 7, 11, 18};
constexpr std::array<std::size_t, 2> kNonLocalChairmen = {5, 14};
// The secretary whose service ends before the first round.
constexpr std::size_t kLeaves = 4;

template <class List>
bool has(const List& list, std::size_t place) {
  return std::find(list.begin(), list.end(), place) != list.end();
}

// Four rounds of the roadmap: 6 non-local heads become 9, 13, 18 and 21.
Scenario roadmap(const Plan& plan, UnitId district, Random& random) {
  MoveFinder finder(plan, random);
  finder.scenario().key = "lo-trinh";
  finder.scenario().name = "Lộ trình 2022–2023";
  finder.scenario().based_on = "baseline";
  const auto begin = [&](const char* key, const char* name, Date day) {
    finder.beginRound(key, name, day);
    return std::string("Lộ trình luân chuyển, ") + name;
  };
  std::string reason = begin("2022-I", "Đợt 1/2022", date(2022, 3, 1));
  finder.addAppointment(district, "Kiện toàn chức danh khuyết");
  finder.addCircle(district, 2, reason);
  reason = begin("2022-II", "Đợt 2/2022", date(2022, 8, 1));
  finder.addCircle(district, 2, reason);
  finder.addCircle(district, 2, reason);
  reason = begin("2022-III", "Đợt 3/2022", date(2022, 12, 1));
  finder.addCircle(district, 3, reason);
  finder.addCircle(district, 2, reason);
  reason = begin("2023-I", "Đợt 1/2023", date(2023, 3, 1));
  finder.addCircle(district, 3, reason);
  return std::move(finder.scenario());
}

}  // namespace

Plan phucTho(std::span<const DistrictFacts> districts) {
  const auto facts = std::find_if(districts.begin(), districts.end(),
                                  [](const DistrictFacts& d) { return d.code == kCode; });
  Random random(kSeed);
  PlanDraft draft("Phúc Thọ 2021–2023", date(2021, 11, 30));
  const std::vector<DistrictSeats> all = addHanoi(draft, {facts, facts + 1});
  const DistrictSeats& district = all.front();
  const Origins origins{all, addProvinces(draft)};
  People people(
      draft, random, origins,
      {{{date(2015, 6, 1), 200}, {date(2016, 7, 1), 300}, {date(2020, 6, 1), 120}}, 2014});
  for (std::size_t i = 0; i < district.communes.size(); ++i) {
    const CommuneSeats& seats = district.communes[i];
    people.seat(seats.secretary, district, !has(kNonLocalSecretaries, i));
    people.seat(seats.chairman, district, !has(kNonLocalChairmen, i));
  }
  for (int i = 0; i < kCandidates; ++i) people.candidate(district);

  // Nobody else leaves in between, so that the shares match the published ones.
  const Date after_roadmap = date(2023, 6, 30);
  for (Cadre& cadre : draft.roster.cadres) {
    if (cadre.service_ends && *cadre.service_ends < after_roadmap) {
      cadre.service_ends = after_roadmap;
    }
  }
  const PostId left = district.communes[kLeaves].secretary;
  people[draft.structure.post(left).incumbent].service_ends = date(2022, 1, 31);

  draft.addQuotas(date(2023, 12, 31));
  draft.addBaseline();
  Scenario scenario = roadmap(draft.build(), district.unit, random);
  for (const Round& round : scenario.rounds) {
    for (const Move& move : round.moves) people[move.cadre].group = round.key;
  }
  draft.addScenario(std::move(scenario));
  draft.addNote(
      "Tỷ lệ 6/42 và 21/42 theo số liệu đã công bố; cán bộ là giả định. Số 91 lượt cán bộ được "
      "điều "
      "động, luân chuyển đã công bố gồm cả cấp phó và cán bộ khác; ở đây chỉ có 42 người đứng đầu.",
      "6/42 and 21/42 are the published shares; the officials are made up. The published 91 "
      "officials "
      "moved or rotated include deputies and others; here are the 42 heads alone.");
  return draft.build();
}

}  // namespace cadre::samples
