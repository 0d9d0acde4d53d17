#include "model/consultation.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace cadre {
namespace {

bool speaks(const Consent& views, Party party) {
  return views.of(party) != View::kUnasked || views.noteOf(party) != ViewNote{};
}

PostId destinationFor(Party party, PostId to) { return party == Party::kOrigin ? PostId{} : to; }

void addTo(Consultation& entry, const Consultation& said) {
  for (const Party party : kParties) {
    if (!speaks(said.views, party)) continue;
    entry.views.set(party, said.views.of(party));
    entry.views.noteOf(party) = said.views.noteOf(party);
  }
  if (said.views.extra) entry.views.extra = said.views.extra;
  if (said.on) entry.on = said.on;
  if (!said.wishes.empty()) entry.wishes = said.wishes;
  if (!said.note.empty()) entry.note = said.note;
  if (said.extra) entry.extra = said.extra;
}

}  // namespace

bool isSilent(const Consent& views) {
  return !views.extra && std::none_of(kParties.begin(), kParties.end(),
                                      [&](Party party) { return speaks(views, party); });
}

bool isSilent(const Consultation& entry) {
  return isSilent(entry.views) && !entry.on && entry.wishes.empty() && entry.note.empty() &&
         !entry.extra;
}

ConsultationIndex::ConsultationIndex(std::span<const Consultation> entries)
    : is_empty_(entries.empty()) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    for (const Party party : kParties) {
      if (!speaks(entries[i].views, party)) continue;
      words_[static_cast<std::size_t>(party)].push_back(
          {entries[i].cadre, destinationFor(party, entries[i].to), entries[i].views.of(party), i});
    }
  }
  for (std::vector<Word>& words : words_) {
    const auto about = [](const Word& word) { return std::pair(word.cadre, word.to); };
    // Best first: a view beats a mere note, and a later entry beats an earlier one.
    const auto key = [&](const Word& word) {
      return std::tuple(about(word), word.view == View::kUnasked, ~word.place);
    };
    std::sort(words.begin(), words.end(),
              [&](const Word& a, const Word& b) { return key(a) < key(b); });
    const auto end = std::unique(words.begin(), words.end(), [&](const Word& a, const Word& b) {
      return about(a) == about(b);
    });
    words.erase(end, words.end());
  }
}

const ConsultationIndex::Word* ConsultationIndex::wordOf(CadreId cadre, PostId to,
                                                         Party party) const {
  const std::vector<Word>& words = words_[static_cast<std::size_t>(party)];
  const std::pair wanted(cadre, destinationFor(party, to));
  const auto found = std::lower_bound(
      words.begin(), words.end(), wanted,
      [](const Word& word, const auto& key) { return std::pair(word.cadre, word.to) < key; });
  const bool is_there = found != words.end() && std::pair(found->cadre, found->to) == wanted;
  return is_there ? &*found : nullptr;
}

Views ConsultationIndex::find(CadreId cadre, PostId to) const {
  Views out;
  for (const Party party : kParties) {
    if (const Word* word = wordOf(cadre, to, party)) out.set(party, word->view);
  }
  return out;
}

std::optional<std::size_t> ConsultationIndex::placeOf(CadreId cadre, PostId to, Party party) const {
  const Word* word = wordOf(cadre, to, party);
  if (word == nullptr) return std::nullopt;
  return word->place;
}

Consent consentOf(std::span<const Consultation> entries, const ConsultationIndex& index,
                  CadreId cadre, PostId to) {
  Consent out;
  for (const Party party : kParties) {
    const std::optional<std::size_t> place = index.placeOf(cadre, to, party);
    if (!place) continue;
    const Consultation& entry = entries[*place];
    out.set(party, entry.views.of(party));
    ViewNote& said = out.noteOf(party);
    said = entry.views.noteOf(party);
    if (!said.on) said.on = entry.on;
  }
  return out;
}

void enter(std::vector<Consultation>& entries, std::span<const Consultation> said) {
  if (said.empty()) return;
  std::map<std::pair<CadreId, PostId>, std::size_t> last;
  for (std::size_t i = 0; i < entries.size(); ++i) last[{entries[i].cadre, entries[i].to}] = i;
  for (const Consultation& entry : said) {
    const auto [at, is_first] = last.try_emplace({entry.cadre, entry.to}, entries.size());
    if (is_first) {
      entries.push_back(entry);
    } else {
      addTo(entries[at->second], entry);
    }
  }
}

std::vector<std::size_t> withoutMove(const Round& round) {
  std::vector<std::pair<CadreId, PostId>> moves;
  moves.reserve(round.moves.size());
  for (const Move& move : round.moves) moves.emplace_back(move.cadre, move.to);
  std::sort(moves.begin(), moves.end());
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < round.consultations.size(); ++i) {
    const std::pair about(round.consultations[i].cadre, round.consultations[i].to);
    if (!std::binary_search(moves.begin(), moves.end(), about)) out.push_back(i);
  }
  return out;
}

}  // namespace cadre
