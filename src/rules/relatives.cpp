// Relatives do not serve together in one leadership: after the round no relative of the official
// holds a post in the unit of the post taken. The leadership of a unit is its own posts, without
// those of the units below it. Quy định 114-QĐ/TW. The relation is symmetric, whichever of the two
// records it. There is one finding per move, naming every relative there; when both move in, both
// moves have one.
//
// Applies to every move with a destination, even a forced one: leaving is forced, but the new unit
// is chosen. A move to no post brings nobody together.
#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "rules/rule.h"

namespace cadre::rules {
namespace {

bool lists(const Cadre& cadre, CadreId other) {
  return std::find(cadre.relatives.begin(), cadre.relatives.end(), other) != cadre.relatives.end();
}

// Officials named by the cadre who hold a post in the unit, sorted. Computed from the names, so
// that a long list is walked once and not once per post.
std::vector<CadreId> namedIn(const MoveFacts& facts, UnitId unit) {
  std::vector<CadreId> out;
  for (const CadreId relative : facts.cadre().relatives) {
    for (PostId post = facts.after.firstPost(relative); post; post = facts.after.nextPost(post)) {
      if (facts.plan.post(post).unit == unit) out.push_back(relative);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::optional<Message> checkRelatives(const MoveFacts& facts, const RuleSetting& setting) {
  if (!facts.move.to) return std::nullopt;
  const UnitId unit = facts.plan.post(facts.move.to).unit;
  const std::vector<CadreId> named = namedIn(facts, unit);
  std::vector<CadreId> found;
  std::set<CadreId> seen;
  for (const PostId post : facts.plan.structure->posts_in[unit.index()]) {
    const CadreId holder = facts.after.holder(post);
    // The holder of the destination makes way for the official.
    if (post == facts.move.to || !holder || holder == facts.move.cadre) continue;
    const bool is_relative = std::binary_search(named.begin(), named.end(), holder) ||
                             lists(facts.plan.cadre(holder), facts.move.cadre);
    if (is_relative && seen.insert(holder).second) found.push_back(holder);
  }
  if (found.empty()) return std::nullopt;
  std::string names;
  for (const CadreId relative : found) {
    if (!names.empty()) names += ", ";
    names += facts.plan.cadre(relative).name;
  }
  return Message{text::Str::rule_relatives_finding,
                 {{"relatives", std::move(names)},
                  {"unit", facts.plan.unit(unit).name},
                  {"source", sourceOf(setting)}}};
}

}  // namespace

constinit const RuleInfo kRelatives = {.id = "relatives",
                                       .name = text::Str::rule_relatives_name,
                                       .default_source = text::Str::rule_relatives_source,
                                       .looks_at_others = true,
                                       .in_proposal = InProposal::kKinship,
                                       .check_move = checkRelatives};

}  // namespace cadre::rules
