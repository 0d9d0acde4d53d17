#include "ui/views/shell/palette.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <imgui_internal.h>

#include "icons/icons.h"
#include "kit/fields.h"
#include "kit/focus.h"
#include "kit/press_area.h"
#include "kit/text.h"
#include "ui/commands.h"
#include "ui/keyboard_memory.h"
#include "ui/outside.h"
#include "ui/palette_index.h"
#include "ui/seat.h"
#include "ui/table_copy.h"
#include "ui/view_memory.h"
#include "ui/views/board/board_memory.h"
#include "ui/views/pieces.h"
#include "ui/views/view.h"

namespace cadre::ui {
namespace {

using text::Str;

constexpr float kLineHeight = 34.0F;
constexpr float kWidth = 700.0F;
constexpr float kPadding = 14.0F;

// --- what can be found ---

std::uint32_t indexOf(std::size_t i) { return static_cast<std::uint32_t>(i); }

// The index of the plan's names, cached while plan and language are unchanged.
PlanNames& planNames(const Context& context) {
  std::shared_ptr<PlanNames>& names = context.memory.of<KeyboardMemory>().palette.names;
  const Plan& plan = context.session->plan();
  const text::Language language = context.preferences.language;
  if (!names || !names->areOf(plan, language)) names = std::make_shared<PlanNames>(plan, language);
  return *names;
}

// Indexed in parts over several frames before typing starts, so that no frame is late.
void prepareNames(const Context& context) {
  constexpr std::size_t kAtOnce = 6000;
  if (context.session != nullptr && !planNames(context).step(kAtOnce)) context.host.requestFrame();
}

// Available commands, and kinds with few entries. Commands are found in both languages.
PaletteIndex smallIndex(const Context& context) {
  PaletteIndex index;
  for (std::size_t i = 0; i < commands().size(); ++i) {
    const UiCommand& command = commands()[i];
    if (command.id == "palette" || !command.enabled(context)) continue;
    index.add(FoundKind::kCommand, indexOf(i), searchKey(context.tr(command.label)),
              searchKey(text::get(command.label, text::Language::kVietnamese)) + " " +
                  searchKey(text::get(command.label, text::Language::kEnglish)));
  }
  if (context.session == nullptr) return index;
  const std::vector<TableOffer>& tables = context.memory.of<KeyboardMemory>().tables;
  for (std::size_t i = 0; i < tables.size(); ++i) {
    index.add(FoundKind::kTable, indexOf(i),
              searchKey(context.tr(Message{Str::command_copy_named, {{"name", tables[i].name}}})),
              "");
  }
  const Session& session = *context.session;
  const ScenarioList& scenarios = *session.plan().scenarios;
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    index.add(FoundKind::kScenario, indexOf(i), searchKey(scenarios[i]->name), "");
  }
  const std::vector<Round>& rounds = session.scenario().rounds;
  index.add(FoundKind::kRound, 0, searchKey(context.tr(Str::term_baseline)), "");
  for (std::size_t i = 0; i < rounds.size(); ++i) {
    index.add(FoundKind::kRound, indexOf(i + 1), searchKey(rounds[i].name), "");
  }
  const std::vector<Quota>& quotas = session.plan().quota_set->quotas;
  for (std::size_t i = 0; i < quotas.size(); ++i) {
    index.add(FoundKind::kQuota, indexOf(i),
              searchKey(quotas[i].name.in(context.preferences.language)), "");
  }
  return index;
}

// The lists that results are indices into: valid as long as this key is unchanged.
std::string whatIsThere(const Context& context) {
  if (context.session == nullptr) return "";
  std::string out =
      std::to_string(context.session->revision()) + "\n" + context.session->selection().scenario;
  for (const TableOffer& table : context.memory.of<KeyboardMemory>().tables)
    out += "\n" + table.name;
  return out;
}

// The results of the query; the plan's names are searched only once something is typed.
const std::vector<Found>& resultsOf(const Context& context) {
  PaletteMemory& memory = context.memory.of<KeyboardMemory>().palette;
  const std::string query = searchKey(memory.query);
  const std::string asked_for = query + "\n" + whatIsThere(context);
  if (memory.is_searched && memory.asked_for == asked_for) return memory.found;
  memory.is_searched = true;
  memory.asked_for = asked_for;
  memory.chosen = 0;
  memory.follow = true;
  PaletteIndex small = smallIndex(context);
  memory.found = small.search(query);
  if (query.empty() || context.session == nullptr) return memory.found;
  PlanNames& names = planNames(context);
  names.step(SIZE_MAX);
  const std::vector<Found>& of_plan = names.index().search(query);
  const std::size_t middle = memory.found.size();
  memory.found.insert(memory.found.end(), of_plan.begin(), of_plan.end());
  std::inplace_merge(memory.found.begin(),
                     memory.found.begin() + static_cast<std::ptrdiff_t>(middle), memory.found.end(),
                     [](const Found& a, const Found& b) { return a.rank < b.rank; });
  return memory.found;
}

// --- how it is shown ---

struct Shown {
  const char* icon;
  std::string label;
  std::string details;
  std::string shortcut;
};

Shown unitShown(const Plan& plan, UnitId unit) {
  const UnitId parent = plan.unit(unit).parent;
  return {icons::kIconMapPin, plan.unit(unit).name, parent ? plan.unit(parent).name : "", ""};
}

Shown postShown(const Context& context, PostId post) {
  const Plan& plan = context.session->plan();
  const UnitId unit = plan.post(post).unit;
  const UnitId district = plan.structure->districtOf(unit);
  std::string details = holderName(context, post);
  if (district && district != unit) details += " · " + plan.unit(district).name;
  return {icons::kIconBuilding2, postName(context, post), std::move(details), ""};
}

Shown cadreShown(const Context& context, CadreId cadre) {
  const Session& session = *context.session;
  const PostId post = session.state().after.firstPost(cadre);
  return {icons::kIconUser, session.plan().cadre(cadre).name,
          post ? postName(context, post) : std::string(context.tr(Str::inspector_no_post)), ""};
}

Shown shownAs(const Context& context, const Found& found) {
  const std::size_t index = found.index;
  switch (found.kind) {
    case FoundKind::kCommand: {
      const UiCommand& command = commands()[index];
      return {command.icon, std::string(context.tr(command.label)),
              std::string(context.tr(labelOf(command.group))), shortcutText(command.shortcut)};
    }
    case FoundKind::kTable: {
      const std::string& name = context.memory.of<KeyboardMemory>().tables[index].name;
      return {icons::kIconCopy, context.tr(Message{Str::command_copy_named, {{"name", name}}}),
              std::string(context.tr(labelOf(CommandGroup::kEdit))), ""};
    }
    case FoundKind::kScenario:
      return {icons::kIconGitBranch, (*context.session->plan().scenarios)[index]->name,
              std::string(context.tr(Str::thing_scenario)), ""};
    case FoundKind::kRound:
      return {icons::kIconCalendar,
              index == 0 ? std::string(context.tr(Str::term_baseline))
                         : context.session->scenario().rounds[index - 1].name,
              std::string(context.tr(Str::thing_round)), ""};
    case FoundKind::kQuota:
      return {
          icons::kIconTarget,
          context.session->plan().quota_set->quotas[index].name.in(context.preferences.language),
          std::string(context.tr(Str::thing_quota)), ""};
    case FoundKind::kUnit:
      return unitShown(context.session->plan(), UnitId{index});
    case FoundKind::kCadre:
      return cadreShown(context, CadreId{index});
    case FoundKind::kPost:
      break;
  }
  return postShown(context, PostId{index});
}

// --- what selecting a result does ---

// A unit shown as a tile; for a unit below one, opens that and shows the first post of its own.
void showUnit(const Context& context, UnitId unit) {
  Session& session = *context.session;
  const Structure& structure = *session.plan().structure;
  const std::vector<UnitId> groups = session.groups();
  context.memory.of<ShownViews>().work = &kBoardView;
  if (std::find(groups.begin(), groups.end(), unit) != groups.end()) {
    context.memory.of<BoardMemory>().whole_plan = false;
    context.later([&session, unit] { session.chooseUnit(unit); });
    return;
  }
  const std::vector<PostId>& posts = structure.posts_in[unit.index()];
  if (!posts.empty()) {
    showPost(context, posts.front());
    return;
  }
  for (const UnitId group : groups) {
    if (structure.contains(group, unit)) {
      context.later([&session, group] { session.chooseUnit(group); });
    }
  }
}

void showCadre(const Context& context, CadreId cadre) {
  Session& session = *context.session;
  if (const PostId post = session.state().after.firstPost(cadre)) {
    showPost(context, post);
    return;
  }
  context.memory.of<ShownViews>().work = &kBoardView;
  context.preferences.inspector_open = true;
  context.later([&session, cadre] { session.chooseCadre(cadre); });
}

// The result is identified by its key here, because other actions of the frame run first.
void open(const Context& context, const Found& found) {
  const std::size_t index = found.index;
  Session* session = context.session;
  switch (found.kind) {
    case FoundKind::kCommand:
      context.memory.of<KeyboardMemory>().run_next = &commands()[index];
      return;
    case FoundKind::kTable:
      copyTableNamed(context, context.memory.of<KeyboardMemory>().tables[index].name);
      return;
    case FoundKind::kScenario:
      context.later([session, key = (*session->plan().scenarios)[index]->key] {
        session->chooseScenario(key);
      });
      return;
    case FoundKind::kRound:
      context.later([session, index] { session->chooseEntry(index); });
      return;
    case FoundKind::kQuota:
      context.later([session, key = session->plan().quota_set->quotas[index].key] {
        session->chooseQuota(key);
      });
      return;
    case FoundKind::kUnit:
      return showUnit(context, UnitId{index});
    case FoundKind::kCadre:
      return showCadre(context, CadreId{index});
    case FoundKind::kPost:
      return showPost(context, PostId{index});
  }
}

// --- the list ---

bool drawLine(const Context& context, const Found& found, std::size_t index, bool chosen) {
  const Shown shown = shownAs(context, found);
  ImGui::PushID(static_cast<int>(index));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const bool pressed = pressArea("result", {width, kLineHeight});
  ImGui::PopID();
  ImDrawList& list = *ImGui::GetWindowDrawList();
  const ImVec2 corner = {at.x + width, at.y + kLineHeight};
  if (chosen || ImGui::IsItemHovered()) {
    list.AddRectFilled(at, corner, chosen ? context.theme.selected : context.theme.hover,
                       kRounding);
  }
  if (chosen) {
    list.AddRectFilled({at.x, at.y + 5}, {at.x + 3, corner.y - 5}, context.theme.accent, 1.5F);
  }
  const float y = at.y + (kLineHeight - sizeOf(context.fonts.body)) / 2 - 2;
  drawText(list, context.fonts.body, {at.x + 12, y}, context.theme.muted, shown.icon);
  const ImVec2 key_size = measure(context.fonts.small_bold, shown.shortcut);
  const float key_room = shown.shortcut.empty() ? 0.0F : key_size.x + 16;
  const float room = width - 40 - key_room - 10;
  const float label_width = std::min(measure(context.fonts.body, shown.label).x, room);
  drawTextFitted(list, context.fonts.body, {at.x + 40, y}, room + 1, context.theme.text,
                 shown.label);
  constexpr float kLeastDetails = 60.0F;
  const float left = room - label_width - 14;
  if (left > kLeastDetails) {
    drawTextFitted(list, context.fonts.small, {at.x + 40 + label_width + 14, y + 2}, left,
                   context.theme.muted, shown.details);
  }
  if (!shown.shortcut.empty()) {
    drawText(list, context.fonts.small_bold, {corner.x - key_size.x - 10, y + 2},
             context.theme.muted, shown.shortcut);
  }
  context.tree
      .addLastItem("option", shown.label,
                   shown.details + (shown.shortcut.empty() ? "" : " · " + shown.shortcut))
      .selected = has(chosen);
  return pressed;
}

// Arrow and page keys move the selection, whatever the text field does with them.
void moveChoice(PaletteMemory& memory, std::size_t count) {
  constexpr int kPage = 8;
  int step = 0;
  if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) step += 1;
  if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) step -= 1;
  if (ImGui::IsKeyPressed(ImGuiKey_PageDown)) step += kPage;
  if (ImGui::IsKeyPressed(ImGuiKey_PageUp)) step -= kPage;
  if (step == 0 || count == 0) return;
  takeArrowKey();
  const auto last = static_cast<std::ptrdiff_t>(count) - 1;
  const auto now = static_cast<std::ptrdiff_t>(memory.chosen);
  const bool wraps = step == 1 || step == -1;
  std::ptrdiff_t next = now + step;
  if (next < 0) next = wraps && now == 0 ? last : 0;
  if (next > last) next = wraps && now == last ? 0 : last;
  memory.chosen = static_cast<std::size_t>(next);
  memory.follow = true;
}

void follow(PaletteMemory& memory, float height) {
  if (!std::exchange(memory.follow, false)) return;
  const float top = static_cast<float>(memory.chosen) * kLineHeight;
  const float now = ImGui::GetScrollY();
  if (top < now) ImGui::SetScrollY(top);
  if (top + kLineHeight > now + height) ImGui::SetScrollY(top + kLineHeight - height);
}

// Index of the result that was pressed; `count` of them.
std::optional<std::size_t> drawResults(const Context& context, const std::vector<Found>& found) {
  constexpr int kMostLines = 11;
  PaletteMemory& memory = context.memory.of<KeyboardMemory>().palette;
  const float height = kLineHeight * kMostLines;
  std::optional<std::size_t> pressed;
  beginList("results", {0, height});
  follow(memory, height);
  // The text field keeps the keyboard focus; arrow keys move the selection.
  ImGui::PushItemFlag(ImGuiItemFlags_NoNav, true);
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(found.size()), kLineHeight);
  while (clipper.Step()) {
    for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
      const auto index = static_cast<std::size_t>(i);
      if (drawLine(context, found[index], index, index == memory.chosen)) pressed = index;
    }
  }
  ImGui::PopItemFlag();
  endList();
  return pressed;
}

void drawFooter(const Context& context, const std::vector<Found>& found) {
  const PaletteMemory& memory = context.memory.of<KeyboardMemory>().palette;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const std::string count =
      found.empty() ? context.tr(Message{Str::palette_nothing, {{"query", memory.query}}})
                    : context.tr(Message{Str::palette_count,
                                         {{"count", static_cast<std::int64_t>(found.size())}}});
  const std::string_view right =
      memory.query.empty() ? context.tr(Str::palette_hint) : context.tr(Str::palette_keys);
  ImGui::Dummy({width, 20});
  const float right_width = measure(context.fonts.small, right).x;
  drawTextFitted(*ImGui::GetWindowDrawList(), context.fonts.small, {at.x + 4, at.y + 3},
                 width - right_width - 24, context.theme.muted, count);
  drawText(*ImGui::GetWindowDrawList(), context.fonts.small,
           {at.x + width - right_width - 4, at.y + 3}, context.theme.muted, right);
  context.tree.addLastItem("status", context.tr(Str::command_palette), count);
}

void drawContent(const Context& context) {
  PaletteMemory& memory = context.memory.of<KeyboardMemory>().palette;
  context.tree.namePopup(context.tr(Str::command_palette));
  if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
  textField(context, context.tr(Str::command_palette), context.tr(Str::command_palette),
            memory.query, ImGui::GetContentRegionAvail().x, FieldKind::kSearch);
  ImGui::Dummy({0, 4});
  if (memory.query.empty()) prepareNames(context);
  const std::vector<Found>& found = resultsOf(context);
  moveChoice(memory, found.size());
  std::optional<std::size_t> pressed = drawResults(context, found);
  drawFooter(context, found);
  if (enterPressed() && memory.chosen < found.size()) pressed = memory.chosen;
  if (pressed) {
    context.outside.start_open = context.outside.start_open && context.session == nullptr;
    open(context, found[*pressed]);
  }
  const bool left = ImGui::IsKeyPressed(ImGuiKey_Escape, false);
  if (pressed || left || !memory.is_open) {
    memory.is_open = false;
    ImGui::CloseCurrentPopup();
    context.host.requestFrame();
  }
}

}  // namespace

void drawPalette(const Context& context) {
  constexpr const char* kPopup = "palette";
  PaletteMemory& memory = context.memory.of<KeyboardMemory>().palette;
  if (memory.is_open && !memory.is_shown) {
    ImGui::OpenPopup(kPopup);
    memory.is_shown = true;
  }
  if (!memory.is_shown) return;
  const ImGuiViewport& screen = *ImGui::GetMainViewport();
  const float width = std::min(kWidth, screen.Size.x - 48);
  ImGui::SetNextWindowPos(
      {std::floor(screen.Pos.x + (screen.Size.x - width) / 2), screen.Pos.y + kTopBarHeight + 12});
  ImGui::SetNextWindowSize({width, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(kPadding, kPadding));
  const bool begun = ImGui::BeginPopup(kPopup, ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoResize);
  ImGui::PopStyleVar();
  if (begun) {
    drawContent(context);
    ImGui::EndPopup();
  } else {
    memory.is_open = false;
  }
  if (!memory.is_open) memory.is_shown = false;
}

}  // namespace cadre::ui
