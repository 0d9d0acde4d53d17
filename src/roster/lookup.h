// Resolves references in cells of a roster table: by id, by an id that lost its leading zeros in a
// spreadsheet, or by name. If nothing or more than one record matches, the result is a message that
// says what to write instead.
//
// Indices for slow look-ups (names) are built on first use, and results for units and titles are
// cached, since thousands of rows refer to the same few. Internal to the roster import. REQUIRES:
// the plan outlives it.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/message.h"
#include "model/plan.h"
#include "plan_io/key_index.h"

namespace cadre::roster {

template <class T>
using Parsed = std::expected<T, Message>;

// A record, and whether the leading zeros of its id had to be restored.
template <class I>
struct Found {
  I id;
  bool repaired = false;
};

// "[id]" at the end of a text, and the text before it.
template <class I>
struct Bracketed {
  I id;
  std::string_view name;
};

class Lookup {
 public:
  explicit Lookup(const Plan& plan) : plan_(plan), keys_(plan_io::indexOf(plan)) {}

  [[nodiscard]] const plan_io::KeyIndex& keys() const { return keys_; }

  // "name [id]", "id", "name" or "name, name of a unit above".
  [[nodiscard]] Parsed<Found<UnitId>> unit(std::string_view text);
  // The same for posts; a post's name is "title, unit".
  [[nodiscard]] Parsed<PostId> post(std::string_view text);
  [[nodiscard]] Parsed<TitleId> title(std::string_view text);
  // The official with that id; none if there is none. Several ids may have lost the same zeros.
  [[nodiscard]] Parsed<Found<CadreId>> cadre(std::string_view text);
  // Officials with exactly that name.
  [[nodiscard]] const std::vector<CadreId>& cadresNamed(const std::string& name);

 private:
  template <class I>
  using ByText = std::unordered_map<std::string, std::vector<I>>;

  [[nodiscard]] Parsed<Found<UnitId>> findUnit(std::string_view text);
  [[nodiscard]] Parsed<TitleId> findTitle(std::string_view text) const;
  [[nodiscard]] Parsed<UnitId> unitNamed(std::string_view text);
  [[nodiscard]] bool isCalled(UnitId unit, std::string_view folded) const;
  void indexUnitNames();

  const Plan& plan_;
  plan_io::KeyIndex keys_;
  std::optional<ByText<UnitId>> unit_names_;   // folded, with and without "xã", "phường", …
  std::optional<ByText<UnitId>> unit_digits_;  // ids without their leading zeros
  std::optional<ByText<PostId>> post_names_;   // folded, in both languages
  std::optional<ByText<CadreId>> cadre_digits_;
  std::optional<ByText<CadreId>> cadre_names_;
  std::unordered_map<std::string, Found<UnitId>> known_units_;  // by text
  std::unordered_map<std::string, TitleId> known_titles_;
};

// The record whose id is given in brackets at the end of the text. Ids and names may contain
// brackets themselves, so the match is decided by `written`, the text of a record as exported.
template <class I, class Written>
std::optional<Bracketed<I>> bracketed(std::string_view text, const plan_io::KeyMap<I>& map,
                                      Written&& written) {
  if (!text.ends_with(']')) return std::nullopt;
  std::optional<Bracketed<I>> out;
  for (std::size_t open = text.rfind('['); open != std::string_view::npos;
       open = open == 0 ? std::string_view::npos : text.rfind('[', open - 1)) {
    const auto found = map.find(text.substr(open + 1, text.size() - open - 2));
    if (found == map.end()) continue;
    const Bracketed<I> candidate{found->second, text.substr(0, open)};
    if (written(found->second) == text) return candidate;
    if (!out) out = candidate;
  }
  return out;
}

// "name [id]", as exported.
[[nodiscard]] std::string namedText(std::string_view name, std::string_view key);

// "“found” is no …".
[[nodiscard]] Message noSuch(text::Str what, std::string_view found);

// The text in quotation marks, shortened if it is long.
[[nodiscard]] std::string shown(std::string_view text);

}  // namespace cadre::roster
