// The program's half of text entry in the page; the other half is web/text_agent.mjs.
//
// While a text field is active, a real <textarea> of the page has the keyboard focus and holds the
// same text and selection, so that input methods, dead keys, mobile keyboards, autocorrection and
// the clipboard work as in any other text field. report() tells the page what the active field
// contains; apply() transfers the user's edits as the difference between the two texts.
#pragma once

#include <string>
#include <string_view>

#include "app/stage.h"
#include "ui/planner.h"

namespace cadre::app {

class PageText {
 public:
  // Whether an editable text field is active.
  [[nodiscard]] static bool active();

  // Call this after each step.
  void report(const ui::Planner& planner);

  // The <textarea> now contains `value` with this selection, in characters. REQUIRES: all earlier
  // input has been processed by step().
  void apply(std::string_view value, int selection_start, int selection_end, unsigned modifiers,
             Stage& stage, ui::Planner& planner);

  // The text that Dear ImGui reads as the clipboard.
  void setClipboard(std::string_view text) { clipboard_ = text; }
  [[nodiscard]] const char* clipboard() const { return clipboard_.c_str(); }

 private:
  struct Field {
    unsigned id = 0;
    std::string text;
    int selection_start = 0;
    int selection_end = 0;
    float x = 0.0F;
    float y = 0.0F;
    float line_height = 0.0F;
    bool several_lines = false;
    bool secret = false;
    int kind = 0;  // kit::FieldKind
    bool operator==(const Field&) const = default;
  };

  static Field current();
  void insert(const std::string& text, unsigned modifiers, Stage& stage, ui::Planner& planner);

  Field reported_;
  std::string clipboard_;
};

// Tells Dear ImGui which modifier keys are down (shared::modifier_bits).
void sendModifiers(unsigned modifiers);

}  // namespace cadre::app
