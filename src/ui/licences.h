// The licences of the page's components, as collected by the build (cmake/page/licences.mjs).
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

// The dialog that shows the licences, which are fetched when it is first opened.
struct AboutMemory {
  bool open = false;
  bool is_loading = false;
  bool has_failed = false;
  std::vector<Licence> licences;
  std::optional<std::size_t> shown;  // the section whose text is unfolded
};

}  // namespace cadre::ui
