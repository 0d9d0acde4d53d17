// Writes HTML piece by piece, so that nothing from a plan can become markup.
//
// Names of elements and attributes are string literals; all values and texts are escaped when
// written, and only literal() bypasses that.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cadre::report {

// The text escaped for an element or a quoted attribute value. Bytes that are not UTF-8, control
// characters, noncharacters, and characters that change the text direction become U+FFFD.
[[nodiscard]] std::string escapeHtml(std::string_view utf8);

struct HtmlAttribute {
  std::string_view name;
  std::string value;
};

class HtmlWriter {
 public:
  using Attributes = std::initializer_list<HtmlAttribute>;

  void open(std::string_view name, Attributes attributes = {});
  // Closes the element opened last. REQUIRES: one is open.
  void close();
  void text(std::string_view utf8) { out_ += escapeHtml(utf8); }
  // An element that contains only text.
  void element(std::string_view name, Attributes attributes, std::string_view utf8);
  // A void element, without content and end tag (meta, br).
  void empty(std::string_view name, Attributes attributes = {});
  // Raw markup. REQUIRES: a string literal.
  void literal(std::string_view markup) { out_ += markup; }

  // REQUIRES: all elements are closed.
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void startTag(std::string_view name, Attributes attributes);

  std::string out_;
  std::vector<std::string_view> open_;
};

}  // namespace cadre::report
