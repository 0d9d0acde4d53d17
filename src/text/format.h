// Formats messages, numbers and dates for display.
//
// Vietnamese: 27/07/2023, 53,1%, 1.158. English: 27/07/2023, 53.1%, 1,158 (day and month in the
// same order in both, so that dates are not misread in a meeting).
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

// The text of the message with every {name} replaced by its value. A placeholder without a value is
// left as it is, so that the mistake is visible.
[[nodiscard]] std::string render(const Message& message, Language language);

// "/posts/3/unit: message", or only the message when the error has no place.
[[nodiscard]] std::string render(const Error& error, Language language);

// dd/mm/yyyy.
[[nodiscard]] std::string formatDate(Date date);

// Parses a date typed by the user: d/m/yyyy (also with - or . as separator), or YYYY-MM-DD.
[[nodiscard]] std::optional<Date> parseDate(std::string_view typed);

// An integer with thousands separators.
[[nodiscard]] std::string formatCount(std::int64_t count, Language language);

// Tenths of a percent: 531 gives "53,1%" or "53.1%"; kNoPermille (core/ratio.h) a dash.
[[nodiscard]] std::string formatPermille(std::int32_t permille, Language language);

// An exact share, with no more decimals than necessary: "50%", "55,5%", "55,25%".
[[nodiscard]] std::string formatShare(Share share, Language language);

// Parses a share typed as a percentage: "55", "55,25", "55.25 %"; empty when it is not a number
// from 0 to 100 with at most two decimals.
[[nodiscard]] std::optional<Share> parsePercent(std::string_view typed);

// "+3", "−3" (with a minus sign, not a hyphen), "0".
[[nodiscard]] std::string formatSigned(std::int64_t count);

}  // namespace cadre::text
