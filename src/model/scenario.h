// Scenarios (phương án), their rounds (đợt) and the moves in them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.h"
#include "core/id.h"
#include "model/extra.h"
#include "model/vocabulary.h"

namespace cadre {

// The three parties consulted about a move.
enum class Party : std::uint8_t { kCadre, kOrigin, kDestination };
inline constexpr std::array kParties = {Party::kCadre, Party::kOrigin, Party::kDestination};

// The note and date recorded with a view. In files: "cadre_note" and "cadre_on" beside "cadre".
struct ViewNote {
  std::string note;
  std::optional<Date> on;
  friend bool operator==(const ViewNote&, const ViewNote&) = default;
};

// Ý kiến đồng thuận: the view of each party. Only three bytes, because it is queried often.
struct Views {
  View cadre = View::kUnasked;
  View origin = View::kUnasked;
  View destination = View::kUnasked;

  [[nodiscard]] View of(Party party) const {
    return party == Party::kCadre ? cadre : party == Party::kOrigin ? origin : destination;
  }
  void set(Party party, View view) {
    (party == Party::kCadre ? cadre : party == Party::kOrigin ? origin : destination) = view;
  }
  friend bool operator==(const Views&, const Views&) = default;
};

// The same views with their notes.
struct Consent : Views {
  Extra extra;
  std::array<ViewNote, kParties.size()> notes{};  // by Party

  [[nodiscard]] ViewNote& noteOf(Party party) { return notes[static_cast<std::size_t>(party)]; }
  [[nodiscard]] const ViewNote& noteOf(Party party) const {
    return notes[static_cast<std::size_t>(party)];
  }
};

// A hard finding that the planners accept, with their reason.
struct Waiver {
  std::string rule;
  std::string reason;
  Extra extra;
};

struct Move {
  CadreId cadre;
  PostId to;  // none: leaves the roster's posts
  MoveType type = MoveType::kRotation;
  std::string reason;
  // The directive behind a forced departure ("Chỉ thị 24-CT/TU"); may be empty.
  std::string directive;
  bool pinned = false;  // a proposal must keep it
  std::vector<Waiver> waivers;
  std::vector<PostId> keep;  // posts that the cadre keeps despite the move
  Extra extra;
};

// Whether the move is waived for that rule (trường hợp đặc biệt).
[[nodiscard]] bool waives(const Move& move, std::string_view rule);

// The default type of a move. `from`: the post held; none when the cadre holds no post.
[[nodiscard]] constexpr MoveType usualType(PostId from) {
  return from ? MoveType::kRotation : MoveType::kAppointment;
}

// The same for a move made by a proposal: an official who gets no post is transferred.
[[nodiscard]] constexpr MoveType proposedType(PostId from, PostId to) {
  return to ? usualType(from) : MoveType::kTransfer;
}

// A new move with default settings; the second one is for moves made by a proposal.
[[nodiscard]] Move newMove(CadreId cadre, PostId from, PostId to);
[[nodiscard]] Move proposedMove(CadreId cadre, PostId from, PostId to);

// An entry of the round's consultation register: what was said about moving an official to a
// destination. Entries stay when moves come and go. Which entries apply to a move is decided only
// in model/consultation.h.
struct Consultation {
  CadreId cadre;
  PostId to;  // none: to leave the roster's posts
  std::optional<Date> on;
  Consent views;
  std::string wishes;  // nguyện vọng of the official
  std::string note;
  Extra extra;
};

struct Round {
  std::string key;  // unique within its scenario
  std::string name;
  Date date;
  std::vector<Move> moves;
  Extra extra;
  // By date, earliest first: later entries override earlier ones.
  std::vector<Consultation> consultations{};
  RoundStatus status = RoundStatus::kDraft;

  // The cadre's first move in the round's list; null when there is none.
  [[nodiscard]] const Move* moveOf(CadreId cadre) const;
  [[nodiscard]] Move* moveOf(CadreId cadre);
};

struct Scenario {
  std::string key;
  std::string name;
  std::string based_on;  // key of the scenario it was branched from; empty: none
  std::vector<Round> rounds;
  Extra extra;
};

// Each scenario is shared separately, so that an edit copies only the one it changes.
using ScenarioList = std::vector<std::shared_ptr<const Scenario>>;

}  // namespace cadre
