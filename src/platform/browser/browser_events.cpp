// Exports that the page calls to report something: one per HostEvents call, with text and bytes as
// pointer and length. Lists are passed piece by piece and delivered when complete. The page calls
// these only between frames, and only after deliverBrowserEventsTo.
#include <string_view>
#include <utility>
#include <vector>

#include <emscripten/emscripten.h>

#include "platform/browser/browser_host.h"

namespace cadre::platform {
namespace {

HostEvents* receiver = nullptr;
std::vector<StoredPlanInfo> plan_list;
std::vector<RestorePointInfo> point_list;
StoredPlan plan_in_parts;

}  // namespace

void deliverBrowserEventsTo(HostEvents& events) { receiver = &events; }

extern "C" {

EMSCRIPTEN_KEEPALIVE void cadre_file_opened(const char* name, std::size_t name_size,
                                            const char* bytes, std::size_t size) {
  receiver->fileOpened({name, name_size}, {bytes, size});
}

EMSCRIPTEN_KEEPALIVE void cadre_file_failed(const char* name, std::size_t name_size,
                                            const char* reason, std::size_t size) {
  receiver->fileFailed({name, name_size}, {reason, size});
}

EMSCRIPTEN_KEEPALIVE void cadre_file_saved(const char* name, std::size_t name_size) {
  receiver->fileSaved({name, name_size});
}

EMSCRIPTEN_KEEPALIVE void cadre_full_screen_changed(int on) {
  receiver->fullScreenChanged(on != 0);
}

EMSCRIPTEN_KEEPALIVE void cadre_licences_fetched(const char* text, std::size_t size) {
  receiver->licencesFetched({text, size});
}

EMSCRIPTEN_KEEPALIVE void cadre_lock_done(std::uint32_t ticket, int outcome, const char* bytes,
                                          std::size_t size) {
  receiver->lockDone(ticket, static_cast<LockOutcome>(outcome), {bytes, size});
}

EMSCRIPTEN_KEEPALIVE void cadre_text_pasted(const char* text, std::size_t size) {
  receiver->textPasted({text, size});
}

EMSCRIPTEN_KEEPALIVE void cadre_stored_plans_add(const char* id, std::size_t id_size,
                                                 const char* title, std::size_t title_size,
                                                 const char* changed, std::size_t changed_size,
                                                 std::size_t edits, int open_in, bool is_damaged,
                                                 bool is_deleted) {
  plan_list.push_back({.id = {id, id_size},
                       .title = {title, title_size},
                       .changed = {changed, changed_size},
                       .edits = edits,
                       .open_in = static_cast<OpenIn>(open_in),
                       .is_damaged = is_damaged,
                       .is_deleted = is_deleted});
}

EMSCRIPTEN_KEEPALIVE void cadre_stored_plans_done() {
  receiver->storedPlans(std::exchange(plan_list, {}));
}

EMSCRIPTEN_KEEPALIVE void cadre_stored_plan_begin(const char* id, std::size_t id_size,
                                                  const char* base, std::size_t base_size) {
  plan_in_parts = {.id = {id, id_size}, .base = {base, base_size}, .records = {}};
}

EMSCRIPTEN_KEEPALIVE void cadre_stored_plan_record(const char* record, std::size_t size) {
  plan_in_parts.records.emplace_back(record, size);
}

EMSCRIPTEN_KEEPALIVE void cadre_stored_plan_done(std::size_t position) {
  plan_in_parts.position = position;
  receiver->storedPlanOpened(std::exchange(plan_in_parts, {}));
}

EMSCRIPTEN_KEEPALIVE void cadre_stored_plan_failed(const char* id, std::size_t id_size,
                                                   const char* reason, std::size_t size) {
  receiver->storedPlanFailed({id, id_size}, {reason, size});
}

EMSCRIPTEN_KEEPALIVE void cadre_restore_points_add(const char* id, std::size_t id_size,
                                                   const char* time, std::size_t time_size,
                                                   int kind, std::size_t edits_since) {
  point_list.push_back({.id = {id, id_size},
                        .time = {time, time_size},
                        .kind = static_cast<RestoreKind>(kind),
                        .edits_since = edits_since});
}

EMSCRIPTEN_KEEPALIVE void cadre_restore_points_done() {
  receiver->restorePoints(std::exchange(point_list, {}));
}

EMSCRIPTEN_KEEPALIVE void cadre_access_changed(int access) {
  receiver->accessChanged(static_cast<PlanAccess>(access));
}

EMSCRIPTEN_KEEPALIVE void cadre_storage_changed(int state, const char* time, std::size_t size) {
  receiver->storageChanged(static_cast<StorageState>(state), {time, size});
}

}  // extern "C"

}  // namespace cadre::platform
