#include <algorithm>
#include <array>
#include <utility>

#include "samples/people.h"
#include "samples/samples.h"

namespace cadre::samples {
namespace {

constexpr std::uint64_t kSeed = 10600;
constexpr int kProvinces = 63;
constexpr int kDistricts = 700;
constexpr int kCommunes = 10600;

// The number padded with leading zeros.
std::string code(const char* prefix, int number, std::size_t width) {
  std::string digits = std::to_string(number);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return prefix + digits;
}

}  // namespace

Plan country() {
  Random random(kSeed);
  PlanDraft draft("Cả nước (giả định)", date(2023, 7, 27));
  std::vector<UnitId> provinces;
  for (int i = 1; i <= kProvinces; ++i) {
    provinces.push_back(draft.addUnit(code("", i, 2), code("Tỉnh ", i, 2), "province"));
  }
  std::vector<DistrictSeats> districts;
  for (int i = 0; i < kDistricts; ++i) {
    const UnitId province = provinces[static_cast<std::size_t>(i * kProvinces / kDistricts)];
    const UnitId unit =
        draft.addUnit(code("h", i + 1, 3), code("Huyện ", i + 1, 3), kLevelDistrict, province);
    draft.structure.units[unit.index()].tile = Tile{i % 28, i / 28};
    districts.push_back({unit, {}});
  }
  for (int i = 0; i < kCommunes; ++i) {
    DistrictSeats& district = districts[static_cast<std::size_t>(i * kDistricts / kCommunes)];
    district.communes.push_back(
        draft.addCommune(code("", i + 1, 5), code("Xã ", i + 1, 5), district.unit));
  }
  const Origins origins{districts, provinces};
  People people(draft, random, origins, {{{date(2020, 6, 1), 250}, {date(2021, 7, 1), 130}}, 2013});
  for (const DistrictSeats& district : districts) {
    const int non_local = random.between(250, 620);
    for (const CommuneSeats& seats : district.communes) {
      for (const PostId post : {seats.secretary, seats.chairman}) {
        constexpr int kVacant = 25;
        if (!random.chance(kVacant)) people.seat(post, district, !random.chance(non_local));
      }
    }
    people.candidate(district);
    people.candidate(district);
  }
  draft.addQuotas(date(2023, 12, 31));
  draft.addBaseline();
  return draft.build();
}

Plan withRounds(const Plan& plan, int rounds, int moves) {
  Random random(kSeed);
  const Structure& structure = *plan.structure;
  const std::vector<UnitId> districts = structure.unitsOfLevel(structure.findLevel(kLevelDistrict));
  Scenario scenario;
  scenario.key = "rounds";
  scenario.name = "Rounds";
  for (int r = 0; r < rounds; ++r) {
    Round round;
    round.key = std::to_string(r + 1);
    round.name = round.key;
    round.date = addMonths(plan.header->as_of, 3 * (r + 1));
    for (int i = 0; i < moves / 2; ++i) {
      const std::vector<PostId> posts = structure.postsUnder(random.pick(districts));
      const PostId a = random.pick(posts);
      const PostId b = random.pick(posts);
      const CadreId one = structure.post(a).incumbent;
      const CadreId other = structure.post(b).incumbent;
      if (a == b || !one || !other) continue;
      Move there;
      there.cadre = one;
      there.to = b;
      Move back;
      back.cadre = other;
      back.to = a;
      round.moves.push_back(std::move(there));
      round.moves.push_back(std::move(back));
    }
    scenario.rounds.push_back(std::move(round));
  }
  Plan out = plan;
  out.scenarios = std::make_shared<const ScenarioList>(
      ScenarioList{std::make_shared<const Scenario>(std::move(scenario))});
  return out;
}

std::span<const SampleFile> sampleFiles() {
  static constexpr std::array kFiles = {SampleFile{"ha-noi-2023.json", haNoi},
                                        SampleFile{"thanh-tri-2023-07.json", thanhTri},
                                        SampleFile{"phuc-tho-2021-2023.json", phucTho}};
  return kFiles;
}

}  // namespace cadre::samples
