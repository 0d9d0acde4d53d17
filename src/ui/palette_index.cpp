#include "ui/palette_index.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

#include "text/fold.h"

namespace cadre::ui {
namespace {

constexpr std::uint8_t kWorstRank = 4;

// Letters and digits; what is not ASCII counts as a letter.
bool isLetter(char c) {
  const auto code = static_cast<unsigned char>(c);
  return (code >= 'a' && code <= 'z') || (code >= '0' && code <= '9') || code >= 0x80;
}

// Where `word` begins a word of `text`; npos when it does not.
std::size_t findAtWord(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + 1)) {
    if (at == 0 || !isLetter(text[at - 1])) return at;
  }
  return std::string_view::npos;
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
    if (text.find(word) == std::string_view::npos) return std::nullopt;
    const std::size_t at = findAtWord(text, word);
    const std::uint8_t of_word = at == std::string_view::npos ? kWorstRank
                                 : at < label_size            ? 2
                                                              : 3;
    rank = std::max(rank, of_word);
  }
  if (rank != 2) return rank;
  const std::size_t whole = findAtWord(text.substr(0, label_size), query);
  if (whole == 0) return 0;
  return whole == std::string_view::npos ? 2 : 1;
}

}  // namespace

void PaletteIndex::add(FoundKind kind, std::uint32_t place, std::string_view label,
                       std::string_view details) {
  entries_.push_back({static_cast<std::uint32_t>(text_.size()),
                      static_cast<std::uint32_t>(label.size()), place, kind});
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
    by_rank[*rank].push_back({entry.kind, entry.place, *rank});
  }
  matching_.resize(kept);
  last_query_ = query;
  found_.clear();
  for (const std::vector<Found>& rank : by_rank) {
    found_.insert(found_.end(), rank.begin(), rank.end());
  }
  return found_;
}

PaletteIndex namesOf(const Plan& plan, text::Language language) {
  const auto placeOf = [](std::size_t i) { return static_cast<std::uint32_t>(i); };
  PaletteIndex index;
  const Structure& structure = *plan.structure;
  std::vector<std::string> units;
  units.reserve(structure.units.size());
  for (const Unit& unit : structure.units) units.push_back(searchKey(unit.name));
  const auto above = [&](UnitId unit) {
    const UnitId district = structure.districtOf(unit);
    return district && district != unit ? units[district.index()] : std::string();
  };
  for (std::size_t i = 0; i < units.size(); ++i) {
    index.add(FoundKind::kUnit, placeOf(i), units[i],
              above(UnitId{i}) + " " + searchKey(structure.units[i].key));
  }
  const std::vector<Cadre>& cadres = plan.roster->cadres;
  for (std::size_t i = 0; i < cadres.size(); ++i) {
    index.add(FoundKind::kCadre, placeOf(i), searchKey(cadres[i].name), searchKey(cadres[i].key));
  }
  std::vector<std::string> titles;
  for (const Title& title : structure.titles) {
    titles.push_back(searchKey(title.name.in(language)));
  }
  for (std::size_t i = 0; i < structure.posts.size(); ++i) {
    const Post& post = structure.posts[i];
    index.add(FoundKind::kPost, placeOf(i),
              titles[post.title.index()] + " " + units[post.unit.index()],
              above(post.unit) + " " + searchKey(post.key));
  }
  return index;
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
