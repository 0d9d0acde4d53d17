// The seam between the interface and everything outside it: storage, files, settings, the clock.
//
// The interface calls a Host and never a browser or an operating system. Calls return at once; what
// comes of them arrives later through HostEvents, always between frames, never during one. There is
// one Host for the browser, one for a native window and one in memory for tests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/numbers.h"

namespace cadre::platform {

// What they are and stand for: web/shared_numbers.mjs.
using shared::LockOutcome;
using shared::OpenIn;
using shared::PlanAccess;
using shared::RestoreKind;
using shared::StorageState;

// A plan kept in the browser, without its content.
struct StoredPlanInfo {
  std::string id;
  std::string title;
  std::string changed;    // local time of the last change, "2026-11-21T12:01"
  std::size_t edits = 0;  // records in its journal
  OpenIn open_in = OpenIn::kNowhere;
  bool is_damaged = false;  // could not be opened whole; kept as it is
  bool is_deleted = false;  // can still be brought back
};

// A plan as the journal holds it: see document/restore.h.
struct StoredPlan {
  std::string id;
  std::string base;                  // plan.json
  std::vector<std::string> records;  // one command each
  std::size_t position = 0;          // how many of them are applied
};

// A moment of the open plan that can be gone back to.
struct RestorePointInfo {
  std::string id;
  std::string time;  // local, "2026-11-21T12:01"
  RestoreKind kind = RestoreKind::kAuto;
  std::size_t edits_since = 0;
};

// What the outside tells the interface.
class HostEvents {
 public:
  virtual ~HostEvents() = default;
  // A file was picked or dropped, or a sample fetched.
  virtual void fileOpened(std::string_view name, std::string_view bytes) = 0;
  // A file or sample could not be read; `reason` is for the technician, in English.
  virtual void fileFailed(std::string_view name, std::string_view reason) = 0;
  // The plan file was written (or handed to the browser's downloads).
  virtual void fileSaved(std::string_view name) = 0;
  // The answer to fetchLicences; empty when they could not be had.
  virtual void licencesFetched(std::string_view text) = 0;
  // The answer to lockPlan (`bytes` are the file) or unlockPlan (the plan's text).
  virtual void lockDone(std::uint32_t ticket, LockOutcome outcome, std::string_view bytes) = 0;
  // Text was pasted outside of text fields.
  virtual void textPasted(std::string_view text) = 0;
  virtual void storedPlans(std::vector<StoredPlanInfo> plans) = 0;
  // A kept plan, or a restore point of the open one, could not be read at all.
  virtual void storedPlanFailed(std::string_view id, std::string_view reason) = 0;
  virtual void restorePoints(std::vector<RestorePointInfo> points) = 0;
  virtual void accessChanged(PlanAccess access) = 0;
  // The answer to openStored, and at start the plan that was open last.
  virtual void storedPlanOpened(StoredPlan plan) = 0;
  // `time` is the local time of the last commit, "12:01"; empty when there was none.
  virtual void storageChanged(StorageState state, std::string_view time) = 0;
  // The page fills the screen, or no longer does, whoever wanted it (Escape is the browser's).
  virtual void fullScreenChanged(bool on) = 0;
};

class Host {
 public:
  virtual ~Host() = default;

  // Asks for a frame as soon as may be, or after some milliseconds.
  virtual void requestFrame() = 0;
  virtual void requestFrameIn(int milliseconds) = 0;

  // Journal. createStored makes a new entry and makes it current; the others write to the current
  // one, each in one transaction.
  virtual void createStored(std::string_view title, std::string_view base_json) = 0;
  // Record `index` (0-based); later ones are dropped and the position becomes index + 1.
  virtual void appendRecord(std::size_t index, std::string_view record) = 0;
  virtual void setPosition(std::size_t position) = 0;
  virtual void renameStored(std::string_view title) = 0;
  virtual void listStored() = 0;
  // An empty id: the current one again.
  virtual void openStored(std::string_view id) = 0;
  // The first time it can still be brought back; one that was deleted already is gone for good.
  virtual void deleteStored(std::string_view id) = 0;
  virtual void undeleteStored(std::string_view id) = 0;
  // Only during storedPlanOpened, of that plan, which turned out to be damaged; its entry stays as
  // it is. Either its beginning cannot be read, and the current entry stays current, or its first
  // `records` can be followed: they become an entry of their own, which becomes current.
  virtual void refuseStored() = 0;
  virtual void repairStored(std::size_t records, std::string_view title) = 0;
  // Everything that storage holds of an entry, readable or not, as a file.
  virtual void exportStored(std::string_view id) = 0;
  // Writes once more what could not be written.
  virtual void retryStoring() = 0;

  // Moments of the current entry. Going back to one delivers the plan anew (storedPlanOpened);
  // where it was becomes a restore point too.
  virtual void addRestorePoint(RestoreKind kind) = 0;
  virtual void listRestorePoints() = 0;
  virtual void openRestorePoint(std::string_view id) = 0;

  // Files.
  virtual void saveFile(std::string_view suggested_name, std::string_view bytes) = 0;
  // The same for what is made from the plan and is not the plan (a report, a table): never takes
  // the plan file's place, and no fileSaved follows.
  virtual void exportFile(std::string_view suggested_name, std::string_view bytes) = 0;
  // Shows a page made here (HTML without scripts) beside the planner and offers to print it; where
  // that cannot be, it is exported under that name.
  virtual void openReport(std::string_view file_name, std::string_view html) = 0;
  virtual void pickFile() = 0;
  // One of the samples that ship with the page, by file name.
  virtual void fetchSample(std::string_view file_name) = 0;
  // The licences of what is in the page, as one text (ui/licences.h).
  virtual void fetchLicences() = 0;

  // A plan with a password: made into a file, or read from one. The key takes a second; the page
  // lives on meanwhile. The password is kept nowhere. `ticket` comes back with the answer.
  virtual void lockPlan(std::uint32_t ticket, std::string_view plan_json,
                        std::string_view password) = 0;
  virtual void unlockPlan(std::uint32_t ticket, std::string_view bytes,
                          std::string_view password) = 0;

  // A small JSON text (language, theme, sizes of panels), kept as long as the browser keeps it.
  virtual void saveSettings(std::string_view json) = 0;

  // Tells the page which language it is in (document.documentElement.lang, title).
  virtual void setPageLanguage(std::string_view code, std::string_view title) = 0;

  // The page over the whole screen; nothing comes of it where that is not allowed. Due soon after a
  // click or a key, as browsers ask for.
  virtual void setFullScreen(bool on) = 0;
};

}  // namespace cadre::platform
