#include "ui/views/analysis/forecast_table.h"

#include "core/stable_sort.h"
#include "ui/view_memory.h"

namespace cadre::ui {
namespace {

ForecastTable tableOf(const Session& session, const ForecastMemory& memory) {
  ForecastTable out;
  const Timeline& timeline = session.timeline();
  const Date horizon = addMonths(timeline.rounds.back().date, memory.years * 12);
  out.forecast =
      forecast(session.plan(), timeline, horizon, {.last_terms_open_posts = memory.last_terms});
  out.first_year = out.forecast.from.year;
  const auto years = static_cast<std::size_t>(out.forecast.horizon.year - out.first_year) + 1;
  out.all.resize(years);
  std::vector<std::size_t> row_of(session.plan().structure->unitCount(), SIZE_MAX);
  const Date now = session.state().date;
  for (std::size_t i = 0; i < out.forecast.cells.size(); ++i) {
    const CellForecast& cell = out.forecast.cells[i];
    if (cell.quota != session.quotaId()) continue;
    row_of[cell.unit.index()] = out.rows.size();
    out.rows.push_back({cell.unit, i, session.state().cells[i], cell.fallsBelow(now),
                        std::vector<YearCount>(years)});
    if (out.rows.back().falls) ++out.falling;
  }
  for (const Leave& leave : out.forecast.leaves) {
    const UnitId group = session.groupOf(leave.post);
    out.group_of.push_back(group);
    const bool is_service = leave.kind == LeaveKind::kServiceEnds;
    const auto year = static_cast<std::size_t>(leave.date.year - out.first_year);
    const auto add = [&](YearCount& count) { ++(is_service ? count.service : count.terms); };
    add(out.sum);
    add(out.all[year]);
    if (leave.kind == LeaveKind::kLastTermEnds) ++out.last_terms;
    const std::size_t row = group ? row_of[group.index()] : SIZE_MAX;
    if (row != SIZE_MAX) add(out.rows[row].years[year]);
  }
  const auto rank = [](const ForecastRow& row) {
    return row.falls ? 0 : row.now.shortfall() > 0 ? 1 : 2;
  };
  stableSort(out.rows, [&](const auto& a, const auto& b) {
    if (rank(a) != rank(b)) return rank(a) < rank(b);
    return a.falls && *a.falls < *b.falls;
  });
  return out;
}

}  // namespace

const ForecastTable& forecastTable(const Context& context) {
  const Session& session = *context.session;
  ForecastMemory& memory = context.memory.of<ForecastMemory>();
  const Selection& selection = session.selection();
  return memory.table.of({session.revision(), selection.scenario, session.entry(), selection.quota,
                          memory.years, memory.last_terms},
                         [&] { return tableOf(session, memory); });
}

}  // namespace cadre::ui
