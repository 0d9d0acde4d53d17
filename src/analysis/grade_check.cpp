#include "analysis/grade_check.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>

#include "core/stable_sort.h"

namespace cadre {
namespace {

std::optional<EvaluationGrade> exactly(const std::vector<Evaluation>& grades,
                                       std::string_view period) {
  const auto last = std::find_if(grades.rbegin(), grades.rend(),
                                 [&](const Evaluation& grade) { return grade.period == period; });
  if (last == grades.rend()) return std::nullopt;
  return last->grade;
}

// "2023" for "2023-06"; empty when the period is not a month of a year.
std::string_view yearOf(std::string_view period) {
  const std::size_t dash = period.find('-');
  return dash == std::string_view::npos ? std::string_view{} : period.substr(0, dash);
}

std::optional<EvaluationGrade> gradeIn(const Cadre& cadre, std::string_view period) {
  const std::optional<EvaluationGrade> own = exactly(cadre.grades, period);
  const std::string_view year = yearOf(period);
  return own || year.empty() ? own : exactly(cadre.grades, year);
}

void add(std::optional<EvaluationGrade> grade, GradeFlag& out) {
  ++out.all;
  if (!grade) return;
  ++out.graded;
  if (*grade >= EvaluationGrade::kGood) ++out.good;
  if (*grade == EvaluationGrade::kExcellent) ++out.excellent;
}

bool tooManyExcellent(const GradeFlag& count) {
  return count.excellent * 100 > count.good * kMostExcellentPercent;
}

class Checker {
 public:
  Checker(const Plan& plan, const Seating& seating) : plan_(plan), seating_(seating) {}

  std::vector<GradeFlag> run() {
    const Structure& structure = *plan_.structure;
    for (std::size_t u = 0; u < structure.units.size(); ++u) checkOwnGrades(UnitId{u});
    const std::vector<std::uint8_t> above_districts = aboveDistricts();
    for (std::size_t u = 0; u < structure.units.size(); ++u) {
      const UnitId unit{u};
      const bool is_root_alone = !structure.unit(unit).parent && above_districts[u] == 0;
      if (structure.districtOf(unit) == unit || is_root_alone) checkExcellentOfficials(unit);
    }
    for (std::size_t u = 0; u < structure.units.size(); ++u) checkExcellentUnits(UnitId{u});
    stableSort(out_, [](const GradeFlag& a, const GradeFlag& b) {
      return std::tie(b.period, a.kind) < std::tie(a.period, b.kind);
    });
    return std::move(out_);
  }

 private:
  // By unit: whether it is a district or is above one.
  [[nodiscard]] std::vector<std::uint8_t> aboveDistricts() const {
    const Structure& structure = *plan_.structure;
    std::vector<std::uint8_t> out(structure.units.size(), 0);
    for (std::size_t u = 0; u < structure.units.size(); ++u) {
      if (structure.districtOf(UnitId{u}) != UnitId{u}) continue;
      for (UnitId at{u}; at; at = structure.unit(at).parent) out[at.index()] = 1;
    }
    return out;
  }

  // Everyone who holds a post in or under the unit, without duplicates.
  [[nodiscard]] std::vector<CadreId> officialsOf(UnitId unit) const {
    std::vector<CadreId> out;
    for (const PostId post : plan_.structure->postsUnder(unit)) {
      if (const CadreId holder = seating_.holder(post)) out.push_back(holder);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  // Checks the unit against its officials and heads, for every period in which it is graded.
  void checkOwnGrades(UnitId unit) {
    const std::vector<Evaluation>& grades = plan_.unit(unit).grades;
    if (grades.empty()) return;
    const std::vector<CadreId> officials = officialsOf(unit);
    std::set<std::string_view> periods;
    for (const Evaluation& evaluation : grades) periods.insert(evaluation.period);
    for (const std::string_view period : periods) {
      const EvaluationGrade own = exactly(grades, period).value_or(EvaluationGrade::kExcellent);
      GradeFlag flag{.kind = GradeFlagKind::kUnitBelowOfficials,
                     .unit = unit,
                     .period = std::string(period),
                     .unit_grade = own,
                     .cadre = {},
                     .post = {}};
      for (const CadreId cadre : officials) add(gradeIn(plan_.cadre(cadre), period), flag);
      if (own == EvaluationGrade::kNotCompleted && flag.graded > 0 && flag.good == flag.graded) {
        out_.push_back(flag);
      }
      checkHeads(flag);
    }
  }

  void checkHeads(GradeFlag flag) {
    flag.kind = GradeFlagKind::kHeadAboveUnit;
    for (const PostId post : plan_.structure->posts_in[flag.unit.index()]) {
      const CadreId holder = seating_.holder(post);
      if (!holder || !plan_.structure->title(plan_.post(post).title).head) continue;
      const std::optional<EvaluationGrade> grade = gradeIn(plan_.cadre(holder), flag.period);
      if (!grade || *grade <= flag.unit_grade) continue;
      flag.cadre = holder;
      flag.post = post;
      flag.grade = *grade;
      out_.push_back(flag);
    }
  }

  // All periods in which some official of the unit is graded.
  void checkExcellentOfficials(UnitId unit) {
    const std::vector<CadreId> officials = officialsOf(unit);
    std::set<std::string_view> periods;
    for (const CadreId cadre : officials) {
      for (const Evaluation& grade : plan_.cadre(cadre).grades) periods.insert(grade.period);
    }
    for (const std::string_view period : periods) {
      GradeFlag flag{.kind = GradeFlagKind::kExcellentOfficials,
                     .unit = unit,
                     .period = std::string(period),
                     .cadre = {},
                     .post = {}};
      for (const CadreId cadre : officials) add(exactly(plan_.cadre(cadre).grades, period), flag);
      if (tooManyExcellent(flag)) out_.push_back(flag);
    }
  }

  void checkExcellentUnits(UnitId unit) {
    const std::vector<UnitId>& parts = plan_.structure->children[unit.index()];
    std::set<std::string_view> periods;
    for (const UnitId part : parts) {
      for (const Evaluation& grade : plan_.unit(part).grades) periods.insert(grade.period);
    }
    for (const std::string_view period : periods) {
      GradeFlag flag{.kind = GradeFlagKind::kExcellentUnits,
                     .unit = unit,
                     .period = std::string(period),
                     .cadre = {},
                     .post = {}};
      for (const UnitId part : parts) add(exactly(plan_.unit(part).grades, period), flag);
      if (tooManyExcellent(flag)) out_.push_back(flag);
    }
  }

  const Plan& plan_;
  const Seating& seating_;
  std::vector<GradeFlag> out_;
};

}  // namespace

std::vector<GradeFlag> gradeFlags(const Plan& plan, const Seating& seating) {
  return Checker(plan, seating).run();
}

}  // namespace cadre
