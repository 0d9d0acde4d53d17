#include "samples/move_finder.h"

#include <algorithm>
#include <utility>

#include "model/locality.h"
#include "rules/rule.h"
#include "simulate/simulate.h"

namespace cadre::samples {
namespace {

constexpr int kWithWaiting = 200;  // per thousand moves: not all parties have been asked yet

Move moveOf(CadreId cadre, PostId to, MoveType type, const std::string& reason) {
  Move move;
  move.cadre = cadre;
  move.to = to;
  move.type = type;
  move.reason = reason;
  return move;
}

}  // namespace

void MoveFinder::play() { timeline_ = simulate(plan_, scenario_); }

void MoveFinder::beginRound(std::string key, std::string name, Date date) {
  Round round;
  round.key = std::move(key);
  round.name = std::move(name);
  round.date = date;
  scenario_.rounds.push_back(std::move(round));
  play();
  before_ = timeline_.rounds.back();
}

bool MoveFinder::isLocal(CadreId cadre, PostId post) const {
  return localityOf(plan_.cadre(cadre), plan_.post(post).unit, *plan_.structure,
                    plan_.quota_set->locality) == Locality::kLocal;
}

// The move breaks no rule about single moves, if it is the only one in the round.
bool MoveFinder::fits(const Move& move) const {
  const rules::MoveFacts facts{plan_, before_.date, before_.before, before_.before, move, Views{}};
  return std::all_of(rules::registry().begin(), rules::registry().end(),
                     [&](const rules::RuleInfo* rule) {
                       const RuleSetting* setting = plan_.rule_set->find(rule->id);
                       return setting == nullptr || rule->check_move == nullptr ||
                              !rule->check_move(facts, *setting);
                     });
}

bool MoveFinder::tryMoves(std::vector<Move> moves) {
  std::vector<Move>& list = scenario_.rounds.back().moves;
  const std::size_t length = list.size();
  const std::size_t said = scenario_.rounds.back().consultations.size();
  const std::size_t findings = timeline_.rounds.back().findings.size();
  for (Move& move : moves) {
    const bool waiting = random_.chance(kWithWaiting);
    say(move, {View::kAgree, View::kAgree, waiting ? View::kUnasked : View::kAgree});
    list.push_back(std::move(move));
  }
  play();
  if (timeline_.rounds.back().findings.size() <= findings) return true;
  list.resize(length);
  scenario_.rounds.back().consultations.resize(said);
  play();
  return false;
}

std::vector<PostId> MoveFinder::seats(UnitId district, TitleId title) const {
  std::vector<PostId> out;
  for (const PostId post : plan_.structure->postsUnder(district)) {
    const CadreId holder = before_.before.holder(post);
    if (plan_.post(post).title != title || plan_.post(post).locked || !holder) continue;
    const bool moves_already =
        std::any_of(scenario_.rounds.begin(), scenario_.rounds.end(), [&](const Round& round) {
          return std::any_of(round.moves.begin(), round.moves.end(),
                             [&](const Move& move) { return move.cadre == holder; });
        });
    if (!moves_already) out.push_back(post);
  }
  random_.shuffle(out);
  return out;
}

// Extends the circle by one post at a time until it closes.
bool MoveFinder::extend(std::vector<PostId>& circle, std::span<const PostId> from,
                        std::size_t length, const std::string& reason) {
  const auto makesNonLocal = [&](PostId origin, PostId destination) {
    return !isLocal(holder(origin), destination) &&
           fits(moveOf(holder(origin), destination, MoveType::kRotation, reason));
  };
  if (circle.size() == length) {
    if (!makesNonLocal(circle.back(), circle.front())) return false;
    std::vector<Move> moves;
    for (std::size_t i = 0; i < length; ++i) {
      moves.push_back(
          moveOf(holder(circle[i]), circle[(i + 1) % length], MoveType::kRotation, reason));
    }
    return tryMoves(std::move(moves));
  }
  for (const PostId next : from) {
    if (std::find(circle.begin(), circle.end(), next) != circle.end()) continue;
    if (!isLocal(holder(next), next) || !makesNonLocal(circle.back(), next)) continue;
    circle.push_back(next);
    if (extend(circle, from, length, reason)) return true;
    circle.pop_back();
  }
  return false;
}

bool MoveFinder::addCircle(UnitId district, std::size_t length, const std::string& reason) {
  const std::size_t first = static_cast<std::size_t>(random_.below(2));
  for (std::size_t i = 0; i < 2; ++i) {
    const std::vector<PostId> from = seats(district, TitleId{(first + i) % 2});
    for (const PostId start : from) {
      std::vector<PostId> circle = {start};
      if (isLocal(holder(start), start) && extend(circle, from, length, reason)) return true;
    }
  }
  return false;
}

std::vector<PostId> MoveFinder::vacancies(UnitId district) const {
  std::vector<PostId> out = plan_.structure->postsUnder(district);
  std::erase_if(out, [&](PostId post) {
    return timeline_.rounds.back().after.holder(post) || plan_.post(post).locked;
  });
  return out;
}

std::vector<CadreId> MoveFinder::candidates(UnitId district) const {
  std::vector<CadreId> out;
  const Seating& after = timeline_.rounds.back().after;
  for (std::size_t i = 0; i < plan_.roster->cadres.size(); ++i) {
    const CadreId cadre{i};
    const bool had_post = before_.before.firstPost(cadre) || plan_.cadre(cadre).in_post_since;
    if (had_post || after.firstPost(cadre) || after.gone(cadre)) continue;
    if (plan_.structure->districtOf(plan_.cadre(cadre).native_place) == district)
      out.push_back(cadre);
  }
  return out;
}

bool MoveFinder::addAppointment(UnitId district, const std::string& reason) {
  for (const PostId post : vacancies(district)) {
    for (const CadreId cadre : candidates(district)) {
      const Move move = moveOf(cadre, post, MoveType::kAppointment, reason);
      if (!isLocal(cadre, post) && fits(move) && tryMoves({move})) return true;
    }
  }
  return false;
}

bool MoveFinder::addChain(UnitId district, const std::string& reason) {
  for (const PostId open : vacancies(district)) {
    for (const PostId left : seats(district, plan_.post(open).title)) {
      const Move first = moveOf(holder(left), open, MoveType::kRotation, reason);
      if (isLocal(first.cadre, open) || !fits(first)) continue;
      for (const CadreId cadre : candidates(district)) {
        const Move second = moveOf(cadre, left, MoveType::kAppointment, reason);
        if (!isLocal(cadre, left) && fits(second) && tryMoves({first, second})) return true;
      }
    }
  }
  return false;
}

void MoveFinder::say(const Move& move, Views views) {
  if (views == Views{}) return;
  Consultation& entry = scenario_.rounds.back().consultations.emplace_back();
  entry.cadre = move.cadre;
  entry.to = move.to;
  static_cast<Views&>(entry.views) = views;
}

void MoveFinder::add(Move move, Views views) {
  say(move, views);
  scenario_.rounds.back().moves.push_back(std::move(move));
  play();
}

}  // namespace cadre::samples
