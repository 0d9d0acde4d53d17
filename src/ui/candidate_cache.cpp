#include "ui/candidate_cache.h"

namespace cadre::ui {
namespace {

CandidateSearch searchFor(const Stage& stage, const CandidateQuestion& question) {
  return question.cadre ? CandidateSearch(stage, question.cadre, question.onto)
                        : CandidateSearch(stage, question.post, question.onto);
}

}  // namespace

CandidateCache::CandidateCache(const Session& session, const CandidateQuestion& the_question,
                               text::Language language)
    : question(the_question),
      revision(session.revision()),
      scenario(session.selection().scenario),
      stage(session.stage(language)),
      search(searchFor(stage, question)) {}

bool CandidateCache::answers(const Session& session, const CandidateQuestion& asked,
                             text::Language language) const {
  return question == asked && revision == session.revision() &&
         scenario == session.selection().scenario && stage.entry == session.entry() &&
         stage.language == language;
}

}  // namespace cadre::ui
