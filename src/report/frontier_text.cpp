#include "report/frontier_text.h"

#include <algorithm>
#include <array>

#include "json/writer.h"
#include "report/proposal_parts.h"
#include "text/format.h"
#include "text/utf8.h"

namespace cadre::report {
namespace {

using propose::Proposal;
using propose::Status;
using text::Str;
using Layout = JsonWriter::Layout;

void writeNumber(JsonWriter& out, std::string_view name, const Proposal& proposal,
                 std::int64_t value) {
  out.key(name);
  if (proposal.status == Status::kInfeasible) {
    out.null();
  } else {
    out.integer(value);
  }
}

propose::Objective here(const FrontierTable& table, propose::Objective objective) {
  objective.shortfall -= table.elsewhere;
  return objective;
}

// Right-aligned in a column of that width in characters.
std::string cell(const std::string& value, std::size_t width) {
  const auto length = value.size() - static_cast<std::size_t>(std::count_if(
                                         value.begin(), value.end(), text::continuesCharacter));
  return std::string(width > length ? width - length : 0, ' ') + value;
}

}  // namespace

std::string frontierJson(const Plan& plan, const FrontierTable& table, double seconds) {
  JsonWriter out;
  out.beginObject(Layout::kLines);
  writeUnit(out, "unit", plan, table.unit);
  out.key("status").string(nameOf(table.status));
  out.key("points").beginArray(Layout::kLines);
  for (std::size_t k = 0; k < table.points.size(); ++k) {
    const FrontierPoint& point = table.points[k];
    out.beginObject();
    out.key("moves").integer(static_cast<std::int64_t>(k));
    writeNumber(out, "shortfall", point.cheapest, here(table, point.cheapest.objective).shortfall);
    writeNumber(out, "cost", point.cheapest, point.cheapest.objective.cost);
    if (point.proposal.status != Status::kInfeasible) {
      writeObjective(out, "proposal", here(table, point.proposal.objective));
    }
    out.endObject();
  }
  out.endArray();
  writeSeconds(out, seconds);
  out.endObject();
  return out.take() + "\n";
}

std::string frontierText(const Plan& plan, const FrontierTable& table, text::Language language) {
  constexpr std::array<std::size_t, 3> kWidths = {8, 11, 9};
  const auto words = [language](Str key) { return std::string(text::get(key, language)); };
  const MessageValue where = nameOfUnit(plan, table.unit);
  std::string out = text::render(Message{Str::frontier_title, {{"where", where}}}, language) + "\n";
  if (table.status == Status::kInfeasible) return out + words(Str::proposal_infeasible) + "\n";
  out += cell(words(Str::frontier_column_moves), kWidths[0]) +
         cell(words(Str::frontier_column_shortfall), kWidths[1]) +
         cell(words(Str::frontier_column_cost), kWidths[2]) + "  " +
         words(Str::frontier_column_proposal) + "\n";
  for (std::size_t k = 0; k < table.points.size(); ++k) {
    const FrontierPoint& point = table.points[k];
    out += cell(text::formatCount(static_cast<std::int64_t>(k), language), kWidths[0]);
    if (point.cheapest.status == Status::kInfeasible) {
      out += "  " + words(Str::frontier_impossible) + "\n";
      continue;
    }
    out += cell(text::formatCount(here(table, point.cheapest.objective).shortfall, language),
                kWidths[1]) +
           cell(text::formatCount(point.cheapest.objective.cost, language), kWidths[2]) + "  " +
           objectiveText(here(table, point.proposal.objective), language) + "\n";
  }
  return out + words(Str::frontier_end) + "\n";
}

}  // namespace cadre::report
