#include "rules/continuity.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace cadre::rules {
namespace {

constexpr std::int64_t kLimit = 1;

// Units that some move leaves or goes to, in the order of the plan.
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

// The changed post that the move enters or else leaves; none when it does neither.
PostId changedBy(const RoundFacts& facts, const Move& move, const std::vector<PostId>& changed) {
  for (const PostId post : changed) {
    if (facts.after.holder(post) == move.cadre) return post;
  }
  for (const PostId post : changed) {
    if (facts.before.holder(post) == move.cadre) return post;
  }
  return {};
}

bool waives(const Move& move, std::string_view rule) {
  return std::any_of(move.waivers.begin(), move.waivers.end(),
                     [rule](const Waiver& waiver) { return waiver.rule == rule; });
}

}  // namespace

void checkContinuity(const RoundFacts& facts, const RuleSetting& setting,
                     const std::function<void(RoundBreach)>& report) {
  for (const UnitId unit : touchedUnits(facts)) {
    const std::vector<PostId> changed = changedHeadPosts(facts, unit);
    if (static_cast<std::int64_t>(changed.size()) <= kLimit) continue;
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
                       {"limit", kLimit},
                       {"source", sourceOf(setting)}}};
    report(std::move(breach));
  }
}

}  // namespace cadre::rules
