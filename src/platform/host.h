// The boundary between the interface and the outside: storage, files, settings, the clock.
//
// The interface calls a Host and never a browser or an operating system. Calls return at once;
// results arrive later through HostEvents, always between frames. There is one Host for the
// browser, one for a native window and one in memory for tests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/numbers.h"

namespace cadre::platform {

// The values and their meaning are defined in web/shared_numbers.mjs.
using shared::LockOutcome;
using shared::OpenIn;
using shared::PlanAccess;
using shared::RestoreKind;
using shared::StorageState;

// A plan stored in the browser, without its content.
struct StoredPlanInfo {
  std::string id;
  std::string title;
  std::string changed;    // local time of the last change, "2026-11-21T12:01"
  std::size_t edits = 0;  // records in its journal
  OpenIn open_in = OpenIn::kNowhere;
  bool is_damaged = false;  // could not be opened completely; kept unchanged
  bool is_deleted = false;  // can still be restored
};

// A plan as stored in the journal: see document/restore.h.
struct StoredPlan {
  std::string id;
  std::string base;                  // plan.json
  std::vector<std::string> records;  // one command each
  std::size_t position = 0;          // how many of them are applied
};

// A restore point of the open plan.
struct RestorePointInfo {
  std::string id;
  std::string time;  // local, "2026-11-21T12:01"
  RestoreKind kind = RestoreKind::kAuto;
  std::size_t edits_since = 0;
};

// Notifications from the outside to the interface.
class HostEvents {
 public:
  virtual ~HostEvents() = default;
  // A file was picked or dropped, or a sample fetched.
  virtual void fileOpened(std::string_view name, std::string_view bytes) = 0;
  // A file or sample could not be read; `reason` is a technical message in English.
  virtual void fileFailed(std::string_view name, std::string_view reason) = 0;
  // The plan file was written (or handed to the browser's downloads).
  virtual void fileSaved(std::string_view name) = 0;
  // The answer to fetchLicences; empty when they are not available.
  virtual void licencesFetched(std::string_view text) = 0;
  // The answer to lockPlan (`bytes` are the file) or unlockPlan (the plan's text).
  virtual void lockDone(std::uint32_t ticket, LockOutcome outcome, std::string_view bytes) = 0;
  // Text was pasted outside text fields.
  virtual void textPasted(std::string_view text) = 0;
  virtual void storedPlans(std::vector<StoredPlanInfo> plans) = 0;
  // A stored plan, or a restore point of the open one, could not be read at all.
  virtual void storedPlanFailed(std::string_view id, std::string_view reason) = 0;
  virtual void restorePoints(std::vector<RestorePointInfo> points) = 0;
  virtual void accessChanged(PlanAccess access) = 0;
  // The answer to openStored; at start, the plan that was last open.
  virtual void storedPlanOpened(StoredPlan plan) = 0;
  // `time` is the local time of the last commit, "12:01"; empty when there was none.
  virtual void storageChanged(StorageState state, std::string_view time) = 0;
  // The page entered or left full screen, whoever caused it (the browser handles Escape itself).
  virtual void fullScreenChanged(bool on) = 0;
};

class Host {
 public:
  virtual ~Host() = default;

  // Requests a frame as soon as possible, or after some milliseconds.
  virtual void requestFrame() = 0;
  virtual void requestFrameIn(int milliseconds) = 0;

  // Journal. createStored adds an entry and makes it current; the others write to the current
  // entry, each in one transaction.
  virtual void createStored(std::string_view title, std::string_view base_json) = 0;
  // Writes record `index` (0-based); later records are dropped and the position becomes index + 1.
  virtual void appendRecord(std::size_t index, std::string_view record) = 0;
  virtual void setPosition(std::size_t position) = 0;
  virtual void renameStored(std::string_view title) = 0;
  virtual void listStored() = 0;
  // An empty id means the current one.
  virtual void openStored(std::string_view id) = 0;
  // The first deletion can be undone; deleting a deleted plan removes it for good.
  virtual void deleteStored(std::string_view id) = 0;
  virtual void undeleteStored(std::string_view id) = 0;
  // Only during storedPlanOpened, for that plan, which turned out to be damaged; its entry stays
  // unchanged. Either its base cannot be read and the current entry stays current, or its first
  // `records` can be applied: they become a new entry, which becomes current.
  virtual void refuseStored() = 0;
  virtual void repairStored(std::size_t records, std::string_view title) = 0;
  // Everything that storage has for an entry, readable or not, as a file.
  virtual void exportStored(std::string_view id) = 0;
  // Retries writes that failed.
  virtual void retryStoring() = 0;

  // Restore points of the current entry. Going back to one delivers the plan again
  // (storedPlanOpened); the state before becomes a restore point too.
  virtual void addRestorePoint(RestoreKind kind) = 0;
  virtual void listRestorePoints() = 0;
  virtual void openRestorePoint(std::string_view id) = 0;

  // Files.
  virtual void saveFile(std::string_view suggested_name, std::string_view bytes) = 0;
  // The same for output derived from the plan (a report, a table): never replaces the plan file,
  // and no fileSaved follows.
  virtual void exportFile(std::string_view suggested_name, std::string_view bytes) = 0;
  // Shows a page generated here (HTML without scripts) next to the planner and offers to print it;
  // if that is not possible, exports it under that name.
  virtual void openReport(std::string_view file_name, std::string_view html) = 0;
  virtual void pickFile() = 0;
  // Fetches one of the samples that ship with the page, by file name.
  virtual void fetchSample(std::string_view file_name) = 0;
  // The licences of the page's components, as one text (ui/licences.h).
  virtual void fetchLicences() = 0;

  // Writes or reads a plan file protected by a password. Deriving the key takes a second, during
  // which the page stays responsive. The password is stored nowhere. `ticket` comes back with the
  // answer.
  virtual void lockPlan(std::uint32_t ticket, std::string_view plan_json,
                        std::string_view password) = 0;
  virtual void unlockPlan(std::uint32_t ticket, std::string_view bytes,
                          std::string_view password) = 0;

  // A small JSON text (language, theme, panel sizes), kept as long as the browser keeps it.
  virtual void saveSettings(std::string_view json) = 0;

  // Tells the page its language (document.documentElement.lang, title).
  virtual void setPageLanguage(std::string_view code, std::string_view title) = 0;

  // Full screen; has no effect where it is not allowed. Must follow soon after a click or a key, as
  // browsers require.
  virtual void setFullScreen(bool on) = 0;
};

}  // namespace cadre::platform
