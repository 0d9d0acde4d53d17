// The Host of the native window, which exists for debugging: files go to the working directory; the
// journal and the settings are in memory and end with the program.
//
// Calls are queued and run in runPending(), so that HostEvents come between frames.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "platform/host.h"

namespace cadre::platform {

class NativeHost final : public Host {
 public:
  using Clock = std::chrono::steady_clock;

  // `samples_folder` is where fetchSample looks.
  explicit NativeHost(std::string samples_folder) : samples_folder_(std::move(samples_folder)) {}

  // Runs the requests made since the last call and reports their results. Must not be called during
  // a frame.
  void runPending(HostEvents& events);
  // Reads a file (from the command line, or dropped on the window) and reports it.
  void openFile(const std::string& path, HostEvents& events);

  // Whether a frame was requested since the last call, or a deadline has passed.
  bool takeFrameRequest();
  [[nodiscard]] std::optional<Clock::time_point> deadline() const { return deadline_; }

  void requestFrame() override { frame_wanted_ = true; }
  void requestFrameIn(int milliseconds) override;

  void createStored(std::string_view title, std::string_view base_json) override;
  void appendRecord(std::size_t index, std::string_view record) override;
  void setPosition(std::size_t position) override;
  void renameStored(std::string_view title) override;
  void listStored() override;
  void openStored(std::string_view id) override;
  void deleteStored(std::string_view id) override;
  // The following only matters for storage that outlives the program.
  void undeleteStored(std::string_view /*id*/) override {}
  void refuseStored() override {}
  void repairStored(std::size_t /*records*/, std::string_view /*title*/) override {}
  void exportStored(std::string_view /*id*/) override {}
  void retryStoring() override {}
  void addRestorePoint(RestoreKind /*kind*/) override {}
  void listRestorePoints() override;
  void openRestorePoint(std::string_view /*id*/) override {}

  void saveFile(std::string_view suggested_name, std::string_view bytes) override;
  void exportFile(std::string_view suggested_name, std::string_view bytes) override;
  void openReport(std::string_view file_name, std::string_view html) override;
  void pickFile() override;
  void fetchSample(std::string_view file_name) override;
  // There are none: only the page is distributed to others.
  void fetchLicences() override;

  void lockPlan(std::uint32_t ticket, std::string_view plan_json,
                std::string_view password) override;
  void unlockPlan(std::uint32_t ticket, std::string_view bytes, std::string_view password) override;
  void saveSettings(std::string_view json) override { settings_ = json; }
  void setPageLanguage(std::string_view code, std::string_view title) override;
  void setFullScreen(bool /*on*/) override {}

 private:
  struct Entry {
    StoredPlan plan;
    StoredPlanInfo info;
  };

  void changed(HostEvents& events);
  void later(std::function<void(HostEvents&)> work);

  std::string samples_folder_;
  std::string settings_;
  std::map<std::string, Entry> entries_;
  std::string current_;
  int entries_made_ = 0;
  std::vector<std::function<void(HostEvents&)>> pending_;
  bool frame_wanted_ = true;
  std::optional<Clock::time_point> deadline_;
};

}  // namespace cadre::platform
