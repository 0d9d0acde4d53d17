// The closed word lists of the plan format, with their names in files.
//
// One table per list, so that reading, writing and error messages ("expected one of …") agree.
// Labels are keys of the string tables: "<list>.<name>", as in "move_type.rotation".
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "text/strings.h"

namespace cadre {

enum class Gender : std::uint8_t { kUnknown, kFemale, kMale };
// Mức xếp loại, in ascending order, so that "at least good" is a comparison.
enum class EvaluationGrade : std::uint8_t { kNotCompleted, kCompleted, kGood, kExcellent };
enum class DisciplineKind : std::uint8_t { kReprimand, kWarning, kDismissal, kExpulsion };
enum class MoveType : std::uint8_t {
  kRotation,
  kTransfer,
  kPeriodicChange,
  kSecondment,
  kAppointment,
  kRelief,
  kDismissal,
  kResignation
};
// Ý kiến: the view of a consulted party on a move.
enum class View : std::uint8_t { kUnasked, kAgree, kConcern, kDisagree };
// The status of a round in the authority's procedure.
enum class RoundStatus : std::uint8_t { kDraft, kSubmitted, kAgreed, kDecided };
enum class LocalityBasis : std::uint8_t { kNativePlace, kBirthplace, kResidence };
// kGroup: of a level or grouping that is named beside it; it has no name of its own in files.
enum class LocalityLevel : std::uint8_t { kCommune, kDistrict, kGroup };
enum class Counts : std::uint8_t { kNonLocal, kFemale, kUnderAge };
enum class Severity : std::uint8_t { kHard, kSoft, kOff };

// The names of a list in files, indexed by the enum's value. Gender's first is "" (absent).
template <class E>
[[nodiscard]] std::span<const std::string_view> names();
template <>
std::span<const std::string_view> names<Gender>();
template <>
std::span<const std::string_view> names<EvaluationGrade>();
template <>
std::span<const std::string_view> names<DisciplineKind>();
template <>
std::span<const std::string_view> names<MoveType>();
template <>
std::span<const std::string_view> names<View>();
template <>
std::span<const std::string_view> names<RoundStatus>();
template <>
std::span<const std::string_view> names<LocalityBasis>();
template <>
std::span<const std::string_view> names<LocalityLevel>();
template <>
std::span<const std::string_view> names<Counts>();
template <>
std::span<const std::string_view> names<Severity>();

template <class E>
[[nodiscard]] std::string_view nameOf(E value) {
  return names<E>()[static_cast<std::size_t>(value)];
}

template <class E>
[[nodiscard]] std::optional<E> fromName(std::string_view name) {
  const std::span<const std::string_view> all = names<E>();
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!all[i].empty() && all[i] == name) return static_cast<E>(i);
  }
  return std::nullopt;
}

// The key of the label, as in labelOf(MoveType::kRotation).
[[nodiscard]] text::Str labelOf(EvaluationGrade grade);
[[nodiscard]] text::Str labelOf(DisciplineKind kind);
[[nodiscard]] text::Str labelOf(MoveType type);
[[nodiscard]] text::Str labelOf(View view);
[[nodiscard]] text::Str labelOf(RoundStatus status);
[[nodiscard]] text::Str labelOf(LocalityBasis basis);
[[nodiscard]] text::Str labelOf(LocalityLevel level);
[[nodiscard]] text::Str labelOf(Counts counts);
[[nodiscard]] text::Str labelOf(Severity severity);
[[nodiscard]] text::Str labelOf(Gender gender);

}  // namespace cadre
