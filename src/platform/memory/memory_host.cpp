#include "platform/memory/memory_host.h"

#include <algorithm>
#include <ranges>

namespace cadre::platform {

void MemoryHost::deliver() {
  if (events_ == nullptr) return;
  while (!answers_.empty()) {
    for (const Answer& next : std::exchange(answers_, {})) next(*events_);
  }
}

void MemoryHost::createStored(std::string_view title, std::string_view base_json) {
  current = "plan-" + std::to_string(++created_);
  stored[current] = {current, std::string(base_json), {}, 0};
  restore_points.clear();
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
  answer([this](HostEvents& events) {
    std::vector<StoredPlanInfo> list;
    for (const auto& [id, plan] : stored) {
      list.push_back({
          .id = id,
          .title = titles[id],
          .changed = "2026-01-02T03:04",
          .edits = plan.records.size(),
          .open_in = id == current ? OpenIn::kThisTab : OpenIn::kNowhere,
          .is_damaged = damaged.contains(id),
          .is_deleted = deleted.contains(id),
      });
    }
    events.storedPlans(std::move(list));
  });
}

void MemoryHost::openStored(std::string_view id) {
  answer([this, id = std::string(id)](HostEvents& events) {
    const auto found = stored.find(id.empty() ? current : id);
    if (found == stored.end()) return;
    const std::string before = std::exchange(current, found->first);
    if (current != before) restore_points.clear();
    refused_ = false;
    events.storedPlanOpened(found->second);
    if (refused_) current = before;
  });
}

void MemoryHost::deleteStored(std::string_view id) {
  if (!deleted.insert(std::string(id)).second) {
    stored.erase(std::string(id));
    titles.erase(std::string(id));
    deleted.erase(std::string(id));
  }
  listStored();
}

void MemoryHost::undeleteStored(std::string_view id) {
  deleted.erase(std::string(id));
  listStored();
}

void MemoryHost::refuseStored() {
  damaged.insert(current);
  refused_ = true;
}

void MemoryHost::repairStored(std::size_t records, std::string_view title) {
  damaged.insert(current);
  StoredPlan whole = stored[current];
  whole.records.resize(std::min(records, whole.records.size()));
  createStored(title, whole.base);
  stored[current].position = std::min(whole.position, whole.records.size());
  stored[current].records = std::move(whole.records);
}

void MemoryHost::exportStored(std::string_view id) { raw_exports.emplace_back(id); }

void MemoryHost::addRestorePoint(RestoreKind kind) {
  restore_points.emplace_back(
      RestorePointInfo{
          .id = std::to_string(restore_points.size()), .time = "2026-01-02T03:04", .kind = kind},
      stored[current]);
}

void MemoryHost::listRestorePoints() {
  answer([this](HostEvents& events) {
    std::vector<RestorePointInfo> list;
    for (const auto& [info, plan] : std::views::reverse(restore_points)) {
      list.push_back(info);
      const std::size_t edits = stored[current].records.size();
      list.back().edits_since = edits - std::min(edits, plan.records.size());
    }
    events.restorePoints(std::move(list));
  });
}

void MemoryHost::openRestorePoint(std::string_view id) {
  answer([this, id = std::string(id)](HostEvents& events) {
    const auto found = std::find_if(restore_points.begin(), restore_points.end(),
                                    [&](const auto& point) { return point.first.id == id; });
    if (found == restore_points.end()) return;
    const StoredPlan wanted = found->second;
    addRestorePoint(RestoreKind::kRestore);
    stored[current] = wanted;
    events.storedPlanOpened(wanted);
  });
}

void MemoryHost::saveFile(std::string_view suggested_name, std::string_view bytes) {
  saved_files[std::string(suggested_name)] = bytes;
  answer([name = std::string(suggested_name)](HostEvents& events) { events.fileSaved(name); });
}

void MemoryHost::exportFile(std::string_view suggested_name, std::string_view bytes) {
  exported_files[std::string(suggested_name)] = bytes;
}

void MemoryHost::openReport(std::string_view file_name, std::string_view html) {
  reports[std::string(file_name)] = html;
}

void MemoryHost::lockPlan(std::uint32_t ticket, std::string_view plan_json,
                          std::string_view password) {
  locks.push_back({ticket, std::string(plan_json), std::string(password)});
}

void MemoryHost::unlockPlan(std::uint32_t ticket, std::string_view bytes,
                            std::string_view password) {
  unlocks.push_back({ticket, std::string(bytes), std::string(password)});
}

void MemoryHost::setPageLanguage(std::string_view code, std::string_view title) {
  language = code;
  page_title = title;
}

}  // namespace cadre::platform
