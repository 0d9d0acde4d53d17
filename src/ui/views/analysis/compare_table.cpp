#include "ui/views/analysis/compare_table.h"

#include <memory>

#include "ui/view_memory.h"

namespace cadre::ui {
namespace {

// The scenarios selected by hand, as far as the plan has them. By default, the plan's first one,
// usually the baseline, and the one being worked on.
ScenarioList chosenScenarios(const Context& context) {
  const Session& session = *context.session;
  const ScenarioList& all = *session.plan().scenarios;
  const CompareMemory& memory = context.memory.of<CompareMemory>();
  ScenarioList out;
  if (memory.chosen) {
    for (const std::string& key : memory.scenarios) {
      if (const auto at = session.plan().findScenario(key)) out.push_back(all[*at]);
    }
    return out;
  }
  if (!all.empty()) out.push_back(all.front());
  std::size_t worked_on = session.scenarioPlace();
  if (worked_on == 0) worked_on = 1;
  if (worked_on < all.size()) out.push_back(all[worked_on]);
  return out;
}

CompareTable tableOf(const Session& session, ScenarioList scenarios) {
  CompareTable out;
  out.scenarios = std::move(scenarios);
  const std::vector<std::shared_ptr<const Timeline>> kept = session.timelinesOf(out.scenarios);
  std::vector<const Scenario*> of;
  std::vector<const Timeline*> timelines;
  for (const auto& scenario : out.scenarios) of.push_back(scenario.get());
  for (const auto& timeline : kept) timelines.push_back(timeline.get());
  out.comparison = compare(session.plan(), of, timelines);
  if (of.size() >= 2) {
    out.differences = differences(*of[0], *timelines[0], *of[1], *timelines[1]);
  }
  return out;
}

}  // namespace

const CompareTable& compareTable(const Context& context) {
  CompareMemory& memory = context.memory.of<CompareMemory>();
  ScenarioList scenarios = chosenScenarios(context);
  std::vector<std::string> keys;
  for (const auto& scenario : scenarios) keys.push_back(scenario->key);
  return memory.table.of({context.session->revision(), std::move(keys)},
                         [&] { return tableOf(*context.session, std::move(scenarios)); });
}

}  // namespace cadre::ui
