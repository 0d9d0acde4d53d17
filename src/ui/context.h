// What a view may use while it draws: the session, the words, the looks, and the ways to act.
//
// One Context lives for one frame. Views read through it and ask for changes through it; a change
// of the plan takes effect after the view has drawn, so that one frame shows one plan.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "core/memo.h"
#include "kit/frame.h"
#include "platform/host.h"
#include "ui/session.h"

namespace cadre::ui {

// Where the person was, by the keys of the plan and the commands that open the views: what a plan
// or this edition lacks is ignored.
struct LastPlace {
  std::string scenario;
  std::string round;
  std::string quota;
  std::string unit;
  std::string work_view;
  std::string lower_view;
  friend bool operator==(const LastPlace&, const LastPlace&) = default;
};

// What meeting mode shows. Districts by their keys in the plan: what a plan lacks is ignored.
enum class MeetingScope : std::uint8_t { kOne, kShort, kPicked };

struct MeetingPreferences {
  MeetingScope scope = MeetingScope::kOne;
  std::vector<std::string> picked;
  bool masks_names = true;
  friend bool operator==(const MeetingPreferences&, const MeetingPreferences&) = default;
};

// How the person likes the interface; kept between visits.
struct Preferences {
  LastPlace last_place;
  MeetingPreferences meeting;
  text::Language language = text::Language::kVietnamese;
  kit::ThemeKind theme = kit::ThemeKind::kLight;
  bool districts_as_list = false;
  float left_share = 0.37F;    // of the width, for the districts
  float bottom_share = 0.33F;  // of the height, for rounds and plot
  bool inspector_open = true;
  // Kept plans that have a password, by a mark of how they began (ui/password.h); newest last.
  std::vector<std::string> with_password;
  friend bool operator==(const Preferences&, const Preferences&) = default;
};

// A command on its way to the plan.
struct Act {
  Command command;
  bool amends = false;  // takes the place of the last command
};

// What is being dragged, from one frame to the next.
struct Drag {
  CadreId cadre;  // none: nothing is dragged
  PostId over;    // the post under the cursor
  Onto onto = Onto::kSwap;
};

// A what-if, so that a resting cursor costs nothing: by revision, entry, scenario, who, to where,
// onto what.
using EffectMemo = Memo<Expected<Effect>,
                        std::tuple<std::uint64_t, std::size_t, std::string, CadreId, PostId, Onto>>;

// State of views that outlives a frame and belongs to no plan's history.
class ViewMemory;
struct Outside;

// Views are written in the kit's words.
using namespace kit;

struct Context : Frame {
  Session* session;  // null: no plan is open
  Preferences& preferences;
  Drag& drag;
  EffectMemo& memo;
  ViewMemory& memory;
  Outside& outside;
  platform::Host& host;

  // Acts, all done after the frame's views are drawn and before the frame ends, so that an action
  // may hold this Context by reference. An action may ask for others: they follow in the same
  // frame.
  std::vector<Act>& commands;
  std::function<void(std::function<void()>)> later;

  void run(Command command) const { commands.push_back({std::move(command)}); }
  // A change by a control that may be dragged: `control` is its ImGui id. All changes of one drag
  // are one step of the history; beginGesture is due when the control is pressed.
  void amend(unsigned control, Command command) const {
    const bool amends = gesture.control == control && gesture.has_begun;
    gesture = {control, true};
    commands.push_back({std::move(command), amends});
  }
};

}  // namespace cadre::ui
