// Records the views on a move in the round's register: replaces an entry about the same official
// and destination, or adds one. An entry without any content removes the existing one. The round
// need not contain the move.
#pragma once

#include <cstddef>
#include <string_view>

#include "document/commands/interface.h"

namespace cadre {

struct SetViews {
  static constexpr std::string_view kName = "set_views";

  RoundRef round;
  // Which of the entries about that official and destination is meant; equal to their number: a new
  // one. Not an index into the list, whose order a file of version 1 does not keep.
  std::size_t which = 0;
  Consultation entry;

  [[nodiscard]] Expected<Plan> apply(const Plan& plan) const;
  [[nodiscard]] Message label(const Plan& before) const;
  void write(JsonWriter& out, const Plan& before) const;
  [[nodiscard]] static SetViews read(plan_io::ObjectReader& in, const ReadContext& context);
};

// The rank of the entry at that index among those about the same official and destination.
[[nodiscard]] std::size_t whichOf(const std::vector<Consultation>& entries, std::size_t place);

// The entry in which to change a party's view on moving the official to that destination: the entry
// that has it, else the last one about the move, else a new one. Returned unchanged, for the caller
// to edit.
[[nodiscard]] SetViews wordToChange(const RoundRef& ref, const Round& round, CadreId cadre,
                                    PostId to, Party party);

// The last entry about that move, or a new one, for the caller to edit as a whole.
[[nodiscard]] SetViews entryToChange(const RoundRef& ref, const Round& round, CadreId cadre,
                                     PostId to);

}  // namespace cadre
