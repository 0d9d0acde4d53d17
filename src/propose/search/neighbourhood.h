// A part of an instance that is solved again while the rest of a selection is fixed: the step of a
// large neighbourhood search (Shaw 1998).
//
// The posts of a neighbourhood are closed under the selection's chains and cycles and under
// continuity's units, so that the inside can change without affecting the outside. For relatives
// who must not serve together, what one does outside is known inside.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "propose/model/instance.h"
#include "propose/search/branch_and_bound.h"

namespace cadre::propose {

class Neighbourhood {
 public:
  // `wanted`: indices of posts; more are added until the set is closed. `usable`: the arcs that may
  // be chosen; those of the selection and pinned ones always may.
  Neighbourhood(const Instance& whole, const Selection& selection,
                std::span<const std::int32_t> wanted, std::span<const std::int32_t> usable,
                std::int32_t most_moves);

  [[nodiscard]] const Instance& instance() const { return instance_; }
  // How many of its posts may change hands.
  [[nodiscard]] std::int32_t mostMoves() const { return most_moves_; }
  // The selection restricted to the inside, with indices of instance().
  [[nodiscard]] const Selection& inside() const { return inside_; }
  // The whole selection with its inside replaced.
  [[nodiscard]] Selection with(const Instance& whole, const Selection& inside) const;

 private:
  void close(const Instance& whole, const Selection& selection);
  void addPosts(const Instance& whole);
  void addOfficials(const Instance& whole, const Selection& selection);
  void addArcs(const Instance& whole, const Selection& selection,
               std::span<const std::int32_t> usable);
  void addCells(const Instance& whole, const Selection& selection);
  void addExclusions(const Instance& whole, const Selection& selection);
  void addStanding(const Instance& whole);

  std::vector<std::uint8_t> is_inside_;       // by post of the whole
  std::vector<std::uint8_t> changes_;         // by post of the whole: in the selection
  std::vector<std::int32_t> post_place_;      // by post of the whole: in instance(); -1
  std::vector<std::int32_t> official_place_;  // by official of the whole; -1
  std::vector<std::int32_t> arc_place_;       // by arc of the whole; -1
  std::vector<std::int32_t> post_of_;         // by post of instance(): in the whole
  std::vector<std::int32_t> arc_of_;          // by arc of instance(): in the whole
  Selection outside_;
  Selection inside_;
  std::int32_t most_moves_ = 0;
  Instance instance_;
};

}  // namespace cadre::propose
