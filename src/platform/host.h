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

namespace cadre::platform {

// A plan kept in the browser, without its content.
struct StoredPlanInfo {
  std::string id;
  std::string title;
  std::string changed;    // local time of the last change, "2026-11-21T12:01"
  std::size_t edits = 0;  // records in its journal
};

// A plan as the journal holds it: see document/restore.h.
struct StoredPlan {
  std::string id;
  std::string base;                  // plan.json
  std::vector<std::string> records;  // one command each
  std::size_t position = 0;          // how many of them are applied
};

enum class StorageState : std::uint8_t {
  kSaved,        // everything handed over is committed
  kUnavailable,  // no storage here (private window, file://, blocked)
  kFailed,       // a write failed: full, or broken
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
  // Text was pasted outside of text fields.
  virtual void textPasted(std::string_view text) = 0;
  virtual void storedPlans(std::vector<StoredPlanInfo> plans) = 0;
  // The answer to openStored, and at start the plan that was open last.
  virtual void storedPlanOpened(StoredPlan plan) = 0;
  // `time` is the local time of the last commit, "12:01"; empty when there was none.
  virtual void storageChanged(StorageState state, std::string_view time) = 0;
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
  virtual void openStored(std::string_view id) = 0;
  virtual void deleteStored(std::string_view id) = 0;

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

  // A small JSON text (language, theme, sizes of panels), kept as long as the browser keeps it.
  virtual void saveSettings(std::string_view json) = 0;

  // Tells the page which language it is in (document.documentElement.lang, title).
  virtual void setPageLanguage(std::string_view code, std::string_view title) = 0;
};

}  // namespace cadre::platform
