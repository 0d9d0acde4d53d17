// What the outside has said, for any plan: fingers, kept plans, storage, passwords, news.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "kit/touch.h"
#include "platform/host.h"
#include "ui/licences.h"
#include "ui/password.h"

namespace cadre::ui {

struct LoadFailure {
  std::string file;
  std::vector<std::string> lines;
  // In the place of the words about a file; empty: those.
  std::string title = {};
  std::string about = {};
  std::string stored_id = {};  // a kept plan whose raw data can be saved
};

struct Outside {
  kit::Touch touch;  // fingers
  std::vector<platform::StoredPlanInfo> stored;
  platform::StorageState storage = platform::StorageState::kSaved;
  std::string storage_time;
  bool storage_known = false;
  PasswordMemory password;    // being asked for
  bool has_password = false;  // the open plan came from a file with one, or was saved to one
  LoadFailure failure;        // shown until it is closed; no lines: none
  std::string notice;         // a line of news in the top bar
  double notice_until = 0;    // ImGui time
  void tell(std::string news, double now) {
    constexpr double kSeconds = 6.0;
    notice = std::move(news);
    notice_until = now + kSeconds;
  }
  AboutMemory about;
  bool start_open = false;  // the start screen is shown over an open plan
  platform::PlanAccess access = platform::PlanAccess::kWritable;
  [[nodiscard]] bool isWritable() const { return access == platform::PlanAccess::kWritable; }
  bool copy_wanted = false;     // the open plan as a new one, to be edited here
  bool trouble_hidden = false;  // the banner about storage, until its state changes
  bool restore_open = false;    // the list of restore points
  std::vector<platform::RestorePointInfo> restore_points;  // newest first
  std::string restoring;  // the time that is being gone back to; empty: none
};

}  // namespace cadre::ui
