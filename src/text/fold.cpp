#include "text/fold.h"

#include <array>
#include <cstddef>

#include "text/utf8.h"

namespace cadre::text {
namespace {

struct Range {
  char32_t first;
  char32_t last;
  char base;
};

// Latin letters with marks, both cases (blocks Latin-1 Supplement, Latin Extended-A and -B, Latin
// Extended Additional).
constexpr std::array<Range, 29> kRanges = {{
    {0xC0, 0xC5, 'a'},     {0xC8, 0xCB, 'e'},     {0xCC, 0xCF, 'i'},     {0xD2, 0xD6, 'o'},
    {0xD9, 0xDC, 'u'},     {0xDD, 0xDD, 'y'},     {0xE0, 0xE5, 'a'},     {0xE8, 0xEB, 'e'},
    {0xEC, 0xEF, 'i'},     {0xF2, 0xF6, 'o'},     {0xF9, 0xFC, 'u'},     {0xFD, 0xFD, 'y'},
    {0xFF, 0xFF, 'y'},     {0x100, 0x105, 'a'},   {0x110, 0x111, 'd'},   {0x112, 0x11B, 'e'},
    {0x128, 0x131, 'i'},   {0x14C, 0x151, 'o'},   {0x168, 0x173, 'u'},   {0x1A0, 0x1A1, 'o'},
    {0x1AF, 0x1B0, 'u'},   {0x1EA0, 0x1EB7, 'a'}, {0x1EB8, 0x1EC7, 'e'}, {0x1EC8, 0x1ECB, 'i'},
    {0x1ECC, 0x1EE3, 'o'}, {0x1EE4, 0x1EF1, 'u'}, {0x1EF2, 0x1EF9, 'y'}, {0xC7, 0xC7, 'c'},
    {0xE7, 0xE7, 'c'},
}};

constexpr bool isCombiningMark(char32_t code) { return code >= 0x300 && code <= 0x36F; }

// The base letter of each code point in the two ranges that contain them all; 0 if there is none.
constexpr char32_t kFirstLow = 0xC0;
constexpr char32_t kFirstHigh = 0x1EA0;
constexpr std::size_t kLow = 0x1B1 - kFirstLow;
constexpr std::size_t kHigh = 0x1EFA - kFirstHigh;

template <std::size_t kSize>
constexpr std::array<char, kSize> basesFrom(char32_t first) {
  std::array<char, kSize> out{};
  for (const Range& range : kRanges) {
    for (char32_t code = range.first; code <= range.last; ++code) {
      if (code >= first && code < first + kSize) out[code - first] = range.base;
    }
  }
  return out;
}

constexpr std::array<char, kLow> kLowBases = basesFrom<kLow>(kFirstLow);
constexpr std::array<char, kHigh> kHighBases = basesFrom<kHigh>(kFirstHigh);

// For non-ASCII characters.
char32_t foldOne(char32_t code) {
  char base = 0;
  if (code >= kFirstLow && code < kFirstLow + kLow) base = kLowBases[code - kFirstLow];
  if (code >= kFirstHigh && code < kFirstHigh + kHigh) base = kHighBases[code - kFirstHigh];
  return base == 0 ? code : static_cast<char32_t>(base);
}

constexpr char foldAscii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

constexpr bool isSpace(char32_t code) {
  return code == ' ' || (code >= 0x09 && code <= 0x0D) || code == 0xA0;
}

}  // namespace

std::string fold(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  bool space_due = false;
  while (!utf8.empty()) {
    // By far the most frequent case.
    if (const char c = utf8.front(); c > ' ' && c <= '~') {
      if (space_due) out += ' ';
      space_due = false;
      out += foldAscii(c);
      utf8.remove_prefix(1);
      continue;
    }
    const Decoded next = decodeFirst(utf8);
    utf8.remove_prefix(next.length);
    if (!next.valid || isCombiningMark(next.code)) continue;
    if (isSpace(next.code)) {
      space_due = !out.empty();
      continue;
    }
    if (space_due) out += ' ';
    space_due = false;
    appendUtf8(out, foldOne(next.code));
  }
  return out;
}

bool matchesFolded(std::string_view haystack, std::string_view query) {
  while (!query.empty()) {
    const std::size_t end = query.find(' ');
    const std::string_view word = query.substr(0, end);
    if (!word.empty() && haystack.find(word) == std::string_view::npos) return false;
    if (end == std::string_view::npos) break;
    query.remove_prefix(end + 1);
  }
  return true;
}

}  // namespace cadre::text
