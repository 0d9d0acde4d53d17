# Precompiled headers: reading the standard library is a third of compiling. clang-tidy does without, and
# so shows an include that a source file lacks.
#
# cadre_precompiled(<target> speed|size|quick): for a target that cadre_optimise and cadre_strict have
# been called for with the same word. "quick" also holds GoogleTest.

option(CADRE_PRECOMPILE "Precompiled headers in the presets native, asan and wasm" ON)
# So that the compiler cache can look into what was included, or at least knows it again.
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
    # The compiler takes a precompiled header only where it would have compiled it the same way.
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
