// What a run of the monkey tells the process that watches it: kept in memory that both see, so that
// it is there after a crash.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cadre::monkey {

class Record {
 public:
  static constexpr std::size_t kSentences = 24;
  static constexpr std::size_t kTallies = 512;

  // Shared by this process and those that it forks. Never given back.
  static Record& make();

  // Forgets what the last run said; tallies go on.
  void begin();
  void beginAct(int number);
  [[nodiscard]] int act() const { return act_; }

  // The act in words, before it is done.
  void say(std::string_view sentence);
  // The last acts, oldest first.
  [[nodiscard]] std::vector<std::string> sentences() const;

  // What is wrong; ends the process.
  [[noreturn]] void fault(std::string_view what);
  // Empty: nothing was said.
  [[nodiscard]] std::string faultText() const;

  // Counts how often something was done or reached.
  void count(std::string_view what);
  struct Tally {
    std::array<char, 72> name;
    long count;
  };
  [[nodiscard]] std::vector<Tally> tallies() const;

  // Of the costliest frame so far, and of all frames, in seconds of the processor.
  void noteFrame(double seconds);
  [[nodiscard]] double slowest() const { return slowest_; }
  [[nodiscard]] long frames() const { return frames_; }

 private:
  struct Sentence {
    int act;
    std::array<char, 240> text;
  };

  int act_ = 0;
  std::size_t said_ = 0;
  std::array<Sentence, kSentences> sentences_;
  std::array<char, 4096> fault_;
  std::array<Tally, kTallies> tallies_;
  double slowest_ = 0;
  long frames_ = 0;
};

}  // namespace cadre::monkey
