// What proves a proposal: for each part that no row ties to another, what it cannot be better than,
// as a tree whose branchings leave nothing out and whose leaves carry whole-number multipliers of
// rows. Rows and variables have names that say what they are (named_programme.h), so that whoever
// reads the plan for themselves can check the proof (tools/verify_proposal.mjs does).
//
// docs/proposals.md, "Certificates", says what is written and what follows from it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "propose/model/objective.h"

namespace cadre::propose {

// Multipliers of rows, with what costs are multiplied by to go with them; with a scale of 0 they
// contradict the rows.
struct Multipliers {
  std::int64_t scale = 0;
  std::vector<std::pair<std::string, std::int64_t>> rows;
};

// A node of a tree: at most `at` below, at least one more above. At a leaf `split` is empty.
struct ProofNode {
  std::string split;
  std::int64_t at = 0;
  // Of a leaf always; of another one where they say that variables stay at their bounds.
  std::optional<Multipliers> multipliers;
};

// With at most `most` posts changing hands (none: with any number), what is chosen of a part adds
// no less than the bound. Vacancies and standing moves stand beside all parts: filling and keeping
// them adds less than nothing.
struct ProofPoint {
  std::optional<std::int32_t> most;
  std::optional<Objective> bound;  // none: pinned moves need more posts
  Weights weights;
  std::vector<ProofNode> nodes;  // each before its children, the lower child's first
};

struct ProofPart {
  std::vector<std::string> posts;  // all that are open
  std::vector<ProofPoint> points;
};

struct CertifiedMove {
  std::string cadre;
  std::optional<std::string> to;
};

struct Certificate {
  // What was asked for.
  std::string scenario;
  std::string round;
  std::string within;
  bool calm = false;
  std::optional<std::string> unit;
  // What is claimed: moves that are worth the objective, and that nothing is better than the bound.
  Objective objective;
  Objective bound;
  std::vector<CertifiedMove> moves;
  std::vector<ProofPart> parts;
};

}  // namespace cadre::propose
