# Compiler options of all our targets, and the optimisation levels.

# Uses a compiler cache if the machine has one: anything compiled before, in any clone, comes from
# it.
find_program(CADRE_CCACHE ccache NO_CMAKE_FIND_ROOT_PATH)
mark_as_advanced(CADRE_CCACHE)
if(CADRE_CCACHE)
  # Paths below the clone count as relative, so that clones share cached results.
  set(launcher "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1 CCACHE_DEPEND=1
    CCACHE_SLOPPINESS=pch_defines,time_macros "${CADRE_CCACHE}")
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
endif()

# The address sanitizer must also cover third-party code, so it is set for the whole build;
# cadre_sanitize adds the rest. The Clang is the one from cmake/SanitizerToolchain.cmake.
if(CADRE_SANITIZE)
  add_compile_options(-fsanitize=address -fno-sanitize-recover=all -fno-omit-frame-pointer
    -gline-tables-only)
  add_link_options(-fsanitize=address,undefined)
endif()

# Line coverage (tests/coverage.sh): measured in our own code, see cadre_strict.
if(CADRE_COVERAGE)
  add_compile_options(-O1)
  add_link_options(--coverage)
endif()

# No exceptions or run-time type information anywhere, including third-party code: errors are
# values.
add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions> $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
# The same numbers on every machine: where a processor multiplies and adds in one step (ARM, newer x86),
# compilers do so by default, and that rounds once instead of twice. WebAssembly never does.
add_compile_options(-ffp-contract=off)
# The same source gives the same bytes, wherever it is built.
add_compile_options("-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=" "-ffile-prefix-map=${CADRE_SOURCES}/=")

# In release builds each target sets its own level: see cadre_optimise.
set(CMAKE_C_FLAGS_RELEASE "-DNDEBUG")
set(CMAKE_CXX_FLAGS_RELEASE "-DNDEBUG")

# cadre_optimise(<target> speed|size|quick): speed for computation, size for drawing, quick for
# tests, which are compiled more often than they run. Only the page benefits from small code:
# natively "size" means fast compilation and sufficient speed.
if(EMSCRIPTEN)
  set(cadre_level_speed -O2)
  set(cadre_level_size -Oz)
  set(cadre_level_quick -O1)
elseif(CADRE_SANITIZE)
  set(cadre_level_speed -O1)
  set(cadre_level_size -O1)
  set(cadre_level_quick -O0)
else()
  set(cadre_level_speed -O2)
  set(cadre_level_size -O1)
  set(cadre_level_quick -O0)
endif()
function(cadre_optimise target what)
  if(NOT DEFINED cadre_level_${what})
    message(FATAL_ERROR "cadre_optimise: \"${what}\" is not speed, size or quick")
  endif()
  # The sanitized build has no build type.
  target_compile_options(${target} PRIVATE
    $<$<OR:$<CONFIG:Release>,$<BOOL:${CADRE_SANITIZE}>>:${cadre_level_${what}}>)
endfunction()

# cadre_sanitize(<target>): also checks undefined behaviour, and adds coverage for libFuzzer, so
# that tests and fuzzers share compiled code. For our own code and for parsers of external input:
# instrumenting the drawing and test libraries would take most of the time.
function(cadre_sanitize target)
  if(CADRE_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link,undefined
      -fno-sanitize-recover=all)
  endif()
endfunction()

# A warning is an error with compilers that CI builds with: the Clangs of both toolchains and Debian 12's
# GCC 12. A newer GCC knows warnings that nobody has looked at; whoever has one must be able to build.
set(CADRE_WARNINGS -Wall -Wextra -Wconversion -Wshadow -Wpedantic)
if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU" OR CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  list(APPEND CADRE_WARNINGS -Werror)
endif()

# cadre_strict(<target>): options for our own code: the warnings that it must not have, and for
# tests/coverage.sh counters, without optimisation, so that every line is counted separately.
function(cadre_strict target)
  target_compile_options(${target} PRIVATE ${CADRE_WARNINGS})
  cadre_sanitize(${target})
  if(CADRE_COVERAGE)
    target_compile_options(${target} PRIVATE --coverage -O0)
  endif()
endfunction()

# cadre_lto(<target>) compiles a library for link-time optimisation, cadre_link_lto(<target>) links
# a program with it. Only in the release build for WebAssembly, where it reduces the size.
function(cadre_lto target)
  if(EMSCRIPTEN AND CADRE_LTO)
    target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-flto>)
  endif()
endfunction()
function(cadre_link_lto target)
  cadre_lto(${target})
  if(EMSCRIPTEN AND CADRE_LTO)
    target_link_options(${target} PRIVATE $<$<CONFIG:Release>:-flto>)
  endif()
endfunction()
