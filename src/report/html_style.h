// The looks of a report, on screen and on paper (A4): a constant, so that its hash is one too.
//
// A page that forbids inline styles allows this one by the hash: the report's own policy does, and
// web/index.html, whose policy a report opened by the planner inherits. A test recomputes it.
#pragma once

#include <string_view>

namespace cadre::report {

// What stands between <style> and </style>.
[[nodiscard]] std::string_view reportStyle();

// As a source of a Content-Security-Policy: 'sha256-…', quotes included.
[[nodiscard]] std::string_view reportStyleHash();

}  // namespace cadre::report
