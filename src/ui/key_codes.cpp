#include "ui/key_codes.h"

#include <array>

namespace cadre::ui {
namespace {

struct NamedKey {
  std::string_view code;
  ImGuiKey key;
};

// Letters, digits, function keys and number pad digits are computed instead.
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

// "KeyA" to "KeyZ": the last character varies.
struct CountedKeys {
  std::string_view prefix;
  char first;
  ImGuiKey key;  // the first key of the range
  int count;
};

constexpr auto kCounted = std::to_array<CountedKeys>({
    {"Key", 'A', ImGuiKey_A, 26},
    {"Digit", '0', ImGuiKey_0, 10},
    {"Numpad", '0', ImGuiKey_Keypad0, 10},
});

constexpr int kFunctionKeys = 24;

// 1 to 24 for "F1" to "F24"; 0 otherwise.
int functionKey(std::string_view code) {
  if (code.size() < 2 || code.size() > 3 || code[0] != 'F') return 0;
  int number = 0;
  for (const char c : code.substr(1)) {
    if (c < '0' || c > '9') return 0;
    number = number * 10 + (c - '0');
  }
  return number <= kFunctionKeys ? number : 0;
}

ImGuiKey after(ImGuiKey first, int steps) { return static_cast<ImGuiKey>(first + steps); }

}  // namespace

ImGuiKey keyOfCode(std::string_view code) {
  for (const CountedKeys& keys : kCounted) {
    if (code.size() != keys.prefix.size() + 1 || !code.starts_with(keys.prefix)) continue;
    const int index = code.back() - keys.first;
    if (index >= 0 && index < keys.count) return after(keys.key, index);
  }
  if (const int number = functionKey(code); number > 0) return after(ImGuiKey_F1, number - 1);
  for (const NamedKey& named : kNamed) {
    if (named.code == code) return named.key;
  }
  return ImGuiKey_None;
}

std::string codeOf(ImGuiKey key) {
  for (const CountedKeys& keys : kCounted) {
    if (key < keys.key || key >= after(keys.key, keys.count)) continue;
    return std::string(keys.prefix) + static_cast<char>(keys.first + (key - keys.key));
  }
  if (key >= ImGuiKey_F1 && key < after(ImGuiKey_F1, kFunctionKeys)) {
    return "F" + std::to_string(key - ImGuiKey_F1 + 1);
  }
  for (const NamedKey& named : kNamed) {
    if (named.key == key) return std::string(named.code);
  }
  return "";
}

}  // namespace cadre::ui
