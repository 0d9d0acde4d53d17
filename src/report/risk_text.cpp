#include "report/risk_text.h"

#include <optional>

#include "core/ratio.h"
#include "json/writer.h"
#include "text/format.h"

namespace cadre::report {
namespace {

using text::Str;
using Layout = JsonWriter::Layout;

void writeFigure(JsonWriter& out, std::string_view name, std::optional<TenThousandths> value) {
  out.key(name);
  if (value) {
    out.string(fourDecimals(*value));
  } else {
    out.null();
  }
}

// With the decimal mark of the language.
std::string decimals(TenThousandths value, text::Language language) {
  std::string out = fourDecimals(value);
  if (language == text::Language::kVietnamese) out[out.find('.')] = ',';
  return out;
}

// For example "87.31%": always two decimals.
std::string percent(std::optional<TenThousandths> value, text::Language language) {
  if (!value) return std::string(text::get(Str::risk_not_computed, language));
  constexpr TenThousandths kPercent = Share::kOne / 100;
  const std::string rest = std::to_string(*value % kPercent + kPercent).substr(1);
  return std::to_string(*value / kPercent) + (language == text::Language::kVietnamese ? "," : ".") +
         rest + "%";
}

}  // namespace

std::string fourDecimals(TenThousandths value) {
  return std::to_string(value / Share::kOne) + "." +
         std::to_string(value % Share::kOne + Share::kOne).substr(1);
}

std::string riskJson(const Plan& plan, const Round& round, const RoundRisk& risk) {
  JsonWriter out;
  out.beginObject(Layout::kLines);
  out.key("cells").beginArray(Layout::kLines);
  for (const CellRisk& cell : risk.cells) {
    out.beginObject();
    out.key("quota").string(plan.quota_set->quotas[cell.quota.index()].key);
    out.key("unit").string(plan.unit(cell.unit).key);
    out.key("needed").integer(cell.needed);
    out.key("attained").integer(cell.attained);
    writeFigure(out, "probability", cell.probability);
    writeFigure(out, "expected_shortfall", cell.expected_shortfall);
    out.endObject();
  }
  out.endArray();
  out.key("moves").beginArray(Layout::kLines);
  for (const MoveRisk& move : risk.moves) {
    out.beginObject();
    out.key("cadre").string(plan.cadre(round.moves[move.move].cadre).key);
    writeFigure(out, "probability_if_refused", move.if_refused);
    out.endObject();
  }
  out.endArray();
  writeFigure(out, "all", risk.all);
  out.endObject();
  return out.take() + "\n";
}

std::string riskText(const Plan& plan, const Round& round, const RoundRisk& risk,
                     text::Language language) {
  const auto line = [language](Message message) { return text::render(message, language) + "\n"; };
  std::string out = line({Str::risk_title, {{"name", round.name}, {"date", round.date}}});
  for (const CellRisk& cell : risk.cells) {
    if (cell.needed == 0) continue;
    out += "  " + line({Str::risk_cell_line,
                        {{"unit", plan.unit(cell.unit).name},
                         {"quota", plan.quota_set->quotas[cell.quota.index()].name.in(language)},
                         {"probability", percent(cell.probability, language)},
                         {"attained", std::int64_t{cell.attained}},
                         {"needed", std::int64_t{cell.needed}},
                         {"shortfall", decimals(cell.expected_shortfall, language)}}});
  }
  out += line({Str::risk_all, {{"probability", percent(risk.all, language)}}});
  if (risk.moves.empty()) return out + line({Str::risk_nothing_to_refuse, {}});
  out += line({Str::risk_if_refused, {}});
  for (const MoveRisk& risky : risk.moves) {
    const Move& move = round.moves[risky.move];
    const MessageValue where =
        move.to ? MessageValue{nameOfPost(plan, move.to)} : MessageValue{Str::proposal_to_nowhere};
    out += "  " + line({Str::risk_move_line,
                        {{"cadre", plan.cadre(move.cadre).name},
                         {"post", where},
                         {"probability", percent(risky.if_refused, language)}}});
  }
  return out;
}

}  // namespace cadre::report
