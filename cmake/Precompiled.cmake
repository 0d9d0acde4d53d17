# Precompiled headers: reading the standard library is a third of compile time. clang-tidy does not
# use them, and so detects missing includes.
#
# cadre_precompiled(<target> speed|size|quick): for a target for which cadre_optimise and
# cadre_strict were called with the same word. "quick" also contains GoogleTest.

option(CADRE_PRECOMPILE "Precompiled headers in the presets native, asan and wasm" ON)
# Lets the compiler cache see what was included, or at least recognise it.
set(precompiled_options)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_BUILD_TYPE STREQUAL Release)
  set(precompiled_options -fpch-preprocess)
elseif(CADRE_SANITIZE OR (EMSCRIPTEN AND CMAKE_BUILD_TYPE STREQUAL Release))
  set(precompiled_options "SHELL:-Xclang -fno-pch-timestamp")
else()
  set(CADRE_PRECOMPILE OFF)
endif()

function(cadre_precompiled target what)
  if(NOT CADRE_PRECOMPILE)
    return()
  endif()
  set(owner cadre_precompiled_${what})
  if(NOT TARGET ${owner})
    # The compiler uses a precompiled header only if its own options are the same.
    set(source "${CMAKE_BINARY_DIR}/generated/${owner}.cpp")
    file(CONFIGURE OUTPUT "${source}" CONTENT "// Owns the precompiled header.\n")
    add_library(${owner} OBJECT "${source}")
    cadre_strict(${owner})
    cadre_optimise(${owner} ${what})
    set(headers <algorithm> <array> <chrono> <cmath> <cstddef> <cstdint> <expected> <functional> <map> <memory>
      <optional> <span> <string> <string_view> <utility> <variant> <vector>)
    if(what STREQUAL "quick")
      list(APPEND headers <gtest/gtest.h>)
      target_link_libraries(${owner} PRIVATE third_party::gtest)
    endif()
    target_precompile_headers(${owner} PRIVATE ${headers})
    target_compile_options(${owner} PRIVATE ${precompiled_options})
  endif()
  target_compile_options(${target} PRIVATE ${precompiled_options})
  target_precompile_headers(${target} REUSE_FROM ${owner})
endfunction()
