// What the command palette searches: names of commands, places and people, folded once.
//
// Searching is quick on a plan of a whole country: the words stand in one block of text, a query
// that goes on from the last one looks only at what was found then, and nothing is sorted, only
// dealt into ranks.
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
  std::uint32_t place;  // in the list of its kind
  // 0: the label begins with the query; 1: the query stands at the beginning of a word of it; 2:
  // each word of the query begins one of the label; 3: one of label or details; 4: some word is
  // found only in the midst of others.
  std::uint8_t rank;
  friend bool operator==(const Found&, const Found&) = default;
};

class PaletteIndex {
 public:
  // `label` and `details` as searchKey gives them; what is added first is found first.
  void add(FoundKind kind, std::uint32_t place, std::string_view label, std::string_view details);

  // Everything in which each word of the query (a search key) stands somewhere, best first; all of
  // it for an empty query. Valid until the next search.
  const std::vector<Found>& search(std::string_view query);

  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::uint32_t begin;
    std::uint32_t label_size;
    std::uint32_t place;
    FoundKind kind;
  };

  [[nodiscard]] std::string_view textOf(std::size_t entry) const;

  std::string text_;  // label, line break, details of each
  std::vector<Entry> entries_;
  std::string last_query_;
  std::vector<std::uint32_t> matching_;  // the last query; in the order of entries
  std::vector<Found> found_;
};

// The units, officials and posts of a plan, made ready to be searched little by little. Names of
// units and titles are folded once, however many posts they have.
class PlanNames {
 public:
  PlanNames(const Plan& plan, text::Language language);

  // Takes in so many names more; true when there are no more.
  bool step(std::size_t count);
  // Whether they are the names of that plan.
  [[nodiscard]] bool areOf(const Plan& plan, text::Language language) const;
  // REQUIRES: step() has answered true.
  [[nodiscard]] PaletteIndex& index() { return index_; }

 private:
  [[nodiscard]] std::string_view districtAbove(UnitId unit) const;
  void addUnit(std::size_t unit);
  void addCadre(std::size_t cadre);
  void addPost(std::size_t post);

  std::shared_ptr<const Structure> structure_;
  std::shared_ptr<const Roster> roster_;
  text::Language language_;
  std::size_t next_ = 0;  // of units to fold, units, officials and posts, in this order
  std::vector<std::string> titles_;
  std::vector<std::string> units_;
  std::string label_;
  std::string details_;
  PaletteIndex index_;
};

// Folded (text/fold.h), and "dd", as Telex writes it, as "d": "Đông", "Dong" and "ddong" are one.
[[nodiscard]] std::string searchKey(std::string_view utf8);

}  // namespace cadre::ui
