// A Host that keeps everything in memory: a stand-in for the browser's in tests and benchmarks.
//
// Tests can inspect the interface's requests afterwards. Answers wait until deliver() is called
// between frames; the test passes files through HostEvents.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/host.h"

namespace cadre::platform {

class MemoryHost final : public Host {
 public:
  // Receives the answers; may be set after construction, because the interface needs its host
  // first.
  void tell(HostEvents* events) { events_ = events; }
  // Delivers the pending answers in the order of the requests.
  void deliver();

  void requestFrame() override { ++frames_requested; }
  void requestFrameIn(int /*milliseconds*/) override { ++frames_requested; }

  void createStored(std::string_view title, std::string_view base_json) override;
  void appendRecord(std::size_t index, std::string_view record) override;
  void setPosition(std::size_t position) override;
  void renameStored(std::string_view title) override;
  void listStored() override;
  void openStored(std::string_view id) override;
  void deleteStored(std::string_view id) override;
  void undeleteStored(std::string_view id) override;
  void refuseStored() override;
  void repairStored(std::size_t records, std::string_view title) override;
  void exportStored(std::string_view id) override;
  void retryStoring() override { ++retries; }
  void addRestorePoint(RestoreKind kind) override;
  void listRestorePoints() override;
  void openRestorePoint(std::string_view id) override;

  void saveFile(std::string_view suggested_name, std::string_view bytes) override;
  void exportFile(std::string_view suggested_name, std::string_view bytes) override;
  void openReport(std::string_view file_name, std::string_view html) override;
  void pickFile() override { ++picks; }
  void fetchSample(std::string_view file_name) override { samples_asked.emplace_back(file_name); }
  // Answered by the test, with licencesFetched.
  void fetchLicences() override { ++licences_asked; }
  // Answered by the test, with lockDone.
  void lockPlan(std::uint32_t ticket, std::string_view plan_json,
                std::string_view password) override;
  void unlockPlan(std::uint32_t ticket, std::string_view bytes, std::string_view password) override;
  void saveSettings(std::string_view json) override { settings = json; }
  void setPageLanguage(std::string_view code, std::string_view title) override;
  void setFullScreen(bool on) override { full_screen = on; }

  struct LockRequest {
    std::uint32_t ticket;
    std::string bytes;
    std::string password;
  };

  // The requests made so far.
  int frames_requested = 0;
  int picks = 0;
  std::vector<std::string> samples_asked;
  int licences_asked = 0;
  std::map<std::string, std::string> saved_files;     // by name
  std::map<std::string, std::string> exported_files;  // by name
  std::map<std::string, std::string> reports;         // shown, by name
  std::vector<LockRequest> locks;
  std::vector<LockRequest> unlocks;
  std::string settings;
  std::string language;
  std::string page_title;
  bool full_screen = false;
  std::map<std::string, StoredPlan> stored;   // by id
  std::map<std::string, std::string> titles;  // by id
  std::string current;                        // id
  std::set<std::string> deleted;              // ids of plans that can still be restored
  std::set<std::string> damaged;              // ids
  std::vector<std::string> raw_exports;       // ids
  int retries = 0;
  // For the current entry, newest last, each with the plan at that moment.
  std::vector<std::pair<RestorePointInfo, StoredPlan>> restore_points;

 private:
  using Answer = std::function<void(HostEvents&)>;
  void answer(Answer answer) { answers_.push_back(std::move(answer)); }

  HostEvents* events_ = nullptr;
  std::vector<Answer> answers_;
  std::size_t created_ = 0;
  bool refused_ = false;  // the plan being delivered was rejected
};

}  // namespace cadre::platform
