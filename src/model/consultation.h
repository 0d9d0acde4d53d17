// Which views count for a move: the single way to read a round's consultation register.
//
// For a move of an official to a post (or to none), the origin's view is the last one recorded for
// that official, whatever the destination, because it is about leaving at all. The official's own
// view and the destination's are the last ones recorded for exactly that destination. Simulation,
// candidates, proposals, reports and views all use these functions, so they agree.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "model/scenario.h"

namespace cadre {

// True when nobody has said anything in the entry and it has no unknown fields to keep.
[[nodiscard]] bool isSilent(const Consent& views);
[[nodiscard]] bool isSilent(const Consultation& entry);

// Whether the entry is about moving that official to that destination.
[[nodiscard]] inline bool isAbout(const Consultation& entry, CadreId cadre, PostId to) {
  return entry.cadre == cadre && entry.to == to;
}

// An index over a register, for many look-ups. It holds no references; each look-up takes
// logarithmic time in the number of entries.
class ConsultationIndex {
 public:
  ConsultationIndex() = default;  // of an empty register
  explicit ConsultationIndex(std::span<const Consultation> entries);

  [[nodiscard]] Views viewsOf(CadreId cadre, PostId to) const {
    return is_empty_ ? Views{} : find(cadre, to);
  }
  // Index in the list of the entry that holds the party's word about that move. An entry with only
  // a note counts only when none has a view. Empty when the party has said nothing.
  [[nodiscard]] std::optional<std::size_t> placeOf(CadreId cadre, PostId to, Party party) const;

 private:
  struct Word {
    CadreId cadre;
    PostId to;  // none for the origin, where it does not matter
    View view = View::kUnasked;
    std::size_t place = 0;
  };
  [[nodiscard]] Views find(CadreId cadre, PostId to) const;
  [[nodiscard]] const Word* wordOf(CadreId cadre, PostId to, Party party) const;

  bool is_empty_ = true;
  std::array<std::vector<Word>, kParties.size()> words_;  // by party: by cadre and destination
};

// The views on a move, with their notes. A view without a date of its own takes its entry's date.
// REQUIRES: the index was built from these entries.
[[nodiscard]] Consent consentOf(std::span<const Consultation> entries,
                                const ConsultationIndex& index, CadreId cadre, PostId to);

// Records what was said: each view goes into the last entry about the same move, or into a new
// entry. Views that are not given again are kept.
void enter(std::vector<Consultation>& entries, std::span<const Consultation> said);

// Indices of the entries about moves that the round does not contain, in list order.
[[nodiscard]] std::vector<std::size_t> withoutMove(const Round& round);

}  // namespace cadre
