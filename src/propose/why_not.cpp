#include "propose/why_not.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <utility>

#include "model/limits.h"
#include "propose/shortfall_search.h"
#include "rules/rule.h"
#include "simulate/simulate.h"

namespace cadre::propose {
namespace {

constexpr std::int32_t kHalfYear = 6;
// Pivots that a changed plan gets at least, and moves across the city at most.
constexpr std::size_t kPatience = 20'000;

// Values of the limit of a hard rule from the mildest change on; the last lets everybody pass that
// the limit can let pass.
std::vector<std::int32_t> relaxedLimits(const Plan& plan, const rules::RuleInfo& rule,
                                        std::int32_t limit) {
  std::vector<std::int32_t> out;
  if (rule.parameter == rules::Parameter::kMonths) {
    for (std::int32_t v = (limit - 1) / kHalfYear * kHalfYear; limit > 0 && v >= 0;
         v -= kHalfYear) {
      out.push_back(v);
    }
  } else if (rule.parameter == rules::Parameter::kTerms) {
    std::int32_t most = 0;  // that anybody has served
    for (const Cadre& cadre : plan.roster->cadres) {
      most = std::max(most, cadre.terms_as_head_here.value_or(0));
    }
    for (std::int32_t v = limit + 1; v <= std::min(most + 1, limits::kRuleTerms); ++v) {
      out.push_back(v);
    }
  } else if (rule.parameter == rules::Parameter::kAtLeast) {
    for (std::int32_t v = limit - 1; v >= 0; --v) out.push_back(v);
  }
  return out;
}

// The whole round is one list of posts to the search for the least number of moves.
enum class Scope : std::uint8_t { kOneDistrict, kEverything };

// One setting that can be changed, to one of several values from the mildest on.
struct Dial {
  Change change;
  std::vector<std::int32_t> values = {0};
  Scope scope = Scope::kEverything;
  std::size_t district = 0;  // of kOneDistrict
  // All pins or all locks at once: only what this gains can be gained by one of them.
  bool is_gate = false;

  struct Result {
    std::vector<std::int64_t> by_district;
    std::int64_t total = 0;
  };
  std::vector<std::optional<Result>> results;  // by value
};

double sizeOf(const Change& change) {
  if (change.from == change.to) return 0.0;
  return std::abs(static_cast<double>(change.to) - change.from) / std::max(1, change.from);
}

void sortWays(std::vector<Way>& ways) {
  std::stable_sort(ways.begin(), ways.end(), [](const Way& a, const Way& b) {
    if (a.change.kind != b.change.kind) return a.change.kind < b.change.kind;
    const double x = sizeOf(a.change);
    const double y = sizeOf(b.change);
    return x != y ? x < y : a.gain > b.gain;
  });
}

}  // namespace

class WhyNotJob::Search {
 public:
  Search(const Plan& plan, const Scenario& scenario, const Timeline& timeline, std::size_t round,
         const Question& question)
      : plan_(plan),
        scenario_(std::make_shared<const Scenario>(scenario)),
        timeline_(std::make_shared<const Timeline>(timeline)),
        round_(round),
        question_(question) {
    if (canBeSplit()) findDistricts();
    startBase();
  }

  bool step(std::size_t pivots) {
    while (pivots > 0 && stage_ != Stage::kDone) {
      if (stage_ == Stage::kBase) {
        stepBase(pivots);
      } else if (stage_ == Stage::kProof) {
        stepProof(pivots);
      } else {
        stepDials(pivots);
      }
    }
    return stage_ == Stage::kDone;
  }

  [[nodiscard]] bool done() const { return stage_ == Stage::kDone; }

  [[nodiscard]] double progress() const {
    if (stage_ == Stage::kDone) return 1.0;
    if (stage_ == Stage::kBase) return 0.0;
    constexpr double kBefore = 0.1;
    if (stage_ == Stage::kProof || dials_.empty()) return kBefore;
    return kBefore +
           (1.0 - kBefore) * static_cast<double>(dial_) / static_cast<double>(dials_.size());
  }

  [[nodiscard]] std::vector<Reason> reasons() const {
    std::vector<Reason> out;
    if (stage_ == Stage::kBase || !is_proven_) return out;
    const auto is_worth = [](const Reason& reason) {
      return !reason.is_possible || reason.shortfall > 0 || reason.moves.value_or(0) > 0;
    };
    std::size_t listed = 0;
    for (const Reason& reason : by_district_) listed += is_worth(reason) ? 1 : 0;
    if (listed != 1 && is_worth(total_)) out.push_back(total_);
    for (const Reason& reason : by_district_) {
      if (is_worth(reason)) out.push_back(reason);
    }
    // What changes the whole changes the only district that there is to speak of.
    if (listed == 1) addMissing(out.front().ways, total_.ways);
    for (Reason& reason : out) sortWays(reason.ways);
    return out;
  }

 private:
  enum class Stage : std::uint8_t { kBase, kProof, kDials, kDone };

  // Whether districts can be looked at one by one, as far as the plan tells.
  [[nodiscard]] bool canBeSplit() const {
    if (question_.within != Within::kDistrict) return false;
    const Structure& structure = *plan_.structure;
    for (const Quota& quota : plan_.quota_set->quotas) {
      for (const UnitId unit : structure.unitsOfLevel(structure.findLevel(quota.group_level))) {
        if (!structure.districtOf(unit)) return false;
      }
    }
    const Seating& before = timeline_->rounds[round_ + 1].before;
    for (const Move& move : scenario_->rounds[round_].moves) {
      if (!move.pinned || !move.to) continue;
      const PostId from = before.firstPost(move.cadre);
      if (from && structure.districtOf(plan_.post(from).unit) !=
                      structure.districtOf(plan_.post(move.to).unit)) {
        return false;
      }
    }
    return true;
  }

  void findDistricts() {
    const Structure& structure = *plan_.structure;
    groups_.of_unit.assign(structure.units.size(), -1);
    for (std::size_t u = 0; u < structure.units.size(); ++u) {
      const UnitId unit{u};
      if (structure.districtOf(unit) != unit || !isAskedFor(unit)) continue;
      groups_.of_unit[u] = static_cast<std::int32_t>(groups_.districts.size());
      groups_.districts.push_back(unit);
    }
  }

  [[nodiscard]] bool isAskedFor(UnitId district) const {
    return question_.units.empty() ||
           std::any_of(question_.units.begin(), question_.units.end(), [&](UnitId unit) {
             return plan_.structure->contains(unit, district) ||
                    plan_.structure->contains(district, unit);
           });
  }

  [[nodiscard]] Trial unchanged() const {
    Trial out;
    out.plan = plan_;
    out.scenario = scenario_;
    out.timeline = timeline_;
    out.round = round_;
    out.question = question_;
    out.is_wanted.assign(groups_.districts.size(), 1);
    if (question_.within == Within::kCity) out.patience = kPatience;
    return out;
  }

  void startBase() { base_ = std::make_unique<ShortfallSearch>(unchanged(), groups_); }

  void stepBase(std::size_t& pivots) {
    if (!base_->step(pivots)) return;
    const bool is_one_by_one = !groups_.districts.empty();
    if (is_one_by_one &&
        (base_->isCapped() || !base_->total() || *base_->total() == Trial::kImpossible)) {
      groups_ = {};
      return startBase();
    }
    is_proven_ = base_->total().has_value();
    if (!is_proven_) return finish();
    noteBase(total_, *base_->total());
    by_district_.resize(groups_.districts.size());
    for (std::size_t g = 0; g < by_district_.size(); ++g) {
      by_district_[g].unit = groups_.districts[g];
      noteBase(by_district_[g], *base_->byDistrict()[g]);
    }
    stage_ = Stage::kProof;
  }

  static void noteBase(Reason& reason, std::int64_t shortfall) {
    reason.is_possible = shortfall != Trial::kImpossible;
    reason.shortfall = reason.is_possible ? shortfall : 0;
  }

  // The fewest posts that change hands for the least shortfall: of each district by halving, of the
  // whole as their sum, or from the frontier where districts depend on each other.
  void stepProof(std::size_t& pivots) {
    if (!total_.is_possible) return startDials();
    if (!by_district_.empty()) {
      if (proof_ < by_district_.size()) return proveDistrict(pivots);
      total_.moves = 0;
      for (const Reason& reason : by_district_) *total_.moves += reason.moves.value_or(0);
      return startDials();
    }
    if (question_.within == Within::kCity) return startDials();
    if (!frontier_) {
      frontier_ = std::make_unique<ProposalJob>(plan_, *scenario_, *timeline_, round_, question_,
                                                Goal::kCostFrontier);
    }
    const std::size_t slice = pivots;
    pivots = 0;
    if (!frontier_->step(slice)) return;
    for (std::size_t k = frontier_->frontierEnd() + 1; k-- > 0;) {
      const Proposal best = frontier_->withAtMost(k);
      const bool is_least =
          best.status == Status::kOptimal && best.objective.shortfall == total_.shortfall;
      if (!is_least) break;
      total_.moves = static_cast<std::int64_t>(k);
    }
    frontier_.reset();
    startDials();
  }

  void proveDistrict(std::size_t& pivots) {
    const Instance* part = base_->instanceOf(proof_);
    if (!halving_ && (part == nullptr || base_->movesOf(proof_) == 0)) {
      by_district_[proof_++].moves = 0;
      return;
    }
    if (!halving_) {
      halving_.emplace(*part);
      too_few_ = -1;
      enough_ = base_->movesOf(proof_);
      fixed_ = 0;
      for (const FixedCell& cell : base_->problem().fixed_cells) {
        const bool is_here = groups_.of(plan_, cell.unit) == static_cast<std::int32_t>(proof_);
        fixed_ += is_here ? cell.shortfall : 0;
      }
      is_started_ = false;
    }
    if (enough_ - too_few_ <= 1) {
      by_district_[proof_++].moves = enough_;
      halving_.reset();
      return;
    }
    const std::int64_t middle = (too_few_ + enough_) / 2;
    if (!is_started_) halving_->start(static_cast<std::int32_t>(middle));
    is_started_ = true;
    const std::size_t before = halving_->pivots();
    const bool is_over = halving_->step(pivots);
    pivots -= std::min(pivots, halving_->pivots() - before + 1);
    if (!is_over) return;
    is_started_ = false;
    const std::optional<Solution> found = halving_->solution();
    if (found && found->best.objective.shortfall + fixed_ == by_district_[proof_].shortfall) {
      enough_ = std::min(middle, found->best.objective.moves);
    } else {
      too_few_ = middle;
    }
  }

  void startDials() {
    stage_ = Stage::kDials;
    if (total_.is_possible && total_.shortfall == 0) return finish();
    const auto add = [this](Change change, std::vector<std::int32_t> values) {
      if (values.empty()) return;
      Dial dial;
      dial.change = change;
      dial.values = std::move(values);
      dials_.push_back(std::move(dial));
    };
    addGates();
    for (const auto& [rule, setting] : rules::activeRules(plan_)) {
      if (setting->severity != Severity::kHard) continue;
      add({.kind = ChangeKind::kRuleLimit, .rule = rule->id, .from = setting->limit},
          relaxedLimits(plan_, *rule, setting->limit));
      add({.kind = ChangeKind::kSoftRule, .rule = rule->id}, {0});
    }
    addCaps(add);
    if (!by_district_.empty() && total_.is_possible) {
      for (const TitleId title : countedTitles()) {
        add({.kind = ChangeKind::kCandidate, .title = title}, {0});
      }
    }
    if (isSmallEnoughForCity()) add({.kind = ChangeKind::kAcrossCity}, {0});
  }

  // Across districts everything depends on everything: only of few posts is that solved soon.
  [[nodiscard]] bool isSmallEnoughForCity() const {
    constexpr std::size_t kMostPosts = 150;
    if (question_.within != Within::kDistrict || !question_.units.empty()) return false;
    const Problem problem = buildProblem(plan_, *scenario_, *timeline_, round_, question_);
    std::size_t posts = 0;
    for (const Instance& part : problem.parts) posts += part.posts.size();
    return posts <= kMostPosts;
  }

  template <class Add>
  void addCaps(const Add& add) const {
    if (!plan_.rule_set->caps) return;
    const auto above = [](std::int32_t cap, std::size_t most) {
      std::vector<std::int32_t> out;
      for (std::size_t v = static_cast<std::size_t>(cap) + 1; v <= most; ++v) {
        out.push_back(static_cast<std::int32_t>(v));
      }
      return out;
    };
    const Structure& structure = *plan_.structure;
    std::size_t most = 0;
    for (const UnitId unit : structure.unitsOfLevel(structure.findLevel(kLevelDistrict))) {
      most = std::max(most, structure.postsUnder(unit).size());
    }
    if (const auto cap = plan_.rule_set->caps->moves_per_district_per_round) {
      add({.kind = ChangeKind::kDistrictCap, .from = *cap}, above(*cap, most));
    }
    if (const auto cap = plan_.rule_set->caps->moves_per_round) {
      add({.kind = ChangeKind::kRoundCap, .from = *cap}, above(*cap, structure.posts.size()));
    }
  }

  void addGates() {
    const std::vector<Move>& moves = scenario_->rounds[round_].moves;
    Dial gate;
    gate.is_gate = true;
    if (std::any_of(moves.begin(), moves.end(), [](const Move& m) { return m.pinned; })) {
      gate.change.kind = ChangeKind::kUnpin;
      dials_.push_back(gate);
    }
    const std::vector<Post>& posts = plan_.structure->posts;
    if (std::any_of(posts.begin(), posts.end(), [](const Post& p) { return p.locked; })) {
      gate.change.kind = ChangeKind::kUnlock;
      dials_.push_back(gate);
    }
  }

  [[nodiscard]] std::vector<TitleId> countedTitles() const {
    std::vector<TitleId> out;
    for (const Quota& quota : plan_.quota_set->quotas) {
      out.insert(out.end(), quota.titles.begin(), quota.titles.end());
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  void stepDials(std::size_t& pivots) {
    if (dial_ == dials_.size()) return finish();
    if (!trial_) {
      dials_[dial_].results.resize(dials_[dial_].values.size());
      const std::optional<std::size_t> next = nextValue(dials_[dial_]);
      if (!next) return finishDial();
      value_ = *next;
      trial_ = std::make_unique<ShortfallSearch>(changed(dials_[dial_], value_), trialGroups());
    }
    if (!trial_->step(pivots)) return;
    noteResult();
    trial_.reset();
    pivots -= std::min<std::size_t>(pivots, 100);  // building it took its time, too
  }

  [[nodiscard]] const DistrictGroups& trialGroups() const {
    return dials_[dial_].change.kind == ChangeKind::kAcrossCity ? whole_ : groups_;
  }

  // What is not proven gains nothing.
  void noteResult() {
    const Dial& dial = dials_[dial_];
    Dial::Result result;
    for (std::size_t g = 0; g < by_district_.size(); ++g) {
      const bool is_known = g < trial_->byDistrict().size() && trial_->byDistrict()[g];
      result.by_district.push_back(is_known ? *trial_->byDistrict()[g] : base(g));
    }
    result.total = trial_->total().value_or(base(kTotal));
    const bool is_of_whole =
        dial.scope == Scope::kEverything && dial.change.kind != ChangeKind::kCandidate;
    if (!is_of_whole && !by_district_.empty()) result.total = base(kTotal);
    dials_[dial_].results[value_] = std::move(result);
  }

  // The shortfall as things are.
  [[nodiscard]] std::int64_t base(std::size_t group) const {
    const Reason& reason = group == kTotal ? total_ : by_district_[group];
    return reason.is_possible ? reason.shortfall : Trial::kImpossible;
  }
  static std::int64_t after(const Dial::Result& result, std::size_t group) {
    return group == kTotal ? result.total : result.by_district[group];
  }
  [[nodiscard]] std::int64_t gain(const Dial& dial, std::size_t value, std::size_t group) const {
    return base(group) - after(*dial.results[value], group);
  }
  [[nodiscard]] std::vector<std::size_t> allGroups() const {
    std::vector<std::size_t> out(by_district_.size());
    std::iota(out.begin(), out.end(), std::size_t{0});
    out.push_back(kTotal);
    return out;
  }

  // The first value known to gain that much, and the last known not to (-1: none). Gains only grow
  // along the values.
  struct Span {
    std::ptrdiff_t below;
    std::ptrdiff_t from;
  };
  [[nodiscard]] Span spanOf(const Dial& dial, std::size_t group, std::int64_t wanted) const {
    Span out{-1, static_cast<std::ptrdiff_t>(dial.values.size()) - 1};
    for (std::size_t i = 0; i < dial.values.size(); ++i) {
      if (!dial.results[i]) continue;
      const auto place = static_cast<std::ptrdiff_t>(i);
      if (gain(dial, i, group) >= wanted) {
        out.from = std::min(out.from, place);
      } else {
        out.below = std::max(out.below, place);
      }
    }
    return out;
  }

  // The next value to try, so that the smallest that gains anything and the smallest that gains
  // most get known; nothing when they are.
  [[nodiscard]] std::optional<std::size_t> nextValue(const Dial& dial) const {
    const std::size_t last = dial.values.size() - 1;
    if (!dial.results[last]) return last;
    for (const std::size_t group : allGroups()) {
      const std::int64_t most = gain(dial, last, group);
      if (most <= 0) continue;
      for (const std::int64_t wanted : {std::int64_t{1}, most}) {
        const Span span = spanOf(dial, group, wanted);
        if (span.from - span.below > 1) {
          return static_cast<std::size_t>((span.from + span.below) / 2);
        }
      }
    }
    return std::nullopt;
  }

  void finishDial() {
    const Dial dial = dials_[dial_++];
    if (dial.is_gate) return openGate(dial);
    const std::size_t last = dial.values.size() - 1;
    for (const std::size_t group : allGroups()) {
      const std::int64_t most = gain(dial, last, group);
      if (most <= 0) continue;
      const auto first = static_cast<std::size_t>(spanOf(dial, group, 1).from);
      const auto best = static_cast<std::size_t>(spanOf(dial, group, most).from);
      addWay(dial, first, group);
      if (best != first) addWay(dial, best, group);
    }
  }

  void addWay(const Dial& dial, std::size_t value, std::size_t group) {
    Reason& reason = group == kTotal ? total_ : by_district_[group];
    Way way;
    way.change = dial.change;
    way.change.to = dial.values[value];
    way.shortfall = after(*dial.results[value], group);
    way.gain = reason.is_possible ? gain(dial, value, group) : 0;
    const bool is_cap =
        way.change.kind == ChangeKind::kDistrictCap || way.change.kind == ChangeKind::kRoundCap;
    reason.is_capped = reason.is_capped || is_cap;
    // Soft instead of hard says nothing new where a limit already gains as much.
    const bool is_known =
        way.change.kind == ChangeKind::kSoftRule &&
        std::any_of(reason.ways.begin(), reason.ways.end(), [&](const Way& other) {
          return other.change.kind == ChangeKind::kRuleLimit &&
                 other.change.rule == way.change.rule && other.shortfall <= way.shortfall;
        });
    if (!is_known) reason.ways.push_back(way);
  }

  // One dial for each pin or lock where all of them together gain something.
  void openGate(const Dial& gate) {
    const auto is_open = [&](UnitId unit) {
      if (by_district_.empty()) return gain(gate, 0, kTotal) > 0;
      const std::int32_t group = groups_.of(plan_, unit);
      return group >= 0 && gain(gate, 0, static_cast<std::size_t>(group)) > 0;
    };
    const auto add = [&](Change change, UnitId unit) {
      if (!is_open(unit)) return;
      Dial dial;
      dial.change = change;
      if (!by_district_.empty()) {
        dial.scope = Scope::kOneDistrict;
        dial.district = static_cast<std::size_t>(groups_.of(plan_, unit));
      }
      dials_.push_back(std::move(dial));
    };
    if (gate.change.kind == ChangeKind::kUnpin) {
      const Seating& before = timeline_->rounds[round_ + 1].before;
      const std::vector<Move>& moves = scenario_->rounds[round_].moves;
      for (std::size_t i = 0; i < moves.size(); ++i) {
        if (!moves[i].pinned) continue;
        const PostId post = moves[i].to ? moves[i].to : before.firstPost(moves[i].cadre);
        add({.kind = ChangeKind::kUnpin, .move = i}, plan_.structure->unitOf(post));
      }
      return;
    }
    for (std::size_t p = 0; p < plan_.structure->posts.size(); ++p) {
      const Post& post = plan_.structure->posts[p];
      if (post.locked) add({.kind = ChangeKind::kUnlock, .post = PostId{p}}, post.unit);
    }
  }

  [[nodiscard]] Trial changed(const Dial& dial, std::size_t value) const {
    Trial out = unchanged();
    out.patience = std::max(kPatience, 3 * base_->pivots());
    for (std::size_t g = 0; g < by_district_.size(); ++g) {
      const bool is_asked = dial.scope == Scope::kEverything || dial.district == g;
      out.is_wanted[g] = is_asked && by_district_[g].shortfall > 0 ? 1 : 0;
      out.known.push_back(by_district_[g].shortfall);
      out.known_moves.push_back(base_->movesOf(g));
    }
    const std::int32_t to = dial.values[value];
    switch (dial.change.kind) {
      case ChangeKind::kRuleLimit:
      case ChangeKind::kSoftRule:
        relaxRule(out.plan, dial.change, to);
        break;
      case ChangeKind::kDistrictCap:
      case ChangeKind::kRoundCap:
        raiseCap(out.plan, dial.change.kind, to);
        break;
      case ChangeKind::kUnpin:
        unpin(out, dial);
        break;
      case ChangeKind::kUnlock:
        unlock(out, dial);
        break;
      case ChangeKind::kCandidate:
        out.candidate = dial.change.title;
        break;
      case ChangeKind::kAcrossCity:
        out.question.within = Within::kCity;
        break;
    }
    return out;
  }

  static void relaxRule(Plan& plan, const Change& change, std::int32_t to) {
    auto rules = std::make_shared<RuleSet>(*plan.rule_set);
    for (RuleSetting& rule : rules->rules) {
      if (rule.key != change.rule) continue;
      if (change.kind == ChangeKind::kSoftRule) {
        rule.severity = Severity::kSoft;
      } else {
        rule.limit = to;
      }
    }
    plan.rule_set = std::move(rules);
  }

  static void raiseCap(Plan& plan, ChangeKind kind, std::int32_t to) {
    auto rules = std::make_shared<RuleSet>(*plan.rule_set);
    if (kind == ChangeKind::kDistrictCap) {
      rules->caps->moves_per_district_per_round = to;
    } else {
      rules->caps->moves_per_round = to;
    }
    plan.rule_set = std::move(rules);
  }

  void unpin(Trial& trial, const Dial& dial) const {
    auto scenario = std::make_shared<Scenario>(*scenario_);
    std::vector<Move>& moves = scenario->rounds[round_].moves;
    for (std::size_t i = 0; i < moves.size(); ++i) {
      if (dial.is_gate || i == dial.change.move) moves[i].pinned = false;
    }
    trial.scenario = std::move(scenario);
  }

  // Moves of earlier rounds may happen now that did not.
  void unlock(Trial& trial, const Dial& dial) const {
    auto structure = std::make_shared<Structure>(*plan_.structure);
    for (std::size_t p = 0; p < structure->posts.size(); ++p) {
      if (dial.is_gate || PostId{p} == dial.change.post) structure->posts[p].locked = false;
    }
    trial.plan.structure = std::move(structure);
    trial.timeline = std::make_shared<const Timeline>(simulate(trial.plan, *scenario_));
  }

  static void addMissing(std::vector<Way>& ways, const std::vector<Way>& more) {
    for (const Way& way : more) {
      if (way.change.kind == ChangeKind::kAcrossCity) ways.push_back(way);
    }
  }

  void finish() { stage_ = Stage::kDone; }

  static constexpr std::size_t kTotal = SIZE_MAX;

  Plan plan_;
  std::shared_ptr<const Scenario> scenario_;
  std::shared_ptr<const Timeline> timeline_;
  std::size_t round_;
  Question question_;
  DistrictGroups groups_;
  DistrictGroups whole_;
  Stage stage_ = Stage::kBase;
  bool is_proven_ = false;
  std::unique_ptr<ShortfallSearch> base_;
  Reason total_;
  std::vector<Reason> by_district_;

  // The fewest moves of the district `proof_`.
  std::size_t proof_ = 0;
  std::optional<BranchAndBound> halving_;
  bool is_started_ = false;
  std::int64_t too_few_ = -1;
  std::int64_t enough_ = 0;
  std::int64_t fixed_ = 0;  // shortfall of the district that its posts cannot change
  std::unique_ptr<ProposalJob> frontier_;

  std::vector<Dial> dials_;
  std::size_t dial_ = 0;   // at hand
  std::size_t value_ = 0;  // that is tried
  std::unique_ptr<ShortfallSearch> trial_;
};

WhyNotJob::WhyNotJob(const Plan& plan, const Scenario& scenario, const Timeline& timeline,
                     std::size_t round, const Question& question)
    : search_(std::make_unique<Search>(plan, scenario, timeline, round, question)) {}

WhyNotJob::~WhyNotJob() = default;

bool WhyNotJob::step(std::size_t pivots) { return search_->step(pivots); }
bool WhyNotJob::done() const { return search_->done(); }
double WhyNotJob::progress() const { return search_->progress(); }
std::vector<Reason> WhyNotJob::reasons() const { return search_->reasons(); }

std::vector<Reason> whyNot(const Plan& plan, const Scenario& scenario, const Timeline& timeline,
                           std::size_t round, const Question& question) {
  constexpr std::size_t kSlice = 1'000'000;
  WhyNotJob job(plan, scenario, timeline, round, question);
  while (!job.step(kSlice)) {
  }
  return job.reasons();
}

Obstacle obstacleOf(const Plan& plan, const Scenario& scenario, const Timeline& timeline,
                    std::size_t round, const Question& question) {
  if (plan.quota_set->quotas.empty()) return Obstacle::kNoQuota;
  const Structure& structure = *plan.structure;
  bool has_posts = question.units.empty() && !structure.posts.empty();
  for (const UnitId unit : question.units) {
    has_posts = has_posts || !structure.postsUnder(unit).empty();
  }
  if (!has_posts) return Obstacle::kNoPosts;
  const Problem problem = buildProblem(plan, scenario, timeline, round, question);
  if (problem.broken_pin) return Obstacle::kNone;
  if (std::min(problem.round_cap, question.most_moves.value_or(INT32_MAX)) <= 0) {
    return Obstacle::kCap;
  }
  bool is_open = false;
  bool is_capped = true;
  bool has_arcs = false;
  for (const Instance& part : problem.parts) {
    is_open = is_open || !part.posts.empty();
    has_arcs = has_arcs || !part.arcs.empty() || !part.pinned_leaves.empty();
    for (const std::int32_t cap : part.district_cap) is_capped = is_capped && cap <= 0;
  }
  if (!is_open) return Obstacle::kNothingOpen;
  if (is_capped) return Obstacle::kCap;
  return has_arcs ? Obstacle::kNone : Obstacle::kNobody;
}

}  // namespace cadre::propose
