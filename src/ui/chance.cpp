#include "ui/chance.h"

#include <algorithm>
#include <tuple>

#include "analysis/risk.h"
#include "core/memo.h"
#include "report/risk_text.h"
#include "simulate/simulate.h"
#include "ui/proposal_work.h"
#include "ui/view_memory.h"

namespace cadre::ui {
namespace {

// Some milliseconds for a city: worked out when it is first looked at.
struct ChanceMemory {
  Memo<RoundRisk, std::tuple<std::uint64_t, std::string, std::size_t>> now;
  Memo<RoundRisk, std::tuple<std::uint64_t, std::uint64_t>> proposed;
};

std::string textOf(const Context& context, const RoundRisk& risk, const Cell& cell) {
  if (cell.needed <= 0) return "";
  const auto found = std::find_if(risk.cells.begin(), risk.cells.end(), [&](const CellRisk& one) {
    return one.quota == cell.quota && one.unit == cell.unit;
  });
  if (found == risk.cells.end()) return "";
  return context.tr(
      Message{text::Str::cell_chance,
              {{"chance", report::percent(found->probability, context.preferences.language)}}});
}

}  // namespace

std::string chanceText(const Context& context, const Cell& cell) {
  const Session& session = *context.session;
  if (session.entry() == 0 || !cell.quota) return "";
  const RoundRisk& risk = context.memory.of<ChanceMemory>().now.of(
      {session.revision(), session.selection().scenario, session.entry()}, [&] {
        return roundRisk(session.plan(), session.scenario(), session.timeline(),
                         session.entry() - 1);
      });
  return textOf(context, risk, cell);
}

std::string chanceText(const Context& context, const ProposalPreview& preview, const Cell& cell) {
  const Session& session = *context.session;
  if (session.entry() == 0) return "";
  const RoundRisk& risk =
      context.memory.of<ChanceMemory>().proposed.of({preview.ask.revision, preview.version}, [&] {
        Scenario scenario = session.scenario();
        scenario.rounds[session.entry() - 1] = preview.round;
        return roundRisk(session.plan(), scenario, simulate(session.plan(), scenario),
                         session.entry() - 1);
      });
  return textOf(context, risk, cell);
}

}  // namespace cadre::ui
