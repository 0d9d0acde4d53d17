// The style sheet of a report, for screen and paper (A4): a constant, so that its hash is one too.
//
// A policy that forbids inline styles can allow this one by its hash: the report's own policy does,
// and so does web/index.html, whose policy is inherited by a report opened from the planner. A test
// recomputes the hash.
#pragma once

#include <string_view>

namespace cadre::report {

// The text between <style> and </style>.
[[nodiscard]] std::string_view reportStyle();

// As a source in a Content-Security-Policy: 'sha256-…', including the quotes.
[[nodiscard]] std::string_view reportStyleHash();

}  // namespace cadre::report
