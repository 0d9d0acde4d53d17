#include "platform/browser/browser_host.h"

#include <emscripten/em_js.h>

// clang-format off
EM_JS(void, cadreJsRequestFrame, (), { Module.host.requestFrame(); })
EM_JS(void, cadreJsRequestFrameIn, (int milliseconds), { Module.host.requestFrameIn(milliseconds); })
EM_JS(void, cadreJsCreateStored, (const char* title, std::size_t title_size, const char* base,
                                  std::size_t base_size), {
  Module.host.createStored(title, title_size, base, base_size);
})
EM_JS(void, cadreJsAppendRecord, (std::size_t index, const char* record, std::size_t size), {
  Module.host.appendRecord(index, record, size);
})
EM_JS(void, cadreJsSetPosition, (std::size_t position), { Module.host.setPosition(position); })
EM_JS(void, cadreJsRenameStored, (const char* title, std::size_t size), {
  Module.host.renameStored(title, size);
})
EM_JS(void, cadreJsListStored, (), { Module.host.listStored(); })
EM_JS(void, cadreJsOpenStored, (const char* id, std::size_t size), {
  Module.host.openStored(id, size);
})
EM_JS(void, cadreJsDeleteStored, (const char* id, std::size_t size), {
  Module.host.deleteStored(id, size);
})
EM_JS(void, cadreJsUndeleteStored, (const char* id, std::size_t size), {
  Module.host.undeleteStored(id, size);
})
EM_JS(void, cadreJsRefuseStored, (), { Module.host.refuseStored(); })
EM_JS(void, cadreJsRepairStored, (std::size_t records, const char* title, std::size_t size), {
  Module.host.repairStored(records, title, size);
})
EM_JS(void, cadreJsExportStored, (const char* id, std::size_t size), {
  Module.host.exportStored(id, size);
})
EM_JS(void, cadreJsRetryStoring, (), { Module.host.retryStoring(); })
EM_JS(void, cadreJsAddRestorePoint, (int kind), { Module.host.addRestorePoint(kind); })
EM_JS(void, cadreJsListRestorePoints, (), { Module.host.listRestorePoints(); })
EM_JS(void, cadreJsOpenRestorePoint, (const char* id, std::size_t size), {
  Module.host.openRestorePoint(id, size);
})
EM_JS(void, cadreJsSaveFile, (const char* name, std::size_t name_size, const char* bytes,
                              std::size_t size), {
  Module.host.saveFile(name, name_size, bytes, size);
})
EM_JS(void, cadreJsExportFile, (const char* name, std::size_t name_size, const char* bytes,
                                std::size_t size), {
  Module.host.exportFile(name, name_size, bytes, size);
})
EM_JS(void, cadreJsOpenReport, (const char* name, std::size_t name_size, const char* html,
                                std::size_t size), {
  Module.host.openReport(name, name_size, html, size);
})
EM_JS(void, cadreJsPickFile, (), { Module.host.pickFile(); })
EM_JS(void, cadreJsFetchSample, (const char* name, std::size_t size), {
  Module.host.fetchSample(name, size);
})
EM_JS(void, cadreJsFetchLicences, (), { Module.host.fetchLicences(); })
EM_JS(void, cadreJsLockPlan, (std::uint32_t ticket, const char* plan, std::size_t plan_size,
                              const char* password, std::size_t size), {
  Module.host.lockPlan(ticket, plan, plan_size, password, size);
})
EM_JS(void, cadreJsUnlockPlan, (std::uint32_t ticket, const char* bytes, std::size_t bytes_size,
                                const char* password, std::size_t size), {
  Module.host.unlockPlan(ticket, bytes, bytes_size, password, size);
})
EM_JS(void, cadreJsSaveSettings, (const char* json, std::size_t size), {
  Module.host.saveSettings(json, size);
})
EM_JS(void, cadreJsSetPageLanguage, (const char* code, std::size_t code_size, const char* title,
                                     std::size_t title_size), {
  Module.host.setPageLanguage(code, code_size, title, title_size);
})
EM_JS(void, cadreJsSetFullScreen, (bool on), { Module.host.setFullScreen(on); })
// clang-format on

namespace cadre::platform {

void BrowserHost::requestFrame() { cadreJsRequestFrame(); }
void BrowserHost::requestFrameIn(int milliseconds) { cadreJsRequestFrameIn(milliseconds); }

void BrowserHost::createStored(std::string_view title, std::string_view base_json) {
  cadreJsCreateStored(title.data(), title.size(), base_json.data(), base_json.size());
}
void BrowserHost::appendRecord(std::size_t index, std::string_view record) {
  cadreJsAppendRecord(index, record.data(), record.size());
}
void BrowserHost::setPosition(std::size_t position) { cadreJsSetPosition(position); }
void BrowserHost::renameStored(std::string_view title) {
  cadreJsRenameStored(title.data(), title.size());
}
void BrowserHost::listStored() { cadreJsListStored(); }
void BrowserHost::openStored(std::string_view id) { cadreJsOpenStored(id.data(), id.size()); }
void BrowserHost::deleteStored(std::string_view id) { cadreJsDeleteStored(id.data(), id.size()); }

void BrowserHost::undeleteStored(std::string_view id) {
  cadreJsUndeleteStored(id.data(), id.size());
}
void BrowserHost::refuseStored() { cadreJsRefuseStored(); }
void BrowserHost::repairStored(std::size_t records, std::string_view title) {
  cadreJsRepairStored(records, title.data(), title.size());
}
void BrowserHost::exportStored(std::string_view id) { cadreJsExportStored(id.data(), id.size()); }
void BrowserHost::retryStoring() { cadreJsRetryStoring(); }

void BrowserHost::addRestorePoint(RestoreKind kind) {
  cadreJsAddRestorePoint(static_cast<int>(kind));
}
void BrowserHost::listRestorePoints() { cadreJsListRestorePoints(); }
void BrowserHost::openRestorePoint(std::string_view id) {
  cadreJsOpenRestorePoint(id.data(), id.size());
}

void BrowserHost::saveFile(std::string_view suggested_name, std::string_view bytes) {
  cadreJsSaveFile(suggested_name.data(), suggested_name.size(), bytes.data(), bytes.size());
}
void BrowserHost::exportFile(std::string_view suggested_name, std::string_view bytes) {
  cadreJsExportFile(suggested_name.data(), suggested_name.size(), bytes.data(), bytes.size());
}
void BrowserHost::openReport(std::string_view file_name, std::string_view html) {
  cadreJsOpenReport(file_name.data(), file_name.size(), html.data(), html.size());
}
void BrowserHost::pickFile() { cadreJsPickFile(); }
void BrowserHost::fetchSample(std::string_view file_name) {
  cadreJsFetchSample(file_name.data(), file_name.size());
}

void BrowserHost::fetchLicences() { cadreJsFetchLicences(); }

void BrowserHost::lockPlan(std::uint32_t ticket, std::string_view plan_json,
                           std::string_view password) {
  cadreJsLockPlan(ticket, plan_json.data(), plan_json.size(), password.data(), password.size());
}
void BrowserHost::unlockPlan(std::uint32_t ticket, std::string_view bytes,
                             std::string_view password) {
  cadreJsUnlockPlan(ticket, bytes.data(), bytes.size(), password.data(), password.size());
}

void BrowserHost::saveSettings(std::string_view json) {
  cadreJsSaveSettings(json.data(), json.size());
}
void BrowserHost::setPageLanguage(std::string_view code, std::string_view title) {
  cadreJsSetPageLanguage(code.data(), code.size(), title.data(), title.size());
}
void BrowserHost::setFullScreen(bool on) { cadreJsSetFullScreen(on); }

}  // namespace cadre::platform
