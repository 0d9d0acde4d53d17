// The interface without a mouse: shortcuts, the focus, copied tables.
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "support/palette_page.h"
#include "text/strings.h"
#include "ui/commands.h"
#include "ui/key_codes.h"

namespace cadre::test {
namespace {

std::string clipboard() {
  const char* text = ImGui::GetClipboardText();
  return text == nullptr ? "" : text;
}

// The widget that has the focus ring.
std::string focused(const Headless& page) {
  for (const kit::Widget& widget : page.planner->widgets()) {
    if (widget.focused) return std::string(widget.role) + " " + widget.label;
  }
  return "(none)";
}

TEST(Commands, HaveEachAnIdAndAShortcutOfTheirOwn) {
  std::set<std::string_view> ids;
  std::set<ImGuiKeyChord> chords;
  for (const ui::UiCommand& command : ui::commands()) {
    EXPECT_TRUE(ids.insert(command.id).second) << command.id;
    for (const ImGuiKeyChord chord : {command.shortcut, command.also}) {
      if (chord == ImGuiKey_None) continue;
      EXPECT_TRUE(chords.insert(chord).second) << command.id;
    }
  }
}

TEST(Commands, LeaveTheBrowsersOwnKeysAlone) {
  const std::set<ImGuiKeyChord> browsers = {ImGuiMod_Ctrl | ImGuiKey_R,
                                            ImGuiMod_Ctrl | ImGuiKey_W,
                                            ImGuiMod_Ctrl | ImGuiKey_T,
                                            ImGuiMod_Ctrl | ImGuiKey_N,
                                            ImGuiMod_Ctrl | ImGuiKey_F,
                                            ImGuiMod_Ctrl | ImGuiKey_P,
                                            ImGuiMod_Ctrl | ImGuiKey_L,
                                            ImGuiMod_Ctrl | ImGuiKey_D,
                                            ImGuiMod_Ctrl | ImGuiKey_Equal,
                                            ImGuiMod_Ctrl | ImGuiKey_Minus,
                                            ImGuiMod_Ctrl | ImGuiKey_0,
                                            ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_C,
                                            ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_I,
                                            ImGuiKey_F3,
                                            ImGuiKey_F5,
                                            ImGuiKey_F6,
                                            ImGuiKey_F7,
                                            ImGuiKey_F11,
                                            ImGuiKey_F12};
  for (const ui::UiCommand& command : ui::commands()) {
    EXPECT_FALSE(browsers.contains(command.shortcut)) << command.id;
    EXPECT_FALSE(browsers.contains(command.also)) << command.id;
  }
}

TEST(Commands, TellThePageTheirKeysByTheNamesOfTheBrowser) {
  const Headless page;
  const std::string keys = "\n" + ui::shortcutsForPage();
  for (const char* line : {"Ctrl+KeyK", "F1", "Ctrl+KeyS", "Ctrl+Shift+KeyZ", "Ctrl+ArrowDown"}) {
    EXPECT_NE(keys.find("\n" + std::string(line) + "\n"), std::string::npos) << line;
  }
  EXPECT_EQ(ui::shortcutText(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z), "Ctrl+Shift+Z");
  EXPECT_EQ(ui::shortcutText(ImGuiMod_Ctrl | ImGuiKey_LeftArrow), "Ctrl+←");
}

TEST(KeyCodes, AreReadAsTheyAreWritten) {
  int named = 0;
  for (int i = ImGuiKey_NamedKey_BEGIN; i < ImGuiKey_NamedKey_END; ++i) {
    const auto key = static_cast<ImGuiKey>(i);
    const std::string code = ui::codeOf(key);
    if (code.empty()) continue;
    EXPECT_EQ(ui::keyOfCode(code), key) << code;
    ++named;
  }
  EXPECT_EQ(named, 43 + 26 + 10 + 10 + 24);
}

TEST(KeyCodes, AreThoseOfTheBrowser) {
  EXPECT_EQ(ui::keyOfCode("KeyZ"), ImGuiKey_Z);
  EXPECT_EQ(ui::keyOfCode("Digit0"), ImGuiKey_0);
  EXPECT_EQ(ui::keyOfCode("Numpad9"), ImGuiKey_Keypad9);
  EXPECT_EQ(ui::keyOfCode("F24"), ImGuiKey_F24);
  EXPECT_EQ(ui::keyOfCode("BracketLeft"), ImGuiKey_LeftBracket);
  for (const char* unknown : {"", "Key", "KeyÄ", "Digit", "NumpadX", "F", "F0", "F25", "Fn"}) {
    EXPECT_EQ(ui::keyOfCode(unknown), ImGuiKey_None) << unknown;
  }
}

TEST(Shortcuts, F1ListsThemWithTheirKeys) {
  const auto page = city();
  page->key(ImGuiKey_F1);
  EXPECT_EQ(page->value("fact", "Hoàn tác"), "Ctrl+Z");
  EXPECT_EQ(page->value("fact", "Làm lại"), "Ctrl+Shift+Z, Ctrl+Y");
  EXPECT_EQ(page->value("fact", "Lưu tệp"), "Ctrl+S");
  page->key(ImGuiKey_Escape);
  EXPECT_EQ(page->find("dialog", "Phím tắt"), nullptr);
}

TEST(Shortcuts, StepThroughViewsAndRounds) {
  const auto page = city();
  page->key(ImGuiKey_RightArrow, true, true);
  EXPECT_EQ(page->find("tab", "Đề xuất")->selected, kit::Has::kIs);
  page->key(ImGuiKey_LeftArrow, true, true);
  EXPECT_EQ(page->find("tab", "Vị trí")->selected, kit::Has::kIs);
  page->click("button", "Thêm đợt");
  const auto chosen = [&] {
    for (const kit::Widget& tab : page->all("tab")) {
      if (tab.label.starts_with("Đợt ") && tab.selected == kit::Has::kIs) return tab.label;
    }
    return std::string("(none)");
  };
  const std::string added = chosen();
  EXPECT_NE(added, "(none)");
  page->key(ImGuiKey_LeftArrow, true);
  EXPECT_NE(chosen(), added);
  page->key(ImGuiKey_RightArrow, true);
  EXPECT_EQ(chosen(), added);
}

TEST(Shortcuts, AreNotTakenWhileSomebodyTypes) {
  const auto page = city();
  page->click("button", "Thêm đợt");
  const std::string with_round = page->planner->planJson();
  page->click("textbox", "Tìm trên bảng");
  page->type("a");
  page->key(ImGuiKey_Z, true);
  EXPECT_EQ(page->planner->planJson(), with_round) << "Ctrl+Z is the field's";
  page->key(ImGuiKey_K, true);
  EXPECT_TRUE(paletteIsOpen(*page)) << "the palette opens from everywhere";
}

TEST(Focus, TabShowsTheRingAndEnterPresses) {
  Headless page;
  page.key(ImGuiKey_Tab);
  EXPECT_NE(focused(page), "(none)");
  int most = 60;
  while (focused(page).find("sample") == std::string::npos && most-- > 0) page.key(ImGuiKey_Tab);
  ASSERT_GT(most, 0) << "Tab never reaches the samples";
  page.key(ImGuiKey_Enter);
  EXPECT_EQ(page.host.samples_asked.size(), 1U);
}

TEST(Focus, TabGoesThroughEveryPanelAndComesRound) {
  const auto page = city();
  page->key(ImGuiKey_Tab);
  const std::string first = focused(*page);
  std::set<std::string> seen;
  int steps = 0;
  do {
    seen.insert(focused(*page));
    page->key(ImGuiKey_Tab);
    ++steps;
  } while (focused(*page) != first && steps < 200);
  EXPECT_LT(steps, 60) << "Tab stops once in each list";
  const auto sees = [&](std::string_view what) {
    for (const std::string& one : seen) {
      if (one.starts_with(what)) return true;
    }
    return false;
  };
  for (const char* what : {"combobox Kế hoạch", "tile ", "tab Vị trí", "textbox Tìm trên bảng",
                           "post ", "button Thêm đợt"}) {
    EXPECT_TRUE(sees(what)) << what;
  }
}

TEST(Focus, ShiftTabGoesTheOtherWay) {
  const auto page = city();
  page->key(ImGuiKey_Tab);
  page->key(ImGuiKey_Tab);
  const std::string second = focused(*page);
  page->key(ImGuiKey_Tab);
  page->key(ImGuiKey_Tab, false, true);
  EXPECT_EQ(focused(*page), second);
}

TEST(Focus, ArrowKeysGoFromTileToTileAndEnterOpensOne) {
  const auto page = city();
  int most = 60;
  do {
    page->key(ImGuiKey_Tab);
  } while (!focused(*page).starts_with("tile") && most-- > 0);
  const std::string first = focused(*page);
  page->key(ImGuiKey_DownArrow);
  const std::string second = focused(*page);
  ASSERT_TRUE(second.starts_with("tile")) << second;
  EXPECT_NE(second, first);
  page->key(ImGuiKey_Enter);
  EXPECT_NE(page->find("heading", second.substr(5)), nullptr) << second;
}

TEST(Focus, ArrowKeysScrollTheBoardAlong) {
  const auto page = city();
  page->click("tab", "Toàn bộ");
  int most = 80;
  do {
    page->key(ImGuiKey_Tab);
  } while (!focused(*page).starts_with("post") && most-- > 0);
  ASSERT_TRUE(focused(*page).starts_with("post"));
  std::set<std::string> seen;
  for (int i = 0; i < 60; ++i) {
    page->key(ImGuiKey_DownArrow);
    seen.insert(focused(*page));
  }
  EXPECT_GT(seen.size(), 50U) << "each step comes to another post";
}

TEST(Focus, EscapeAndAltLeaveItWhereItIs) {
  const auto page = city();
  int most = 60;
  do {
    page->key(ImGuiKey_Tab);
  } while (!focused(*page).starts_with("tile") && most-- > 0);
  page->key(ImGuiKey_RightArrow);
  const std::string at = focused(*page);
  ASSERT_TRUE(at.starts_with("tile")) << at;
  page->key(ImGuiKey_Escape);
  EXPECT_EQ(focused(*page), at);
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Alt, true);
  page->settle();
  ImGui::GetIO().AddKeyEvent(ImGuiMod_Alt, false);
  page->settle();
  EXPECT_EQ(focused(*page), at);
}

TEST(Focus, StepsFromPanelToPanel) {
  const auto page = city();
  std::set<std::string> seen;
  for (int i = 0; i < 8; ++i) {
    page->key(ImGuiKey_DownArrow, true);
    seen.insert(focused(*page));
  }
  EXPECT_GE(seen.size(), 4U);
  EXPECT_FALSE(seen.contains("(none)"));
}

TEST(Copy, TheTableUnderTheMouseBecomesTabSeparatedText) {
  const auto page = city();
  page->click("tab", "Danh sách");
  ASSERT_FALSE(page->all("row").empty());
  page->click("row", page->all("row").front().label);
  page->key(ImGuiKey_C, true);
  const std::string text = clipboard();
  EXPECT_TRUE(text.starts_with("Đơn vị\t")) << text.substr(0, 80);
  EXPECT_NE(text.find("\r\nHuyện Thanh Trì\t"), std::string::npos);
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 31) << "a heading and thirty districts";
}

TEST(Copy, TheBoardIsCopiedPostByPost) {
  const auto page = city();
  const std::vector<kit::Widget> posts = page->all("post");
  ASSERT_FALSE(posts.empty());
  page->click("post", posts.front().label);
  page->key(ImGuiKey_C, true);
  EXPECT_NE(clipboard().find(posts.front().value), std::string::npos);
}

TEST(Copy, ATableCanBeCopiedByItsNameFromThePalette) {
  const auto page = city();
  openPalette(*page);
  page->type("sao chep danh sach can bo");
  page->key(ImGuiKey_Enter);
  EXPECT_TRUE(clipboard().starts_with("Mã\t")) << clipboard().substr(0, 60);
}

TEST(Copy, SaysWhereToPointWhenThereIsNoTable) {
  const auto page = city();
  ImGui::SetClipboardText("before");
  page->click("combobox", "Kế hoạch");
  page->key(ImGuiKey_Escape);
  page->key(ImGuiKey_C, true);
  EXPECT_EQ(clipboard(), "before");
}

}  // namespace
}  // namespace cadre::test
