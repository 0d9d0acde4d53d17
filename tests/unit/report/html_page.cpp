#include "html_page.h"

#include <cstddef>
#include <set>

namespace cadre::test {
namespace {

using std::string_view;

class Reader {
 public:
  explicit Reader(string_view page) : rest_(page) {}

  HtmlPage read() {
    if (!skip("<!doctype html>")) fail("no doctype");
    while (!rest_.empty() && page_.mistake.empty()) {
      if (rest_.front() == '<') {
        readTag();
      } else {
        readText();
      }
    }
    if (page_.mistake.empty() && !open_.empty()) fail("not closed");
    return std::move(page_);
  }

 private:
  void fail(string_view what) {
    page_.mistake = std::string(what) + " before: " + std::string(rest_.substr(0, 80));
    rest_ = {};
  }

  bool skip(string_view expected) {
    if (!rest_.starts_with(expected)) return false;
    rest_.remove_prefix(expected.size());
    return true;
  }

  string_view take(string_view letters) {
    const std::size_t size = std::min(rest_.find_first_not_of(letters), rest_.size());
    const string_view out = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return out;
  }

  void readText() {
    const std::size_t size = std::min(rest_.find('<'), rest_.size());
    const string_view text = rest_.substr(0, size);
    const bool is_style = !open_.empty() && page_.elements[open_.back()].name == "style";
    if (!is_style && text.find_first_of("\"'>") != string_view::npos) return fail("not escaped");
    for (const std::size_t at : open_) page_.elements[at].text += text;
    rest_.remove_prefix(size);
  }

  void readTag() {
    static constexpr string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789";
    const bool is_end = skip("</");
    if (!is_end) skip("<");
    const std::string name(take(kLetters));
    if (name.empty()) return fail("no tag");
    if (is_end) {
      if (open_.empty() || page_.elements[open_.back()].name != name) return fail("wrong end tag");
      open_.pop_back();
      if (!skip(">")) fail("end tag with more in it");
      return;
    }
    HtmlElement element{name, {}, ""};
    while (skip(" ")) {
      const std::string key(
          take("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-0123456789"));
      if (key.empty() || !skip("=\"")) return fail("no attribute");
      const std::size_t end = rest_.find('"');
      if (end == string_view::npos) return fail("no end of the attribute");
      const string_view value = rest_.substr(0, end);
      if (value.find_first_of("<>") != string_view::npos) return fail("not escaped");
      if (!element.attributes.emplace(key, value).second) return fail("attribute given twice");
      rest_.remove_prefix(end + 1);
    }
    if (!skip(">")) return fail("no end of the tag");
    page_.elements.push_back(std::move(element));
    if (name != "meta" && name != "br") open_.push_back(page_.elements.size() - 1);
  }

  string_view rest_;
  HtmlPage page_;
  std::vector<std::size_t> open_;
};

}  // namespace

std::vector<const HtmlElement*> HtmlPage::all(string_view name) const {
  std::vector<const HtmlElement*> out;
  for (const HtmlElement& element : elements) {
    if (element.name == name) out.push_back(&element);
  }
  return out;
}

HtmlPage readHtml(string_view page) { return Reader(page).read(); }

}  // namespace cadre::test
