#include "ui/announcer.h"

#include <algorithm>

#include <imgui_internal.h>

#include "ui/marks/attainment.h"
#include "ui/outside.h"
#include "ui/views/pieces.h"

namespace cadre::ui {
namespace {

using text::Str;

std::vector<Cell> cellsOf(const Session& session) {
  std::vector<Cell> out;
  for (const Cell& cell : session.state().cells) {
    if (cell.quota == session.quotaId()) out.push_back(cell);
  }
  return out;
}

bool standsTheSame(const Cell& a, const Cell& b) {
  return a.attained == b.attained && a.posts == b.posts && a.needed == b.needed;
}

std::string sentenceFor(const Context& context, const Cell& cell) {
  const std::string_view unit = shortName(context.session->plan().unit(cell.unit).name);
  return context.tr(Message{cell.shortfall() > 0 ? Str::a11y_unit_short : Str::a11y_unit_reached,
                            {{"unit", std::string(unit)},
                             {"ratio", ratioText(context, cell)},
                             {"count", std::int64_t{cell.shortfall()}}}});
}

}  // namespace

std::string Announcer::changeOfQuota(const Context& context) {
  if (context.session == nullptr) {
    revision_ = 0;
    return "";
  }
  const Session& session = *context.session;
  const std::string scope = session.selection().scenario + '\0' + session.selection().quota;
  if (scope == scope_ && revision_ == session.revision() && entry_ == session.entry()) return "";
  const bool is_edit = revision_ != 0 && scope == scope_ && revision_ != session.revision();
  const ImGuiID active = ImGui::GetActiveID();
  if (is_edit && active != 0 && active == context.gesture.control) return "";
  const std::vector<Cell> before = std::move(cells_);
  cells_ = cellsOf(session);
  scope_ = scope;
  revision_ = session.revision();
  entry_ = session.entry();
  if (!is_edit || before.size() != cells_.size()) return "";

  std::vector<const Cell*> changed;
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    if (!standsTheSame(before[i], cells_[i])) changed.push_back(&cells_[i]);
  }
  constexpr std::size_t kMostNamed = 3;
  if (changed.size() > kMostNamed) {
    const auto reached = std::count_if(cells_.begin(), cells_.end(),
                                       [](const Cell& cell) { return cell.shortfall() == 0; });
    return context.tr(Message{Str::a11y_units_changed,
                              {{"count", static_cast<std::int64_t>(changed.size())},
                               {"reached", static_cast<std::int64_t>(reached)},
                               {"all", static_cast<std::int64_t>(cells_.size())}}});
  }
  std::string out;
  for (const Cell* cell : changed) {
    if (!out.empty()) out += "; ";
    out += sentenceFor(context, *cell);
  }
  return out;
}

std::string Announcer::update(const Context& context) {
  const Outside& outside = context.outside;
  std::string out;
  if (outside.notice_until != notice_until_) out = outside.notice;
  notice_until_ = outside.notice_until;
  const std::string quota = changeOfQuota(context);
  if (!out.empty() && !quota.empty()) out += ". ";
  return out + quota;
}

}  // namespace cadre::ui
