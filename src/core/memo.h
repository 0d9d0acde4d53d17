// Caches one answer as long as its question stays the same, so that something needed in every frame
// is computed only once.
//
// The question is everything that the answer depends on: a plan by its revision, never by its
// address.
#pragma once

#include <memory>
#include <optional>
#include <utility>

namespace cadre {

// REQUIRES: questions can be compared.
template <class Answer, class Question>
class Memo {
 public:
  // The answer to the question; `work_out()` computes it unless it is cached. The reference stays
  // valid until another question is asked.
  template <class WorkOut>
  const Answer& of(Question question, WorkOut&& work_out) {
    if (answer_ == nullptr || question_ != question) {
      answer_ = std::make_shared<const Answer>(std::forward<WorkOut>(work_out)());
      question_ = std::move(question);
    }
    return *answer_;
  }

  void forget() { answer_ = nullptr; }

 private:
  std::optional<Question> question_;
  std::shared_ptr<const Answer> answer_;
};

}  // namespace cadre
