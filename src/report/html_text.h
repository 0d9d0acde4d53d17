// HTML written piece by piece, so that nothing from a plan can become markup.
//
// Names of elements and attributes are literals of the program; every value and every text is
// escaped on its way in, and there is no way around it but literal().
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cadre::report {

// The text as it stands in an element or between the quotes of an attribute. What no reader should
// meet becomes U+FFFD: bytes that are not UTF-8, control characters, noncharacters, and the marks
// that turn the direction of the text around them.
[[nodiscard]] std::string escapeHtml(std::string_view utf8);

struct HtmlAttribute {
  std::string_view name;
  std::string value;
};

class HtmlWriter {
 public:
  using Attributes = std::initializer_list<HtmlAttribute>;

  void open(std::string_view name, Attributes attributes = {});
  // Ends the element opened last. REQUIRES: one is open.
  void close();
  void text(std::string_view utf8) { out_ += escapeHtml(utf8); }
  // An element with nothing but text in it.
  void element(std::string_view name, Attributes attributes, std::string_view utf8);
  // One that has neither content nor an end tag in HTML (meta, br).
  void empty(std::string_view name, Attributes attributes = {});
  // Markup of the program itself. REQUIRES: a literal.
  void literal(std::string_view markup) { out_ += markup; }

  // REQUIRES: everything is closed.
  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void startTag(std::string_view name, Attributes attributes);

  std::string out_;
  std::vector<std::string_view> open_;
};

}  // namespace cadre::report
