#include "report/html_bars.h"

#include <algorithm>

namespace cadre::report {
namespace {

// Units of the drawing: a tenth of a percent horizontally, so that all coordinates are integers.
constexpr std::int32_t kWhole = 1000;
constexpr std::int32_t kEdge = 10;

constexpr const char* kTrack = "#e3e7ed";
constexpr const char* kReached = "#1f5fa8";
constexpr const char* kShort = "#d9741a";
constexpr const char* kBefore = "#7b8594";
constexpr const char* kTarget = "#1d2430";

void writeRect(HtmlWriter& out, std::int32_t y, std::int32_t height, std::int32_t width,
               const char* fill) {
  out.open("rect", {{"x", "0"},
                    {"y", std::to_string(y)},
                    {"width", std::to_string(std::clamp(width, 0, kWhole))},
                    {"height", std::to_string(height)},
                    {"fill", fill}});
  out.close();
}

}  // namespace

void writeBar(HtmlWriter& out, const Bar& bar) {
  const std::string viewport =
      std::to_string(-kEdge) + " 0 " + std::to_string(kWhole + 2 * kEdge) + " 160";
  out.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                   {"width", "112"},
                   {"height", "16"},
                   {"viewBox", viewport},
                   {"preserveAspectRatio", "none"},
                   {"role", "img"},
                   {"aria-label", bar.label}});
  writeRect(out, 20, 120, kWhole, kTrack);
  writeRect(out, 20, bar.before ? 80 : 120, bar.share, bar.reached ? kReached : kShort);
  if (bar.before) writeRect(out, 110, 30, *bar.before, kBefore);
  const std::string at =
      std::to_string(std::clamp(bar.target.ten_thousandths / 10, std::int32_t{0}, kWhole));
  out.open("line", {{"x1", at},
                    {"y1", "0"},
                    {"x2", at},
                    {"y2", "160"},
                    {"stroke", kTarget},
                    {"stroke-width", "18"}});
  out.close();
  out.close();
}

}  // namespace cadre::report
