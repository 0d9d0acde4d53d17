#include "report/timeline_text.h"

#include "core/ratio.h"
#include "text/format.h"

namespace cadre::report {
namespace {

using text::Str;

std::string roundName(const Scenario* scenario, std::size_t entry, text::Language language) {
  if (entry == 0 || scenario == nullptr)
    return std::string(text::get(Str::term_baseline, language));
  return scenario->rounds[entry - 1].name;
}

std::string findingLine(const Plan& plan, const Finding& finding, text::Language language) {
  std::string line = "  ";
  line += text::get(labelOf(finding.severity), language);
  line += " [";
  line += finding.rule;
  line += "]";
  if (finding.cadre) line += " " + plan.cadre(finding.cadre).name;
  if (finding.post) line += " (" + plan.post(finding.post).key + ")";
  line += ": " + text::render(finding.message, language);
  if (finding.waived) {
    line += " — ";
    line += text::get(Str::term_waived, language);
  }
  return line + "\n";
}

std::string cellLine(const Plan& plan, const Cell& cell, text::Language language) {
  const Message message{Str::report_cell_line,
                        {{"unit", plan.unit(cell.unit).name},
                         {"quota", plan.quota_set->quotas[cell.quota.index()].name.in(language)},
                         {"attained", std::int64_t{cell.attained}},
                         {"posts", std::int64_t{cell.posts}},
                         {"share", Permille{permille(cell.attained, cell.posts)}},
                         {"needed", std::int64_t{cell.needed}},
                         {"shortfall", std::int64_t{cell.shortfall()}},
                         {"surplus", std::int64_t{cell.surplus()}},
                         {"vacant", std::int64_t{cell.vacant}},
                         {"unknown", std::int64_t{cell.unknown}}}};
  return "  " + text::render(message, language) + "\n";
}

}  // namespace

std::string timelineText(const Plan& plan, const Scenario* scenario, const Timeline& timeline,
                         text::Language language) {
  std::string out = plan.header->title;
  if (scenario != nullptr) out += " · " + scenario->name;
  out += "\n";
  for (std::size_t i = 0; i < timeline.rounds.size(); ++i) {
    const RoundState& state = timeline.rounds[i];
    out +=
        text::render(Message{Str::report_round_line,
                             {{"name", roundName(scenario, i, language)},
                              {"date", state.date},
                              {"moves", std::int64_t{state.moves}},
                              {"departures", static_cast<std::int64_t>(state.departures.size())}}},
                     language) +
        "\n";
    for (const Cell& cell : state.cells) out += cellLine(plan, cell, language);
    for (const Finding& finding : state.findings) out += findingLine(plan, finding, language);
  }
  return out;
}

std::string findingsText(const Plan& plan, const Scenario& scenario, const Timeline& timeline,
                         text::Language language) {
  std::string out = scenario.name + "\n";
  for (std::size_t i = 1; i < timeline.rounds.size(); ++i) {
    const RoundState& state = timeline.rounds[i];
    if (state.findings.empty()) continue;
    out += " " + roundName(&scenario, i, language) + " (" + text::formatDate(state.date) + ")\n";
    for (const Finding& finding : state.findings) out += findingLine(plan, finding, language);
  }
  return out;
}

}  // namespace cadre::report
