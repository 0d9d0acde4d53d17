// State that views keep between frames and that is neither plan nor preference: filters, open tabs,
// unfinished text. Cleared when another plan is opened.
//
// Each view declares its own memory, a struct with default values, and requests it by type, so that
// what only one view knows stays in that view's file.
#pragma once

#include <memory>
#include <vector>

namespace cadre::ui {

class ViewMemory {
 public:
  ViewMemory() = default;
  ViewMemory(const ViewMemory&) = delete;
  ViewMemory& operator=(const ViewMemory&) = delete;

  // The memory of that type; created on first use, and valid as long as this lives.
  template <class Memory>
  Memory& of() {
    for (const Slot& slot : slots_) {
      if (slot.key == &kKey<Memory>) return *static_cast<Memory*>(slot.value.get());
    }
    auto made = std::make_shared<Memory>();
    slots_.push_back({&kKey<Memory>, made, [](void* value) { *static_cast<Memory*>(value) = {}; }});
    return *made;
  }

  // Resets everything to defaults. References stay valid, because a frame in progress holds some.
  void clear() {
    for (const Slot& slot : slots_) slot.reset(slot.value.get());
  }

 private:
  // Without run-time type information, the address of this identifies a type.
  template <class Memory>
  static constexpr char kKey = 0;

  struct Slot {
    const void* key;
    std::shared_ptr<void> value;
    void (*reset)(void* value);
  };
  std::vector<Slot> slots_;
};

}  // namespace cadre::ui
