// Parses a page strictly: every tag closed, every attribute quoted, nothing unknown.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace cadre::test {

struct HtmlElement {
  std::string name;
  std::map<std::string, std::string> attributes;  // as written: still escaped
  std::string text;                               // of the element and those in it, still escaped
};

struct HtmlPage {
  std::vector<HtmlElement> elements;  // in the order of their start tags
  std::string mistake;                // the first error in well-formedness; empty: none

  [[nodiscard]] std::vector<const HtmlElement*> all(std::string_view name) const;
};

[[nodiscard]] HtmlPage readHtml(std::string_view page);

}  // namespace cadre::test
