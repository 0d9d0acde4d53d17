#include "ui/fields.h"

#include <utility>

#include <imgui.h>
#include <imgui_internal.h>

#include "kit/fields.h"
#include "kit/text.h"
#include "text/format.h"
#include "ui/keyboard_memory.h"
#include "ui/view_memory.h"

namespace cadre::ui {
namespace {

// The text field being edited.
struct FieldMemory {
  unsigned control = 0;  // ImGui's id; 0: none
  std::string text;
  bool is_wrong = false;
};

struct Typed {
  std::string text;
  bool left = false;  // the field was left after being edited
};

Typed typeInto(const Context& context, std::string_view name, std::string_view hint,
               const std::string& current, float width, FieldKind kind) {
  FieldMemory& memory = context.memory.of<FieldMemory>();
  const ImGuiID id = ImGui::GetID(("##" + std::string(name)).c_str());
  Typed out{memory.control == id ? memory.text : current};
  textField(context, name, hint, out.text, width, kind);
  out.left = ImGui::IsItemDeactivatedAfterEdit();
  if (ImGui::IsItemActive()) {
    memory = {id, out.text, false};
  } else if (memory.control == id && !memory.is_wrong) {
    memory = {};
  }
  return out;
}

}  // namespace

std::optional<std::string> editField(const Context& context, std::string_view name,
                                     std::string_view hint, const std::string& current, float width,
                                     FieldKind kind) {
  Typed typed = typeInto(context, name, hint, current, width, kind);
  if (!typed.left || typed.text == current) return std::nullopt;
  return std::move(typed.text);
}

std::optional<std::optional<Date>> editDate(const Context& context, std::string_view name,
                                            std::optional<Date> current, float width) {
  const std::string shown = current ? text::formatDate(*current) : "";
  const Typed typed = typeInto(context, name, "dd/mm/yyyy", shown, width, FieldKind::kNumber);
  FieldMemory& memory = context.memory.of<FieldMemory>();
  const ImGuiID id = ImGui::GetItemID();
  if (memory.control == id && memory.is_wrong) {
    ImGui::GetWindowDrawList()->AddRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                                        context.theme.hard, kRounding, 0, 2.0F);
    tooltip(context, context.tr(text::Str::round_date_wrong));
  }
  if (!typed.left) return std::nullopt;
  if (typed.text.empty())
    return current ? std::optional<std::optional<Date>>(std::in_place) : std::nullopt;
  const std::optional<Date> date = text::parseDate(typed.text);
  if (!date) {
    memory = {id, typed.text, true};
    return std::nullopt;
  }
  if (date == current) return std::nullopt;
  return std::optional<std::optional<Date>>(date);
}

std::optional<roster::Table> pastedCells(const Context& context) {
  KeyboardMemory& keyboard = context.memory.of<KeyboardMemory>();
  const ImGuiID id = ImGui::GetItemID();
  keyboard.columns.push_back(id);
  if (keyboard.pasted_cells.empty() || !ImGui::IsItemActive()) return std::nullopt;
  Expected<roster::Table> cells = roster::parseTable(std::exchange(keyboard.pasted_cells, {}));
  if (!cells) return std::nullopt;
  // Discards the field's content, which would otherwise overwrite the cells.
  ImGuiContext& gui = *ImGui::GetCurrentContext();
  gui.ActiveIdHasBeenEditedBefore = gui.ActiveIdHasBeenEditedThisFrame = false;
  ImGui::ClearActiveID();
  gui.ActiveIdPreviousFrameHasBeenEditedBefore = false;
  gui.InputTextDeactivatedState.ID = 0;
  context.memory.of<FieldMemory>() = {};
  return std::move(*cells);
}

void focusIfWished(const Context& context, FocusWish field) {
  if (context.memory.of<KeyboardMemory>().wish != field) return;
  context.memory.of<KeyboardMemory>().wish = FocusWish::kNone;
  ImGui::SetKeyboardFocusHere();
}

}  // namespace cadre::ui
