#include "record.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <span>

#include <sys/mman.h>
#include <unistd.h>

namespace cadre::monkey {
namespace {

void put(std::span<char> room, std::string_view text) {
  const std::size_t length = std::min(text.size(), room.size() - 1);
  std::copy_n(text.begin(), length, room.begin());
  room[length] = '\0';
}

}  // namespace

Record& Record::make() {
  void* memory =
      mmap(nullptr, sizeof(Record), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) {
    std::perror("mmap");
    std::exit(2);
  }
  return *new (memory) Record();
}

void Record::begin() {
  act_ = 0;
  said_ = 0;
  fault_[0] = '\0';
}

void Record::beginAct(int number) { act_ = number; }

void Record::say(std::string_view sentence) {
  Sentence& next = sentences_[said_ % kSentences];
  next.act = act_;
  put(next.text, sentence);
  ++said_;
}

std::vector<std::string> Record::sentences() const {
  std::vector<std::string> out;
  for (std::size_t i = said_ - std::min(said_, kSentences); i < said_; ++i) {
    const Sentence& sentence = sentences_[i % kSentences];
    out.push_back(std::to_string(sentence.act) + ": " + sentence.text.data());
  }
  return out;
}

void Record::fault(std::string_view what) {
  put(fault_, what);
  // At once, because the process's memory may be corrupt.
  _exit(1);
}

std::string Record::faultText() const { return fault_.data(); }

void Record::count(std::string_view what) {
  for (Tally& tally : tallies_) {
    if (tally.count == 0) put(tally.name, what);
    if (std::string_view(tally.name.data()) != what.substr(0, tally.name.size() - 1)) continue;
    ++tally.count;
    return;
  }
}

std::vector<Record::Tally> Record::tallies() const {
  std::vector<Tally> out;
  for (const Tally& tally : tallies_) {
    if (tally.count > 0) out.push_back(tally);
  }
  return out;
}

void Record::noteFrame(double seconds) {
  slowest_ = std::max(slowest_, seconds);
  ++frames_;
}

}  // namespace cadre::monkey
