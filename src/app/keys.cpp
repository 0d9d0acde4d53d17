#include "app/keys.h"

#include <array>

namespace cadre::app {
namespace {

struct NamedKey {
  std::string_view code;
  ImGuiKey key;
};

// Letters, digits, function keys and the digits of the number pad are computed instead.
constexpr auto kNamed = std::to_array<NamedKey>({
    {"AltLeft", ImGuiKey_LeftAlt},
    {"AltRight", ImGuiKey_RightAlt},
    {"ArrowDown", ImGuiKey_DownArrow},
    {"ArrowLeft", ImGuiKey_LeftArrow},
    {"ArrowRight", ImGuiKey_RightArrow},
    {"ArrowUp", ImGuiKey_UpArrow},
    {"Backquote", ImGuiKey_GraveAccent},
    {"Backslash", ImGuiKey_Backslash},
    {"Backspace", ImGuiKey_Backspace},
    {"BracketLeft", ImGuiKey_LeftBracket},
    {"BracketRight", ImGuiKey_RightBracket},
    {"CapsLock", ImGuiKey_CapsLock},
    {"Comma", ImGuiKey_Comma},
    {"ContextMenu", ImGuiKey_Menu},
    {"ControlLeft", ImGuiKey_LeftCtrl},
    {"ControlRight", ImGuiKey_RightCtrl},
    {"Delete", ImGuiKey_Delete},
    {"End", ImGuiKey_End},
    {"Enter", ImGuiKey_Enter},
    {"Equal", ImGuiKey_Equal},
    {"Escape", ImGuiKey_Escape},
    {"Home", ImGuiKey_Home},
    {"Insert", ImGuiKey_Insert},
    {"MetaLeft", ImGuiKey_LeftSuper},
    {"MetaRight", ImGuiKey_RightSuper},
    {"Minus", ImGuiKey_Minus},
    {"NumpadAdd", ImGuiKey_KeypadAdd},
    {"NumpadDecimal", ImGuiKey_KeypadDecimal},
    {"NumpadDivide", ImGuiKey_KeypadDivide},
    {"NumpadEnter", ImGuiKey_KeypadEnter},
    {"NumpadEqual", ImGuiKey_KeypadEqual},
    {"NumpadMultiply", ImGuiKey_KeypadMultiply},
    {"NumpadSubtract", ImGuiKey_KeypadSubtract},
    {"PageDown", ImGuiKey_PageDown},
    {"PageUp", ImGuiKey_PageUp},
    {"Period", ImGuiKey_Period},
    {"Quote", ImGuiKey_Apostrophe},
    {"Semicolon", ImGuiKey_Semicolon},
    {"ShiftLeft", ImGuiKey_LeftShift},
    {"ShiftRight", ImGuiKey_RightShift},
    {"Slash", ImGuiKey_Slash},
    {"Space", ImGuiKey_Space},
    {"Tab", ImGuiKey_Tab},
});

constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }

ImGuiKey after(ImGuiKey first, int steps) { return static_cast<ImGuiKey>(first + steps); }

}  // namespace

ImGuiKey keyNamed(std::string_view code) {
  const char last = code.empty() ? '\0' : code.back();
  if (code.size() == 4 && code.starts_with("Key") && last >= 'A' && last <= 'Z') {
    return after(ImGuiKey_A, last - 'A');
  }
  if (code.size() == 6 && code.starts_with("Digit") && isDigit(last)) {
    return after(ImGuiKey_0, last - '0');
  }
  if (code.size() == 7 && code.starts_with("Numpad") && isDigit(last)) {
    return after(ImGuiKey_Keypad0, last - '0');
  }
  if (code.size() >= 2 && code.size() <= 3 && code[0] == 'F' && isDigit(code[1]) && isDigit(last)) {
    const int number = code.size() == 2 ? last - '0' : (code[1] - '0') * 10 + (last - '0');
    return number >= 1 && number <= 24 ? after(ImGuiKey_F1, number - 1) : ImGuiKey_None;
  }
  for (const NamedKey& named : kNamed) {
    if (named.code == code) return named.key;
  }
  return ImGuiKey_None;
}

}  // namespace cadre::app
