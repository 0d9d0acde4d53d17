// The least shortfall of a plan with some change, by district where districts do not depend on each
// other and in all: what why_not.h compares.
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

// Which districts are looked at one by one; none: everything depends on everything.
struct DistrictGroups {
  std::vector<UnitId> districts;
  std::vector<std::int32_t> of_unit;  // by unit: the place of its district; -1: none

  // -1: none.
  [[nodiscard]] std::int32_t of(const Plan& plan, UnitId unit) const;
};

struct Trial {
  // Instead of a shortfall, where there is no plan at all.
  static constexpr std::int64_t kImpossible = std::numeric_limits<std::int64_t>::max() / 4;

  Plan plan;
  std::shared_ptr<const Scenario> scenario;
  std::shared_ptr<const Timeline> timeline;
  std::size_t round = 0;
  Question question;
  std::optional<TitleId> candidate;     // one more in each district; see ChangeKind::kCandidate
  std::vector<std::uint8_t> is_wanted;  // by district; the others keep the shortfall `known`
  std::vector<std::int64_t> known;      // by district
  // By district: posts that change hands in the best plans as things are, which others leave of the
  // cap of the round; empty: not known yet.
  std::vector<std::int64_t> known_moves;
  // Pivots after which the shortfall of one district, or of the whole, is left open.
  std::size_t patience = SIZE_MAX;
};

class ShortfallSearch {
 public:
  // Keeps a reference to the groups.
  ShortfallSearch(const Trial& trial, const DistrictGroups& groups);
  ShortfallSearch(const ShortfallSearch&) = delete;
  ShortfallSearch& operator=(const ShortfallSearch&) = delete;

  // Works for about so many pivots and takes them off; true when nothing is left to do.
  bool step(std::size_t& pivots);

  // After the end. By district; nothing: not proven in time.
  [[nodiscard]] const std::vector<std::optional<std::int64_t>>& byDistrict() const {
    return found_;
  }
  // In all. Where the cap of the round binds, less than the sum over the districts cannot be.
  [[nodiscard]] std::optional<std::int64_t> total() const { return total_; }
  // The cap of the round binds, so that the districts depend on each other.
  [[nodiscard]] bool isCapped() const { return is_capped_; }
  // Pivots in all.
  [[nodiscard]] std::size_t pivots() const { return pivots_; }

  // Shortfall of a district that its posts cannot change.
  [[nodiscard]] std::int64_t fixedShortfall(std::size_t district) const;
  // What was solved for a district: nothing where it has nothing that may change.
  [[nodiscard]] const Instance* instanceOf(std::size_t district) const;
  [[nodiscard]] std::int64_t movesOf(std::size_t district) const { return moves_of_[district]; }
  [[nodiscard]] const Problem& problem() const { return problem_; }

 private:
  enum class Stage : std::uint8_t { kParts, kWhole, kDone };

  void startParts();
  void stepParts(std::size_t& pivots);
  [[nodiscard]] std::int32_t cap() const;
  [[nodiscard]] std::int32_t leftFor(std::size_t district) const;
  void finishParts();
  void startWhole();
  void stepWhole(std::size_t& pivots);

  const DistrictGroups& groups_;
  Trial trial_;
  Stage stage_ = Stage::kParts;
  Problem problem_;
  std::vector<std::int32_t> group_of_part_;
  std::size_t part_ = 0;
  std::optional<BranchAndBound> search_;  // of the part at hand
  std::size_t spent_ = 0;                 // pivots on it, or on the whole
  std::size_t pivots_ = 0;
  std::unique_ptr<ProposalJob> job_;
  std::int64_t outside_ = 0;  // shortfall of districts that are not looked at
  std::vector<std::optional<std::int64_t>> found_;
  std::vector<std::int64_t> moves_of_;
  std::optional<std::int64_t> total_;
  std::int64_t moves_ = 0;
  bool is_capped_ = false;
};

}  // namespace cadre::propose
