#include "ui/licences.h"

#include <algorithm>

namespace cadre::ui {
namespace {

// Returns the part before `mark`, and removes it and the mark from `rest`.
std::string_view takeUntil(std::string_view& rest, std::string_view mark) {
  const std::size_t at = std::min(rest.find(mark), rest.size());
  const std::string_view part = rest.substr(0, at);
  rest.remove_prefix(std::min(rest.size(), at + mark.size()));
  return part;
}

}  // namespace

std::vector<Licence> readLicences(std::string_view text) {
  std::vector<Licence> out;
  while (!text.empty()) {
    std::string_view section = takeUntil(text, "\f\n");
    Licence licence{std::string(takeUntil(section, "\n")), {}};
    while (!section.empty()) {
      std::string_view paragraph = takeUntil(section, "\n\n");
      while (paragraph.starts_with('\n')) paragraph.remove_prefix(1);
      while (paragraph.ends_with('\n')) paragraph.remove_suffix(1);
      if (!paragraph.empty()) licence.paragraphs.emplace_back(paragraph);
    }
    if (!licence.title.empty()) out.push_back(std::move(licence));
  }
  return out;
}

}  // namespace cadre::ui
