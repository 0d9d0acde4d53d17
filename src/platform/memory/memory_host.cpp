#include "platform/memory/memory_host.h"

#include <algorithm>

namespace cadre::platform {

void MemoryHost::createStored(std::string_view title, std::string_view base_json) {
  current = "plan-" + std::to_string(stored.size() + 1);
  stored[current] = {current, std::string(base_json), {}, 0};
  titles[current] = title;
}

void MemoryHost::appendRecord(std::size_t index, std::string_view record) {
  StoredPlan& plan = stored[current];
  plan.records.resize(std::min(index, plan.records.size()));
  plan.records.emplace_back(record);
  plan.position = plan.records.size();
}

void MemoryHost::setPosition(std::size_t position) { stored[current].position = position; }

void MemoryHost::renameStored(std::string_view title) { titles[current] = title; }

void MemoryHost::listStored() {
  if (events_ == nullptr) return;
  std::vector<StoredPlanInfo> list;
  for (const auto& [id, plan] : stored) {
    list.push_back({id, titles[id], "2026-01-02T03:04", plan.records.size()});
  }
  events_->storedPlans(std::move(list));
}

void MemoryHost::openStored(std::string_view id) {
  const auto found = stored.find(std::string(id));
  if (found == stored.end() || events_ == nullptr) return;
  current = found->first;
  events_->storedPlanOpened(found->second);
}

void MemoryHost::deleteStored(std::string_view id) {
  stored.erase(std::string(id));
  titles.erase(std::string(id));
  listStored();
}

void MemoryHost::saveFile(std::string_view suggested_name, std::string_view bytes) {
  saved_files[std::string(suggested_name)] = bytes;
  if (events_ != nullptr) events_->fileSaved(suggested_name);
}

void MemoryHost::exportFile(std::string_view suggested_name, std::string_view bytes) {
  exported_files[std::string(suggested_name)] = bytes;
}

void MemoryHost::openReport(std::string_view file_name, std::string_view html) {
  reports[std::string(file_name)] = html;
}

void MemoryHost::setPageLanguage(std::string_view code, std::string_view title) {
  language = code;
  page_title = title;
}

}  // namespace cadre::platform
