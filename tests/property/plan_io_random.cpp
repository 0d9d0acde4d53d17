// Long: a random value for each kind of record of a plan, and for each kind of command.
#include "plan_io_random.h"

#include <array>
#include <set>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

#include "rules/rule.h"
#include "support/plan_builder.h"

namespace cadre::test {
namespace {

using samples::Random;

// Sometimes empty; otherwise characters that are difficult in JSON or Vietnamese.
std::string randomText(Random& random) {
  constexpr std::array kPieces = {"a", "Đ", "ễ",  "\"",   "\\",   "\n",     "\t", "/", "~",
                                  " ", "0", "😀", "\x01", "\x7F", "\u2028", "{",  "]"};
  std::string out;
  for (int i = random.below(6); i > 0; --i) out += random.pick(kPieces);
  return out;
}

Date randomDate(Random& random) { return dateFromDays(random.between(-20'000, 40'000)); }

template <class E>
E randomWord(Random& random, std::size_t first = 0) {
  const std::size_t count = names<E>().size() - first;
  return static_cast<E>(first + static_cast<std::size_t>(random.below(count)));
}

Extra randomExtra(Random& random) {
  if (random.chance(800)) return nullptr;
  constexpr std::array kValues = {"null",
                                  "-0",
                                  "1e400",
                                  "0.10",
                                  "[]",
                                  "{}",
                                  "\"\\u0001\"",
                                  "[1, [2]]",
                                  "{\"\": {\"a\": true}}",
                                  "99999999999999999999"};
  std::vector<std::pair<std::string, std::string>> fields;
  for (int i = random.between(1, 3); i > 0; --i) {
    std::string name = "x" + std::to_string(i) + randomText(random);
    fields.emplace_back(std::move(name), random.pick(kValues));
  }
  return std::make_shared<const std::vector<std::pair<std::string, std::string>>>(fields);
}

template <class I>
I randomId(std::size_t count, Random& random) {
  return I{static_cast<std::size_t>(random.below(count))};
}

std::vector<Evaluation> randomGrades(Random& random) {
  std::vector<Evaluation> out;
  for (int i = random.below(3); i > 0; --i) {
    out.push_back({randomText(random), randomWord<EvaluationGrade>(random), randomExtra(random)});
  }
  return out;
}

void fillCadre(Cadre& cadre, const Plan& sizes, Random& random) {
  const std::size_t units = sizes.structure->units.size();
  const std::size_t people = sizes.roster->cadres.size();
  const auto maybe = [&] { return random.chance(500); };
  cadre.name = randomText(random);
  if (maybe()) cadre.birth = randomDate(random);
  cadre.gender = randomWord<Gender>(random);
  if (maybe()) cadre.native_place = randomId<UnitId>(units, random);
  if (maybe()) cadre.birthplace = randomId<UnitId>(units, random);
  if (maybe()) {
    cadre.residence.emplace();
    for (int i = random.below(3); i > 0; --i) {
      cadre.residence->push_back(
          {randomId<UnitId>(units, random), random.below(1501) / 10.0, randomExtra(random)});
    }
  }
  if (maybe()) cadre.in_post_since = randomDate(random);
  if (maybe()) cadre.terms_as_head_here = random.below(101);
  if (maybe()) cadre.service_ends = randomDate(random);
  for (int i = random.below(3); i > 0; --i) cadre.fields.push_back(randomText(random));
  for (int i = random.below(3); i > 0; --i) {
    cadre.pool.push_back(randomId<TitleId>(sizes.structure->titles.size(), random));
    if (random.chance(900)) continue;
    cadre.pool.back().unit = randomId<UnitId>(units, random);
    cadre.pool.back().extra = randomExtra(random);
  }
  if (random.chance(50)) {
    cadre.left = {randomDate(random), randomWord<MoveType>(random), randomText(random),
                  randomExtra(random)};
  }
  cadre.grades = randomGrades(random);
  for (int i = random.below(3); i > 0; --i) {
    cadre.discipline.push_back(
        {randomWord<DisciplineKind>(random), randomDate(random), randomExtra(random)});
  }
  for (int i = random.below(3); i > 0; --i) {
    cadre.relatives.push_back(randomId<CadreId>(people, random));
  }
  for (int i = random.below(3); i > 0; --i) {
    cadre.preferences.push_back(
        {randomId<UnitId>(units, random), random.between(1, 9), randomExtra(random)});
  }
  cadre.group = randomText(random);
  cadre.extra = randomExtra(random);
}

Move randomMove(const Plan& plan, Random& random) {
  const std::size_t posts = plan.structure->posts.size();
  Move out;
  out.cadre = randomId<CadreId>(plan.roster->cadres.size(), random);
  if (random.chance(800)) out.to = randomId<PostId>(posts, random);
  out.type = randomWord<MoveType>(random);
  out.reason = randomText(random);
  out.pinned = random.chance(300);
  if (random.chance(300)) out.directive = randomText(random);
  for (int i = random.below(2); i > 0; --i) {
    const std::string_view rule = random.pick(rules::registry())->id;
    out.waivers.push_back({std::string(rule), randomText(random), randomExtra(random)});
  }
  for (int i = random.below(2); i > 0; --i) out.keep.push_back(randomId<PostId>(posts, random));
  out.extra = randomExtra(random);
  return out;
}

Consent randomViews(Random& random) {
  Consent out;
  for (const Party party : kParties) {
    out.set(party, randomWord<View>(random));
    if (random.chance(300)) out.noteOf(party).note = randomText(random);
    if (random.chance(300)) out.noteOf(party).on = randomDate(random);
  }
  out.extra = randomExtra(random);
  return out;
}

// About somebody; half of them contain only what version 1 of the format supports.
Consultation randomConsultation(const Plan& plan, Random& random) {
  Consultation out;
  out.cadre = randomId<CadreId>(plan.roster->cadres.size(), random);
  if (random.chance(800)) out.to = randomId<PostId>(plan.structure->posts.size(), random);
  out.views = randomViews(random);
  if (random.chance(500)) return out;
  if (random.chance(500)) out.on = randomDate(random);
  out.wishes = randomText(random);
  out.note = randomText(random);
  out.extra = randomExtra(random);
  return out;
}

// Mostly about moves of the round, sometimes in a different order.
std::vector<Consultation> randomRegister(const Plan& plan, const std::vector<Move>& moves,
                                         Random& random) {
  std::vector<Consultation> out;
  for (const Move& move : moves) {
    if (random.chance(400)) continue;
    Consultation entry = randomConsultation(plan, random);
    entry.cadre = move.cadre;
    entry.to = move.to;
    out.insert(random.chance(800) ? out.end() : out.begin(), std::move(entry));
  }
  if (random.chance(200)) out.push_back(randomConsultation(plan, random));
  return out;
}

Round randomRound(const Plan& plan, Random& random) {
  Round out;
  out.key = "r" + std::to_string(random.below(8));
  out.name = randomText(random);
  out.date = addMonths(plan.header->as_of, random.below(12));
  for (int i = random.below(4); i > 0; --i) out.moves.push_back(randomMove(plan, random));
  if (random.chance(500)) out.consultations = randomRegister(plan, out.moves, random);
  if (random.chance(200)) out.status = randomWord<RoundStatus>(random);
  out.extra = randomExtra(random);
  return out;
}

void addRules(RuleSet& set, Random& random) {
  for (const rules::RuleInfo* rule : rules::registry()) {
    if (random.chance(400)) continue;
    RuleSetting setting;
    setting.key = rule->id;
    setting.severity = randomWord<Severity>(random);
    if (rule->parameter == rules::Parameter::kAtLeast) {
      setting.limit = random.below(4);
    } else if (rule->parameter != rules::Parameter::kNone) {
      setting.limit = random.below(101);
    }
    setting.source = randomText(random);
    setting.extra = randomExtra(random);
    set.rules.push_back(setting);
  }
  const auto maybe = [&]() -> std::optional<std::int32_t> {
    if (random.chance(500)) return std::nullopt;
    return random.below(1000);
  };
  if (random.chance(500)) set.caps = Caps{maybe(), maybe(), randomExtra(random)};
  if (random.chance(500)) {
    set.costs = Costs{maybe(), maybe(), maybe(), maybe(), randomExtra(random)};
  }
}

constexpr std::string_view kGrouping = "ô";

// A grouping, in some plans; some units are in none of its groups.
bool addGroups(PlanBuilder& builder, const std::vector<UnitId>& units, Random& random) {
  if (random.chance(700)) return false;
  std::array<std::vector<UnitId>, 3> groups;
  for (const UnitId unit : units) {
    if (random.chance(600)) groups.at(static_cast<std::size_t>(random.below(3))).push_back(unit);
  }
  for (const auto& group : groups) {
    builder.group(kGrouping, "k" + std::to_string(&group - groups.data()), group);
  }
  return true;
}

// What may name a grouping beside quotas.
void nameGroups(PlanBuilder& builder, Random& random) {
  builder.rule_set.mobility = random.chance(500) ? kGrouping : kWholePlan;
  builder.rule_set.mobility_extra = randomExtra(random);
  if (!builder.rule_set.caps) builder.rule_set.caps.emplace();
  Caps& caps = *builder.rule_set.caps;
  caps.per_group = GroupCap{std::string(kGrouping), random.below(9), randomExtra(random)};
  caps.per_round = random.below(99);
  LocalityDefinition& locality = builder.quota_set.locality;
  std::tie(locality.level, locality.group) = std::pair(LocalityLevel::kGroup, kGrouping);
}

}  // namespace

Plan randomPlan(Random& random) {
  PlanBuilder builder;
  builder.header = {randomText(random), randomDate(random), randomExtra(random)};
  if (random.chance(200)) builder.header.version = 2;
  std::vector<UnitId> units = {builder.city};
  for (int i = random.between(1, 12); i > 0; --i) {
    constexpr std::array kLevels = {"district", "commune", "cụm", "province"};
    const std::string key = randomText(random) + "#" + std::to_string(i);
    const char* level = random.pick(kLevels);
    const UnitId parent = random.chance(200) ? UnitId{} : random.pick(units);
    units.push_back(builder.unit(key, level, parent));
    Unit& unit = builder[units.back()];
    unit.name = randomText(random);
    if (random.chance(300)) unit.tile = Tile{random.between(-9, 9), random.between(-9, 9)};
    unit.grades = randomGrades(random);
    unit.extra = randomExtra(random);
  }
  std::vector<CadreId> cadres;
  std::vector<PostId> posts;
  for (int i = random.between(1, 15); i > 0; --i) {
    cadres.push_back(builder.cadre(randomText(random) + "#" + std::to_string(i)));
  }
  const std::array titles = {builder.secretary, builder.chairman, builder.deputy};
  for (const UnitId unit : units) {
    for (const TitleId title : titles) {
      if (random.chance(400) && !posts.empty()) continue;
      posts.push_back(builder.post(unit, title));
      Post& post = builder[posts.back()];
      if (random.chance(700)) post.incumbent = random.pick(cadres);
      post.locked = random.chance(100);
      post.field = randomText(random);
      post.extra = randomExtra(random);
    }
  }
  const bool has_groups = addGroups(builder, units, random);
  const Plan sizes = builder.build();
  for (const CadreId cadre : cadres) fillCadre(builder[cadre], sizes, random);
  for (int i = random.below(3); i > 0; --i) {
    Quota& quota = builder.quota(randomWord<Counts>(random), "0.5");
    quota.key = "q" + std::to_string(i);
    quota.name = {randomText(random), randomText(random), randomExtra(random)};
    quota.target = Share{random.below(10'001)};
    if (has_groups && random.chance(400)) {
      quota.group_level = random.chance(300) ? kWholePlan : kGrouping;
    }
    quota.age = quota.counts == Counts::kUnderAge ? random.between(1, 150) : 0;
    if (random.chance(500)) quota.by = randomDate(random);
    for (const UnitId unit : units) {
      if (random.chance(100)) quota.overrides.emplace_back(unit, Share{random.below(10'001)});
    }
    quota.extra = randomExtra(random);
  }
  builder.quota_set.locality = {randomWord<LocalityBasis>(random),
                                randomWord<LocalityLevel>(random),
                                random.below(1501) / 10.0,
                                randomExtra(random),
                                {}};
  addRules(builder.rule_set, random);
  if (has_groups && random.chance(500)) nameGroups(builder, random);
  Scenario first;
  first.key = "s0";
  first.name = randomText(random);
  for (int i = random.below(5); i >= 0; --i) {
    first.rounds.push_back(randomRound(sizes, random));
    first.rounds.back().key = "r" + std::to_string(i);
  }
  first.extra = randomExtra(random);
  builder.scenario(first);
  return builder.build();
}

namespace {

// A random command of each kind in the list of document/command.h: a command without a function
// here does not compile.
class CommandMaker {
 public:
  CommandMaker(const Plan& plan, Random& random)
      : plan_(plan), random_(random), scenario_(someKey("s")), round_{scenario_, someKey("r")} {
    if (!plan.scenarios->empty() && random.chance(900)) {  // mostly existing ones
      const Scenario& there = *random.pick(*plan.scenarios);
      scenario_ = round_.scenario = there.key;
      if (!there.rounds.empty()) round_.round = random.pick(there.rounds).key;
    }
    text_ = randomText(random);
  }

  Command make() { return makeOneOf(std::type_identity<Command>()); }

 private:
  template <class C>
  using Kind = std::type_identity<C>;

  template <class... C>
  Command makeOneOf(Kind<std::variant<C...>> /*list*/) {
    constexpr std::array kMakers = {&CommandMaker::makeOne<C>...};
    return (this->*random_.pick(kMakers))();
  }
  template <class C>
  Command makeOne() {
    return make(Kind<C>());
  }

  std::string someKey(const char* prefix) { return prefix + std::to_string(random_.below(8)); }
  std::size_t index() { return static_cast<std::size_t>(random_.below(4)); }
  // Deleting too often would leave nothing to change.
  template <class C>
  Command seldom(C command) {
    return random_.chance(700) ? Command(RenamePlan{text_}) : Command(std::move(command));
  }

  Command make(Kind<RenamePlan> /*kind*/) { return RenamePlan{text_}; }
  Command make(Kind<BranchScenario> /*kind*/) {
    return BranchScenario{random_.chance(300) ? "" : scenario_, someKey("s"), text_};
  }
  Command make(Kind<RenameScenario> /*kind*/) { return RenameScenario{scenario_, text_}; }
  Command make(Kind<DeleteScenario> /*kind*/) { return seldom(DeleteScenario{scenario_}); }
  Command make(Kind<AddScenario> /*kind*/) {
    AddScenario out;
    out.scenario.key = someKey("s");
    out.scenario.name = text_;
    out.scenario.rounds = {randomRound(plan_, random_)};
    out.at = index();
    return out;
  }

  Command make(Kind<AddRound> /*kind*/) { return AddRound{scenario_, randomRound(plan_, random_)}; }
  Command make(Kind<RenameRound> /*kind*/) { return RenameRound{round_, text_}; }
  Command make(Kind<SetRoundDate> /*kind*/) {
    return SetRoundDate{round_, addMonths(plan_.header->as_of, random_.below(12))};
  }
  Command make(Kind<DeleteRound> /*kind*/) { return seldom(DeleteRound{round_}); }

  AddMoves someMoves() {
    AddMoves out{round_, {}, {}};
    for (int i = random_.below(4); i > 0; --i) out.moves.push_back(randomMove(plan_, random_));
    if (random_.chance(300)) {
      out.without.push_back(randomId<CadreId>(plan_.roster->cadres.size(), random_));
    }
    if (random_.chance(200)) out.consultations = randomRegister(plan_, out.moves, random_);
    return out;
  }
  Command make(Kind<AddMoves> /*kind*/) { return someMoves(); }
  Command make(Kind<AcceptProposal> /*kind*/) { return AcceptProposal{someMoves()}; }
  Command make(Kind<RemoveMove> /*kind*/) { return RemoveMove{round_, index()}; }
  Command make(Kind<ReorderMove> /*kind*/) { return ReorderMove{round_, index(), index()}; }
  Command make(Kind<ReplaceMove> /*kind*/) {
    ReplaceMove out{round_, index(), randomMove(plan_, random_)};
    if (random_.chance(300)) out.views = randomViews(random_);
    return out;
  }
  Command make(Kind<SetViews> /*kind*/) {
    SetViews out{round_, random_.chance(800) ? 0 : index(), randomConsultation(plan_, random_)};
    if (random_.chance(100)) out.entry = {out.entry.cadre, out.entry.to, {}, {}, {}, {}, nullptr};
    return out;
  }

  Command make(Kind<SetLock> /*kind*/) {
    return SetLock{randomId<PostId>(plan_.structure->posts.size(), random_), random_.chance(500)};
  }
  Command make(Kind<SetLocality> /*kind*/) {
    LocalityDefinition locality = plan_.quota_set->locality;
    locality.basis = randomWord<LocalityBasis>(random_);
    locality.level = randomWord<LocalityLevel>(random_);
    locality.residence_years = random_.below(1501) / 10.0;
    return SetLocality{locality};
  }
  Command make(Kind<SetTarget> /*kind*/) {
    SetTarget out{someKey("q"), {}, std::nullopt};
    if (random_.chance(500)) out.unit = randomId<UnitId>(plan_.structure->units.size(), random_);
    if (random_.chance(700)) out.target = Share{random_.below(10'001)};
    return out;
  }
  Command make(Kind<SetRule> /*kind*/) {
    const rules::RuleInfo& rule = *random_.pick(rules::registry());
    return SetRule{std::string(rule.id), randomWord<Severity>(random_), random_.below(5), text_};
  }
  Command make(Kind<SetCaps> /*kind*/) {
    SetCaps out;
    if (random_.chance(500)) out.moves_per_round = random_.below(1000);
    if (random_.chance(500)) out.moves_per_district_per_round = random_.below(1000);
    return out;
  }
  Command make(Kind<MergeRoster> /*kind*/) {
    MergeRoster out;
    const std::size_t people = plan_.roster->cadres.size();
    std::set<std::size_t> whom;
    for (int i = random_.below(3); i > 0; --i) {
      whom.insert(static_cast<std::size_t>(random_.below(people)));
    }
    for (const std::size_t who : whom) {
      Cadre changed = plan_.roster->cadres[who];
      changed.name = text_;
      out.merge.cadres.push_back(std::move(changed));
    }
    if (random_.chance(500)) {
      Cadre added;
      added.key = "new" + std::to_string(people);
      fillCadre(added, plan_, random_);
      out.merge.cadres.push_back(std::move(added));
      const PostId post = randomId<PostId>(plan_.structure->posts.size(), random_);
      out.merge.incumbents.emplace_back(post, CadreId{people});
    }
    return out;
  }

  const Plan& plan_;
  Random& random_;
  std::string scenario_;
  RoundRef round_;
  std::string text_;
};

}  // namespace

Command randomCommand(const Plan& plan, Random& random) {
  return CommandMaker(plan, random).make();
}

}  // namespace cadre::test
