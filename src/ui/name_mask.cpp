#include "ui/name_mask.h"

#include <algorithm>

#include "text/utf8.h"

namespace cadre::ui {
namespace {

using text::Str;

// A letter, a digit, or a byte of a non-ASCII letter; the characters U+2010 to U+2026 are not.
bool isOfWord(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z');
  }
  std::size_t start = at;
  while (start > 0 && text::continuesCharacter(text[start])) --start;
  return text.substr(start, 2) != "\xE2\x80";
}

bool beginsWord(std::string_view text, std::size_t at) {
  return isOfWord(text, at) && (at == 0 || !isOfWord(text, at - 1));
}

bool endsWord(std::string_view text, std::size_t end) {
  return isOfWord(text, end - 1) && (end == text.size() || !isOfWord(text, end));
}

}  // namespace

std::string NameMask::nameOf(CadreId cadre, text::Language language) {
  const auto [entry, is_new] = numbers_.try_emplace(cadre, static_cast<int>(numbers_.size()) + 1);
  return text::render(Message{Str::meeting_masked_name, {{"number", std::int64_t{entry->second}}}},
                      language);
}

void NameMask::learn(const Plan& plan) {
  if (learnt_ == plan.roster) return;
  cadres_.clear();
  longest_ = 0;
  learnt_ = plan.roster;
  for (std::size_t i = 0; i < learnt_->cadres.size(); ++i) {
    const std::string& name = learnt_->cadres[i].name;
    if (name.empty()) continue;
    cadres_.try_emplace(name, CadreId{i});
    longest_ = std::max(longest_, name.size());
  }
}

std::string NameMask::masked(std::string_view text, const Plan& plan, text::Language language) {
  learn(plan);
  std::string out;
  std::size_t at = 0;
  while (at < text.size()) {
    CadreId found;
    std::size_t length = 0;
    // The longest name that begins here: "Lê Văn An" may be a prefix of another name.
    if (beginsWord(text, at)) {
      for (std::size_t end = std::min(text.size(), at + longest_); end > at && !found; --end) {
        if (!endsWord(text, end)) continue;
        const auto entry = cadres_.find(text.substr(at, end - at));
        if (entry == cadres_.end()) continue;
        found = entry->second;
        length = end - at;
      }
    }
    if (found) {
      out += nameOf(found, language);
      at += length;
    } else {
      out += text[at++];
    }
  }
  return out;
}

}  // namespace cadre::ui
