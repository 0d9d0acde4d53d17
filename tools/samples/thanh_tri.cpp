#include <algorithm>
#include <array>

#include "samples/people.h"
#include "samples/samples.h"

namespace cadre::samples {
namespace {

constexpr std::uint64_t kSeed = 20;
constexpr const char* kCode = "020";
constexpr int kCandidates = 6;

// Who is local, by commune: 4 of 16 secretaries, 11 of 16 chairmen.
constexpr std::array<bool, 16> kLocalSecretaries = {false, false, false, true,  false, false,
                                                    false, true,  false, false, true,  false,
                                                    false, false, true,  false};
constexpr std::array<bool, 16> kLocalChairmen = {true,  false, true, true, true,  true,
                                                 false, true,  true, true, false, true,
                                                 false, true,  true, false};
static_assert(std::count(kLocalSecretaries.begin(), kLocalSecretaries.end(), false) == 12);
static_assert(std::count(kLocalChairmen.begin(), kLocalChairmen.end(), false) == 5);

}  // namespace

Plan thanhTri(std::span<const DistrictFacts> districts) {
  const auto facts = std::find_if(districts.begin(), districts.end(),
                                  [](const DistrictFacts& d) { return d.code == kCode; });
  Random random(kSeed);
  PlanDraft draft("Thanh Trì 7/2023", date(2023, 7, 27));
  const std::vector<DistrictSeats> all = addHanoi(draft, {facts, facts + 1});
  const DistrictSeats& district = all.front();
  const Origins origins{all, addProvinces(draft)};
  People people(
      draft, random, origins,
      {{{date(2020, 6, 1), 300}, {date(2021, 7, 1), 100}, {date(2016, 7, 1), 100}}, 2014});
  for (std::size_t i = 0; i < district.communes.size(); ++i) {
    people.seat(district.communes[i].secretary, district, kLocalSecretaries.at(i));
    people.seat(district.communes[i].chairman, district, kLocalChairmen.at(i));
  }
  for (int i = 0; i < kCandidates; ++i) people.candidate(district);
  draft.addQuotas(date(2023, 12, 31));
  draft.addBaseline();
  Scenario scenario;
  scenario.key = "a";
  scenario.name = "Phương án A";
  scenario.based_on = "baseline";
  Round round;
  round.key = "r1";
  round.name = "Đợt 2/2023";
  round.date = date(2023, 10, 1);
  scenario.rounds.push_back(std::move(round));
  draft.addScenario(std::move(scenario));
  draft.addNote("Tỷ lệ theo số liệu đã công bố; cán bộ là giả định.",
                "The shares are the published ones; the officials are made up.");
  return draft.build();
}

}  // namespace cadre::samples
