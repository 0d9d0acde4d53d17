# The toolchain file of the preset "asan": Clang with the sanitizers, libFuzzer and its own C and
# C++ libraries, all set up by tools/setup/fuzzer.sh, independent of the machine.
include("${CMAKE_CURRENT_LIST_DIR}/ToolchainFolder.cmake")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES CADRE_TOOLCHAIN)

set(sanitizer_prefix "${CADRE_TOOLCHAIN}/prefix")
if(NOT EXISTS "${sanitizer_prefix}/usr/lib/llvm-19/bin/clang")
  message(FATAL_ERROR "No Clang in ${sanitizer_prefix}: run tools/setup/fuzzer.sh (or "
    "tests/run.sh asan, which does it)")
endif()
set(CMAKE_SYSROOT "${sanitizer_prefix}")
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_C_COMPILER "${sanitizer_prefix}/usr/lib/llvm-19/bin/clang")
set(CMAKE_CXX_COMPILER "${sanitizer_prefix}/usr/lib/llvm-19/bin/clang++")
file(GLOB sanitizer_loader "${sanitizer_prefix}/usr/lib/*-linux-gnu*/ld-linux*.so*")
list(GET sanitizer_loader 0 sanitizer_loader)
get_filename_component(sanitizer_libraries "${sanitizer_loader}" DIRECTORY)
# The C++ library is the same as the page's (its checks detect wrong use by our code); libFuzzer
# itself needs the other one.
set(CMAKE_CXX_FLAGS_INIT "-stdlib=libc++ -D_LIBCPP_HARDENING_MODE=_LIBCPP_HARDENING_MODE_EXTENSIVE")
set(CMAKE_EXE_LINKER_FLAGS_INIT "-fuse-ld=lld -Wl,--dynamic-linker=${sanitizer_loader} \
-Wl,-rpath,${sanitizer_libraries}:${sanitizer_prefix}/usr/lib/llvm-19/lib -l:libstdc++.so.6")
