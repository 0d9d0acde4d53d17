// Proofs about one part: trees and bounds of the linear programme, with as many pairs of relatives
// in it as they need.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "propose/certificate/certificate.h"
#include "propose/certificate/grow_tree.h"
#include "propose/certificate/named_programme.h"
#include "propose/model/instance.h"
#include "propose/model/valuation.h"

namespace cadre::propose {

// What a part is worth where nothing is chosen of it: its vacancies, and its standing moves as
// dropped. Bounds of points leave it out, so that they say what choices add: fewer than none where
// vacancies are filled and moves are kept.
[[nodiscard]] Objective untouched(const Instance& instance);

class PartProver {
 public:
  // Keeps references to both. A tree is given up after about so many pivots.
  PartProver(const Plan& plan, const Instance& instance, std::size_t effort);

  struct Answer {
    std::optional<ProofPoint> point;  // proven
    bool is_better = false;           // not proven, because there is something better
  };
  // That nothing with at most so many posts changing hands is better than `bound`, an objective of
  // the whole part; that there is nothing.
  [[nodiscard]] Answer prove(std::optional<std::int32_t> most,
                             const std::optional<Objective>& bound);
  // What the linear programme alone says.
  [[nodiscard]] std::optional<ProofPoint> root(std::optional<std::int32_t> most);

 private:
  void build();
  bool addBroken(const std::vector<std::uint8_t>& taken);
  [[nodiscard]] std::int32_t limit(std::optional<std::int32_t> most) const;

  const Plan& plan_;
  const Instance& instance_;
  std::size_t effort_;
  Valuation valuation_;
  std::vector<std::uint8_t> is_in_;  // by exclusion
  NamedProgramme named_;
};

}  // namespace cadre::propose
