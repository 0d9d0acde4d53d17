#include "ui/palette_index.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

#include "text/fold.h"

namespace cadre::ui {
namespace {

constexpr std::uint8_t kWorstRank = 4;

// Letters and digits; non-ASCII characters count as letters.
bool isLetter(char c) {
  const auto code = static_cast<unsigned char>(c);
  return (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9') || code >= 0x80;
}

struct Match {
  std::size_t at = std::string_view::npos;  // at the beginning of a word, if possible
  bool begins_word = false;
};

// Finds `word` in `text`; `at` is npos when there is no match.
Match matchOf(std::string_view text, std::string_view word) {
  Match out;
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    if (at == 0 || !isLetter(text[at - 1])) return {at, true};
    out.at = at;
  }
  return out;
}

std::vector<std::string_view> wordsOf(std::string_view query) {
  std::vector<std::string_view> out;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find(' '), query.size());
    if (end > 0) out.push_back(query.substr(0, end));
    query.remove_prefix(std::min(end + 1, query.size()));
  }
  return out;
}

std::optional<std::uint8_t> rankOf(std::string_view text, std::size_t label_size,
                                   std::string_view query,
                                   const std::vector<std::string_view>& words) {
  std::uint8_t rank = 2;
  for (const std::string_view word : words) {
    const Match match = matchOf(text, word);
    if (match.at == std::string_view::npos) return std::nullopt;
    const std::uint8_t of_word = !match.begins_word ? kWorstRank : match.at < label_size ? 2 : 3;
    rank = std::max(rank, of_word);
  }
  if (rank != 2) return rank;
  const Match whole = matchOf(text.substr(0, label_size), query);
  if (!whole.begins_word) return 2;
  return whole.at == 0 ? 0 : 1;
}

}  // namespace

void PaletteIndex::add(FoundKind kind, std::uint32_t index, std::string_view label,
                       std::string_view details) {
  entries_.push_back({static_cast<std::uint32_t>(text_.size()),
                      static_cast<std::uint32_t>(label.size()), index, kind});
  text_ += label;
  text_ += '\n';
  text_ += details;
  last_query_.clear();
  matching_.clear();
}

std::string_view PaletteIndex::textOf(std::size_t entry) const {
  const std::size_t begin = entries_[entry].begin;
  const std::size_t end = entry + 1 < entries_.size() ? entries_[entry + 1].begin : text_.size();
  return std::string_view(text_).substr(begin, end - begin);
}

const std::vector<Found>& PaletteIndex::search(std::string_view query) {
  while (query.ends_with(' ')) query.remove_suffix(1);
  const std::vector<std::string_view> words = wordsOf(query);
  const bool goes_on = !last_query_.empty() && query.starts_with(last_query_);
  if (!goes_on) {
    matching_.resize(entries_.size());
    std::iota(matching_.begin(), matching_.end(), 0U);
  }
  std::array<std::vector<Found>, kWorstRank + 1> by_rank;
  std::size_t kept = 0;
  for (const std::uint32_t i : matching_) {
    const Entry& entry = entries_[i];
    const std::optional<std::uint8_t> rank =
        words.empty() ? std::optional<std::uint8_t>(0)
                      : rankOf(textOf(i), entry.label_size, query, words);
    if (!rank) continue;
    matching_[kept++] = i;
    by_rank[*rank].push_back({entry.kind, entry.index, *rank});
  }
  matching_.resize(kept);
  last_query_ = query;
  found_.clear();
  for (const std::vector<Found>& rank : by_rank) {
    found_.insert(found_.end(), rank.begin(), rank.end());
  }
  return found_;
}

PlanNames::PlanNames(const Plan& plan, text::Language language)
    : structure_(plan.structure), roster_(plan.roster), language_(language) {
  for (const Title& title : structure_->titles) {
    titles_.push_back(searchKey(title.name.in(language)));
  }
  units_.reserve(structure_->units.size());
}

bool PlanNames::areOf(const Plan& plan, text::Language language) const {
  return plan.structure == structure_ && plan.roster == roster_ && language == language_;
}

bool PlanNames::step(std::size_t count) {
  const std::size_t units = structure_->units.size();
  const std::size_t cadres = units + roster_->cadres.size() + units;
  const std::size_t all = cadres + structure_->posts.size();
  for (; count > 0 && next_ < all; --count, ++next_) {
    if (next_ < units) {
      units_.push_back(searchKey(structure_->units[next_].name));
    } else if (next_ < 2 * units) {
      addUnit(next_ - units);
    } else if (next_ < cadres) {
      addCadre(next_ - 2 * units);
    } else {
      addPost(next_ - cadres);
    }
  }
  return next_ == all;
}

std::string_view PlanNames::districtAbove(UnitId unit) const {
  const UnitId district = structure_->districtOf(unit);
  return district && district != unit ? std::string_view(units_[district.index()])
                                      : std::string_view();
}

void PlanNames::addUnit(std::size_t unit) {
  details_ = districtAbove(UnitId{unit});
  details_ += ' ';
  details_ += searchKey(structure_->units[unit].key);
  index_.add(FoundKind::kUnit, static_cast<std::uint32_t>(unit), units_[unit], details_);
}

void PlanNames::addCadre(std::size_t cadre) {
  index_.add(FoundKind::kCadre, static_cast<std::uint32_t>(cadre),
             searchKey(roster_->cadres[cadre].name), searchKey(roster_->cadres[cadre].key));
}

void PlanNames::addPost(std::size_t post) {
  const Post& it = structure_->posts[post];
  label_ = titles_[it.title.index()];
  label_ += ' ';
  label_ += units_[it.unit.index()];
  details_ = districtAbove(it.unit);
  details_ += ' ';
  details_ += searchKey(it.key);
  index_.add(FoundKind::kPost, static_cast<std::uint32_t>(post), label_, details_);
}

std::string searchKey(std::string_view utf8) {
  std::string out = text::fold(utf8);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (out[i] == 'd' && kept > 0 && out[kept - 1] == 'd') continue;
    out[kept++] = out[i];
  }
  out.resize(kept);
  return out;
}

}  // namespace cadre::ui
