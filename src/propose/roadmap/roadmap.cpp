#include "propose/roadmap/roadmap.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <optional>
#include <string>
#include <utility>

#include "core/places.h"
#include "core/stable_sort.h"
#include "propose/proposal_job.h"
#include "propose/roadmap/build_roadmap.h"
#include "propose/roadmap/play_choice.h"
#include "propose/roadmap/roadmap_search.h"
#include "propose/run_to_end.h"
#include "simulate/simulate.h"
#include "text/format.h"

namespace cadre::propose {
namespace {

// A part with more possible moves, or more posts times rounds, keeps the moves found round by
// round.
constexpr std::size_t kMostArcs = 60'000;
constexpr std::size_t kMostChanges = 3'000;
// After this many pivots a part keeps its remaining gap.
constexpr std::size_t kPatience = 60'000;
constexpr std::size_t kPatienceInPass = 4'000;
// How often parts are solved again within what the other parts leave of the cap.
constexpr int kPasses = 2;

bool isSmall(const RoadmapInstance& part) {
  std::size_t changes = 0;
  for (const RoadmapPost& post : part.posts) {
    for (const std::uint8_t is_open : post.is_open) changes += is_open;
  }
  return part.arcs.size() <= kMostArcs && changes <= kMostChanges;
}

// The shortfall that remains even if every post of a cell gets a holder who counts.
Objective easyBound(const RoadmapInstance& part) {
  Objective out;
  for (const RoadmapCell& cell : part.cells) {
    for (std::int32_t r = 0; r < part.rounds; ++r) {
      std::vector<std::uint8_t> can_gain(part.posts.size(), 0);
      for (const RoadmapCell::Counted& counted : cell.arcs) {
        const RoadmapArc& arc = part.arcs[at(counted.what)];
        if (arc.round <= r && r < counted.until) can_gain[at(arc.post)] = 1;
      }
      const auto gains = std::count(can_gain.begin(), can_gain.end(), 1);
      out.shortfall += std::max<std::int64_t>(0, cell.missing[at(r)] - gains);
    }
  }
  return out;
}

struct PartState {
  RoadmapInstance instance;
  RoadmapChoice choice;
  PlayedChoice played;
  Objective bound;
};

std::vector<std::int32_t> movesByRound(const PartState& part) {
  std::vector<std::int32_t> out;
  for (const Objective& round : part.played.rounds) {
    out.push_back(static_cast<std::int32_t>(round.moves));
  }
  return out;
}

}  // namespace

class RoadmapJob::Search {
 public:
  Search(const Plan& plan, const Scenario& scenario, const RoadmapQuestion& question)
      : plan_(plan),
        question_(question),
        scenario_(withNewRounds(plan, scenario, question)),
        first_(scenario.rounds.size()) {
    const Timeline timeline = simulate(plan_, scenario_);
    std::optional<std::vector<RoadmapInstance>> parts =
        roadmapParts(plan_, scenario_, timeline, question_.rounds, question_.within);
    if (!parts) {
      is_too_large_ = true;
      phase_ = Phase::kDone;
      return;
    }
    for (RoadmapInstance& part : *parts) {
      PartState& state = parts_.emplace_back();
      state.instance = std::move(part);
      setChoice(state, {});
      state.bound = easyBound(state.instance);
    }
    cap_ = plan_.rule_set->roundCap();
    if (question_.rounds == 0) phase_ = Phase::kDone;
  }

  bool step(std::size_t pivots) {
    while (pivots > 0 && phase_ != Phase::kDone) {
      if (phase_ == Phase::kRounds) {
        stepRounds(pivots);
      } else {
        stepParts(pivots);
      }
    }
    return phase_ == Phase::kDone;
  }

  [[nodiscard]] bool done() const { return phase_ == Phase::kDone; }

  [[nodiscard]] double progress() const {
    constexpr double kAfterRounds = 0.3;
    constexpr double kAfterParts = 0.9;
    const auto share = [](std::size_t part, std::size_t whole) {
      return whole == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(whole);
    };
    if (phase_ == Phase::kDone) return 1.0;
    if (phase_ == Phase::kRounds) return kAfterRounds * share(round_, question_.rounds);
    const double parts = share(part_, parts_.size());
    if (pass_ == 0) return kAfterRounds + (kAfterParts - kAfterRounds) * parts;
    return kAfterParts + (1.0 - kAfterParts) * (pass_ - 1 + parts) / kPasses;
  }

  [[nodiscard]] Roadmap best() const {
    Roadmap out;
    out.rounds.resize(question_.rounds);
    out.is_capped = is_capped_;
    out.nodes = nodes_;
    out.pivots = pivots_;
    out.is_too_large = is_too_large_;
    out.status = is_too_large_ ? Status::kFeasible : Status::kOptimal;
    for (const PartState& part : parts_) {
      RoadmapPart& added = out.parts.emplace_back();
      added.unit = part.instance.unit;
      added.objective = sumOf(part.played);
      added.bound = part.bound;
      added.status = added.objective == added.bound ? Status::kOptimal : Status::kFeasible;
      if (added.status == Status::kFeasible) out.status = Status::kFeasible;
      out.objective = out.objective + added.objective;
      out.bound = out.bound + added.bound;
      for (std::size_t r = 0; r < out.rounds.size(); ++r) {
        out.rounds[r].objective = out.rounds[r].objective + part.played.rounds[r];
      }
      addMoves(out, part);
    }
    for (RoadmapRound& round : out.rounds) {
      stableSort(round.moves,
                 [](const ProposedMove& a, const ProposedMove& b) { return a.cadre < b.cadre; });
    }
    return out;
  }

 private:
  enum class Phase : std::uint8_t { kRounds, kParts, kDone };

  static void addMoves(Roadmap& out, const PartState& part) {
    const RoadmapInstance& in = part.instance;
    for (std::size_t i = 0; i < part.choice.arcs.size(); ++i) {
      const RoadmapArc& arc = in.arcs[at(part.choice.arcs[i])];
      const RoadmapOfficial& who = in.officials[at(arc.official)];
      const PostId from = who.from < 0 ? PostId{} : in.posts[at(who.from)].post;
      out.rounds[at(arc.round)].moves.push_back(
          {who.cadre, from, in.posts[at(arc.post)].post, part.played.arc_costs[i], false});
    }
    for (const std::int32_t l : part.choice.leaves) {
      const RoadmapLeave& leave = in.leaves[at(l)];
      const RoadmapPost& post = in.posts[at(leave.post)];
      out.rounds[at(leave.round)].moves.push_back(
          {in.officials[at(post.holder)].cadre, post.post, PostId{}, in.leave_cost, false});
    }
  }

  // Returns false, without changes, when it is impossible.
  static bool setChoice(PartState& part, RoadmapChoice choice) {
    std::optional<PlayedChoice> played = play(part.instance, choice);
    if (!played) return false;
    part.choice = std::move(choice);
    part.played = *std::move(played);
    return true;
  }

  // Solves one round after the other, each optimally given the rounds before it.
  void stepRounds(std::size_t& pivots) {
    if (!job_) {
      Scenario so_far = scenario_;
      so_far.rounds.resize(first_ + round_ + 1);
      Question question;
      question.within = question_.within;
      question.staying = moved_;
      job_ = std::make_unique<ProposalJob>(plan_, so_far, simulate(plan_, so_far), first_ + round_,
                                           question);
      spent_ = 0;
    }
    const std::size_t slice = std::min<std::size_t>(pivots, 20'000);
    pivots -= slice;
    spent_ += slice;
    if (!job_->step(slice) && spent_ < kPatience) return;
    const Proposal found = job_->best();
    job_.reset();
    nodes_ += found.nodes;
    pivots_ += found.pivots;
    if (found.status != Status::kInfeasible) {
      scenario_.rounds[first_ + round_] = roundWith(scenario_.rounds[first_ + round_], found);
      for (const ProposedMove& move : found.moves) moved_.push_back(move.cadre);
      noteMoves(found.moves);
    }
    if (++round_ < question_.rounds) return;
    phase_ = Phase::kParts;
    part_ = 0;
    for (const PartState& part : parts_) by_rounds_.push_back(part.choice);
  }

  // Splits the moves into the parts' choices.
  void noteMoves(const std::vector<ProposedMove>& moves) {
    std::vector<std::int32_t> to_of(plan_.roster->cadres.size(), kStays);
    for (const ProposedMove& move : moves) {
      to_of[move.cadre.index()] = move.to ? static_cast<std::int32_t>(move.to.index()) : kLeaves;
    }
    const auto round = static_cast<std::int32_t>(round_);
    for (PartState& part : parts_) {
      const RoadmapInstance& in = part.instance;
      RoadmapChoice choice = part.choice;
      for (std::size_t a = 0; a < in.arcs.size(); ++a) {
        const RoadmapArc& arc = in.arcs[a];
        const CadreId cadre = in.officials[at(arc.official)].cadre;
        const bool is_made =
            arc.round == round &&
            to_of[cadre.index()] == static_cast<std::int32_t>(in.posts[at(arc.post)].post.index());
        if (is_made) choice.arcs.push_back(static_cast<std::int32_t>(a));
      }
      for (std::size_t l = 0; l < in.leaves.size(); ++l) {
        const RoadmapLeave& leave = in.leaves[l];
        const CadreId cadre = in.officials[at(in.posts[at(leave.post)].holder)].cadre;
        if (leave.round == round && to_of[cadre.index()] == kLeaves) {
          choice.leaves.push_back(static_cast<std::int32_t>(l));
        }
      }
      setChoice(part, std::move(choice));
    }
  }

  // What the other parts leave of the cap of each round.
  [[nodiscard]] std::vector<std::int32_t> allowed() const {
    std::vector<std::int32_t> out(question_.rounds, cap_);
    if (pass_ == 0 || cap_ == INT32_MAX) return out;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (i == part_) continue;
      const std::vector<std::int32_t> used = movesByRound(parts_[i]);
      for (std::size_t r = 0; r < out.size(); ++r) out[r] -= used[r];
    }
    return out;
  }

  void stepParts(std::size_t& pivots) {
    if (part_ == parts_.size()) return finishPass();
    PartState& part = parts_[part_];
    if (!search_) {
      const bool is_best = sumOf(part.played) == part.bound;
      if (is_best || !isSmall(part.instance)) {
        ++part_;
        return;
      }
      search_ = std::make_unique<RoadmapSearch>(part.instance);
      search_->start(allowed(), part.choice);
      spent_ = 0;
    }
    const std::size_t before = search_->pivots();
    const std::size_t patience = pass_ == 0 ? kPatience : kPatienceInPass;
    const bool is_over = search_->step(std::min(pivots, patience - spent_));
    const std::size_t used = search_->pivots() - before + 1;
    pivots -= std::min(pivots, used);
    spent_ += used;
    pivots_ += used;
    if (!is_over && spent_ < patience) return;
    nodes_ += search_->nodes();
    setChoice(part, search_->best());
    // Within what the others leave, nothing is proven for the part on its own.
    if (pass_ == 0) part.bound = std::max(part.bound, search_->bound());
    search_.reset();
    ++part_;
  }

  void finishPass() {
    part_ = 0;
    if (pass_ == 0) {
      if (isWithinCap()) {
        phase_ = Phase::kDone;
        return;
      }
      is_capped_ = true;
      for (std::size_t i = 0; i < parts_.size(); ++i) setChoice(parts_[i], by_rounds_[i]);
    }
    if (++pass_ > kPasses) phase_ = Phase::kDone;
  }

  [[nodiscard]] bool isWithinCap() const {
    std::vector<std::int64_t> sum(question_.rounds, 0);
    for (const PartState& part : parts_) {
      for (std::size_t r = 0; r < sum.size(); ++r) sum[r] += part.played.rounds[r].moves;
    }
    return std::all_of(sum.begin(), sum.end(),
                       [this](std::int64_t moves) { return moves <= cap_; });
  }

  static constexpr std::int32_t kStays = -2;
  static constexpr std::int32_t kLeaves = -1;

  Plan plan_;
  RoadmapQuestion question_;
  Scenario scenario_;  // with the moves found round by round
  std::size_t first_;  // new round
  std::int32_t cap_ = INT32_MAX;
  Phase phase_ = Phase::kRounds;
  std::size_t round_ = 0;  // the round being solved
  std::vector<CadreId> moved_;
  std::unique_ptr<ProposalJob> job_;
  std::vector<PartState> parts_;
  std::vector<RoadmapChoice> by_rounds_;  // by part: the moves found round by round
  int pass_ = 0;                          // 0: each part alone; later: within what the others leave
  std::size_t part_ = 0;
  std::unique_ptr<RoadmapSearch> search_;
  std::size_t spent_ = 0;  // pivots spent on the current round or part
  bool is_capped_ = false;
  bool is_too_large_ = false;
  std::size_t nodes_ = 0;
  std::size_t pivots_ = 0;
};

RoadmapJob::RoadmapJob(const Plan& plan, const Scenario& scenario, const RoadmapQuestion& question)
    : search_(std::make_unique<Search>(plan, scenario, question)) {}

RoadmapJob::~RoadmapJob() = default;

bool RoadmapJob::step(std::size_t pivots) { return search_->step(pivots); }
bool RoadmapJob::done() const { return search_->done(); }
double RoadmapJob::progress() const { return search_->progress(); }
Roadmap RoadmapJob::best() const { return search_->best(); }

Roadmap roadmap(const Plan& plan, const Scenario& scenario, const RoadmapQuestion& question) {
  RoadmapJob job(plan, scenario, question);
  runToEnd(job);
  return job.best();
}

Scenario withNewRounds(const Plan& plan, const Scenario& scenario,
                       const RoadmapQuestion& question) {
  Scenario out = scenario;
  const Date last = scenario.rounds.empty() ? plan.header->as_of : scenario.rounds.back().date;
  const auto is_taken = [&out](const std::string& key) {
    return std::any_of(out.rounds.begin(), out.rounds.end(),
                       [&key](const Round& round) { return round.key == key; });
  };
  std::size_t number = 0;
  for (std::size_t r = 0; r < question.rounds; ++r) {
    Round round;
    do {
      round.key = "roadmap-" + std::to_string(++number);
    } while (is_taken(round.key));
    round.date = addMonths(last, question.every * static_cast<int>(r + 1));
    round.name = text::render(Message{text::Str::roadmap_plan_round_name,
                                      {{"month", std::to_string(round.date.month)},
                                       {"year", std::to_string(round.date.year)}}},
                              question.language);
    out.rounds.push_back(std::move(round));
  }
  return out;
}

Scenario withRoadmap(const Plan& plan, const Scenario& scenario, const RoadmapQuestion& question,
                     const Roadmap& roadmap) {
  Scenario out = withNewRounds(plan, scenario, question);
  for (std::size_t r = 0; r < roadmap.rounds.size(); ++r) {
    Proposal proposal;
    proposal.moves = roadmap.rounds[r].moves;
    Round& round = out.rounds[scenario.rounds.size() + r];
    round = roundWith(round, proposal);
  }
  return out;
}

}  // namespace cadre::propose
