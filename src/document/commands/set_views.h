// What was said about a move, in the register of the round: an entry about an official and a
// destination, in the place of one about the same, or as one more. An entry that says nothing takes
// the one that is there out. The move itself need not be in the round.
#pragma once

#include <cstddef>
#include <string_view>

#include "document/commands/interface.h"

namespace cadre {

struct SetViews {
  static constexpr std::string_view kName = "set_views";

  RoundRef round;
  // Which of the entries about that official and destination; as many as there are: one more. Not a
  // place in the list, which a file of version 1 does not keep.
  std::size_t which = 0;
  Consultation entry;

  [[nodiscard]] Expected<Plan> apply(const Plan& plan) const;
  [[nodiscard]] Message label(const Plan& before) const;
  void write(JsonWriter& out, const Plan& before) const;
  [[nodiscard]] static SetViews read(plan_io::ObjectReader& in, const ReadContext& context);
};

// Which of the entries about its official and destination the one at that place is.
[[nodiscard]] std::size_t whichOf(const std::vector<Consultation>& entries, std::size_t place);

// Where a party's word about the move of an official to that destination is changed: in the entry
// that has it, else in the last one about the move, else in a new one. The entry is as it stands,
// to be changed by the caller.
[[nodiscard]] SetViews wordToChange(const RoundRef& ref, const Round& round, CadreId cadre,
                                    PostId to, Party party);

// The last entry about that move, or a new one, to be changed as a whole.
[[nodiscard]] SetViews entryToChange(const RoundRef& ref, const Round& round, CadreId cadre,
                                     PostId to);

}  // namespace cadre
