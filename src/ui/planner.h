// The whole interface: one object that an application feeds with events and asks for frames.
//
// It owns the open document and everything shown of it. It draws with Dear ImGui into the current
// context and talks to the outside only through the Host. Not thread-safe: all calls must come from
// the thread that draws.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kit/fonts.h"
#include "platform/host.h"
#include "shared/numbers.h"

namespace cadre::kit {
struct Contact;
struct Widget;
}  // namespace cadre::kit

namespace cadre::ui {

class Planner final : public platform::HostEvents {
 public:
  // `settings` is the text last given to Host::saveSettings; unreadable text counts as empty.
  // REQUIRES: an ImGui and an ImPlot context are current.
  Planner(platform::Host& host, const kit::FontData& fonts, std::string_view settings);
  ~Planner() override;
  Planner(const Planner&) = delete;
  Planner& operator=(const Planner&) = delete;

  // Call before ImGui::NewFrame: rebuilds the fonts when the pixel density changed or meeting mode
  // begins or ends. Returns true when the atlas is new and its texture must be recreated. `density`
  // is device pixels per unit, 1 to 4.
  bool prepareFonts(float density);

  // Call between ImGui::NewFrame and ImGui::Render: draws everything.
  void draw();

  // Touch input, in the units that ImGui draws in; call between frames. pass() reports that time
  // has passed, for gestures that depend on resting or on inertia: call it before each frame. `now`
  // and the contacts' times are seconds of the same clock.
  void touch(const kit::Contact& contact);
  void pass(double now);

  // Returns the error messages (in the selected language) when the plan cannot be opened, in which
  // case nothing changed; empty when it is open.
  std::vector<std::string> openPlan(std::string_view json_text);
  // The current plan as a file; empty when none is open.
  [[nodiscard]] std::string planJson() const;
  // The widget tree: a JSON array of {role, label, value, x, y, w, h}, in the units that ImGui
  // draws in (CSS pixels in a browser).
  [[nodiscard]] std::string widgetsJson() const;
  [[nodiscard]] const std::vector<kit::Widget>& widgets() const;

  // The accessible mirror (kit/mirror.h): the changes on screen since the last call, and actions on
  // one of its elements.
  std::string mirrorChanges();
  void mirrorAct(shared::MirrorAct act, unsigned id, int value);

  void fileOpened(std::string_view name, std::string_view bytes) override;
  void fileFailed(std::string_view name, std::string_view reason) override;
  void fileSaved(std::string_view name) override;
  void licencesFetched(std::string_view text) override;
  void lockDone(std::uint32_t ticket, platform::LockOutcome outcome,
                std::string_view bytes) override;
  void textPasted(std::string_view text) override;
  // Spreadsheet cells were pasted into the active text field. Returns true when the field is part
  // of a column and the cells fill it; otherwise they are plain text for the field.
  bool cellsPasted(std::string_view cells);
  // The kind of the active text field (kit/fields.h: FieldKind); 0 when there is none.
  [[nodiscard]] int activeFieldKind() const;
  void storedPlans(std::vector<platform::StoredPlanInfo> plans) override;
  void storedPlanOpened(platform::StoredPlan plan) override;
  void storedPlanFailed(std::string_view id, std::string_view reason) override;
  void restorePoints(std::vector<platform::RestorePointInfo> points) override;
  void accessChanged(platform::PlanAccess access) override;
  void storageChanged(platform::StorageState state, std::string_view time) override;
  void fullScreenChanged(bool on) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cadre::ui
