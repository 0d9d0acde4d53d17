// The search index of the command palette: names of commands, places and people, folded once.
//
// Fast even on a plan of a whole country: all names are in one block of text, a query that extends
// the last one searches only the previous matches, and results are distributed into ranks instead
// of being sorted.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "model/plan.h"
#include "text/strings.h"

namespace cadre::ui {

enum class FoundKind : std::uint8_t {
  kCommand,
  kTable,
  kScenario,
  kRound,
  kQuota,
  kUnit,
  kCadre,
  kPost
};

struct Found {
  FoundKind kind;
  std::uint32_t index;  // index in the list of its kind
  // 0: the label begins with the query; 1: the query matches at the beginning of a word of the
  // label; 2: each word of the query begins a word of the label; 3: the same in
  // label or details; 4: some word only matches inside other words.
  std::uint8_t rank;
  friend bool operator==(const Found&, const Found&) = default;
};

class PaletteIndex {
 public:
  // `label` and `details` are search keys (see searchKey); entries added first are found first.
  void add(FoundKind kind, std::uint32_t index, std::string_view label, std::string_view details);

  // All entries that contain every word of the query (a search key), best first; all entries for an
  // empty query. Valid until the next search.
  const std::vector<Found>& search(std::string_view query);

  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::uint32_t begin;
    std::uint32_t label_size;
    std::uint32_t index;
    FoundKind kind;
  };

  [[nodiscard]] std::string_view textOf(std::size_t entry) const;

  std::string text_;  // label, line break and details of each entry
  std::vector<Entry> entries_;
  std::string last_query_;
  std::vector<std::uint32_t> matching_;  // matches of the last query, in entry order
  std::vector<Found> found_;
};

// The units, officials and posts of a plan, indexed incrementally. Names of units and titles are
// folded once, however many posts they have.
class PlanNames {
 public:
  PlanNames(const Plan& plan, text::Language language);

  // Indexes that many more names; returns true when all are done.
  bool step(std::size_t count);
  // Whether the index was built from that plan.
  [[nodiscard]] bool areOf(const Plan& plan, text::Language language) const;
  // REQUIRES: step() has returned true.
  [[nodiscard]] PaletteIndex& index() { return index_; }

 private:
  [[nodiscard]] std::string_view districtAbove(UnitId unit) const;
  void addUnit(std::size_t unit);
  void addCadre(std::size_t cadre);
  void addPost(std::size_t post);

  std::shared_ptr<const Structure> structure_;
  std::shared_ptr<const Roster> roster_;
  text::Language language_;
  std::size_t next_ = 0;  // progress over units to fold, units, officials and posts, in this order
  std::vector<std::string> titles_;
  std::vector<std::string> units_;
  std::string label_;
  std::string details_;
  PaletteIndex index_;
};

// Folded (text/fold.h), and with "dd", the Telex spelling, as "d": "Đông", "Dong" and "ddong"
// match.
[[nodiscard]] std::string searchKey(std::string_view utf8);

}  // namespace cadre::ui
