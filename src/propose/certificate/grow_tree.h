// Grows the tree that proves a bound of one part: depth first, with the multipliers that the dual
// simplex method ends with, rounded to whole numbers. What it writes has been computed anew in
// whole numbers before.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "propose/certificate/certificate.h"
#include "propose/certificate/named_programme.h"

namespace cadre::propose {

struct GrownTree {
  enum class End : std::uint8_t {
    kProven,
    kBetter,   // a choice below the bound was found: `values`
    kGivenUp,  // it takes too long
  };
  End end = End::kGivenUp;
  std::vector<ProofNode> nodes;     // of a proof
  std::vector<std::uint8_t> taken;  // by variable, 1: the better choice takes it
};

// Proves that with at most `most` posts changing hands every choice has a value of at least
// `least`, the constant of the programme included; nothing: that there is none.
[[nodiscard]] GrownTree growTree(const NamedProgramme& named, std::int32_t most,
                                 std::optional<std::int64_t> least, std::size_t most_pivots);

// The best bound that one node proves, the constant included, with that node. `least` is nothing
// where the node says that there is no choice; all of it is, where no node could be made.
struct SingleNode {
  std::optional<std::int64_t> least;
  ProofNode node;
};
[[nodiscard]] std::optional<SingleNode> proveRoot(const NamedProgramme& named, std::int32_t most);

}  // namespace cadre::propose
