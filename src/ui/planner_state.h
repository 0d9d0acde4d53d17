// The state of a Planner: everything that outlives a frame. Only for planner.cpp (frames),
// planner_state.cpp (actions on the open plan) and inbox.cpp (host events).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kit/mirror.h"
#include "ui/announcer.h"
#include "ui/context.h"
#include "ui/import_state.h"
#include "ui/outside.h"
#include "ui/planner.h"
#include "ui/preferences.h"
#include "ui/view_memory.h"

namespace cadre::ui {

// Requests of one frame's views. Lives as long as the frame's Context, to which actions hold
// references: nothing of it is kept for the next frame.
struct Wishes {
  std::vector<Act> commands;
  std::vector<std::function<void()>> deferred;
  [[nodiscard]] bool isEmpty() const { return commands.empty() && deferred.empty(); }
};

struct Planner::State {
  State(platform::Host& the_host, const FontData& the_fonts, std::string_view settings)
      : host(the_host), font_data(the_fonts), preferences(readPreferences(settings)) {}

  platform::Host& host;
  FontData font_data;
  Fonts fonts;
  float density = 0;
  float large = 0;
  Preferences preferences;
  std::optional<Session> session;
  ViewMemory memory;
  Outside outside;
  Drag drag;
  EffectMemo memo;
  WidgetTree tree;
  Mirror mirror;
  Announcer announcer;
  Gesture gesture;
  std::uint64_t drawn_revision = 0;  // revision of the plan in the last frame
  std::string told_title;            // the open plan's title as its journal entry shows it

  void show(Document document, bool is_new);

  // The dragged official is identified by an index in the plan at that time.
  void endDragOfOtherPlan();

  [[nodiscard]] bool isKeptWithPassword() const;

  // From now on the open plan has a password, even when it is reopened from the journal.
  void setPassword();

  [[nodiscard]] std::string tr(const Message& message) const;

  // Shows a notice from outside a frame.
  void tell(const Message& message);

  // A stored plan is damaged: says what was recovered and offers its raw data.
  void failStored(std::string_view id, std::string about);

  // The open document is the recovered part of a damaged entry: stores it as an entry of its own.
  // `kept` of its records are valid.
  void repair(const platform::StoredPlan& plan, std::size_t kept);

  // A file with a password: asks for it, unless the file is invalid. Returns what is wrong with it.
  std::vector<std::string> askPassword(std::string_view name, std::string_view bytes);

  // Starts importing a roster; nothing is changed yet. REQUIRES: a plan is open.
  void preview(std::string name, std::string_view table_text);

  // Saves what is open for the next visit.
  [[nodiscard]] LastVisit visit();

  // Restores it as far as the open plan has it.
  void goTo(const LastVisit& visit);

  // Handles a hold that is due, or the next step of inertial scrolling.
  void awaitTouch(double now);

  void tellPage();

  // A plan opened read-only is not changed, nor is anything that depends on the change; says so.
  void refuseActs(const Context& context, Wishes& wishes);

  // Continues what is on screen as a new plan.
  void editCopy();

  // Updates the plan's name in the list of stored plans.
  void tellTitle();

  void runCommand(const Context& context, Act act);

  // Runs commands first, then the actions that depend on them, then whatever these request, until
  // nothing is left for a later frame.
  void act(const Context& context, Wishes& wishes);
};

}  // namespace cadre::ui
