#include "roster/merge.h"

#include <algorithm>
#include <memory>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "core/refused.h"
#include "json/parse.h"
#include "model/limits.h"
#include "plan_io/key_index.h"
#include "plan_io/roster_io.h"

namespace cadre::roster {
namespace {

using text::Str;

template <class I, class List>
bool isIn(I id, const List& list) {
  return id && id.index() < list.size();
}

template <class I, class List>
bool isNoneOrIn(I id, const List& list) {
  return !id || id.index() < list.size();
}

bool inRange(std::int32_t value, plan_io::IntegerRange range) {
  return value >= range.least && value <= range.most;
}

// Everything that reading a plan file would check about the official. REQUIRES: `after` has the
// roster that contains the official.
bool fits(const Cadre& cadre, const Plan& after) {
  const std::vector<Unit>& units = after.structure->units;
  const auto lives = [&](const Residence& entry) {
    return isIn(entry.unit, units) && entry.years >= 0 && entry.years <= limits::kYears;
  };
  return !cadre.key.empty() && isNoneOrIn(cadre.native_place, units) &&
         isNoneOrIn(cadre.birthplace, units) &&
         (!cadre.residence ||
          std::all_of(cadre.residence->begin(), cadre.residence->end(), lives)) &&
         (!cadre.terms_as_head_here || inRange(*cadre.terms_as_head_here, plan_io::kTermRange)) &&
         std::all_of(cadre.pool.begin(), cadre.pool.end(),
                     [&](const PoolEntry& entry) {
                       return isIn(entry.title, after.structure->titles) &&
                              isNoneOrIn(entry.unit, units);
                     }) &&
         std::all_of(cadre.relatives.begin(), cadre.relatives.end(),
                     [&](CadreId relative) { return isIn(relative, after.roster->cadres); }) &&
         std::all_of(cadre.preferences.begin(), cadre.preferences.end(),
                     [&](const Preference& wish) {
                       return isIn(wish.unit, units) && inRange(wish.rank, plan_io::kRankRange);
                     });
}

// The number of JSON values in a file for the official, not counting extra fields.
std::size_t valuesOf(const Cadre& cadre) {
  constexpr std::size_t kPlain = 18;
  return kPlain + (cadre.residence ? cadre.residence->size() * 3 : 0) + cadre.fields.size() +
         cadre.pool.size() + cadre.grades.size() * 3 + cadre.discipline.size() * 3 +
         cadre.relatives.size() + cadre.preferences.size() * 3;
}

// A file contains more than the roster; three quarters are the roster's share.
constexpr std::size_t kMostValues = kMaxJsonValues / 4 * 3;

Expected<void> checkSizes(const Plan& after) {
  std::size_t values = 0;
  for (const Cadre& cadre : after.roster->cadres) {
    values += valuesOf(cadre);
    if (cadre.relatives.size() > limits::kRelatives) {
      return limits::tooMany(cadre.relatives.size(), limits::kRelatives);
    }
  }
  if (values > kMostValues) {
    return std::unexpected(
        Error{ErrorCode::kTooLarge,
              "",
              {Str::error_too_many_values, {{"limit", static_cast<std::int64_t>(kMostValues)}}}});
  }
  std::vector<std::size_t> held(after.roster->cadres.size(), 0);
  for (const Post& post : after.structure->posts) {
    if (!post.incumbent) continue;
    if (++held[post.incumbent.index()] > limits::kPostsOfCadre) {
      return limits::tooMany(held[post.incumbent.index()], limits::kPostsOfCadre);
    }
  }
  const std::size_t most_rounds = limits::mostRounds(after);
  for (const std::shared_ptr<const Scenario>& scenario : *after.scenarios) {
    if (scenario->rounds.size() > most_rounds) {
      return limits::tooMany(scenario->rounds.size(), most_rounds);
    }
  }
  return {};
}

}  // namespace

Plan withCadres(const Plan& plan, const Merge& merge) {
  const plan_io::KeyIndex keys = plan_io::indexOf(plan);
  auto roster = std::make_shared<Roster>(*plan.roster);
  for (const Cadre& cadre : merge.cadres) {
    const auto known = keys.cadres.find(cadre.key);
    if (known == keys.cadres.end()) {
      roster->cadres.push_back(cadre);
    } else {
      roster->cadres[known->second.index()] = cadre;
    }
  }
  Plan out = plan;
  out.roster = std::move(roster);
  return out;
}

Expected<Plan> applyMerge(const Plan& plan, const Merge& merge) {
  std::unordered_set<std::string_view> keys;
  for (const Cadre& cadre : merge.cadres) {
    if (!keys.insert(cadre.key).second) return refused(Str::error_key_in_use);
  }
  Plan out = withCadres(plan, merge);
  for (const Cadre& cadre : merge.cadres) {
    if (!fits(cadre, out)) return refused(Str::error_value_does_not_fit);
  }
  if (!merge.incumbents.empty()) {
    auto structure = std::make_shared<Structure>(*plan.structure);
    for (const auto& [post, cadre] : merge.incumbents) {
      if (!isIn(post, structure->posts) || !isNoneOrIn(cadre, out.roster->cadres)) {
        return refused(Str::error_value_does_not_fit);
      }
      structure->posts[post.index()].incumbent = cadre;
    }
    out.structure = std::move(structure);
  }
  if (Expected<void> sizes = checkSizes(out); !sizes) return std::unexpected(sizes.error());
  return out;
}

}  // namespace cadre::roster
