#include "platform/native/native_host.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <utility>

#include "crypto/plan_lock.h"
#include "crypto/system_random.h"
#include "platform/file_io.h"

namespace cadre::platform {
namespace {

std::string localTime(const char* format) {
  const std::time_t now = std::time(nullptr);
  char text[32] = {};
  const std::size_t size = std::strftime(text, sizeof text, format, std::localtime(&now));
  return {text, size};
}

std::string lastPartOf(const std::string& path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string::npos ? path : path.substr(slash + 1);
}

void tellLock(std::uint32_t ticket, const Expected<std::string>& result, HostEvents& events) {
  if (result) return events.lockDone(ticket, LockOutcome::kDone, *result);
  switch (result.error().code) {
    case ErrorCode::kUsage:
      return events.lockDone(ticket, LockOutcome::kWrongPassword, "");
    case ErrorCode::kTooNew:
      return events.lockDone(ticket, LockOutcome::kTooNew, "");
    case ErrorCode::kIo:
      return events.lockDone(ticket, LockOutcome::kUnavailable, "");
    default:
      return events.lockDone(ticket, LockOutcome::kDamaged, "");
  }
}

}  // namespace

void NativeHost::later(std::function<void(HostEvents&)> work) {
  pending_.push_back(std::move(work));
  frame_wanted_ = true;
}

void NativeHost::runPending(HostEvents& events) {
  for (const auto& work : std::exchange(pending_, {})) work(events);
}

void NativeHost::openFile(const std::string& path, HostEvents& events) {
  const Expected<std::string> bytes = readFile(path);
  if (bytes) {
    events.fileOpened(lastPartOf(path), *bytes);
  } else {
    events.fileFailed(lastPartOf(path), "cannot be read");
  }
  frame_wanted_ = true;
}

bool NativeHost::takeFrameRequest() {
  if (deadline_ && Clock::now() >= *deadline_) {
    deadline_.reset();
    frame_wanted_ = true;
  }
  return std::exchange(frame_wanted_, false);
}

void NativeHost::requestFrameIn(int milliseconds) {
  const Clock::time_point then = Clock::now() + std::chrono::milliseconds(milliseconds);
  deadline_ = deadline_ ? std::min(*deadline_, then) : then;
}

void NativeHost::changed(HostEvents& events) {
  const auto found = entries_.find(current_);
  if (found == entries_.end()) {
    events.storageChanged(StorageState::kFailed, "");
    return;
  }
  found->second.info.changed = localTime("%Y-%m-%dT%H:%M");
  found->second.info.edits = found->second.plan.records.size();
  events.storageChanged(StorageState::kSaved, localTime("%H:%M"));
}

void NativeHost::createStored(std::string_view title, std::string_view base_json) {
  later([this, title = std::string(title), base = std::string(base_json)](HostEvents& events) {
    current_ = "plan-" + std::to_string(++entries_made_);
    entries_[current_] = {
        .plan = {.id = current_, .base = base, .records = {}},
        .info = {.id = current_, .title = title, .changed = {}},
    };
    changed(events);
  });
}

void NativeHost::appendRecord(std::size_t index, std::string_view record) {
  later([this, index, record = std::string(record)](HostEvents& events) {
    if (const auto found = entries_.find(current_); found != entries_.end()) {
      StoredPlan& plan = found->second.plan;
      plan.records.resize(index);
      plan.records.push_back(record);
      plan.position = index + 1;
    }
    changed(events);
  });
}

void NativeHost::setPosition(std::size_t position) {
  later([this, position](HostEvents& events) {
    if (const auto found = entries_.find(current_); found != entries_.end()) {
      found->second.plan.position = position;
    }
    changed(events);
  });
}

void NativeHost::renameStored(std::string_view title) {
  later([this, title = std::string(title)](HostEvents& events) {
    if (const auto found = entries_.find(current_); found != entries_.end()) {
      found->second.info.title = title;
    }
    changed(events);
  });
}

void NativeHost::listStored() {
  later([this](HostEvents& events) {
    std::vector<StoredPlanInfo> plans;
    for (const auto& [id, entry] : entries_) plans.push_back(entry.info);
    std::ranges::sort(plans, std::greater(), &StoredPlanInfo::changed);
    events.storedPlans(std::move(plans));
  });
}

void NativeHost::openStored(std::string_view id) {
  later([this, id = std::string(id)](HostEvents& events) {
    const auto found = entries_.find(id);
    if (found == entries_.end()) {
      events.fileFailed(id, "no such plan in the journal");
      return;
    }
    current_ = id;
    events.storedPlanOpened(found->second.plan);
  });
}

void NativeHost::deleteStored(std::string_view id) {
  later([this, id = std::string(id)](HostEvents&) {
    entries_.erase(id);
    if (current_ == id) current_.clear();
  });
}

void NativeHost::listRestorePoints() {
  later([](HostEvents& events) { events.restorePoints({}); });
}

void NativeHost::saveFile(std::string_view suggested_name, std::string_view bytes) {
  later([name = std::string(suggested_name), bytes = std::string(bytes)](HostEvents& events) {
    if (writeFile(name, bytes)) {
      std::printf("saved %s in the working folder\n", name.c_str());
      events.fileSaved(name);
    } else {
      events.fileFailed(name, "cannot be written");
    }
  });
}

void NativeHost::exportFile(std::string_view suggested_name, std::string_view bytes) {
  later([name = std::string(suggested_name), bytes = std::string(bytes)](HostEvents& events) {
    if (writeFile(name, bytes)) {
      std::printf("wrote %s in the working folder\n", name.c_str());
    } else {
      events.fileFailed(name, "cannot be written");
    }
  });
}

void NativeHost::openReport(std::string_view file_name, std::string_view html) {
  exportFile(file_name, html);
}

void NativeHost::pickFile() {
  std::printf("drop a plan file on the window, or name it on the command line\n");
}

void NativeHost::fetchSample(std::string_view file_name) {
  later([this, name = std::string(file_name)](HostEvents& events) {
    openFile(samples_folder_ + "/" + name, events);
  });
}

void NativeHost::fetchLicences() {
  later([](HostEvents& events) { events.licencesFetched(""); });
}

void NativeHost::lockPlan(std::uint32_t ticket, std::string_view plan_json,
                          std::string_view password) {
  later([ticket, plan = std::string(plan_json),
         secret = std::string(password)](HostEvents& events) mutable {
    const auto numbers = crypto::systemLockNumbers();
    const auto locked = numbers ? crypto::lockPlan(plan, secret, *numbers)
                                : Expected<std::string>(std::unexpected(numbers.error()));
    crypto::wipe(secret);
    tellLock(ticket, locked, events);
  });
}

void NativeHost::unlockPlan(std::uint32_t ticket, std::string_view bytes,
                            std::string_view password) {
  later([ticket, file = std::string(bytes),
         secret = std::string(password)](HostEvents& events) mutable {
    const auto opened = crypto::unlockPlan(file, secret);
    crypto::wipe(secret);
    tellLock(ticket, opened, events);
  });
}

void NativeHost::setPageLanguage(std::string_view /*code*/, std::string_view /*title*/) {}

}  // namespace cadre::platform
