// Whose word counts about a move: the register of a round read in the one way that there is.
//
// Of a move of an official to a post (or to none), the origin's view is the last one in the list of
// that official that has one, whatever its destination, since it is about leaving at all; the
// official's own and the destination's are the last ones of exactly that destination. Simulation,
// candidates, proposals, reports and views all ask here, so that they agree.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "model/scenario.h"

namespace cadre {

// Nobody has said anything there, and no unknown field has to be kept.
[[nodiscard]] bool isSilent(const Consent& views);
[[nodiscard]] bool isSilent(const Consultation& entry);

// Whether the entry was given for a move of that official to that destination.
[[nodiscard]] inline bool isAbout(const Consultation& entry, CadreId cadre, PostId to) {
  return entry.cadre == cadre && entry.to == to;
}

// A register made ready for many questions. A value that refers to nothing; each answer takes time
// in the logarithm of the entries.
class ConsultationIndex {
 public:
  ConsultationIndex() = default;  // of an empty register
  explicit ConsultationIndex(std::span<const Consultation> entries);

  [[nodiscard]] Views viewsOf(CadreId cadre, PostId to) const {
    return is_empty_ ? Views{} : find(cadre, to);
  }
  // Where in the list the party's word about that move stands; a note without a view stands there
  // only when there is no view. Nothing: not a word.
  [[nodiscard]] std::optional<std::size_t> placeOf(CadreId cadre, PostId to, Party party) const;

 private:
  struct Word {
    CadreId cadre;
    PostId to;  // of the origin's: none, since it does not matter
    View view = View::kUnasked;
    std::size_t place = 0;
  };
  [[nodiscard]] Views find(CadreId cadre, PostId to) const;
  [[nodiscard]] const Word* wordOf(CadreId cadre, PostId to, Party party) const;

  bool is_empty_ = true;
  std::array<std::vector<Word>, kParties.size()> words_;  // by party: by cadre and destination
};

// What is said of the move, with the notes; the day of a word is its own or else its entry's.
// REQUIRES: the index is that of the entries.
[[nodiscard]] Consent consentOf(std::span<const Consultation> entries,
                                const ConsultationIndex& index, CadreId cadre, PostId to);

// Puts what was said into the register: each into the last entry about the same move, or as one
// more. What is there and is not said anew stays.
void enter(std::vector<Consultation>& entries, std::span<const Consultation> said);

// Places of the entries about moves that the round does not have, in list order.
[[nodiscard]] std::vector<std::size_t> withoutMove(const Round& round);

}  // namespace cadre
