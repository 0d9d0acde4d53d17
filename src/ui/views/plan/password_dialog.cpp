#include <string>

#include <imgui_internal.h>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/dialog.h"
#include "kit/fields.h"
#include "kit/focus.h"
#include "kit/text.h"
#include "ui/actions.h"
#include "ui/marks/signs.h"
#include "ui/outside.h"
#include "ui/password.h"
#include "ui/views/pieces.h"
#include "ui/views/views.h"

namespace cadre::ui {
namespace {

using text::Str;
using Kind = PasswordMemory::Kind;

constexpr const char* kPopup = "password";

// Erases the password from the text field's buffers too.
void forgetTyped() {
  ImGui::ClearActiveID();
  ImGuiContext& gui = *ImGui::GetCurrentContext();
  const auto clear = [](auto& buffer) {
    for (volatile auto& c : buffer) c = 0;
  };
  clear(gui.InputTextState.TextW);
  clear(gui.InputTextState.TextA);
  clear(gui.InputTextState.InitialTextA);
  clear(gui.InputTextDeactivatedState.TextA);
  gui.InputTextState.CurLenW = 0;
  gui.InputTextState.CurLenA = 0;
}

// Returns true when Enter was pressed in it.
bool drawField(const Context& context, Str name, std::string& text) {
  PasswordMemory& memory = context.outside.password;
  label(context, context.fonts.small, context.theme.muted, context.tr(name));
  if (memory.is_fresh) {
    ImGui::SetKeyboardFocusHere();
    memory.is_fresh = false;
  }
  ImGui::BeginDisabled(memory.is_working);
  passwordField(context, context.tr(name), text, ImGui::GetContentRegionAvail().x, memory.is_shown);
  ImGui::EndDisabled();
  const bool entered = ImGui::IsItemDeactivated() && enterPressed();
  ImGui::Dummy({0, 4});
  return entered;
}

// The progress or error message; always takes the same space.
void drawState(const Context& context) {
  const PasswordMemory& memory = context.outside.password;
  const bool saves = memory.kind == Kind::kSave;
  if (memory.is_working) {
    const std::string_view text =
        context.tr(saves ? Str::password_encrypting : Str::password_checking);
    label(context, context.fonts.body_bold, context.theme.accent, text);
    context.tree.addLastItem("status", text);
  } else if (memory.has_trouble) {
    errorLine(context, context.fonts.body, context.tr(memory.trouble));
  } else {
    ImGui::Dummy({0, ImGui::GetTextLineHeight()});
  }
}

void drawButtons(const Context& context, bool entered) {
  PasswordMemory& memory = context.outside.password;
  const bool saves = memory.kind == Kind::kSave;
  const bool pressed = button(context, saves ? icons::kIconSave : icons::kIconFolderOpen,
                              context.tr(saves ? Str::password_save : Str::password_open),
                              ButtonLook::kPrimary, !memory.is_working);
  if (pressed || entered) context.later([&context] { submitPassword(context); });
  if (saves) {
    ImGui::SameLine(0, 8);
    if (button(context, "", context.tr(Str::password_save_plain), ButtonLook::kPlain,
               !memory.is_working)) {
      context.later([&context] {
        closePassword(context.outside.password);
        savePlainPlanFile(context);
      });
    }
  }
  ImGui::SameLine(0, 8);
  if (button(context, "", context.tr(Str::password_cancel)) ||
      ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
    context.later([&context] { closePassword(context.outside.password); });
  }
}

void drawInside(const Context& context) {
  PasswordMemory& memory = context.outside.password;
  const bool saves = memory.kind == Kind::kSave;
  const std::string title =
      saves ? std::string(context.tr(Str::password_save_title))
            : context.tr(Message{Str::password_open_title, {{"file", memory.file}}});
  dialogTitle(context, title, memory.is_working ? "busy" : "");
  if (saves) {
    paragraph(context, context.fonts.small, context.theme.text, context.tr(Str::password_warning));
    context.tree.addLastItem("text", context.tr(Str::password_warning));
  }
  paragraph(context, context.fonts.small, context.theme.muted, context.tr(Str::password_file_only));
  context.tree.addLastItem("text", context.tr(Str::password_file_only));
  ImGui::Dummy({0, 4});
  // Enter in the first of two fields moves on to the second.
  bool entered = drawField(context, Str::password_first, memory.first);
  if (saves) {
    if (entered) ImGui::SetKeyboardFocusHere();
    entered = drawField(context, Str::password_again, memory.again);
  }
  if (tickLine(context, context.tr(Str::password_show), memory.is_shown)) {
    memory.is_shown = !memory.is_shown;
  }
  drawState(context);
  ImGui::Dummy({0, 6});
  drawButtons(context, entered);
}

}  // namespace

bool drawPasswordDialog(const Context& context, ImVec2 min, ImVec2 max) {
  PasswordMemory& memory = context.outside.password;
  if (memory.kind == Kind::kSave && context.session == nullptr) closePassword(memory);
  const bool wanted = memory.kind != Kind::kNone;
  if (!wanted && !ImGui::IsPopupOpen(kPopup)) return false;
  if (!beginDialog(kPopup, min, max, {560.0F, 0.0F})) return true;
  if (wanted) {
    drawInside(context);
  } else {
    forgetTyped();
    ImGui::CloseCurrentPopup();
  }
  endDialog();
  return true;
}

}  // namespace cadre::ui
