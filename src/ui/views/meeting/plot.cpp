#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "kit/text.h"
#include "ui/views/meeting/parts.h"
#include "ui/views/pieces.h"

namespace cadre::ui {
namespace {

using text::Str;

// Percentages of all districts shown together, over the entries of one scenario.
struct Point {
  double day = 0;
  double share = 0;
};

struct Series {
  std::string name;
  std::vector<Point> points;
  bool current = false;
};

struct Sum {
  std::int64_t attained = 0;
  std::int64_t posts = 0;
  std::int64_t needed = 0;
};

Sum sumOf(const Timeline& timeline, std::size_t entry, QuotaId quota,
          const std::vector<UnitId>& units) {
  Sum out;
  for (const UnitId unit : units) {
    const Cell* cell = timeline.find(entry, quota, unit);
    if (cell == nullptr) continue;
    out.attained += cell->attained;
    out.posts += cell->posts;
    out.needed += cell->needed;
  }
  return out;
}

std::vector<Series> seriesOf(const Context& context, const std::vector<UnitId>& units) {
  const Session& session = *context.session;
  const MeetingTable& table = meetingTable(context);
  const ScenarioList& scenarios = *session.plan().scenarios;
  std::vector<Series> out;
  const auto add = [&](const std::string& name, const Timeline& timeline, bool current) {
    Series series{.name = name, .points = {}, .current = current};
    for (std::size_t entry = 0; entry < timeline.rounds.size(); ++entry) {
      const Sum sum = sumOf(timeline, entry, session.quotaId(), units);
      series.points.push_back({static_cast<double>(daysSinceEpoch(timeline.rounds[entry].date)),
                               percentOf(sum.attained, sum.posts)});
    }
    out.push_back(std::move(series));
  };
  const std::size_t now = session.scenarioPlace();
  // The current one is drawn last, over the others.
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    if (i != now) add(meetingText(context, scenarios[i]->name), *table.timelines[i], false);
  }
  add(meetingText(context, session.scenario().name), session.timeline(), true);
  return out;
}

// The drawing area: the frame, and the ranges shown.
struct Frame {
  ImVec2 min;
  ImVec2 max;
  double first_day;
  double last_day;
  double low;
  double high;

  [[nodiscard]] ImVec2 at(Point point) const {
    const double across =
        last_day > first_day ? (point.day - first_day) / (last_day - first_day) : 0.5;
    const double up = (point.share - low) / (high - low);
    return {min.x + (max.x - min.x) * static_cast<float>(across),
            max.y - (max.y - min.y) * static_cast<float>(up)};
  }
};

// The range in tens around everything drawn, with room for the figures above points.
void setRanges(Frame& frame, const std::vector<Series>& all, double target) {
  frame.first_day = all.front().points.front().day;
  frame.last_day = frame.first_day;
  double low = target;
  double high = target;
  for (const Series& series : all) {
    for (const Point& point : series.points) {
      frame.first_day = std::min(frame.first_day, point.day);
      frame.last_day = std::max(frame.last_day, point.day);
      low = std::min(low, point.share);
      high = std::max(high, point.share);
    }
  }
  frame.low = std::max(0.0, std::floor((low - 4.0) / 10.0) * 10.0);
  frame.high = std::min(110.0, std::ceil((high + 8.0) / 10.0) * 10.0);
}

std::string wholePercent(double share) {
  return std::to_string(static_cast<int>(std::lround(share))) + "%";
}

void drawGrid(const Context& context, const Frame& frame, float label_right, float unit) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImFont* font = context.fonts.large;
  // The step in tens between two grid lines at which their labels do not overlap.
  const float ten =
      (frame.max.y - frame.min.y) * static_cast<float>(10.0 / (frame.high - frame.low));
  const int step = 10 * std::max(1, static_cast<int>(std::ceil(sizeOf(font) * 1.4F / ten)));
  for (int value = static_cast<int>(frame.low); value <= static_cast<int>(frame.high);
       value += step) {
    if (value > 100) break;
    const float y = frame.at({frame.first_day, static_cast<double>(value)}).y;
    list.AddLine({frame.min.x, y}, {frame.max.x, y}, context.theme.separator,
                 std::max(1.0F, 1.5F * unit));
    const std::string text = wholePercent(value);
    const ImVec2 size = measure(font, text);
    drawText(list, font, {label_right - size.x, y - size.y / 2}, context.theme.muted, text);
  }
}

void drawTarget(const Context& context, const Frame& frame, double target, float unit) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const float y = frame.at({frame.first_day, target}).y;
  const float dash = 18.0F * unit;
  drawDashes(list, {frame.min.x, y}, frame.max.x, dash, dash * 0.7F, context.theme.text,
             std::max(1.5F, 3.5F * unit));
}

// A marker of its own for each scenario, so that they can be told apart without colour.
void drawMarker(ImDrawList& list, ImVec2 at, float radius, ImU32 color, std::size_t shape) {
  switch (shape % 3) {
    case 0:
      list.AddRectFilled({at.x - radius, at.y - radius}, {at.x + radius, at.y + radius}, color);
      break;
    case 1:
      list.AddTriangleFilled({at.x, at.y - radius * 1.2F}, {at.x + radius * 1.1F, at.y + radius},
                             {at.x - radius * 1.1F, at.y + radius}, color);
      break;
    default:
      list.AddQuadFilled({at.x, at.y - radius * 1.3F}, {at.x + radius * 1.3F, at.y},
                         {at.x, at.y + radius * 1.3F}, {at.x - radius * 1.3F, at.y}, color);
      break;
  }
}

void drawSeries(const Context& context, const Frame& frame, const Series& series, std::size_t place,
                float unit) {
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImU32 color = series.current ? context.theme.accent : context.theme.muted;
  const float weight = std::max(1.5F, (series.current ? 8.0F : 3.0F) * unit);
  for (std::size_t i = 1; i < series.points.size(); ++i) {
    list.AddLine(frame.at(series.points[i - 1]), frame.at(series.points[i]), color, weight);
  }
  for (const Point& point : series.points) {
    if (series.current) {
      list.AddCircleFilled(frame.at(point), std::max(4.0F, 11.0F * unit), color, 24);
    } else {
      drawMarker(list, frame.at(point), std::max(3.0F, 8.0F * unit), color, place);
    }
  }
}

struct Box {
  ImVec2 min;
  ImVec2 max;
  [[nodiscard]] bool touches(const Box& other) const {
    return min.x < other.max.x && other.min.x < max.x && min.y < other.max.y && other.min.y < max.y;
  }
};

// Draws the text where there is room, above its point or else below; returns false if neither is
// free.
bool place(const Frame& frame, const ImFont* font, ImU32 color, ImVec2 at, const std::string& text,
           float distance, std::vector<Box>& taken) {
  const ImVec2 size = measure(font, text);
  const float x =
      std::clamp(at.x - size.x / 2, frame.min.x, std::max(frame.min.x, frame.max.x - size.x));
  for (const float y : {at.y - distance - size.y, at.y + distance}) {
    const Box box{{x, y}, {x + size.x, y + size.y}};
    if (y < frame.min.y - size.y || y + size.y > frame.max.y) continue;
    if (std::any_of(taken.begin(), taken.end(), [&](const Box& b) { return b.touches(box); })) {
      continue;
    }
    taken.push_back(box);
    drawText(*ImGui::GetWindowDrawList(), font, {x, y}, color, text);
    return true;
  }
  return false;
}

// Reserves the line itself, so that nothing is written over it.
void addLine(const Frame& frame, const Series& series, float half, std::vector<Box>& taken) {
  constexpr int kParts = 12;
  for (std::size_t i = 1; i < series.points.size(); ++i) {
    const ImVec2 from = frame.at(series.points[i - 1]);
    const ImVec2 to = frame.at(series.points[i]);
    for (int part = 0; part <= kParts; ++part) {
      const float t = static_cast<float>(part) / kParts;
      const ImVec2 at = {from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t};
      taken.push_back({{at.x - half, at.y - half}, {at.x + half, at.y + half}});
    }
  }
}

// Priorities: first the figure that the meeting is about, then the final values, then the names of
// the other scenarios.
void drawLabels(const Context& context, const Frame& frame, const std::vector<Series>& all,
                double target, float unit) {
  const float distance = 14.0F * unit;
  const Series& current = all.back();
  const std::size_t entry = context.session->entry();
  std::vector<Box> taken;
  const ImVec2 now = frame.at(current.points[entry]);
  ImDrawList& list = *ImGui::GetWindowDrawList();
  list.AddCircle(now, std::max(7.0F, 20.0F * unit), context.theme.text, 32,
                 std::max(2.0F, 4.0F * unit));
  place(frame, context.fonts.large_bold, context.theme.text, now,
        percentText(context, current.points[entry].share), distance * 1.6F, taken);
  const float target_y = frame.at({frame.first_day, target}).y;
  const std::string target_text =
      context.tr(Message{Str::plot_target, {{"target", permilleOf(target)}}});
  // At the left end, or at the right if a figure or the line is in the way; over the line as a last
  // resort.
  const float width = measure(context.fonts.large, target_text).x;
  const auto placeTarget = [&](std::vector<Box>& boxes) {
    for (const float x : {frame.min.x + width / 2, frame.max.x - width / 2}) {
      if (place(frame, context.fonts.large, context.theme.text, {x, target_y}, target_text,
                4.0F * unit, boxes)) {
        return true;
      }
    }
    return false;
  };
  std::vector<Box> with_line = taken;
  addLine(frame, current, 6.0F * unit, with_line);
  if (!placeTarget(with_line) && placeTarget(taken)) with_line.push_back(taken.back());
  taken = std::move(with_line);
  for (std::size_t i = all.size() - 1; i-- > 0;) {
    place(frame, context.fonts.large, context.theme.muted, frame.at(all[i].points.back()),
          all[i].name, distance, taken);
  }
}

// Names of the rounds below their points: the current one first, the others where there is room.
void drawRoundNames(const Context& context, const Frame& frame, const Series& current, float y) {
  const Session& session = *context.session;
  ImDrawList& list = *ImGui::GetWindowDrawList();
  std::vector<std::pair<float, float>> taken;
  const auto draw = [&](std::size_t entry) {
    const bool is_current = entry == session.entry();
    const ImFont* font = is_current ? context.fonts.large_bold : context.fonts.large;
    const std::string name = entry == 0
                                 ? std::string(context.tr(Str::term_baseline))
                                 : meetingText(context, session.scenario().rounds[entry - 1].name);
    const float width = measure(font, name).x;
    const float x = std::clamp(frame.at(current.points[entry]).x - width / 2, frame.min.x,
                               std::max(frame.min.x, frame.max.x - width));
    const float gap = sizeOf(font) * 0.4F;
    for (const auto& [from, to] : taken) {
      if (x < to + gap && from < x + width + gap) return;
    }
    taken.emplace_back(x, x + width);
    drawText(list, font, {x, y}, is_current ? context.theme.text : context.theme.muted, name);
  };
  draw(session.entry());
  for (std::size_t entry = 0; entry < current.points.size(); ++entry) {
    if (entry != session.entry()) draw(entry);
  }
}

std::string spoken(const Context& context, const std::vector<Series>& all) {
  std::string out;
  for (auto series = all.rbegin(); series != all.rend(); ++series) {
    if (!out.empty()) out += "; ";
    out += series->name + ":";
    for (const Point& point : series->points) {
      out += " " + percentText(context, point.share);
    }
  }
  return out;
}

}  // namespace

void drawMeetingPlot(const Context& context, ImVec2 min, ImVec2 max, float unit) {
  const std::vector<UnitId> units = meetingUnits(context);
  if (units.empty()) return;
  const Session& session = *context.session;
  const Sum sum = sumOf(session.timeline(), session.entry(), session.quotaId(), units);
  if (sum.posts == 0) return;
  const double target = percentOf(sum.needed, sum.posts);
  const std::vector<Series> all = seriesOf(context, units);
  const ImFont* font = context.fonts.large;
  ImDrawList& list = *ImGui::GetWindowDrawList();

  std::string title(context.tr(Str::view_attainment));
  if (units.size() > 1) {
    title += " · " + context.tr(Message{Str::meeting_together,
                                        {{"count", static_cast<std::int64_t>(units.size())}}});
  }
  drawTextFitted(list, font, min, max.x - min.x, context.theme.muted, title);
  const float label_right = min.x + measure(font, "100%").x;
  Frame frame{.min = {label_right + 20 * unit, min.y + sizeOf(font) * 1.9F},
              .max = {max.x - 24 * unit, max.y - sizeOf(font) * 1.5F},
              .first_day = 0,
              .last_day = 0,
              .low = 0,
              .high = 0};
  setRanges(frame, all, target);
  drawGrid(context, frame, label_right, unit);
  drawTarget(context, frame, target, unit);
  for (std::size_t i = 0; i < all.size(); ++i) drawSeries(context, frame, all[i], i, unit);
  drawLabels(context, frame, all, target, unit);
  drawRoundNames(context, frame, all.back(), frame.max.y + 8 * unit);
  context.tree.add("img", title, spoken(context, all), min, max);
}

}  // namespace cadre::ui
