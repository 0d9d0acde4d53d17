// The most of everything that a plan may have: far more than a country needs, little enough that no
// file hangs the program or fills a browser's memory.
//
// Files beyond a limit are refused, and so are edits that would lead there: what is saved can be
// opened again.
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
inline constexpr std::size_t kOverrides = 20'000;  // of one quota
inline constexpr std::size_t kScenarios = 1000;
inline constexpr std::size_t kRounds = 200;            // of one scenario
inline constexpr std::size_t kMoves = 20'000;          // of one round
inline constexpr std::size_t kConsultations = 40'000;  // of one round
inline constexpr std::size_t kPostsOfUnit = 1000;      // of the unit itself, not of those under it
inline constexpr std::size_t kPostsOfCadre = 100;      // kiêm nhiệm
inline constexpr std::size_t kRelatives = 1000;        // of one cadre
// Parameters of rules and caps.
inline constexpr std::int32_t kRuleMonths = 1200;
inline constexpr std::int32_t kRuleTerms = 100;
inline constexpr std::int32_t kCap = 1'000'000;
inline constexpr double kYears = 150;  // of residence

// Cells of all quotas, and the places of posts in them: a country has 1,400 and 42,400.
inline constexpr std::size_t kCells = 1'000'000;
inline constexpr std::size_t kPostsInCells = 16'000'000;

// "{found} entries, at most {most}": why something beyond a limit is refused.
[[nodiscard]] Message tooManyMessage(std::size_t found, std::size_t most);
[[nodiscard]] std::unexpected<Error> tooMany(std::size_t found, std::size_t most);

// A timeline keeps one seating and one set of cells for each round: the most rounds that a scenario
// of this plan may have, at most kRounds.
[[nodiscard]] std::size_t mostRounds(const Plan& plan);

// Whether the quotas stay within kCells and kPostsInCells.
[[nodiscard]] bool quotasFit(const Plan& plan);

}  // namespace cadre::limits
