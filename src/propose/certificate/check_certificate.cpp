#include "propose/certificate/check_certificate.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/places.h"
#include "model/division.h"
#include "propose/certificate/check_tree.h"
#include "propose/certificate/prove_part.h"
#include "propose/model/build_instances.h"
#include "propose/model/question.h"
#include "propose/model/selection.h"
#include "propose/search/joined_parts.h"
#include "simulate/simulate.h"
#include "text/strings.h"

namespace cadre::propose {
namespace {

using text::Str;
using Outcome = std::expected<void, Message>;

std::unexpected<Message> no(Str why, std::vector<MessageArg> args = {}) {
  return std::unexpected(Message{why, std::move(args)});
}

std::string wordsOf(const Objective& objective) {
  return std::to_string(objective.shortfall) + ", " + std::to_string(objective.vacant) + ", " +
         std::to_string(objective.dropped) + ", " + std::to_string(objective.moves) + ", " +
         std::to_string(objective.cost);
}

// The moves of the certificate in one part.
struct Choice {
  std::vector<std::int32_t> arcs;
  std::vector<std::int32_t> leaves;
};

// Whether the choice is one: nobody goes twice, nobody is left without a move when somebody comes,
// and pinned moves are there.
bool isPossible(const Instance& part, const Choice& choice) {
  Changes changes(part.posts.size(), 0);
  std::vector<std::int32_t> goes(part.officials.size(), 0);
  std::vector<std::uint8_t> is_taken(part.arcs.size(), 0);
  for (const std::int32_t a : choice.arcs) {
    const Arc& arc = part.arcs[at(a)];
    if (changes[at(arc.post)]++ != 0) return false;
    ++goes[at(arc.official)];
    is_taken[at(a)] = 1;
  }
  const auto has = [](const std::vector<std::int32_t>& list, std::int32_t one) {
    return std::find(list.begin(), list.end(), one) != list.end();
  };
  for (const std::int32_t p : choice.leaves) {
    const std::int32_t holder = part.posts[at(p)].holder;
    if (!part.officials[at(holder)].may_leave && !has(part.pinned_leaves, p)) return false;
    ++goes[at(holder)];
  }
  for (std::size_t o = 0; o < goes.size(); ++o) {
    const std::int32_t from = part.officials[o].from;
    if (from >= 0 ? goes[o] != changes[at(from)] : goes[o] > 1) return false;
  }
  const auto are_all = [&](const auto& pinned, const auto& chosen) {
    return std::all_of(pinned.begin(), pinned.end(),
                       [&](std::int32_t one) { return has(chosen, one); });
  };
  return are_all(part.pinned_arcs, choice.arcs) && are_all(part.pinned_leaves, choice.leaves) &&
         isWithinLimits(part, changes) && keepsApart(part, is_taken, changes);
}

class Checker {
 public:
  Checker(const Plan& plan, const Certificate& certificate)
      : plan_(plan), certificate_(certificate) {}

  Outcome run() {
    if (!findQuestion()) {
      return no(Str::certificate_why_question,
                {{"round", certificate_.round}, {"scenario", certificate_.scenario}});
    }
    problem_ = buildProblem(plan_, *scenario_, simulate(plan_, *scenario_), round_, question_);
    if (problem_.broken_pin || problem_.is_too_large) return no(Str::certificate_why_no_proposal);
    for (const Instance& part : problem_.parts) posts_ += part.posts.size();
    cap_ = std::min(posts_, at(std::max(0, problem_.round_cap)));
    if (Outcome one = checkMoves(); !one) return one;
    if (isTooMuch()) return no(Str::certificate_why_too_long);
    if (Outcome one = checkParts(); !one) return one;
    return checkBound();
  }

 private:
  bool findQuestion() {
    for (const auto& scenario : *plan_.scenarios) {
      if (scenario->key == certificate_.scenario) scenario_ = scenario.get();
    }
    if (scenario_ == nullptr) return false;
    const auto& rounds = scenario_->rounds;
    while (round_ < rounds.size() && rounds[round_].key != certificate_.round) ++round_;
    if (round_ == rounds.size()) return false;
    question_.within = certificate_.within;
    question_.calm = certificate_.calm;
    if (!Division::find(*plan_.structure, question_.within)) return false;
    if (!certificate_.unit) return true;
    const std::vector<Unit>& units = plan_.structure->units;
    const auto unit = std::find_if(units.begin(), units.end(),
                                   [&](const Unit& u) { return u.key == *certificate_.unit; });
    if (unit == units.end()) return false;
    question_.units = {UnitId{static_cast<std::size_t>(unit - units.begin())}};
    return true;
  }

  [[nodiscard]] Objective fixed() const {
    return {problem_.fixed_shortfall, 0, problem_.fixed_dropped, 0, problem_.fixed_cost};
  }

  Outcome checkMoves() {
    struct Wanted {
      const CertifiedMove* move;
      bool is_found = false;
    };
    std::unordered_map<std::string_view, Wanted> moves;
    for (const CertifiedMove& move : certificate_.moves) {
      if (!moves.emplace(move.cadre, Wanted{&move}).second) {
        return no(Str::certificate_why_move, {{"cadre", move.cadre}});
      }
    }
    const auto wantedOf = [&](const Instance& part, std::int32_t official) -> Wanted* {
      const auto found = moves.find(plan_.cadre(part.officials[at(official)].cadre).key);
      return found == moves.end() ? nullptr : &found->second;
    };
    Objective worth = fixed();
    std::size_t changes = 0;
    for (const Instance& part : problem_.parts) {
      Choice choice;
      for (std::size_t a = 0; a < part.arcs.size(); ++a) {
        Wanted* wanted = wantedOf(part, part.arcs[a].official);
        if (wanted == nullptr || !wanted->move->to) continue;
        if (plan_.post(part.posts[at(part.arcs[a].post)].post).key != *wanted->move->to) continue;
        wanted->is_found = true;
        choice.arcs.push_back(place(a));
      }
      for (std::size_t p = 0; p < part.posts.size(); ++p) {
        if (part.posts[p].holder < 0) continue;
        Wanted* wanted = wantedOf(part, part.posts[p].holder);
        if (wanted == nullptr || wanted->move->to) continue;
        wanted->is_found = true;
        choice.leaves.push_back(place(p));
      }
      if (!isPossible(part, choice)) return no(Str::certificate_why_moves);
      worth = worth + objectiveOf(part, choice.arcs, choice.leaves);
      changes += choice.arcs.size();
    }
    for (const CertifiedMove& move : certificate_.moves) {
      if (!moves.at(move.cadre).is_found) {
        return no(Str::certificate_why_move, {{"cadre", move.cadre}});
      }
    }
    if (changes > cap_) return no(Str::certificate_why_moves);
    if (!certificate_.calm) worth.dropped = 0;
    if (worth == certificate_.objective) return {};
    return no(Str::certificate_why_objective,
              {{"found", wordsOf(worth)}, {"claimed", wordsOf(certificate_.objective)}});
  }

  // Of what somebody else has written nobody knows how long it takes: each point builds the
  // programme of its part anew, each node goes through it once.
  [[nodiscard]] bool isTooMuch() const {
    constexpr double kMost = 1e9;  // some seconds
    constexpr double kForAPoint = 20.0;
    double work = 0.0;
    for (std::size_t i = 0; i < certificate_.parts.size() && i < problem_.parts.size(); ++i) {
      const Instance& part = problem_.parts[i];
      const double size = 4.0 * static_cast<double>(part.arcs.size()) +
                          8.0 * static_cast<double>(part.posts.size() + part.exclusions.size());
      for (const ProofPoint& point : certificate_.parts[i].points) {
        work += size * (kForAPoint + static_cast<double>(point.nodes.size()));
      }
    }
    return work > kMost;
  }

  Outcome checkParts() {
    if (certificate_.parts.size() != problem_.parts.size()) return no(Str::certificate_why_parts);
    for (std::size_t i = 0; i < problem_.parts.size(); ++i) {
      const ProofPart& part = certificate_.parts[i];
      std::vector<std::string> own;
      for (const OpenPost& post : problem_.parts[i].posts) {
        own.push_back(plan_.post(post.post).key);
      }
      std::vector<std::string> listed = part.posts;
      std::sort(own.begin(), own.end());
      std::sort(listed.begin(), listed.end());
      if (own != listed) return no(Str::certificate_why_parts);
      for (const ProofPoint& point : part.points) {
        const auto number = static_cast<std::int64_t>(i);
        if (Outcome one = checkPoint(plan_, problem_.parts[i], point, number); !one) return one;
      }
    }
    return {};
  }

  // By most posts changing hands; what holds with more of them holds with fewer. Nothing where the
  // points do not reach the end.
  [[nodiscard]] std::optional<Curve> curveOf(std::size_t part) const {
    const std::size_t end = std::min(cap_, problem_.parts[part].posts.size());
    Curve out;
    out.points.resize(end + 1);
    std::vector<std::uint8_t> is_known(end + 1, 0);
    for (std::size_t k = 0; k <= end; ++k) {
      Curve::Point& point = out.points[k];
      for (const ProofPoint& proven : certificate_.parts[part].points) {
        if (proven.most && at(*proven.most) < k) continue;
        const bool is_better = is_known[k] == 0 || !proven.bound ||
                               (point.objective && *point.objective < *proven.bound);
        if (is_better) point.objective = proven.bound;
        is_known[k] = 1;
      }
      if (is_known[k] == 0) return std::nullopt;
    }
    return out;
  }

  Outcome checkBound() {
    std::vector<Curve> curves;
    for (std::size_t i = 0; i < problem_.parts.size(); ++i) {
      std::optional<Curve> curve = curveOf(i);
      if (!curve) {
        return no(Str::certificate_why_points, {{"part", static_cast<std::int64_t>(i)}});
      }
      curves.push_back(*std::move(curve));
    }
    const std::optional<Objective> least = JoinedParts(curves, cap_).best(cap_);
    if (!least) return no(Str::certificate_why_no_proposal);
    Objective proven = *least + fixed();
    for (const Instance& part : problem_.parts) proven = proven + untouched(part);
    if (!certificate_.calm) proven.dropped = 0;
    if (proven >= certificate_.bound) return {};
    return no(Str::certificate_why_bound, {{"found", wordsOf(proven)}});
  }

  const Plan& plan_;
  const Certificate& certificate_;
  const Scenario* scenario_ = nullptr;
  std::size_t round_ = 0;
  Question question_;
  Problem problem_;
  std::size_t posts_ = 0;
  std::size_t cap_ = 0;
};

}  // namespace

Outcome checkCertificate(const Plan& plan, const Certificate& certificate) {
  return Checker(plan, certificate).run();
}

}  // namespace cadre::propose
