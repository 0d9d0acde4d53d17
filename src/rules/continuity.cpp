// Continuity: no more than one head post of a unit changes hands in a round (practice).
//
// A head post changes hands when its holder differs before and after the round. This includes
// falling vacant, being filled, and forced departures: the unit goes through the change all the
// same, and the other head's move can be put off. Retirements between rounds are not changes of the
// round. There is one breach per unit. It names the last move of the round that changes one of the
// unit's head posts, or the last such move that carries a waiver of this rule, so that the breach
// can be waived there.
#include <algorithm>
#include <string_view>
#include <vector>

#include "rules/rule.h"

namespace cadre::rules {
namespace {

// Units that some move leaves or enters, in plan order.
std::vector<UnitId> touchedUnits(const RoundFacts& facts) {
  std::vector<UnitId> out;
  for (const Move* move : facts.moves) {
    if (move->to) out.push_back(facts.plan.post(move->to).unit);
    for (PostId post = facts.before.firstPost(move->cadre); post;
         post = facts.before.nextPost(post)) {
      out.push_back(facts.plan.post(post).unit);
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<PostId> changedHeadPosts(const RoundFacts& facts, UnitId unit) {
  std::vector<PostId> out;
  for (const PostId post : facts.plan.structure->posts_in[unit.index()]) {
    if (!facts.plan.structure->title(facts.plan.post(post).title).head) continue;
    if (facts.before.holder(post) != facts.after.holder(post)) out.push_back(post);
  }
  return out;
}

// The changed post that the move enters, or else the one it leaves; none if there is neither.
PostId changedBy(const RoundFacts& facts, const Move& move, const std::vector<PostId>& changed) {
  for (const PostId post : changed) {
    if (facts.after.holder(post) == move.cadre) return post;
  }
  for (const PostId post : changed) {
    if (facts.before.holder(post) == move.cadre) return post;
  }
  return {};
}

void checkContinuity(const RoundFacts& facts, const RuleSetting& setting,
                     const std::function<void(RoundBreach)>& report) {
  for (const UnitId unit : touchedUnits(facts)) {
    const std::vector<PostId> changed = changedHeadPosts(facts, unit);
    if (static_cast<std::int64_t>(changed.size()) <= kMostHeadChanges) continue;
    RoundBreach breach;
    bool waived = false;
    for (const Move* move : facts.moves) {
      const PostId post = changedBy(facts, *move, changed);
      if (!post || (waived && !waives(*move, setting.key))) continue;
      waived = waives(*move, setting.key);
      breach.post = post;
      breach.cadre = move->cadre;
    }
    breach.message = {text::Str::rule_continuity_finding,
                      {{"count", static_cast<std::int64_t>(changed.size())},
                       {"unit", facts.plan.unit(unit).name},
                       {"limit", std::int64_t{kMostHeadChanges}},
                       {"source", sourceOf(setting)}}};
    report(std::move(breach));
  }
}

}  // namespace

constinit const RuleInfo kContinuity = {.id = "continuity",
                                        .name = text::Str::rule_continuity_name,
                                        .default_severity = Severity::kSoft,
                                        .default_source = text::Str::rule_continuity_source,
                                        .in_proposal = InProposal::kHeadsOfUnit,
                                        .check_round = checkContinuity};

}  // namespace cadre::rules
