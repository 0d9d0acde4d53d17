# cadre_test(<name> SOURCES <file>... DEPS <layer>... [LIBS <library>...])
#
# A GoogleTest program, run by CTest: natively, or for WebAssembly under Node. Tests find files
# through CADRE_SOURCE_DIR and CADRE_ASSETS_DIR.
function(cadre_test name)
  cmake_parse_arguments(PARSE_ARGV 1 test "" "" "SOURCES;DEPS;LIBS")
  list(TRANSFORM test_DEPS PREPEND cadre_)
  add_executable(${name} ${test_SOURCES})
  target_link_libraries(${name} PRIVATE ${test_DEPS} ${test_LIBS} third_party::gtest_main)
  target_compile_definitions(${name} PRIVATE
    "CADRE_SOURCE_DIR=\"${CMAKE_SOURCE_DIR}\"" "CADRE_ASSETS_DIR=\"${CMAKE_SOURCE_DIR}/assets\"")
  cadre_strict(${name})
  cadre_optimise(${name} quick)
  cadre_precompiled(${name} quick)
  cadre_wasm_node(${name} quick)
  if(EMSCRIPTEN)
    add_test(NAME ${name} COMMAND "${CADRE_NODE}" "$<TARGET_FILE:${name}>")
  else()
    add_test(NAME ${name} COMMAND ${name})
  endif()
endfunction()

# cadre_bench(<name> SOURCES <file>... DEPS <layer>... [LIBS <library>...])
#
# A Google Benchmark program. CTest does not run it, and it is built only on request, so that tests
# do not wait for it.
function(cadre_bench name)
  cmake_parse_arguments(PARSE_ARGV 1 bench "" "" "SOURCES;DEPS;LIBS")
  list(TRANSFORM bench_DEPS PREPEND cadre_)
  add_executable(${name} EXCLUDE_FROM_ALL ${bench_SOURCES})
  target_link_libraries(${name} PRIVATE ${bench_DEPS} ${bench_LIBS} third_party::benchmark)
  target_compile_definitions(${name} PRIVATE
    "CADRE_SOURCE_DIR=\"${CMAKE_SOURCE_DIR}\"" "CADRE_ASSETS_DIR=\"${CMAKE_SOURCE_DIR}/assets\"")
  cadre_strict(${name})
  cadre_optimise(${name} speed)
  cadre_wasm_node(${name})
endfunction()
