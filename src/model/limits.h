// Upper limits on the size of a plan: far more than a whole country needs, but small enough that no
// file can hang the program or fill a browser's memory.
//
// Files beyond a limit are refused, and so are edits that would exceed one, so whatever is saved
// can be opened again.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/error.h"
#include "model/plan.h"

namespace cadre::limits {

inline constexpr std::size_t kLevels = 16;  // units above each other, the root counted
inline constexpr std::size_t kGroupings = 20;
inline constexpr std::size_t kGroups = 20'000;  // of one grouping
inline constexpr std::size_t kQuotas = 100;
inline constexpr std::size_t kOverrides = 20'000;  // per quota
inline constexpr std::size_t kScenarios = 1000;
inline constexpr std::size_t kRounds = 200;            // per scenario
inline constexpr std::size_t kMoves = 20'000;          // per round
inline constexpr std::size_t kConsultations = 40'000;  // per round
inline constexpr std::size_t kPostsOfUnit = 1000;      // of the unit itself, without those below it
inline constexpr std::size_t kPostsOfCadre = 100;      // concurrent posts (kiêm nhiệm)
inline constexpr std::size_t kRelatives = 1000;        // per cadre
// Parameters of rules and caps.
inline constexpr std::int32_t kRuleMonths = 1200;
inline constexpr std::int32_t kRuleTerms = 100;
inline constexpr std::int32_t kCap = 1'000'000;
inline constexpr double kYears = 150;  // of residence

// Cells of all quotas, and post memberships in them; a whole country has 1,400 and 42,400.
inline constexpr std::size_t kCells = 1'000'000;
inline constexpr std::size_t kPostsInCells = 16'000'000;

// "{found} entries, at most {most}": the reason why something exceeds a limit.
[[nodiscard]] Message tooManyMessage(std::size_t found, std::size_t most);
[[nodiscard]] std::unexpected<Error> tooMany(std::size_t found, std::size_t most);

// The most rounds that a scenario of this plan may have, at most kRounds. It depends on the plan
// because a timeline stores one seating and one set of cells per round.
[[nodiscard]] std::size_t mostRounds(const Plan& plan);

// Whether the quotas stay within kCells and kPostsInCells.
[[nodiscard]] bool quotasFit(const Plan& plan);

}  // namespace cadre::limits
