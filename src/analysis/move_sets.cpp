#include "analysis/move_sets.h"

#include <algorithm>
#include <optional>

#include "core/disjoint_sets.h"
#include "rules/rule.h"

namespace cadre {
namespace {

// By post: the move that leaves it.
std::vector<std::optional<std::size_t>> leavers(const Plan& plan, const Round& round,
                                                const RoundState& state) {
  std::vector<std::optional<std::size_t>> out(plan.structure->posts.size());
  for (std::size_t m = 0; m < round.moves.size(); ++m) {
    if (state.happened[m] == 0) continue;
    const Move& move = round.moves[m];
    for (PostId post = state.before.firstPost(move.cadre); post;
         post = state.before.nextPost(post)) {
      const bool is_kept = std::find(move.keep.begin(), move.keep.end(), post) != move.keep.end();
      if (!is_kept) out[post.index()] = m;
    }
  }
  return out;
}

}  // namespace

MoveSets moveSets(const Plan& plan, const Round& round, const RoundState& state) {
  const std::size_t count = round.moves.size();
  const auto leaver = leavers(plan, round, state);
  // The move that this one waits for; may be the move itself.
  const auto first = [&](std::size_t m) {
    const PostId to = round.moves[m].to;
    return to ? leaver[to.index()] : std::nullopt;
  };
  MoveSets out;
  out.is_certain.assign(count, 0);
  out.set_of.assign(count, MoveSets::kNone);
  const auto finds_room = [&](std::size_t m) {
    const Move& move = round.moves[m];
    const CadreId holder = move.to ? state.before.holder(move.to) : CadreId{};
    if (!holder || holder == move.cadre) return true;
    const auto other = first(m);
    return other && out.is_certain[*other] != 0;
  };
  std::vector<std::vector<std::size_t>> followers(count);
  for (std::size_t m = 0; m < count; ++m) {
    if (state.happened[m] == 0) continue;
    if (const auto other = first(m); other && *other != m) followers[*other].push_back(m);
  }
  std::vector<std::size_t> to_look_at(count);
  for (std::size_t m = 0; m < count; ++m) to_look_at[m] = m;
  while (!to_look_at.empty()) {
    const std::size_t m = to_look_at.back();
    to_look_at.pop_back();
    if (state.happened[m] == 0 || out.is_certain[m] != 0) continue;
    if (!rules::isForcedDeparture(round.moves[m].type) || !finds_room(m)) continue;
    out.is_certain[m] = 1;
    to_look_at.insert(to_look_at.end(), followers[m].begin(), followers[m].end());
  }
  DisjointSets joined(count);
  const auto is_uncertain = [&](std::size_t m) {
    return state.happened[m] != 0 && out.is_certain[m] == 0;
  };
  for (std::size_t m = 0; m < count; ++m) {
    if (!is_uncertain(m)) continue;
    if (const auto other = first(m); other && is_uncertain(*other)) joined.join(m, *other);
  }
  // The first move of a set represents it and precedes the others.
  for (std::size_t m = 0; m < count; ++m) {
    if (!is_uncertain(m)) continue;
    const std::size_t head = joined.find(m);
    if (head == m) {
      out.set_of[m] = static_cast<std::int32_t>(out.sets.size());
      out.sets.emplace_back();
    }
    out.set_of[m] = out.set_of[head];
    out.sets[static_cast<std::size_t>(out.set_of[m])].push_back(m);
  }
  return out;
}

}  // namespace cadre
