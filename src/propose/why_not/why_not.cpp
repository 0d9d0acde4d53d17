#include "propose/why_not/why_not.h"

#include <algorithm>
#include <utility>

#include "propose/run_to_end.h"
#include "propose/search/fewest_moves.h"
#include "propose/why_not/dial.h"
#include "propose/why_not/order_ways.h"
#include "propose/why_not/shortfall_search.h"
#include "rules/rule.h"

namespace cadre::propose {
namespace {

// Least number of pivots for a changed plan, and the most for moves across the city.
constexpr std::size_t kPatience = 20'000;

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
    while (pivots > 0 && phase_ != Phase::kDone) {
      if (phase_ == Phase::kBase) {
        stepBase(pivots);
      } else if (phase_ == Phase::kProof) {
        stepProof(pivots);
      } else {
        stepDials(pivots);
      }
    }
    return phase_ == Phase::kDone;
  }

  [[nodiscard]] bool done() const { return phase_ == Phase::kDone; }

  [[nodiscard]] double progress() const {
    if (phase_ == Phase::kDone) return 1.0;
    if (phase_ == Phase::kBase) return 0.0;
    constexpr double kBefore = 0.1;
    if (phase_ == Phase::kProof || dials_.empty()) return kBefore;
    return kBefore +
           (1.0 - kBefore) * static_cast<double>(dial_) / static_cast<double>(dials_.size());
  }

  [[nodiscard]] std::vector<Reason> reasons() const {
    std::vector<Reason> out;
    if (phase_ == Phase::kBase || !is_proven_) return out;
    const auto is_worth = [](const Reason& reason) {
      return !reason.is_possible || reason.shortfall > 0 || reason.moves.value_or(0) > 0;
    };
    std::size_t listed = 0;
    for (const Reason& reason : by_district_) listed += is_worth(reason) ? 1 : 0;
    if (listed != 1 && is_worth(total_)) out.push_back(total_);
    for (const Reason& reason : by_district_) {
      if (is_worth(reason)) out.push_back(reason);
    }
    // A change to the whole plan affects the only district there is.
    if (listed == 1) addMissing(out.front().ways, total_.ways);
    addNotComputed(out, total_);
    for (Reason& reason : out) sortWays(reason.ways);
    return out;
  }

 private:
  enum class Phase : std::uint8_t { kBase, kProof, kDials, kDone };

  // Whether districts can be examined one by one, as far as the plan tells.
  [[nodiscard]] bool canBeSplit() const {
    if (!isWithinDistricts(plan_, question_.within)) return false;
    const std::optional<Caps>& caps = plan_.rule_set->caps;
    if (caps && caps->per_group && caps->per_group->by != kLevelDistrict) return false;
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
    if (isWithinNothing(plan_, question_.within)) out.patience = kPatience;
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
    base_found_.total = *base_->total();
    by_district_.resize(groups_.districts.size());
    for (std::size_t g = 0; g < by_district_.size(); ++g) {
      by_district_[g].unit = groups_.districts[g];
      noteBase(by_district_[g], *base_->byDistrict()[g]);
      base_found_.by_district.push_back(*base_->byDistrict()[g]);
    }
    phase_ = Phase::kProof;
  }

  static void noteBase(Reason& reason, std::int64_t shortfall) {
    reason.is_possible = shortfall != Trial::kImpossible;
    reason.shortfall = reason.is_possible ? shortfall : 0;
  }

  // The fewest posts that must change hands for the least shortfall: per district by binary search,
  // for the whole as their sum, or from the frontier if districts depend on each other.
  void stepProof(std::size_t& pivots) {
    if (!total_.is_possible) return startDials();
    if (!by_district_.empty()) {
      if (proof_ < by_district_.size()) return proveDistrict(pivots);
      total_.moves = 0;
      for (const Reason& reason : by_district_) *total_.moves += reason.moves.value_or(0);
      return startDials();
    }
    if (isWithinNothing(plan_, question_.within)) return startDials();
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
    const std::int64_t enough = base_->movesOf(proof_);
    if (part == nullptr || enough == 0) {
      by_district_[proof_++].moves = 0;
      return;
    }
    if (!fewest_) {
      fewest_.emplace(*part, enough,
                      by_district_[proof_].shortfall - base_->fixedShortfall(proof_));
    }
    if (!fewest_->step(pivots)) return;
    by_district_[proof_++].moves = fewest_->moves();
    fewest_.reset();
  }

  void startDials() {
    phase_ = Phase::kDials;
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
    for (const auto& [change, values] : raisedCaps(plan_)) add(change, values);
    if (!by_district_.empty() && total_.is_possible) {
      for (const TitleId title : countedTitles()) {
        add({.kind = ChangeKind::kCandidate, .title = title}, {0});
      }
    }
    const bool is_within = !isWithinNothing(plan_, question_.within);
    if (isSmallEnoughForCity()) {
      add({.kind = ChangeKind::kAcrossCity}, {0});
    } else if (is_within) {
      leaveOut({.kind = ChangeKind::kAcrossCity}, kTotal);
    }
    if (by_district_.empty() && total_.is_possible) {
      for (const TitleId title : countedTitles()) {
        leaveOut({.kind = ChangeKind::kCandidate, .title = title}, kTotal);
      }
    }
  }

  // What is not known of a change is said once.
  void leaveOut(const Change& change, std::size_t group) {
    std::vector<Change>& out =
        group == kTotal ? total_.not_computed : by_district_[group].not_computed;
    const bool is_known = std::any_of(out.begin(), out.end(),
                                      [&](const Change& other) { return other.isAbout(change); });
    if (!is_known) out.push_back(change);
  }

  // Across districts everything depends on everything, which is solved quickly only for few posts.
  [[nodiscard]] bool isSmallEnoughForCity() const {
    constexpr std::size_t kMostPosts = 150;
    if (isWithinNothing(plan_, question_.within) || !question_.units.empty()) return false;
    const Problem problem = buildProblem(plan_, *scenario_, *timeline_, round_, question_);
    std::size_t posts = 0;
    for (const Instance& part : problem.parts) posts += part.posts.size();
    return posts <= kMostPosts;
  }

  void addGates() {
    const std::vector<Move>& moves = scenario_->rounds[round_].moves;
    Dial gate;
    gate.reach = Reach::kAll;
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
      const std::optional<std::size_t> next = dials_[dial_].nextValue(base_found_);
      if (!next) return finishDial();
      value_ = *next;
      trial_ = std::make_unique<ShortfallSearch>(changed(dials_[dial_], value_), trialGroups());
    }
    if (!trial_->step(pivots)) return;
    noteResult();
    trial_.reset();
    pivots -= std::min<std::size_t>(pivots, 100);  // building the problem counts as well
  }

  [[nodiscard]] const DistrictGroups& trialGroups() const {
    return dials_[dial_].change.kind == ChangeKind::kAcrossCity ? whole_ : groups_;
  }

  // An unproven result counts as no gain.
  void noteResult() {
    const Dial& dial = dials_[dial_];
    Shortfalls result;
    for (std::size_t g = 0; g < by_district_.size(); ++g) {
      const bool is_tried = g < trial_->byDistrict().size();
      const bool is_known = is_tried && trial_->byDistrict()[g];
      if (!is_known && (is_tried || !trial_->total()) && by_district_[g].shortfall > 0 &&
          (!dial.district || dial.district == g)) {
        leaveOut(dial.change, g);
      }
      result.by_district.push_back(is_known ? *trial_->byDistrict()[g] : base_found_.of(g));
    }
    result.total = trial_->total().value_or(base_found_.total);
    const bool is_of_whole = !dial.district && dial.change.kind != ChangeKind::kCandidate;
    if (!trial_->total() && (is_of_whole || by_district_.empty())) leaveOut(dial.change, kTotal);
    if (!is_of_whole && !by_district_.empty()) result.total = base_found_.total;
    dials_[dial_].results[value_] = std::move(result);
  }

  void finishDial() {
    const Dial dial = dials_[dial_++];
    if (dial.reach == Reach::kAll) return openGate(dial);
    for (const std::size_t group : base_found_.groups()) {
      const std::int64_t most = dial.gain(base_found_, dial.last(), group);
      if (most <= 0) continue;
      const std::size_t first = dial.firstThatGains(base_found_, group, 1);
      const std::size_t best = dial.firstThatGains(base_found_, group, most);
      addWay(dial, first, group);
      if (best != first) addWay(dial, best, group);
    }
  }

  void addWay(const Dial& dial, std::size_t value, std::size_t group) {
    Reason& reason = group == kTotal ? total_ : by_district_[group];
    Way way;
    way.change = dial.change;
    way.change.to = dial.values[value];
    way.shortfall = dial.results[value]->of(group);
    way.gain = reason.is_possible ? dial.gain(base_found_, value, group) : 0;
    reason.is_capped = reason.is_capped || isCap(way.change.kind);
    // Soft instead of hard says nothing new where a limit already gains as much.
    const bool is_known =
        way.change.kind == ChangeKind::kSoftRule &&
        std::any_of(reason.ways.begin(), reason.ways.end(), [&](const Way& other) {
          return other.change.kind == ChangeKind::kRuleLimit &&
                 other.change.rule == way.change.rule && other.shortfall <= way.shortfall;
        });
    if (!is_known) reason.ways.push_back(way);
  }

  // One dial per pin or lock, if all of them together gain something.
  void openGate(const Dial& gate) {
    const auto is_open = [&](UnitId unit) {
      if (by_district_.empty()) return gate.gain(base_found_, 0, kTotal) > 0;
      const std::int32_t group = groups_.of(plan_, unit);
      return group >= 0 && gate.gain(base_found_, 0, static_cast<std::size_t>(group)) > 0;
    };
    const auto add = [&](Change change, UnitId unit) {
      if (!is_open(unit)) return;
      Dial dial;
      dial.change = change;
      if (!by_district_.empty()) {
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
      const bool is_asked = !dial.district || dial.district == g;
      out.is_wanted[g] = is_asked && by_district_[g].shortfall > 0 ? 1 : 0;
      out.known.push_back(by_district_[g].shortfall);
      out.known_moves.push_back(base_->movesOf(g));
    }
    Change change = dial.change;
    change.to = dial.values[value];
    applyChange(out, change, dial.reach);
    return out;
  }

  void finish() { phase_ = Phase::kDone; }

  Plan plan_;
  std::shared_ptr<const Scenario> scenario_;
  std::shared_ptr<const Timeline> timeline_;
  std::size_t round_;
  Question question_;
  DistrictGroups groups_;
  DistrictGroups whole_;
  Phase phase_ = Phase::kBase;
  bool is_proven_ = false;
  std::unique_ptr<ShortfallSearch> base_;
  Reason total_;
  std::vector<Reason> by_district_;
  Shortfalls base_found_;  // without any change

  std::size_t proof_ = 0;  // the district whose fewest moves are being searched
  std::optional<FewestMoves> fewest_;
  std::unique_ptr<ProposalJob> frontier_;

  std::vector<Dial> dials_;
  std::size_t dial_ = 0;   // the current dial
  std::size_t value_ = 0;  // the value being tried
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
  WhyNotJob job(plan, scenario, timeline, round, question);
  runToEnd(job);
  return job.reasons();
}

}  // namespace cadre::propose
