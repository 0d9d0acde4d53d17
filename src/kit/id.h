// Converts texts for Dear ImGui: identifiers are zero-terminated, texts have an end pointer. Only
// for the sources of this folder.
#pragma once

#include <string>
#include <string_view>

namespace cadre::kit {

class Id {
 public:
  explicit Id(std::string_view text) : text_(text) {}
  [[nodiscard]] const char* c() const { return text_.c_str(); }

 private:
  std::string text_;
};

[[nodiscard]] inline const char* endOf(std::string_view text) { return text.data() + text.size(); }

}  // namespace cadre::kit
