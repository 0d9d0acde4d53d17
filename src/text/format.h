// Messages, numbers and dates as a person reads them.
//
// Vietnamese: 27/07/2023, 53,1%, 1.158. English: 27/07/2023, 53.1%, 1,158 (the same order of day
// and month in both, so that a meeting never reads two dates for one).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/error.h"
#include "core/message.h"
#include "core/ratio.h"
#include "text/strings.h"

namespace cadre::text {

// The text of the message with every {name} replaced by its value. A placeholder without a value
// stays as it is written, so that a mistake is seen.
[[nodiscard]] std::string render(const Message& message, Language language);

// "/posts/3/unit: message", or the message alone when the error has no place.
[[nodiscard]] std::string render(const Error& error, Language language);

// dd/mm/yyyy.
[[nodiscard]] std::string formatDate(Date date);

// A date typed by a person: d/m/yyyy (also with - or . between), or YYYY-MM-DD.
[[nodiscard]] std::optional<Date> parseDate(std::string_view typed);

// Whole number with the thousands marked.
[[nodiscard]] std::string formatCount(std::int64_t count, Language language);

// Tenths of a percent: 531 gives "53,1%" or "53.1%"; kNoPermille (core/ratio.h) a dash.
[[nodiscard]] std::string formatPermille(std::int32_t permille, Language language);

// A share exactly, with no more decimals than it has: "50%", "55,5%", "55,25%".
[[nodiscard]] std::string formatShare(Share share, Language language);

// A share typed by a person as percent: "55", "55,25", "55.25 %"; nothing when it is not a number
// from 0 to 100 with at most two decimals.
[[nodiscard]] std::optional<Share> parsePercent(std::string_view typed);

// "+3", "−3" (with a minus sign, not a hyphen), "0".
[[nodiscard]] std::string formatSigned(std::int64_t count);

}  // namespace cadre::text
