#include "kit/fonts.h"

#include <cstdint>
#include <set>
#include <string_view>

#include <gtest/gtest.h>

#include "support/headless.h"
#include "text/strings.h"
#include "text/utf8.h"

namespace cadre::test {
namespace {

void collect(std::string_view text, std::set<char32_t>& out) {
  while (!text.empty()) {
    const text::Decoded next = text::decodeFirst(text);
    if (next.code >= U' ') out.insert(next.code);
    text.remove_prefix(next.length);
  }
}

// All texts of the interface, and all letters that a name can contain.
std::set<char32_t> lettersInUse() {
  std::set<char32_t> out;
  for (std::uint16_t key = 0; !text::get(text::Str{key}, text::Language::kVietnamese).empty();
       ++key) {
    collect(text::get(text::Str{key}, text::Language::kVietnamese), out);
    collect(text::get(text::Str{key}, text::Language::kEnglish), out);
  }
  collect("aăâbcdđeêghiklmnoôơpqrstuưvxyfjwz AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYFJWZ 0123456789", out);
  collect("àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ", out);
  collect("ÀẢÃÁẠẰẲẴẮẶẦẨẪẤẬÈẺẼÉẸỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌỒỔỖỐỘỜỞỠỚỢÙỦŨÚỤỪỬỮỨỰỲỶỸÝỴ", out);
  collect("✓−→…–·×%/+±“”", out);
  return out;
}

TEST(Fonts, HaveEveryLetterThatIsShown) {
  const Headless page;
  const ImVector<ImFont*>& fonts = ImGui::GetIO().Fonts->Fonts;
  ASSERT_GE(fonts.Size, 7);
  // The last one is the large one, which only has digits.
  for (int i = 0; i + 1 < fonts.Size; ++i) {
    for (const char32_t letter : lettersInUse()) {
      EXPECT_NE(fonts[i]->FindGlyphNoFallback(static_cast<ImWchar>(letter)), nullptr)
          << "font " << i << ", U+" << std::hex << static_cast<unsigned>(letter);
    }
  }
}

}  // namespace
}  // namespace cadre::test
