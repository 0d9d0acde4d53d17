// The candidate search of the list on screen, kept while its inputs stay the same.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "document/candidates.h"
#include "ui/session.h"

namespace cadre::ui {

// Exactly one of `cadre` (where could they go) and `post` (who could come) is set.
struct CandidateQuestion {
  CadreId cadre;
  PostId post;
  Onto onto = Onto::kSwap;
  friend bool operator==(const CandidateQuestion&, const CandidateQuestion&) = default;
};

// The stage refers to the session's plan and timeline, which do not move until the revision or the
// selected scenario changes; the cache is then rebuilt before its next use.
struct CandidateCache {
  CandidateCache(const Session& session, const CandidateQuestion& the_question,
                 text::Language language);

  [[nodiscard]] bool answers(const Session& session, const CandidateQuestion& asked,
                             text::Language language) const;

  CandidateQuestion question;
  std::uint64_t revision;
  std::string scenario;
  Stage stage;
  CandidateSearch search;
  // Search keys for the filter, accents folded, by index in `ranked`; built when the search is
  // done.
  std::vector<std::string> folded;
  std::vector<std::uint32_t> shown;  // indices in `ranked` that pass the filter
  std::string filter;
  std::size_t filtered = 0;  // how many candidates `shown` was computed from
};

}  // namespace cadre::ui
