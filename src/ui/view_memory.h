// What views remember between frames that is neither plan nor preference: filters, open tabs, text
// being typed. Cleared when another plan is opened.
//
// Each view declares its own memory, a struct that begins with its defaults, and asks for it by its
// type: what only one view knows stands in that view's file.
#pragma once

#include <memory>
#include <vector>

namespace cadre::ui {

class ViewMemory {
 public:
  ViewMemory() = default;
  ViewMemory(const ViewMemory&) = delete;
  ViewMemory& operator=(const ViewMemory&) = delete;

  // The one of that type; made when it is first asked for, and there for as long as this lives.
  template <class Memory>
  Memory& of() {
    for (const Slot& slot : slots_) {
      if (slot.key == &kKey<Memory>) return *static_cast<Memory*>(slot.value.get());
    }
    auto made = std::make_shared<Memory>();
    slots_.push_back({&kKey<Memory>, made, [](void* value) { *static_cast<Memory*>(value) = {}; }});
    return *made;
  }

  // Everything as at first. References stay good: a frame that is under way holds some.
  void clear() {
    for (const Slot& slot : slots_) slot.reset(slot.value.get());
  }

 private:
  // There are no run-time types; the address of this tells them apart.
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
