// The Host for the page. Every call goes straight to `Module.host`, the object created by
// web/host.mjs; text and bytes are passed as pointer and length into the program's memory, and the
// page copies them before the call returns.
#pragma once

#include "platform/host.h"

namespace cadre::platform {

class BrowserHost final : public Host {
 public:
  void requestFrame() override;
  void requestFrameIn(int milliseconds) override;

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
  void retryStoring() override;
  void addRestorePoint(RestoreKind kind) override;
  void listRestorePoints() override;
  void openRestorePoint(std::string_view id) override;

  void saveFile(std::string_view suggested_name, std::string_view bytes) override;
  void exportFile(std::string_view suggested_name, std::string_view bytes) override;
  void openReport(std::string_view file_name, std::string_view html) override;
  void pickFile() override;
  void fetchSample(std::string_view file_name) override;
  void fetchLicences() override;

  void lockPlan(std::uint32_t ticket, std::string_view plan_json,
                std::string_view password) override;
  void unlockPlan(std::uint32_t ticket, std::string_view bytes, std::string_view password) override;

  void saveSettings(std::string_view json) override;
  void setPageLanguage(std::string_view code, std::string_view title) override;
  void setFullScreen(bool on) override;
};

// From now on, the page's reports (the exports of browser_events.cpp) go to `events`, which must
// live as long as the page.
void deliverBrowserEventsTo(HostEvents& events);

}  // namespace cadre::platform
