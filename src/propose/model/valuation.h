// What selections of an instance are worth in one whole number: of two selections the one with the
// smaller value is better, in the order of the search.
#pragma once

#include <cstdint>

#include "propose/model/instance.h"
#include "propose/model/objective.h"

namespace cadre::propose {

class Valuation {
 public:
  Valuation(const Instance& instance, Order order);

  [[nodiscard]] const Weights& weights() const { return weights_; }
  // What all values are multiples of, so that bounds may be rounded up to it; at least 1.
  [[nodiscard]] std::int64_t unit() const { return unit_; }
  [[nodiscard]] std::int64_t valueOf(const Objective& objective) const {
    return weights_.join(objective);
  }
  // The other way; what is below 0 counts as 0.
  [[nodiscard]] Objective objectiveFrom(std::int64_t value) const;

 private:
  Order order_;
  std::int64_t unit_;
  Weights weights_;
};

}  // namespace cadre::propose
