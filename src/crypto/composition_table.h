// Unicode's data for the form NFC; the tables are made by cmake/make_composition_table.py. Hangul
// syllables are not in them: they follow a formula.
#pragma once

#include <cstdint>
#include <span>

namespace cadre::crypto {

// A character and what it is made of, in full.
struct Decomposition {
  char32_t whole;
  std::uint16_t first;  // into decomposedCharacters()
  std::uint16_t count;
};
struct CombiningClass {
  char32_t character;
  std::uint8_t value;  // never 0
};
struct Composition {
  char32_t first;
  char32_t second;
  char32_t whole;
};

// Each sorted by its first field (and second).
[[nodiscard]] std::span<const Decomposition> decompositions();
[[nodiscard]] std::span<const char32_t> decomposedCharacters();
[[nodiscard]] std::span<const CombiningClass> combiningClasses();
[[nodiscard]] std::span<const Composition> compositions();

}  // namespace cadre::crypto
