// The licences of what is in the page, as the build puts them together (cmake/page/licences.mjs).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre::ui {

struct Licence {
  std::string title;  // "Dear ImGui 1.90.1 · MIT"
  std::vector<std::string> paragraphs;
};

// Sections end with a form feed; the first line of each is its title.
[[nodiscard]] std::vector<Licence> readLicences(std::string_view text);

// The dialog that shows them. They are fetched when it is first opened.
struct AboutMemory {
  bool open = false;
  bool is_loading = false;
  bool has_failed = false;
  std::vector<Licence> licences;
  std::optional<std::size_t> shown;  // whose text is unfolded
};

}  // namespace cadre::ui
