// The search for candidates that a list on the screen shows, kept while its question stays the
// same.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "document/candidates.h"
#include "ui/session.h"

namespace cadre::ui {

// One of `cadre` (where could they go) and `post` (who could come) is none.
struct CandidateQuestion {
  CadreId cadre;
  PostId post;
  Onto onto = Onto::kSwap;
  friend bool operator==(const CandidateQuestion&, const CandidateQuestion&) = default;
};

// The stage refers to the session's plan and timeline, which stay where they are until the revision
// or the chosen scenario changes; then the cache is made anew before it is asked again.
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
  // What is filtered by, accents folded, by place in `ranked`; made when the search is done.
  std::vector<std::string> folded;
  std::vector<std::uint32_t> shown;  // places in `ranked` that pass the filter
  std::string filter;
  std::size_t filtered = 0;  // how many candidates `shown` was made from
};

}  // namespace cadre::ui
