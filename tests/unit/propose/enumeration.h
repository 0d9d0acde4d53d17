// The best selection of a small instance by enumeration: every solver is compared with it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "propose/model/instance.h"
#include "propose/model/objective.h"
#include "propose/search/branch_and_bound.h"

namespace cadre::propose::test {

class Enumeration {
 public:
  Enumeration(const Instance& instance, std::int32_t most_moves)
      : instance_(instance), most_moves_(most_moves), taken_(instance.officials.size(), 0) {}

  // Empty when the pinned moves cannot all be kept.
  std::optional<Objective> best() {
    fill(0);
    return best_;
  }

 private:
  // One post after the other.
  void fill(std::size_t post);
  void judge();

  const Instance& instance_;
  std::int32_t most_moves_;
  std::vector<std::uint8_t> taken_;
  std::vector<std::int32_t> arcs_;
  std::optional<Objective> best_;
};

[[nodiscard]] std::optional<Objective> objectiveIn(const std::optional<Solution>& solution);
[[nodiscard]] std::string words(const std::optional<Objective>& objective);

}  // namespace cadre::propose::test
