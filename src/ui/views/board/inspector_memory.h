// State of the inspector: the list of choices that replaces the facts, and the waiver being
// written.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "document/what_if.h"

namespace cadre::ui {

struct CandidateCache;

// The list of choices shown instead of the facts.
enum class Choosing : std::uint8_t { kNothing, kDestinations, kComers };

struct InspectorMemory {
  std::string search;  // in the list of destinations or candidates
  Choosing choosing = Choosing::kNothing;
  Onto onto = Onto::kSwap;
  bool is_drawer = false;  // drawn over the board on a narrow screen
  std::shared_ptr<CandidateCache> candidates;
  // The finding being waived, and the reason typed so far.
  std::string waiving;
  std::string waiver_reason;
};

}  // namespace cadre::ui
