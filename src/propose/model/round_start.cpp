#include "propose/model/round_start.h"

#include <algorithm>
#include <array>

#include "rules/rule.h"
#include "simulate/apply_moves.h"

namespace cadre::propose {
namespace {

bool isLocked(const Plan& plan, PostId post) { return post && plan.post(post).locked; }

}  // namespace

RoundStart::RoundStart(const Plan& plan, const Scenario& scenario, const Timeline& timeline,
                       std::size_t round, const Question& question)
    : plan_(plan),
      round_(scenario.rounds[round]),
      before_(timeline.rounds[round + 1].before),
      question_(question) {
  findScope();
  findDone();
  findMovers();
  findPins();
  checkPins();
}

bool RoundStart::holdsOne(CadreId cadre) const {
  const PostId first = before_.firstPost(cadre);
  return first && !before_.nextPost(first);
}

bool RoundStart::leadsElsewhere(const Move& move) const {
  return move.to && before_.holder(move.to) != move.cadre;
}

bool RoundStart::touchesScope(const Move& move) const {
  return question_.units.empty() || isInScope(move.to) || isInScope(before_.firstPost(move.cadre));
}

// Posts that the question is about, and those that pinned moves tie to them.
void RoundStart::findScope() {
  in_scope_ = scopeOf(*plan_.structure, question_.units);
  for (bool grows = true; grows;) {
    grows = false;
    for (const Move& move : round_.moves) {
      if (!move.pinned || !touchesScope(move)) continue;
      for (const PostId post : {move.to, before_.firstPost(move.cadre)}) {
        if (!post || in_scope_[post.index()] != 0) continue;
        in_scope_[post.index()] = 1;
        grows = true;
      }
    }
  }
}

// Moves elsewhere stay, but for those into a post whose holder stays now after all; and facts.
void RoundStart::findDone() {
  const std::size_t count = round_.moves.size();
  is_taken_.assign(plan_.roster->cadres.size(), 0);
  is_fact_.assign(count, 0);
  std::vector<std::size_t> elsewhere;
  for (std::size_t i = 0; i < count; ++i) {
    const Move& move = round_.moves[i];
    const bool is_forced = rules::isForcedDeparture(move.type);
    if (touchesScope(move)) {
      if (!is_forced) continue;
      if (!move.pinned) kept_.push_back(i);
      // A pinned move of the official that comes first is the one that happens.
      const auto earlier =
          std::find_if(round_.moves.begin(), round_.moves.begin() + static_cast<std::ptrdiff_t>(i),
                       [&](const Move& other) {
                         return other.pinned && other.cadre == move.cadre &&
                                !rules::isForcedDeparture(other.type);
                       });
      if (earlier != round_.moves.begin() + static_cast<std::ptrdiff_t>(i)) continue;
      is_fact_[i] = 1;
    } else {
      elsewhere.push_back(i);
    }
    is_taken_[move.cadre.index()] = 1;
  }
  for (bool shrinks = true; shrinks;) {
    const std::size_t was = elsewhere.size();
    std::erase_if(elsewhere, [&](std::size_t i) {
      const Move& move = round_.moves[i];
      const CadreId holder = move.to ? before_.holder(move.to) : CadreId{};
      const bool stays = holder && is_taken_[holder.index()] == 0 && !move.pinned &&
                         !rules::isForcedDeparture(move.type);
      if (stays) is_taken_[move.cadre.index()] = 0;
      return stays;
    });
    shrinks = elsewhere.size() != was;
  }
  for (const std::size_t i : elsewhere) {
    if (!round_.moves[i].pinned) kept_.push_back(i);
    if (round_.moves[i].to) kept_into_.push_back(round_.moves[i].to);
  }
  std::sort(kept_.begin(), kept_.end());
  // All that happens before anything is proposed.
  Round done = round_;
  done.moves.clear();
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_elsewhere = std::binary_search(elsewhere.begin(), elsewhere.end(), i);
    if (is_fact_[i] == 0 && !is_elsewhere) continue;
    Move move = round_.moves[i];
    if (is_fact_[i] != 0) {
      if (leadsElsewhere(move) && isLocked(plan_, move.to)) {
        is_fact_[i] = 0;
        continue;
      }
      if (move.to && !leadsElsewhere(move)) move.keep.push_back(move.to);
      move.to = PostId{};
    }
    done.moves.push_back(std::move(move));
    places.push_back(i);
  }
  const AppliedMoves applied = applyMoves(plan_, done, before_);
  seating_ = applied.after;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (applied.happened[i] != 0) {
      done_.push_back(places[i]);
    } else {
      is_fact_[places[i]] = 0;
    }
  }
  // What cannot happen binds nobody.
  is_taken_.assign(is_taken_.size(), 0);
  for (const std::size_t i : elsewhere) is_taken_[round_.moves[i].cadre.index()] = 1;
  for (std::size_t i = 0; i < count; ++i) {
    if (is_fact_[i] != 0) is_taken_[round_.moves[i].cadre.index()] = 1;
  }
}

// Whether no hard rule about leaving holds the official where they are, whatever the kind of move.
bool RoundStart::mayLeaveAtAll(CadreId cadre, const Rules& about_leaving) const {
  const PostId from = before_.firstPost(cadre);
  for (const rules::ActiveRule& active : about_leaving) {
    bool holds = true;
    for (const MoveType type : std::array{usualType(from), proposedType(from, PostId{})}) {
      Move move = proposedMove(cadre, from, PostId{});
      move.type = type;
      const rules::MoveFacts facts{plan_, round_.date, before_, before_, move, Views{}};
      holds = holds && active.rule->check_move(facts, *active.setting).has_value();
    }
    if (holds) return false;
  }
  return true;
}

void RoundStart::findMovers() {
  Rules about_leaving = rules::activeRules(plan_);
  std::erase_if(about_leaving, [](const rules::ActiveRule& active) {
    return active.setting->severity != Severity::kHard || !active.rule->about_leaving ||
           active.rule->check_move == nullptr;
  });
  const std::size_t count = plan_.roster->cadres.size();
  may_move_.assign(count, 0);
  for (std::size_t c = 0; c < count; ++c) {
    const CadreId cadre{c};
    if (before_.gone(cadre) || is_taken_[c] != 0) continue;
    const PostId post = before_.firstPost(cadre);
    const bool is_free = !post || (holdsOne(cadre) && !plan_.post(post).locked &&
                                   mayLeaveAtAll(cadre, about_leaving));
    may_move_[c] = is_free ? 1 : 0;
  }
  for (const CadreId cadre : question_.staying) may_move_[cadre.index()] = 0;
}

void RoundStart::breakPin(std::size_t place) {
  if (!broken_pin_) broken_pin_ = place;
}

// A pinned official makes that move and no other; what rules say of it does not matter any more.
void RoundStart::findPins() {
  is_pinned_.assign(plan_.roster->cadres.size(), 0);
  std::vector<std::uint8_t> taken(plan_.structure->posts.size(), 0);
  for (std::size_t i = 0; i < round_.moves.size(); ++i) {
    const Move& move = round_.moves[i];
    const bool is_forced = rules::isForcedDeparture(move.type);
    const bool is_pin =
        is_forced ? is_fact_[i] != 0 && leadsElsewhere(move) : move.pinned && touchesScope(move);
    if (!is_pin) continue;
    const PostId from = before_.firstPost(move.cadre);
    const bool is_in_the_way = move.to && taken[move.to.index()] != 0;
    bool is_broken = is_in_the_way || is_pinned_[move.cadre.index()] != 0;
    if (!is_forced) {
      const bool is_locked = isLocked(plan_, from) || isLocked(plan_, move.to);
      const bool stays = from && move.to == from;
      // Who holds several posts, keeps one or moves nowhere from nowhere is outside of the model.
      const bool is_odd =
          (from && !holdsOne(move.cadre)) || !move.keep.empty() || (!from && !move.to) || stays;
      is_broken = is_broken || before_.gone(move.cadre) || is_locked || is_odd ||
                  is_taken_[move.cadre.index()] != 0;
    }
    if (is_broken) {
      breakPin(i);
      continue;
    }
    is_pinned_[move.cadre.index()] = is_forced ? kByFact : kByPin;
    if (move.to) taken[move.to.index()] = 1;
    pins_.push_back({i, is_forced});
  }
}

void RoundStart::checkPins() {
  for (const Pin& pin : pins_) {
    const PostId to = round_.moves[pin.move].to;
    if (to && !mayChange(to)) breakPin(pin.move);
  }
}

bool RoundStart::mayChange(PostId post) const {
  if (!isInScope(post) || plan_.post(post).locked) return false;
  const CadreId holder = seating_.holder(post);
  return !holder || mayMove(holder) || is_pinned_[holder.index()] == kByPin;
}

}  // namespace cadre::propose
