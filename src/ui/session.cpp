#include "ui/session.h"

#include <algorithm>
#include <utility>

#include "simulate/simulate.h"

namespace cadre::ui {
namespace {

const std::shared_ptr<const Scenario>& noScenario() {
  static const std::shared_ptr<const Scenario> kNone = std::make_shared<const Scenario>();
  return kNone;
}

std::shared_ptr<const Scenario> chosen(const Plan& plan, const std::string& key) {
  const std::optional<std::size_t> at = plan.findScenario(key);
  return at ? (*plan.scenarios)[*at] : noScenario();
}

}  // namespace

Session::Session(Document document) : document_(std::move(document)) {
  const Plan& now = plan();
  // A scenario with planned moves is more informative than the bare baseline.
  for (const auto& scenario : *now.scenarios) {
    const bool says_more = !scenario->rounds.empty();
    if (selection_.scenario.empty() || says_more) selection_.scenario = scenario->key;
    if (says_more) break;
  }
  if (!now.quota_set->quotas.empty()) selection_.quota = now.quota_set->quotas.front().key;
  if (!scenario().rounds.empty()) selection_.round = scenario().rounds.front().key;
  const std::vector<UnitId> units = groups();
  if (!units.empty()) selection_.unit = units.front();
}

const Scenario& Session::scenario() const {
  const std::optional<std::size_t> at = plan().findScenario(selection_.scenario);
  return at ? *(*plan().scenarios)[*at] : *noScenario();
}

std::size_t Session::scenarioPlace() const {
  return plan().findScenario(selection_.scenario).value_or(0);
}

const Timeline& Session::timeline() const {
  std::shared_ptr<const Scenario> wanted = chosen(plan(), selection_.scenario);
  if (!timeline_ || simulated_ != wanted) {
    timeline_ = std::make_shared<const Timeline>(simulate(plan(), *wanted));
    simulated_ = std::move(wanted);
  }
  return *timeline_;
}

std::vector<std::shared_ptr<const Timeline>> Session::timelinesOf(
    const ScenarioList& scenarios) const {
  std::vector<std::shared_ptr<const Timeline>> out;
  (void)timeline();
  for (const auto& scenario : scenarios) {
    out.push_back(scenario == simulated_
                      ? timeline_
                      : std::make_shared<const Timeline>(simulate(plan(), *scenario)));
  }
  return out;
}

std::size_t Session::entry() const {
  const std::vector<Round>& rounds = scenario().rounds;
  for (std::size_t i = 0; i < rounds.size(); ++i) {
    if (rounds[i].key == selection_.round) return i + 1;
  }
  return 0;
}

const Round* Session::round() const {
  const std::size_t at = entry();
  return at == 0 ? nullptr : &scenario().rounds[at - 1];
}

Stage Session::stage(text::Language language) const {
  return {plan(), scenario(), timeline(), entry(), language};
}

QuotaId Session::quotaId() const {
  const std::vector<Quota>& quotas = plan().quota_set->quotas;
  for (std::size_t i = 0; i < quotas.size(); ++i) {
    if (quotas[i].key == selection_.quota) return QuotaId{i};
  }
  return quotas.empty() ? QuotaId{} : QuotaId{std::size_t{0}};
}

const Quota* Session::quota() const {
  const QuotaId id = quotaId();
  return id ? &plan().quota_set->quotas[id.index()] : nullptr;
}

std::vector<UnitId> Session::groups() const {
  const Structure& structure = *plan().structure;
  const Quota* now = quota();
  const std::string_view level =
      now == nullptr ? kLevelDistrict : std::string_view(now->group_level);
  return structure.unitsOfLevel(structure.findLevel(level));
}

UnitId Session::groupOf(PostId post) const {
  const Structure& structure = *plan().structure;
  const Quota* now = quota();
  if (!post) return {};
  const LevelId level =
      structure.findLevel(now == nullptr ? kLevelDistrict : std::string_view(now->group_level));
  return structure.groupOf(level, structure.unitOf(post));
}

void Session::restoreSelection(const std::string& scenario_key, const std::string& round_key,
                               const std::string& quota_key, const std::string& unit_key) {
  if (plan().findScenario(scenario_key)) {
    selection_.scenario = scenario_key;
    const std::vector<Round>& rounds = scenario().rounds;
    const bool has_round = std::any_of(rounds.begin(), rounds.end(),
                                       [&](const Round& round) { return round.key == round_key; });
    selection_.round = has_round ? round_key : "";
  }
  const std::vector<Quota>& quotas = plan().quota_set->quotas;
  if (std::any_of(quotas.begin(), quotas.end(),
                  [&](const Quota& quota) { return quota.key == quota_key; })) {
    chooseQuota(quota_key);
  }
  for (const UnitId unit : groups()) {
    if (plan().unit(unit).key == unit_key) selection_.unit = unit;
  }
}

void Session::chooseScenario(std::string key) {
  selection_.scenario = std::move(key);
  const std::vector<Round>& rounds = scenario().rounds;
  if (entry() == 0) selection_.round = rounds.empty() ? "" : rounds.front().key;
}

void Session::chooseEntry(std::size_t entry) {
  const std::vector<Round>& rounds = scenario().rounds;
  selection_.round = entry == 0 || entry > rounds.size() ? "" : rounds[entry - 1].key;
}

void Session::chooseQuota(std::string key) {
  selection_.quota = std::move(key);
  const std::vector<UnitId> units = groups();
  if (std::find(units.begin(), units.end(), selection_.unit) == units.end()) {
    selection_.unit = units.empty() ? UnitId{} : units.front();
  }
}

void Session::choosePost(PostId post) {
  selection_.post = post;
  selection_.cadre = post ? state().after.holder(post) : CadreId{};
}

void Session::chooseCadre(CadreId cadre) {
  selection_.cadre = cadre;
  selection_.post = cadre ? state().after.firstPost(cadre) : PostId{};
}

Expected<std::string> Session::run(Command command) {
  return change(&Document::apply, std::move(command));
}

Expected<std::string> Session::amend(Command command) {
  return change(&Document::amend, std::move(command));
}

Expected<std::string> Session::change(Expected<void> (Document::*put)(Command), Command command) {
  std::string record = writeCommand(command, plan());
  if (Expected<void> done = (document_.*put)(std::move(command)); !done) {
    return std::unexpected(done.error());
  }
  planChanged();
  return record;
}

void Session::undo() {
  document_.undo();
  planChanged();
}

void Session::redo() {
  document_.redo();
  planChanged();
}

void Session::moveTo(std::size_t position) {
  document_.moveTo(position);
  planChanged();
}

void Session::planChanged() {
  timeline_.reset();
  ++revision_;
  keepSelectionValid();
}

void Session::keepSelectionValid() {
  const Plan& now = plan();
  if (!now.findScenario(selection_.scenario)) {
    selection_.scenario = now.scenarios->empty() ? "" : now.scenarios->front()->key;
    chooseScenario(selection_.scenario);
  }
  // If an undo removed the round, the last remaining one is the most informative.
  if (entry() == 0 && !selection_.round.empty()) {
    const std::vector<Round>& rounds = scenario().rounds;
    selection_.round = rounds.empty() ? "" : rounds.back().key;
  }
  // The official was added by an import that has been undone.
  if (selection_.cadre && selection_.cadre.index() >= now.roster->cadres.size()) {
    selection_.cadre = CadreId{};
  }
  if (selection_.cadre) {
    const PostId now_at = state().after.firstPost(selection_.cadre);
    if (now_at) selection_.post = now_at;
  }
}

}  // namespace cadre::ui
