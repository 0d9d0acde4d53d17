#include "report/html_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/utf8.h"

namespace cadre::report {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

// Whether the element is followed by a line break in the source, so that the page can be read and
// compared as text.
bool endsLine(std::string_view name) {
  constexpr std::array<std::string_view, 8> kInline = {"td",   "th",     "span", "rect",
                                                       "line", "strong", "dt",   "svg"};
  return std::find(kInline.begin(), kInline.end(), name) == kInline.end();
}

bool turnsDirection(char32_t code) {
  return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
         code == 0x200E || code == 0x200F || code == 0x061C;
}

bool isReadable(char32_t code) {
  if (code < 0x20) return code == '\t' || code == '\n';
  if (code >= 0x7F && code < 0xA0) return false;
  if ((code & 0xFFFE) == 0xFFFE || (code >= 0xFDD0 && code <= 0xFDEF)) return false;
  return !turnsDirection(code);
}

void appendEscaped(std::string& out, char32_t code) {
  switch (code) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '"':
      out += "&quot;";
      break;
    case '\'':
      out += "&#39;";
      break;
    default:
      text::appendUtf8(out, code);
  }
}

}  // namespace

std::string escapeHtml(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size() + utf8.size() / 8);
  while (!utf8.empty()) {
    const text::Decoded next = text::decodeFirst(utf8);
    appendEscaped(out, next.valid && isReadable(next.code) ? next.code : kReplacement);
    utf8.remove_prefix(next.length);
  }
  return out;
}

void HtmlWriter::startTag(std::string_view name, Attributes attributes) {
  out_ += '<';
  out_ += name;
  for (const HtmlAttribute& attribute : attributes) {
    out_ += ' ';
    out_ += attribute.name;
    out_ += "=\"";
    out_ += escapeHtml(attribute.value);
    out_ += '"';
  }
  out_ += '>';
}

void HtmlWriter::open(std::string_view name, Attributes attributes) {
  startTag(name, attributes);
  open_.push_back(name);
}

void HtmlWriter::close() {
  const std::string_view name = open_.back();
  open_.pop_back();
  out_ += "</";
  out_ += name;
  out_ += '>';
  if (endsLine(name)) out_ += '\n';
}

void HtmlWriter::element(std::string_view name, Attributes attributes, std::string_view utf8) {
  open(name, attributes);
  text(utf8);
  close();
}

void HtmlWriter::empty(std::string_view name, Attributes attributes) {
  startTag(name, attributes);
  if (endsLine(name)) out_ += '\n';
}

}  // namespace cadre::report
