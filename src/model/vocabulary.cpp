#include "model/vocabulary.h"

namespace cadre {
namespace {

using std::string_view;

constexpr std::array<string_view, 3> kGenders = {"", "female", "male"};
constexpr std::array<string_view, 4> kGrades = {"not_completed", "completed", "good", "excellent"};
constexpr std::array<string_view, 4> kDisciplines = {"reprimand", "warning", "dismissal",
                                                     "expulsion"};
constexpr std::array<string_view, 8> kMoveTypes = {"rotation",   "transfer",    "periodic_change",
                                                   "secondment", "appointment", "relief",
                                                   "dismissal",  "resignation"};
constexpr std::array<string_view, 4> kViews = {"unasked", "agree", "concern", "disagree"};
constexpr std::array<string_view, 4> kRoundStatuses = {"draft", "submitted", "agreed", "decided"};
constexpr std::array<string_view, 3> kBases = {"native_place", "birthplace", "residence"};
constexpr std::array<string_view, 2> kLocalityLevels = {"commune", "district"};
constexpr std::array<string_view, 3> kCounts = {"non_local", "female", "under_age"};
constexpr std::array<string_view, 3> kSeverities = {"hard", "soft", "off"};

template <class E, std::size_t N>
text::Str at(const std::array<text::Str, N>& keys, E value) {
  return keys.at(static_cast<std::size_t>(value));
}

using text::Str;

}  // namespace

template <>
std::span<const string_view> names<Gender>() {
  return kGenders;
}
template <>
std::span<const string_view> names<EvaluationGrade>() {
  return kGrades;
}
template <>
std::span<const string_view> names<DisciplineKind>() {
  return kDisciplines;
}
template <>
std::span<const string_view> names<MoveType>() {
  return kMoveTypes;
}
template <>
std::span<const string_view> names<View>() {
  return kViews;
}
template <>
std::span<const string_view> names<RoundStatus>() {
  return kRoundStatuses;
}
template <>
std::span<const string_view> names<LocalityBasis>() {
  return kBases;
}
template <>
std::span<const string_view> names<LocalityLevel>() {
  return kLocalityLevels;
}
template <>
std::span<const string_view> names<Counts>() {
  return kCounts;
}
template <>
std::span<const string_view> names<Severity>() {
  return kSeverities;
}

text::Str labelOf(EvaluationGrade grade) {
  return at(std::array{Str::grade_not_completed, Str::grade_completed, Str::grade_good,
                       Str::grade_excellent},
            grade);
}

text::Str labelOf(DisciplineKind kind) {
  return at(std::array{Str::discipline_reprimand, Str::discipline_warning,
                       Str::discipline_dismissal, Str::discipline_expulsion},
            kind);
}

text::Str labelOf(MoveType type) {
  return at(
      std::array{Str::move_type_rotation, Str::move_type_transfer, Str::move_type_periodic_change,
                 Str::move_type_secondment, Str::move_type_appointment, Str::move_type_relief,
                 Str::move_type_dismissal, Str::move_type_resignation},
      type);
}

text::Str labelOf(View view) {
  return at(std::array{Str::view_unasked, Str::view_agree, Str::view_concern, Str::view_disagree},
            view);
}

text::Str labelOf(RoundStatus status) {
  return at(std::array{Str::round_status_draft, Str::round_status_submitted,
                       Str::round_status_agreed, Str::round_status_decided},
            status);
}

text::Str labelOf(LocalityBasis basis) {
  return at(std::array{Str::basis_native_place, Str::basis_birthplace, Str::basis_residence},
            basis);
}

text::Str labelOf(LocalityLevel level) {
  return at(std::array{Str::locality_level_commune, Str::locality_level_district,
                       Str::locality_level_group},
            level);
}

text::Str labelOf(Counts counts) {
  return at(std::array{Str::counts_non_local, Str::counts_female, Str::counts_under_age}, counts);
}

text::Str labelOf(Severity severity) {
  return at(std::array{Str::severity_hard, Str::severity_soft, Str::severity_off}, severity);
}

text::Str labelOf(Gender gender) {
  return at(std::array{Str::gender_unknown, Str::gender_female, Str::gender_male}, gender);
}

}  // namespace cadre
