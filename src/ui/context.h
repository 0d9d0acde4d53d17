// What a view may use while it draws: session, strings, theme, and functions that act.
//
// A Context lives for one frame. Views read through it and request changes through it; a change of
// the plan takes effect after the views have drawn, so that one frame shows one plan.
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

// What was last open, as keys of the plan and commands that open the views. Anything that the plan
// or this edition lacks is ignored.
struct LastVisit {
  std::string scenario;
  std::string round;
  std::string quota;
  std::string unit;
  std::string work_view;
  std::string lower_view;
  friend bool operator==(const LastVisit&, const LastVisit&) = default;
};

// What meeting mode shows. Districts by their keys in the plan; unknown ones are ignored.
enum class MeetingScope : std::uint8_t { kOne, kShort, kPicked };

struct MeetingPreferences {
  MeetingScope scope = MeetingScope::kOne;
  std::vector<std::string> picked;
  bool masks_names = true;
  friend bool operator==(const MeetingPreferences&, const MeetingPreferences&) = default;
};

// The preferences of the user, kept between visits.
struct Preferences {
  LastVisit last_visit;
  MeetingPreferences meeting;
  text::Language language = text::Language::kVietnamese;
  kit::ThemeKind theme = kit::ThemeKind::kLight;
  bool districts_as_list = false;
  float left_share = 0.37F;    // of the width, for the districts
  float bottom_share = 0.33F;  // of the height, for rounds and plot
  bool inspector_open = true;
  // Identifies stored plans with a password by a hash of their base (ui/password.h); newest last.
  std::vector<std::string> with_password;
  friend bool operator==(const Preferences&, const Preferences&) = default;
};

// A command waiting to be applied to the plan.
struct Act {
  Command command;
  bool amends = false;  // replaces the last command
};

// A drag in progress, kept from frame to frame.
struct Drag {
  CadreId cadre;  // none: nothing is dragged
  PostId over;    // the post under the cursor
  Onto onto = Onto::kSwap;
};

// Cached what-if, so that a resting cursor costs nothing: by revision, entry, scenario, official,
// destination and what happens to the holder.
using EffectMemo = Memo<Expected<Effect>,
                        std::tuple<std::uint64_t, std::size_t, std::string, CadreId, PostId, Onto>>;

// State of views that outlives a frame but is not part of a plan's history.
class ViewMemory;
struct Outside;

// Views use the kit's names without qualification.
using namespace kit;

struct Context : Frame {
  Session* session;  // null: no plan is open
  Preferences& preferences;
  Drag& drag;
  EffectMemo& memo;
  ViewMemory& memory;
  Outside& outside;
  platform::Host& host;

  // Actions. All are run after the frame's views are drawn and before the frame ends, so an action
  // may hold this Context by reference. An action may request others, which follow in the same
  // frame.
  std::vector<Act>& commands;
  std::function<void(std::function<void()>)> later;

  void run(Command command) const { commands.push_back({std::move(command)}); }
  // A change by a control that may be dragged: `control` is its ImGui id. All changes of one drag
  // form one history step; call beginGesture when the control is pressed.
  void amend(unsigned control, Command command) const {
    const bool amends = gesture.control == control && gesture.has_begun;
    gesture = {control, true};
    commands.push_back({std::move(command), amends});
  }
};

}  // namespace cadre::ui
