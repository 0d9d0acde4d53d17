// What could be done: scenarios (phương án), their rounds (đợt) and the moves in them.
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

// The three who are asked about a move.
enum class Party : std::uint8_t { kCadre, kOrigin, kDestination };
inline constexpr std::array kParties = {Party::kCadre, Party::kOrigin, Party::kDestination};

// What was said beside a view, and when. In files "cadre_note" and "cadre_on" beside "cadre".
struct ViewNote {
  std::string note;
  std::optional<Date> on;
  friend bool operator==(const ViewNote&, const ViewNote&) = default;
};

// Ý kiến đồng thuận: the word of each of the three. Three bytes, for those who ask often.
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

// The same with what was said beside it.
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
  // The directive that a forced departure follows ("Chỉ thị 24-CT/TU"); empty: none.
  std::string directive;
  bool pinned = false;  // a proposal must keep it
  std::vector<Waiver> waivers;
  std::vector<PostId> keep;  // posts that the move does not take the cadre from
  Extra extra;
};

// Whether the move is a trường hợp đặc biệt for that rule.
[[nodiscard]] bool waives(const Move& move, std::string_view rule);

// The type of a move that nobody has chosen one for. `from`: the post held; none: holds no post.
[[nodiscard]] constexpr MoveType usualType(PostId from) {
  return from ? MoveType::kRotation : MoveType::kAppointment;
}

// The same for a move that a proposal makes: who gets no post is transferred.
[[nodiscard]] constexpr MoveType proposedType(PostId from, PostId to) {
  return to ? usualType(from) : MoveType::kTransfer;
}

// A move as it is before anything more is said of it; and one that a proposal makes.
[[nodiscard]] Move newMove(CadreId cadre, PostId from, PostId to);
[[nodiscard]] Move proposedMove(CadreId cadre, PostId from, PostId to);

// What was said when somebody was asked about an official's going there: an entry of the round's
// register. It stays when moves come and go; which entries speak of a move is for
// model/consultation.h alone to say.
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
  // The earliest first: a later word goes before an earlier one.
  std::vector<Consultation> consultations{};
  RoundStatus status = RoundStatus::kDraft;

  // The first move of the cadre in the round's list; null: has none.
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

// Shared one by one, so that an edit copies only the scenario that it touches.
using ScenarioList = std::vector<std::shared_ptr<const Scenario>>;

}  // namespace cadre
