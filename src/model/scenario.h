// What could be done: scenarios (phương án), their rounds (đợt) and the moves in them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/date.h"
#include "core/id.h"
#include "model/extra.h"
#include "model/vocabulary.h"

namespace cadre {

// Ý kiến đồng thuận of the three who are asked about a move.
struct Consent {
  View cadre = View::kUnasked;
  View origin = View::kUnasked;
  View destination = View::kUnasked;
  Extra extra;
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
  bool pinned = false;  // a proposal must keep it
  Consent consent;
  std::vector<Waiver> waivers;
  std::vector<PostId> keep;  // posts that the move does not take the cadre from
  Extra extra;
};

struct Round {
  std::string key;  // unique within its scenario
  std::string name;
  Date date;
  std::vector<Move> moves;
  Extra extra;
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
