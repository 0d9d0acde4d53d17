// The least shortfall of a changed plan, by district (if districts are independent) and in total:
// the figures that why_not.h compares.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

#include "model/plan.h"
#include "propose/model/build_instances.h"
#include "propose/model/question.h"
#include "propose/proposal_job.h"
#include "propose/search/branch_and_bound.h"
#include "simulate/timeline.h"

namespace cadre::propose {

// The districts to examine one by one; none: everything depends on everything.
struct DistrictGroups {
  std::vector<UnitId> districts;
  std::vector<std::int32_t> of_unit;  // by unit: index of its district; -1: none

  // -1: none.
  [[nodiscard]] std::int32_t of(const Plan& plan, UnitId unit) const;
};

struct Trial {
  // Used instead of a shortfall when no plan exists.
  static constexpr std::int64_t kImpossible = std::numeric_limits<std::int64_t>::max() / 4;

  Plan plan;
  std::shared_ptr<const Scenario> scenario;
  std::shared_ptr<const Timeline> timeline;
  std::size_t round = 0;
  Question question;
  std::optional<TitleId> candidate;     // one more in each district; see ChangeKind::kCandidate
  std::vector<std::uint8_t> is_wanted;  // by district; the others keep `known`
  std::vector<std::int64_t> known;      // by district
  // By district: posts that change hands in the best plans without the change, which reduce the cap
  // available to others; empty: not known yet.
  std::vector<std::int64_t> known_moves;
  // After this many pivots, the shortfall of a district, or of the whole, is left unproven.
  std::size_t patience = SIZE_MAX;
};

class ShortfallSearch {
 public:
  // Keeps a reference to the groups.
  ShortfallSearch(const Trial& trial, const DistrictGroups& groups);
  ShortfallSearch(const ShortfallSearch&) = delete;
  ShortfallSearch& operator=(const ShortfallSearch&) = delete;

  // Performs about that many pivots and subtracts those used; returns true when done.
  bool step(std::size_t& pivots);

  // Valid after the end. By district; empty: not proven in time.
  [[nodiscard]] const std::vector<std::optional<std::int64_t>>& byDistrict() const {
    return found_;
  }
  // In total. If the round's cap binds, the sum over the districts is a lower bound.
  [[nodiscard]] std::optional<std::int64_t> total() const { return total_; }
  // Whether the round's cap binds, which makes the districts depend on each other.
  [[nodiscard]] bool isCapped() const { return is_capped_; }
  // Pivots in total.
  [[nodiscard]] std::size_t pivots() const { return pivots_; }

  // Shortfall of a district that its posts cannot change.
  [[nodiscard]] std::int64_t fixedShortfall(std::size_t district) const;
  // The part solved for a district; empty when nothing in it may change.
  [[nodiscard]] const Instance* instanceOf(std::size_t district) const;
  [[nodiscard]] std::int64_t movesOf(std::size_t district) const { return moves_of_[district]; }
  [[nodiscard]] const Problem& problem() const { return problem_; }

 private:
  enum class Phase : std::uint8_t { kParts, kWhole, kDone };

  void startParts();
  void stepParts(std::size_t& pivots);
  [[nodiscard]] std::int32_t cap() const;
  [[nodiscard]] std::int32_t leftFor(std::size_t district) const;
  void finishParts();
  void startWhole();
  void stepWhole(std::size_t& pivots);

  const DistrictGroups& groups_;
  Trial trial_;
  Phase phase_ = Phase::kParts;
  Problem problem_;
  std::vector<std::int32_t> group_of_part_;
  std::size_t part_ = 0;
  std::optional<BranchAndBound> search_;  // of the current part
  std::size_t spent_ = 0;                 // pivots spent on it, or on the whole
  std::size_t pivots_ = 0;
  std::unique_ptr<ProposalJob> job_;
  std::int64_t outside_ = 0;  // shortfall of districts that are not examined
  std::vector<std::optional<std::int64_t>> found_;
  std::vector<std::int64_t> moves_of_;
  std::optional<std::int64_t> total_;
  std::int64_t moves_ = 0;
  bool is_capped_ = false;
};

}  // namespace cadre::propose
