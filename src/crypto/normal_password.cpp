#include "crypto/normal_password.h"

#include <algorithm>
#include <cstddef>

#include "crypto/composition_table.h"
#include "text/utf8.h"

namespace cadre::crypto {
namespace {

// Hangul syllables consist of a leading consonant, a vowel and an optional trailing consonant.
constexpr char32_t kSyllables = 0xAC00;
constexpr char32_t kLeading = 0x1100;
constexpr char32_t kVowels = 0x1161;
constexpr char32_t kTrailing = 0x11A7;  // one before the first
constexpr char32_t kLeadingCount = 19;
constexpr char32_t kVowelCount = 21;
constexpr char32_t kTrailingCount = 28;
constexpr char32_t kSyllableCount = kLeadingCount * kVowelCount * kTrailingCount;

std::uint8_t classOf(char32_t character) {
  const auto table = combiningClasses();
  const auto at = std::ranges::lower_bound(table, character, {}, &CombiningClass::character);
  return at == table.end() || at->character != character ? std::uint8_t{0} : at->value;
}

void appendDecomposed(std::u32string& out, char32_t character) {
  const char32_t syllable = character - kSyllables;
  if (syllable < kSyllableCount) {
    out += kLeading + syllable / (kVowelCount * kTrailingCount);
    out += kVowels + syllable / kTrailingCount % kVowelCount;
    if (syllable % kTrailingCount != 0) out += kTrailing + syllable % kTrailingCount;
    return;
  }
  const auto table = decompositions();
  const auto at = std::ranges::lower_bound(table, character, {}, &Decomposition::whole);
  if (at == table.end() || at->whole != character) {
    out += character;
    return;
  }
  for (const char32_t part : decomposedCharacters().subspan(at->first, at->count)) out += part;
}

// Sorts the marks on one letter by their combining classes.
void orderMarks(std::u32string& text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    if (classOf(text[begin]) == 0) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < text.size() && classOf(text[end]) != 0) ++end;
    const auto at = [&](std::size_t i) { return text.begin() + static_cast<std::ptrdiff_t>(i); };
    std::stable_sort(at(begin), at(end),
                     [](char32_t a, char32_t b) { return classOf(a) < classOf(b); });
    begin = end;
  }
}

// The composition of the two characters; 0 when there is none.
char32_t composed(char32_t first, char32_t second) {
  if (first - kLeading < kLeadingCount && second - kVowels < kVowelCount) {
    return kSyllables + ((first - kLeading) * kVowelCount + (second - kVowels)) * kTrailingCount;
  }
  const bool is_open =
      first - kSyllables < kSyllableCount && (first - kSyllables) % kTrailingCount == 0;
  if (is_open && second > kTrailing && second - kTrailing < kTrailingCount) {
    return first + (second - kTrailing);
  }
  const auto table = compositions();
  const auto at =
      std::lower_bound(table.begin(), table.end(), std::pair(first, second),
                       [](const Composition& entry, const std::pair<char32_t, char32_t>& wanted) {
                         return std::pair(entry.first, entry.second) < wanted;
                       });
  return at != table.end() && at->first == first && at->second == second ? at->whole : 0;
}

void compose(std::u32string& text) {
  constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t starter = kNone;  // index in the output so far
  std::size_t size = 0;
  std::uint8_t last_class = 0;  // the class of the last character since the starter
  for (const char32_t character : text) {
    const std::uint8_t own = classOf(character);
    const bool is_next = starter != kNone && starter + 1 == size;
    const bool is_blocked = !is_next && (last_class == 0 || last_class >= own);
    const char32_t whole =
        starter == kNone || is_blocked ? U'\0' : composed(text[starter], character);
    if (whole != 0) {
      text[starter] = whole;
      continue;
    }
    if (own == 0) starter = size;
    last_class = own;
    text[size++] = character;
  }
  text.resize(size);
}

}  // namespace

std::optional<std::string> normalPassword(std::string_view utf8) {
  std::u32string text;
  while (!utf8.empty()) {
    const text::Decoded next = text::decodeFirst(utf8);
    if (!next.valid) return std::nullopt;
    appendDecomposed(text, next.code);
    utf8.remove_prefix(next.length);
  }
  orderMarks(text);
  compose(text);
  std::string out;
  for (const char32_t character : text) text::appendUtf8(out, character);
  // Erases intermediate results from memory.
  std::fill(text.begin(), text.end(), U'\0');
  return out;
}

}  // namespace cadre::crypto
