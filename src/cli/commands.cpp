#include "cli/commands.h"

#include <chrono>
#include <utility>
#include <vector>

#include "document/edit.h"
#include "model/plan.h"
#include "plan_io/json_writer.h"
#include "plan_io/plan_io.h"
#include "platform/file_io.h"
#include "propose/proposal.h"
#include "report/html_report.h"
#include "report/proposal_text.h"
#include "report/timeline_json.h"
#include "report/timeline_text.h"
#include "simulate/simulate.h"
#include "text/format.h"

namespace cadre::cli {
namespace {

using text::Str;

Outcome usageError(const Error& error, text::Language language) {
  return {kUnreadable, "",
          "cadre-plan: " + text::render(error, language) + "\n" +
              std::string(text::get(Str::cli_usage, language)) + "\n"};
}

Outcome fileErrors(const std::string& file, const Errors& errors, text::Language language) {
  Outcome out{kUnreadable, "", ""};
  for (const Error& error : errors) out.err += file + ": " + text::render(error, language) + "\n";
  return out;
}

std::expected<Plan, Errors> readPlan(const std::string& file) {
  const Expected<std::string> bytes = platform::readFile(file);
  if (!bytes) return std::unexpected(Errors{bytes.error()});
  return plan_io::loadPlan(*bytes);
}

// What the file does not have.
Error notInFile(Str what, std::string_view key) {
  Error out = notThere(what, key).error();
  out.place = "/scenarios";
  return out;
}

// The scenario asked for; all of them when none is. An error when there is none of that id.
Expected<std::vector<const Scenario*>> chosenScenarios(const Plan& plan,
                                                       const Arguments& arguments) {
  std::vector<const Scenario*> out;
  for (const auto& scenario : *plan.scenarios) {
    if (!arguments.scenario || scenario->key == *arguments.scenario) out.push_back(scenario.get());
  }
  if (arguments.scenario && out.empty()) {
    return std::unexpected(notInFile(Str::thing_scenario, *arguments.scenario));
  }
  return out;
}

Outcome check(const Plan& plan, const std::vector<const Scenario*>& scenarios,
              const Arguments& arguments) {
  Outcome out;
  FindingCounts findings;
  plan_io::JsonWriter json;
  json.beginArray(plan_io::JsonWriter::Layout::kLines);
  for (const Scenario* scenario : scenarios) {
    const Timeline timeline = simulate(plan, *scenario);
    for (const RoundState& round : timeline.rounds) findings.add(round.findings);
    std::string one = report::timelineJson(plan, scenario, timeline, arguments.language);
    one.pop_back();  // the newline
    json.raw(one);
    if (!arguments.json) {
      out.out += report::findingsText(plan, *scenario, timeline, arguments.language);
    }
  }
  json.endArray();
  if (arguments.json) {
    out.out = json.take() + "\n";
  } else {
    out.out += text::render(Message{Str::cli_check_summary,
                                    {{"hard", std::int64_t{findings.hard}},
                                     {"soft", std::int64_t{findings.soft + findings.waived}}}},
                            arguments.language) +
               "\n";
  }
  out.status = findings.hard == 0 ? kDone : kNotGood;
  return out;
}

// Of the baseline where there is no scenario.
Timeline timelineOf(const Plan& plan, const Scenario* scenario) {
  return scenario == nullptr ? simulateBaseline(plan) : simulate(plan, *scenario);
}

Outcome simulateOne(const Plan& plan, const std::vector<const Scenario*>& scenarios,
                    const Arguments& arguments) {
  const Scenario* scenario = scenarios.empty() ? nullptr : scenarios.front();
  const Timeline timeline = timelineOf(plan, scenario);
  return {kDone,
          arguments.json ? report::timelineJson(plan, scenario, timeline, arguments.language)
                         : report::timelineText(plan, scenario, timeline, arguments.language),
          ""};
}

Outcome reportOne(const Plan& plan, const std::vector<const Scenario*>& scenarios,
                  const Arguments& arguments) {
  const Scenario* scenario = scenarios.empty() ? nullptr : scenarios.front();
  const Timeline timeline = timelineOf(plan, scenario);
  const std::string page = report::htmlReport(plan, scenario, timeline, arguments.language);
  if (const Expected<void> written = platform::writeFile(*arguments.html, page); !written) {
    return fileErrors(*arguments.html, {written.error()}, arguments.language);
  }
  return {};
}

Outcome proposeOne(const Plan& plan, const Scenario& scenario, const Arguments& arguments) {
  std::size_t round = 0;
  while (round < scenario.rounds.size() && scenario.rounds[round].key != *arguments.round) ++round;
  if (round == scenario.rounds.size()) {
    return fileErrors(arguments.file, {notInFile(Str::thing_round, *arguments.round)},
                      arguments.language);
  }
  const auto start = std::chrono::steady_clock::now();
  const Timeline timeline = simulate(plan, scenario);
  propose::Question question;
  if (arguments.across_city) question.within = propose::Within::kCity;
  const propose::Proposal proposal = propose::propose(plan, scenario, timeline, round, question);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  Outcome out;
  out.out = arguments.json
                ? report::proposalJson(plan, proposal, took.count())
                : report::proposalText(plan, scenario.rounds[round], proposal, arguments.language);
  out.status = proposal.status == propose::Status::kInfeasible ? kNotGood : kDone;
  if (arguments.out && out.status == kDone) {
    const Expected<Plan> changed =
        withRound(plan, scenario.key, *arguments.round, [&](Round& found) -> Expected<void> {
          found = propose::roundWith(found, proposal);
          return {};
        });
    if (!changed) return fileErrors(arguments.file, {changed.error()}, arguments.language);
    const Expected<void> written = platform::writeFile(*arguments.out, plan_io::savePlan(*changed));
    if (!written) return fileErrors(*arguments.out, {written.error()}, arguments.language);
  }
  return out;
}

}  // namespace

Outcome run(std::span<const std::string_view> words) {
  const Expected<Arguments> arguments = parseArguments(words);
  if (!arguments) return usageError(arguments.error(), text::Language::kVietnamese);
  const text::Language language = arguments->language;
  if (arguments->command == "help") {
    return {kDone, std::string(text::get(Str::cli_usage, language)) + "\n", ""};
  }
  const std::expected<Plan, Errors> plan = readPlan(arguments->file);
  if (!plan) return fileErrors(arguments->file, plan.error(), language);
  const auto scenarios = chosenScenarios(*plan, *arguments);
  if (!scenarios) return fileErrors(arguments->file, {scenarios.error()}, language);
  if (arguments->command == "propose") {
    return proposeOne(*plan, *scenarios->front(), *arguments);
  }
  if (arguments->command == "report") return reportOne(*plan, *scenarios, *arguments);
  return arguments->command == "check" ? check(*plan, *scenarios, *arguments)
                                       : simulateOne(*plan, *scenarios, *arguments);
}

}  // namespace cadre::cli
