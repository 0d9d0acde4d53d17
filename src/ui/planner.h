// The interface as a whole: one object that an application feeds with events and asks for frames.
//
// It owns the open document and everything a person sees of it. It draws with Dear ImGui into the
// current context and talks to the outside only through the Host. Not thread-safe: all calls come
// from the thread that draws.
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
  // `settings` is what Host::saveSettings was last given; anything unreadable counts as empty.
  // REQUIRES: an ImGui and an ImPlot context are current.
  Planner(platform::Host& host, const kit::FontData& fonts, std::string_view settings);
  ~Planner() override;
  Planner(const Planner&) = delete;
  Planner& operator=(const Planner&) = delete;

  // Before ImGui::NewFrame: makes fonts for the pixel density when it changed, and those of meeting
  // mode for as long as it lasts; true when the atlas is new and its texture must be made again.
  // `density` is device pixels per unit, 1 to 4.
  bool prepareFonts(float density);

  // Between ImGui::NewFrame and ImGui::Render: draws everything.
  void draw();

  // Fingers on the screen, in the units that ImGui draws in; between frames. Where they come to
  // mean something by resting, or go on moving things, pass() says that time has passed: before
  // each frame. `now` and the contacts' times are seconds of one clock.
  void touch(const kit::Contact& contact);
  void pass(double now);

  // The texts of the errors (in the chosen language) when the plan cannot be opened; then nothing
  // changed. Empty when it is open.
  std::vector<std::string> openPlan(std::string_view json_text);
  // The current plan as a file; empty when none is open.
  [[nodiscard]] std::string planJson() const;
  // The tree of what is on screen: a JSON array of {role, label, value, x, y, w, h}, in the units
  // that ImGui draws in (CSS pixels in a browser).
  [[nodiscard]] std::string widgetsJson() const;
  [[nodiscard]] const std::vector<kit::Widget>& widgets() const;

  // The accessible mirror (kit/mirror.h): what has changed on screen since this was last asked,
  // and what one of its elements asks for.
  std::string mirrorChanges();
  void mirrorAct(shared::MirrorAct act, unsigned id, int value);

  void fileOpened(std::string_view name, std::string_view bytes) override;
  void fileFailed(std::string_view name, std::string_view reason) override;
  void fileSaved(std::string_view name) override;
  void licencesFetched(std::string_view text) override;
  void lockDone(std::uint32_t ticket, platform::LockOutcome outcome,
                std::string_view bytes) override;
  void textPasted(std::string_view text) override;
  // Cells of a spreadsheet were pasted into the active text field; true when that stands in a
  // column and they fill it. Else they are text for the field.
  bool cellsPasted(std::string_view cells);
  // Of the active text field (kit/fields.h: FieldKind); 0 when there is none.
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
