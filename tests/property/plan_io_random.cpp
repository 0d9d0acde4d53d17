#include "plan_io_random.h"

#include <array>
#include <set>
#include <string>

#include "rules/rule.h"
#include "support/plan_builder.h"

namespace cadre::test {
namespace {

using samples::Random;

// Nothing at all now and then; else letters that JSON or Vietnamese make difficult.
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
  out.consent = {randomWord<View>(random),
                 randomWord<View>(random),
                 randomWord<View>(random),
                 randomExtra(random),
                 {}};
  for (const Party party : kParties) {
    if (random.chance(300)) out.consent.noteOf(party).note = randomText(random);
    if (random.chance(300)) out.consent.noteOf(party).on = randomDate(random);
  }
  if (random.chance(300)) out.directive = randomText(random);
  for (int i = random.below(2); i > 0; --i) {
    const std::string_view rule = random.pick(rules::registry())->id;
    out.waivers.push_back({std::string(rule), randomText(random), randomExtra(random)});
  }
  for (int i = random.below(2); i > 0; --i) out.keep.push_back(randomId<PostId>(posts, random));
  out.extra = randomExtra(random);
  return out;
}

Round randomRound(const Plan& plan, Random& random) {
  Round out;
  out.key = "r" + std::to_string(random.below(8));
  out.name = randomText(random);
  out.date = addMonths(plan.header->as_of, random.below(12));
  for (int i = random.below(4); i > 0; --i) out.moves.push_back(randomMove(plan, random));
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

}  // namespace

Plan randomPlan(Random& random) {
  PlanBuilder builder;
  builder.header = {randomText(random), randomDate(random), randomExtra(random)};
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
  const Plan sizes = builder.build();
  for (const CadreId cadre : cadres) fillCadre(builder[cadre], sizes, random);
  for (int i = random.below(3); i > 0; --i) {
    Quota& quota = builder.quota(randomWord<Counts>(random), "0.5");
    quota.key = "q" + std::to_string(i);
    quota.name = {randomText(random), randomText(random), randomExtra(random)};
    quota.target = Share{random.below(10'001)};
    quota.age = quota.counts == Counts::kUnderAge ? random.between(1, 150) : 0;
    if (random.chance(500)) quota.by = randomDate(random);
    for (const UnitId unit : units) {
      if (random.chance(100)) quota.overrides.emplace_back(unit, Share{random.below(10'001)});
    }
    quota.extra = randomExtra(random);
  }
  builder.quota_set.locality = {randomWord<LocalityBasis>(random),
                                randomWord<LocalityLevel>(random), random.below(1501) / 10.0,
                                randomExtra(random)};
  addRules(builder.rule_set, random);
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

Command randomCommand(const Plan& plan, Random& random) {
  const auto some_key = [&](const char* prefix) {
    return prefix + std::to_string(random.below(8));
  };
  std::string scenario = some_key("s");
  RoundRef round{scenario, some_key("r")};
  if (!plan.scenarios->empty() && random.chance(900)) {  // mostly what is there
    const Scenario& there = *random.pick(*plan.scenarios);
    scenario = round.scenario = there.key;
    if (!there.rounds.empty()) round.round = random.pick(there.rounds).key;
  }
  const auto index = [&] { return static_cast<std::size_t>(random.below(4)); };
  const std::string text = randomText(random);
  switch (random.below(std::variant_size_v<Command>)) {
    case 0:
      return RenamePlan{text};
    case 1:
      return BranchScenario{random.chance(300) ? "" : scenario, some_key("s"), text};
    case 2:
      return RenameScenario{scenario, text};
    case 3:
      return random.chance(700) ? Command(RenamePlan{text}) : Command(DeleteScenario{scenario});
    case 4:
      return AddRound{scenario, randomRound(plan, random)};
    case 5:
      return RenameRound{round, text};
    case 6:
      return SetRoundDate{round, addMonths(plan.header->as_of, random.below(12))};
    case 7:
      return random.chance(700) ? Command(RenamePlan{text}) : Command(DeleteRound{round});
    case 8: {
      AddMoves out{round, {}, {}};
      for (int i = random.below(4); i > 0; --i) out.moves.push_back(randomMove(plan, random));
      if (random.chance(300)) {
        out.without.push_back(randomId<CadreId>(plan.roster->cadres.size(), random));
      }
      return out;
    }
    case 9:
      return RemoveMove{round, index()};
    case 10:
      return ReorderMove{round, index(), index()};
    case 11:
      return ReplaceMove{round, index(), randomMove(plan, random)};
    case 12:
      return SetLock{randomId<PostId>(plan.structure->posts.size(), random), random.chance(500)};
    case 13: {
      LocalityDefinition locality = plan.quota_set->locality;
      locality.basis = randomWord<LocalityBasis>(random);
      locality.level = randomWord<LocalityLevel>(random);
      locality.residence_years = random.below(1501) / 10.0;
      return SetLocality{locality};
    }
    case 14: {
      const rules::RuleInfo& rule = *random.pick(rules::registry());
      return SetRule{std::string(rule.id), randomWord<Severity>(random), random.below(5), text};
    }
    case 15: {
      SetCaps out;
      if (random.chance(500)) out.moves_per_round = random.below(1000);
      if (random.chance(500)) out.moves_per_district_per_round = random.below(1000);
      return out;
    }
    case 16: {
      AddScenario out;
      out.scenario.key = some_key("s");
      out.scenario.name = text;
      out.scenario.rounds = {randomRound(plan, random)};
      out.at = index();
      return out;
    }
    case 17: {
      MergeRoster out;
      const std::size_t people = plan.roster->cadres.size();
      std::set<std::size_t> whom;
      for (int i = random.below(3); i > 0; --i) {
        whom.insert(static_cast<std::size_t>(random.below(people)));
      }
      for (const std::size_t who : whom) {
        Cadre changed = plan.roster->cadres[who];
        changed.name = text;
        out.merge.cadres.push_back(std::move(changed));
      }
      if (random.chance(500)) {
        Cadre added;
        added.key = "new" + std::to_string(people);
        fillCadre(added, plan, random);
        out.merge.cadres.push_back(std::move(added));
        const PostId post = randomId<PostId>(plan.structure->posts.size(), random);
        out.merge.incumbents.emplace_back(post, CadreId{people});
      }
      return out;
    }
    default: {
      SetTarget out{some_key("q"), {}, std::nullopt};
      if (random.chance(500)) out.unit = randomId<UnitId>(plan.structure->units.size(), random);
      if (random.chance(700)) out.target = Share{random.below(10'001)};
      return out;
    }
  }
}

}  // namespace cadre::test
