// What a Planner is made of: everything that outlives a frame. Only for planner.cpp (frames),
// planner_state.cpp (acts on the open plan) and inbox.cpp (what the host tells).
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

// What the views of one frame ask for. It lives as long as the frame's Context, which actions hold
// by reference: nothing of it is left for the next frame.
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
  std::uint64_t drawn_revision = 0;  // of the plan in the last frame
  std::string told_title;            // of the open plan, as its journal entry is called

  void show(Document document, bool is_new);

  // Whoever is dragged is known by their place in the plan as it was.
  void endDragOfOtherPlan();

  [[nodiscard]] bool isKeptWithPassword() const;

  // The open plan has a password from now on, also when it comes back from the journal.
  void setPassword();

  [[nodiscard]] std::string tr(const Message& message) const;

  // A line of news from outside a frame.
  void tell(const Message& message);

  // A kept plan is damaged: what became of it, and a way to its raw data.
  void failStored(std::string_view id, std::string about);

  // The open document is the part of a damaged entry that could be followed: it becomes an entry of
  // its own. `kept` records of it are good.
  void repair(const platform::StoredPlan& plan, std::size_t kept);

  // A file with a password: asks for it, unless the file is no good. What is wrong with it.
  std::vector<std::string> askPassword(std::string_view name, std::string_view bytes);

  // A roster, before anything is done with it. REQUIRES: a plan is open.
  void preview(std::string name, std::string_view table_text);

  // Where the person is now, for the next visit.
  [[nodiscard]] LastPlace place();

  // There again, as far as the open plan has it.
  void goTo(const LastPlace& place);

  // A hold that is due, or the next step of a glide.
  void awaitTouch(double now);

  void tellPage();

  // A plan that is only looked at is not changed, nor what depends on the change; that is said.
  void refuseActs(const Context& context, Wishes& wishes);

  // What is on screen goes on as a plan of its own.
  void editCopy();

  // The list of kept plans names the plan as it is called now.
  void tellTitle();

  void runCommand(const Context& context, Act act);

  // Commands first, then what depends on them; then what these have asked for, until nothing is
  // left for a later frame.
  void act(const Context& context, Wishes& wishes);
};

}  // namespace cadre::ui
