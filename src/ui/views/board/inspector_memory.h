// What the inspector remembers: the list of choices that lies over the facts, and the waiver being
// written.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "document/what_if.h"

namespace cadre::ui {

struct CandidateCache;

// Which list of choices lies over the facts.
enum class Choosing : std::uint8_t { kNothing, kDestinations, kComers };

struct InspectorMemory {
  std::string search;  // in the list of destinations or of those who could come
  Choosing choosing = Choosing::kNothing;
  Onto onto = Onto::kSwap;
  bool is_drawer = false;  // lies over the board: the screen is narrow
  std::shared_ptr<CandidateCache> candidates;
  // The finding that a waiver is being written for, and its reason.
  std::string waiving;
  std::string waiver_reason;
};

}  // namespace cadre::ui
