// One libFuzzer program per target; CADRE_FUZZ_TARGET names the function.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "targets.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  cadre::fuzz::CADRE_FUZZ_TARGET({reinterpret_cast<const char*>(data), size});
  return 0;
}
