#include "simulate/apply_moves.h"

#include <algorithm>
#include <cstddef>
#include <queue>
#include <span>
#include <string_view>
#include <utility>

#include "core/stable_sort.h"
#include "rules/rule.h"

namespace cadre {
namespace {

using text::Str;

bool keeps(const Move& move, PostId post) {
  return std::find(move.keep.begin(), move.keep.end(), post) != move.keep.end();
}

// The finding for a move that does not happen; its post is the one that causes the conflict.
Finding blocked(std::string_view rule, const Move& move, std::size_t index, PostId post,
                Message message) {
  return Finding{.severity = Severity::kHard,
                 .rule = rule,
                 .cadre = move.cadre,
                 .post = post,
                 .move = static_cast<std::int32_t>(index),
                 .message = std::move(message)};
}

// The first locked post that the move leaves or enters; none when there is none.
PostId lockedPost(const Plan& plan, const Move& move, const Seating& before) {
  for (PostId post = before.firstPost(move.cadre); post; post = before.nextPost(post)) {
    if (plan.post(post).locked && !keeps(move, post) && post != move.to) return post;
  }
  const bool already_there = move.to && before.holder(move.to) == move.cadre;
  if (move.to && !already_there && plan.post(move.to).locked) return move.to;
  return {};
}

// Finds a subset of the candidate moves that fit together: no post has two holders.
class Fitting {
 public:
  Fitting(std::span<const Move> moves, const Seating& before, std::vector<std::uint8_t>& happens)
      : moves_(moves), before_(before), happens_(happens) {
    holders_.resize(before.postCount());
    is_crowded_.resize(before.postCount());
    // Only posts that some move leaves or enters are examined.
    const auto note = [&](PostId post) { holders_[post.index()] = before.holder(post) ? 1 : 0; };
    for (std::size_t i = 0; i < moves.size(); ++i) {
      if (happens_[i] == 0) continue;
      forEachLeft(i, note);
      if (moves[i].to) note(moves[i].to);
    }
    for (std::size_t i = 0; i < moves.size(); ++i) {
      if (happens_[i] != 0) count(i, +1);
    }
    for (std::size_t i = 0; i < moves.size(); ++i) {
      if (happens_[i] != 0 && moves[i].to) into_.emplace_back(moves[i].to, i);
    }
    std::sort(into_.begin(), into_.end());
  }

  // Removes moves until all fit; returns those removed.
  std::vector<std::size_t> run() {
    for (const auto& [post, move] : into_) noteCrowded(post.index());  // no other move enters it
    std::vector<std::size_t> out;
    while (!crowded_.empty()) {
      const std::size_t move = crowded_.top();
      crowded_.pop();
      if (happens_[move] == 0 || holders_[moves_[move].to.index()] < 2) continue;
      happens_[move] = 0;
      out.push_back(move);
      count(move, -1);
      noteCrowded(moves_[move].to.index());
      forEachLeft(move, [&](PostId post) { noteCrowded(post.index()); });
    }
    return out;
  }

 private:
  template <class F>
  void forEachLeft(std::size_t index, F&& f) const {
    const Move& move = moves_[index];
    for (PostId post = before_.firstPost(move.cadre); post; post = before_.nextPost(post)) {
      if (!keeps(move, post)) f(post);
    }
  }

  void count(std::size_t index, int sign) {
    forEachLeft(index, [&](PostId post) { holders_[post.index()] -= sign; });
    const Move& move = moves_[index];
    if (!move.to) return;
    // A cadre who keeps the post they are moved to does not count as a second holder.
    const bool stays = before_.holder(move.to) == move.cadre && keeps(move, move.to);
    if (!stays) holders_[move.to.index()] += sign;
  }

  // Every remaining move into a post with two holders is a candidate; the latest is removed first.
  // Moves are queued when their post becomes crowded and stay queued while it is, so each is queued
  // only once.
  void noteCrowded(std::size_t post) {
    const bool was_crowded = is_crowded_[post] != 0;
    is_crowded_[post] = holders_[post] >= 2 ? 1 : 0;
    if (was_crowded || holders_[post] < 2) return;
    const PostId wanted{post};
    for (auto at = std::lower_bound(into_.begin(), into_.end(), std::pair{wanted, std::size_t{0}});
         at != into_.end() && at->first == wanted; ++at) {
      if (happens_[at->second] != 0) crowded_.push(at->second);
    }
  }

  std::span<const Move> moves_;
  const Seating& before_;
  std::vector<std::uint8_t>& happens_;
  std::vector<std::int32_t> holders_;  // by post; assumes that all remaining moves happen
  std::vector<std::pair<PostId, std::size_t>> into_;  // indices of moves into posts, by post
  std::vector<std::uint8_t> is_crowded_;              // by post
  std::priority_queue<std::size_t> crowded_;
};

// Tenure restarts in a new post; terms as head continue in another post of the same unit.
void seatAnew(const Plan& plan, const Round& round, const Move& move, const Seating& before,
              Seating& after) {
  after.seat(move.cadre, move.to);
  if (before.holder(move.to) == move.cadre) {
    // A cadre who gives up another post and stays in this one has served here all along.
    after.setSince(move.to, before.since(move.to));
    after.setTermsAsHead(move.to, before.termsAsHead(move.to));
    return;
  }
  after.setSince(move.to, round.date);
  std::optional<std::int32_t> terms = 0;
  for (PostId post = before.firstPost(move.cadre); post; post = before.nextPost(post)) {
    if (plan.post(post).unit != plan.post(move.to).unit) continue;
    terms = before.termsAsHead(post);
    break;
  }
  after.setTermsAsHead(move.to, terms);
}

Seating seatingAfter(const Plan& plan, const Round& round, const Seating& before,
                     const std::vector<std::uint8_t>& happens) {
  Seating after = before;
  for (std::size_t i = 0; i < round.moves.size(); ++i) {
    if (happens[i] == 0) continue;
    const Move& move = round.moves[i];
    for (PostId post = before.firstPost(move.cadre); post; post = before.nextPost(post)) {
      if (!keeps(move, post)) after.vacate(post);
    }
  }
  for (std::size_t i = 0; i < round.moves.size(); ++i) {
    const Move& move = round.moves[i];
    if (happens[i] == 0) continue;
    if (rules::isForcedDeparture(move.type)) after.setForcedOut(move.cadre, round.date);
    if (move.to && after.holder(move.to) != move.cadre) {
      seatAnew(plan, round, move, before, after);
    }
  }
  return after;
}

}  // namespace

AppliedMoves applyMoves(const Plan& plan, const Round& round, const Seating& before) {
  AppliedMoves out;
  const std::size_t count = round.moves.size();
  out.happened.assign(count, 0);
  std::vector<std::uint8_t> moves_already(plan.roster->cadres.size(), 0);
  for (std::size_t i = 0; i < count; ++i) {
    const Move& move = round.moves[i];
    const PostId where = move.to ? move.to : before.firstPost(move.cadre);
    if (before.gone(move.cadre)) {
      const Date ended = plan.cadre(move.cadre).servesUntil().value_or(round.date);
      out.findings.push_back(
          blocked(kFindingGone, move, i, where, {Str::finding_gone, {{"date", ended}}}));
    } else if (const PostId locked = lockedPost(plan, move, before)) {
      out.findings.push_back(blocked(kFindingLocked, move, i, locked,
                                     {Str::finding_locked, {{"post", nameOfPost(plan, locked)}}}));
    } else if (moves_already[move.cadre.index()] != 0) {
      out.findings.push_back(
          blocked(kFindingMovedTwice, move, i, where, {Str::finding_moved_twice, {}}));
    } else {
      moves_already[move.cadre.index()] = 1;
      out.happened[i] = 1;
    }
  }
  for (const std::size_t i : Fitting(round.moves, before, out.happened).run()) {
    const Move& move = round.moves[i];
    out.findings.push_back(
        blocked(kFindingPostTaken, move, i, move.to,
                {Str::finding_post_taken, {{"post", nameOfPost(plan, move.to)}}}));
  }
  stableSort(out.findings, [](const Finding& a, const Finding& b) { return a.move < b.move; });
  out.after = seatingAfter(plan, round, before, out.happened);
  return out;
}

}  // namespace cadre
