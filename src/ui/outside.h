// State reported from outside, independent of any plan: touch, stored plans, storage, passwords,
// notices.
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
  // Replaces the wording about a file; empty: keep that.
  std::string title = {};
  std::string about = {};
  std::string stored_id = {};  // a stored plan whose raw data can be exported
};

struct Outside {
  kit::Touch touch;  // fingers
  std::vector<platform::StoredPlanInfo> stored;
  platform::StorageState storage = platform::StorageState::kSaved;
  std::string storage_time;
  bool storage_known = false;
  PasswordMemory password;    // the password dialog
  bool has_password = false;  // the open plan was loaded from or saved to a file with a password
  LoadFailure failure;        // shown until it is closed; without lines: none
  std::string notice;         // a notice in the top bar
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
  bool copy_wanted = false;     // copy the open plan to a new one that can be edited here
  bool trouble_hidden = false;  // whether the storage banner was dismissed, until the state changes
  bool restore_open = false;    // the list of restore points
  std::vector<platform::RestorePointInfo> restore_points;  // newest first
  std::string restoring;  // the time of the restore point being restored; empty: none
};

}  // namespace cadre::ui
