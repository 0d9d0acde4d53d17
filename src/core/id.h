// Strong 32-bit indices into the vectors of a plan.
//
// String ids of a plan file are only used at the border (plan_io); everywhere else a record is
// identified by its index in its vector. Ids of different kinds do not convert into each other.
// `kNone` means "nobody" or "nowhere", as in a vacant post. Ids are valid only for the plan they
// came from, and for plans made from it by commands that did not replace the section they refer to.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace cadre {

template <class Tag>
struct Id {
  static constexpr std::uint32_t kNone = 0xFFFFFFFFU;

  std::uint32_t value = kNone;

  constexpr Id() = default;
  constexpr explicit Id(std::size_t index) : value(static_cast<std::uint32_t>(index)) {}

  // True unless this is "none".
  constexpr explicit operator bool() const { return value != kNone; }
  // REQUIRES: not none.
  [[nodiscard]] constexpr std::size_t index() const { return value; }

  friend constexpr auto operator<=>(Id, Id) = default;
};

using UnitId = Id<struct UnitTag>;
using TitleId = Id<struct TitleTag>;
using PostId = Id<struct PostTag>;
using CadreId = Id<struct CadreTag>;
using LevelId = Id<struct LevelTag>;
using QuotaId = Id<struct QuotaTag>;

}  // namespace cadre
