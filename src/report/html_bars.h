// A share as a bar with its target: inline SVG with presentation attributes only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/ratio.h"
#include "report/html_text.h"

namespace cadre::report {

struct Bar {
  std::int32_t share = 0;              // in tenths of a percent
  std::optional<std::int32_t> before;  // the same before the change, drawn as a narrow bar below
  Share target;                        // a vertical mark
  bool reached = false;
  std::string label;  // for assistive technology
};

void writeBar(HtmlWriter& out, const Bar& bar);

}  // namespace cadre::report
