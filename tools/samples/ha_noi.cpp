#include <algorithm>
#include <array>
#include <utility>

#include "samples/move_finder.h"
#include "samples/people.h"
#include "samples/samples.h"

namespace cadre::samples {
namespace {

constexpr std::uint64_t kSeed = 20230727;
constexpr int kCandidates = 60;
constexpr int kLockedPosts = 8;
constexpr int kRelatives = 14;
constexpr const char* kTayHo = "003";
constexpr const char* kHoangMai = "008";
constexpr const char* kDongAnh = "017";
constexpr const char* kThanhTri = "020";
constexpr const char* kPhucTho = "272";

// Non-local heads of a district, per thousand: the initial situation of the city.
constexpr std::array kShares = {620, 590, 570, 550, 540, 530, 520, 510, 500, 490,
                                480, 470, 460, 450, 440, 430, 420, 410, 400, 390,
                                370, 350, 330, 320, 300, 290, 270, 250};

struct NonLocals {
  std::size_t secretaries = 0;
  std::size_t chairmen = 0;
};

class HaNoi {
 public:
  explicit HaNoi(std::span<const DistrictFacts> facts)
      : random_(kSeed),
        draft_("Hà Nội 2023", date(2023, 7, 27)),
        districts_(addHanoi(draft_, facts)),
        origins_{districts_, addProvinces(draft_)},
        people_(draft_, random_, origins_,
                {{{date(2020, 6, 1), 250},
                  {date(2021, 7, 1), 130},
                  {date(2016, 7, 1), 70},
                  {date(2015, 6, 1), 50}},
                 2013}) {}

  Plan make() {
    draft_.addQuotas(date(2023, 12, 31));
    fillPosts();
    for (int i = 0; i < kCandidates; ++i) people_.candidate(random_.pick(districts_));
    addDetails();
    gradeDistricts();
    draft_.addBaseline();
    addProposal();
    return draft_.build();
  }

 private:
  [[nodiscard]] const std::string& codeOf(const DistrictSeats& district) const {
    return draft_.structure.unit(district.unit).key;
  }
  [[nodiscard]] const DistrictSeats& find(std::string_view code) const {
    return *std::find_if(districts_.begin(), districts_.end(),
                         [&](const DistrictSeats& d) { return codeOf(d) == code; });
  }

  // The two districts with published figures have those figures here, too.
  void fillPosts() {
    std::vector<int> shares(kShares.begin(), kShares.end());
    random_.shuffle(shares);
    for (const DistrictSeats& district : districts_) {
      const bool published = codeOf(district) == kThanhTri || codeOf(district) == kPhucTho;
      NonLocals non_locals = codeOf(district) == kThanhTri ? NonLocals{12, 5} : NonLocals{12, 9};
      if (!published) {
        const std::size_t all =
            district.communes.size() * 2 * static_cast<std::size_t>(shares.back());
        shares.pop_back();
        non_locals.secretaries = (all * 56 + 50'000) / 100'000;
        non_locals.chairmen = (all * 44 + 50'000) / 100'000;
      }
      fillDistrict(district, non_locals, published);
    }
  }

  void fillDistrict(const DistrictSeats& district, NonLocals non_locals, bool published) {
    constexpr int kVacant = 26;
    constexpr int kUnknownHome = 10;
    const auto pick_local = [&](std::size_t non_local) {
      std::vector<bool> local(district.communes.size(), true);
      std::fill_n(local.begin(), std::min(non_local, local.size()), false);
      std::vector<std::uint8_t> order(local.begin(), local.end());
      random_.shuffle(order);
      return order;
    };
    const auto secretaries = pick_local(non_locals.secretaries);
    const auto chairmen = pick_local(non_locals.chairmen);
    for (std::size_t i = 0; i < district.communes.size(); ++i) {
      const CommuneSeats& seats = district.communes[i];
      for (const auto& [post, local] :
           {std::pair{seats.secretary, secretaries[i]}, std::pair{seats.chairman, chairmen[i]}}) {
        if (!published && random_.chance(kVacant)) continue;
        const CadreId cadre = people_.seat(post, district, local != 0);
        if (!published && random_.chance(kUnknownHome)) people_[cadre].native_place = UnitId{};
      }
    }
  }

  void addDetails() {
    constexpr int kFieldAsked = 250;
    constexpr int kInGroup = 330;
    constexpr int kDisciplined = 14;
    for (Post& post : draft_.structure.posts) {
      if (random_.chance(kFieldAsked)) post.field = random_.pick(fieldNames());
    }
    for (int i = 0; i < kLockedPosts; ++i) {
      draft_.structure.posts[static_cast<std::size_t>(random_.below(draft_.structure.posts.size()))]
          .locked = true;
    }
    for (Cadre& cadre : draft_.roster.cadres) {
      if (random_.chance(kInGroup)) cadre.group = random_.chance(600) ? "2023-II" : "2024-I";
      if (!random_.chance(kDisciplined)) continue;
      constexpr std::array kKinds = {720, 230, 50};  // reprimand, warning, dismissal
      const auto kind = static_cast<DisciplineKind>(random_.weighted(kKinds));
      const int month = random_.between(1, 6);
      const int year = 2022 + random_.below(2);
      cadre.discipline.push_back({kind, date(year, month, 15), nullptr});
    }
    for (int i = 0; i < kRelatives; ++i) addRelatives(random_.pick(districts_));
  }

  // Two heads of different communes of one district.
  void addRelatives(const DistrictSeats& district) {
    const std::size_t first = static_cast<std::size_t>(random_.below(district.communes.size() - 1));
    const CadreId a = holder(district.communes[first].secretary);
    const CadreId b = holder(district.communes[first + 1].chairman);
    if (a && b) people_[a].relatives.push_back(b);
  }

  [[nodiscard]] CadreId holder(PostId post) const { return draft_.structure.post(post).incumbent; }

  // Monthly work of the districts; in June Tây Hồ has not completed its work, although every one of
  // its officials is graded good.
  void gradeDistricts() {
    constexpr std::array kGrades = {0, 200, 650, 150};
    for (const DistrictSeats& district : districts_) {
      std::vector<Evaluation>& grades = draft_.structure.units[district.unit.index()].grades;
      const bool tay_ho = codeOf(district) == kTayHo;
      for (const char* month : {"2023-05", "2023-06"}) {
        const auto grade = static_cast<EvaluationGrade>(random_.weighted(kGrades));
        grades.push_back({month, grade, nullptr});
      }
      if (!tay_ho) continue;
      grades.back().grade = EvaluationGrade::kNotCompleted;
      for (const CommuneSeats& seats : district.communes) {
        for (const PostId post : {seats.secretary, seats.chairman}) {
          if (!holder(post)) continue;
          people_[holder(post)].grades.push_back({"2023-06", EvaluationGrade::kGood, nullptr});
        }
      }
    }
  }

  void addProposal() {
    const Plan plan = draft_.build();
    MoveFinder finder(plan, random_);
    finder.scenario().key = "a";
    finder.scenario().name = "Phương án A";
    finder.scenario().based_on = "baseline";
    finder.beginRound("r1", "Đợt 2/2023", date(2023, 10, 1));
    const std::string reason = "Luân chuyển theo lộ trình";
    std::size_t chains = 0;
    std::size_t swaps = 0;
    std::size_t circles = 0;
    finder.addCircle(find(kThanhTri).unit, 2, reason);
    for (const DistrictSeats& district : districts_) {
      const Cell* cell = finder.timeline().find(1, QuotaId{0}, district.unit);
      if (cell == nullptr || cell->shortfall() < 2) continue;
      if (chains < 1 && finder.addChain(district.unit, reason)) {
        ++chains;
      } else if (swaps < 5 && finder.addCircle(district.unit, 2, reason)) {
        ++swaps;
      } else if (circles < 1 && finder.addCircle(district.unit, 3, reason)) {
        ++circles;
      }
    }
    addDepartures(finder);
    addBreaches(finder);
    finder.beginRound("r2", "Đợt 1/2024", date(2024, 4, 1));
    draft_.addScenario(std::move(finder.scenario()));
  }

  // Two chairmen are relieved, one official resigns: their posts stay open.
  void addDepartures(MoveFinder& finder) const {
    const auto leave = [&](const char* district, MoveType type, const char* reason) {
      const std::vector<PostId> posts = finder.seats(find(district).unit, draft_.chairman);
      Move move;
      move.cadre = finder.holder(posts.front());
      move.type = type;
      move.reason = reason;
      finder.add(std::move(move));
    };
    leave(kDongAnh, MoveType::kRelief, "Chỉ thị 24-CT/TU");
    leave(kDongAnh, MoveType::kRelief, "Chỉ thị 24-CT/TU");
    leave(kHoangMai, MoveType::kResignation, "Theo nguyện vọng cá nhân");
  }

  // Two swaps of officials with too little time in their posts: one is waived, one remains a
  // finding.
  void addBreaches(MoveFinder& finder) const {
    const auto swap = [&](const char* district, bool waived) {
      std::vector<PostId> posts = finder.seats(find(district).unit, draft_.secretary);
      std::erase_if(posts, [&](PostId post) {
        const std::optional<Date> since = draft_.roster.cadre(finder.holder(post)).in_post_since;
        return !since || *since < date(2020, 12, 1);
      });
      if (posts.size() < 2) return;
      for (const std::size_t i : {0U, 1U}) {
        Move move;
        move.cadre = finder.holder(posts[i]);
        move.to = posts[1 - i];
        move.type = MoveType::kTransfer;
        Views views;
        views.cadre = View::kAgree;
        if (waived) {
          move.waivers.push_back(
              {"months_in_post", "Ban Thường vụ Quận ủy đã thống nhất", nullptr});
        } else if (i == 0) {
          views.destination = View::kDisagree;
        }
        finder.add(std::move(move), views);
      }
    };
    swap("006", true);
    swap("279", false);
  }

  Random random_;
  PlanDraft draft_;
  std::vector<DistrictSeats> districts_;
  Origins origins_;
  People people_;
};

}  // namespace

Plan haNoi(std::span<const DistrictFacts> districts) { return HaNoi(districts).make(); }

}  // namespace cadre::samples
