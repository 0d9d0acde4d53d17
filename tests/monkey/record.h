// What a monkey run reports to the process watching it: in shared memory, so that it survives a
// crash.
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

  // Shared by this process and its forks. Never freed.
  static Record& make();

  // Clears the last run's report; the statistics continue.
  void begin();
  void beginAct(int number);
  [[nodiscard]] int act() const { return act_; }

  // The description of an act, before it is performed.
  void say(std::string_view sentence);
  // The last acts, oldest first.
  [[nodiscard]] std::vector<std::string> sentences() const;

  // Reports a failure and ends the process.
  [[noreturn]] void fault(std::string_view what);
  // Empty if nothing was reported.
  [[nodiscard]] std::string faultText() const;

  // Counts how often something was done or reached.
  void count(std::string_view what);
  struct Tally {
    std::array<char, 72> name;
    long count;
  };
  [[nodiscard]] std::vector<Tally> tallies() const;

  // The most expensive frame so far, and all frames, in seconds of processor time.
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
