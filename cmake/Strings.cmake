# cadre_strings(<target>): turns assets/strings/{vi,en}.json into text/string_keys.h and a source
# file of <target>. The header is rewritten only when the set of keys changes, so that a new wording
# recompiles one file.
find_package(Python3 COMPONENTS Interpreter REQUIRED)

function(cadre_strings target)
  set(folder "${CMAKE_BINARY_DIR}/generated/strings/text")
  set(inputs "${CMAKE_SOURCE_DIR}/assets/strings/vi.json" "${CMAKE_SOURCE_DIR}/assets/strings/en.json")
  set(program "${CMAKE_SOURCE_DIR}/cmake/make_string_tables.py")
  add_custom_command(
    OUTPUT "${folder}/string_keys.h" "${folder}/string_tables.cpp"
    COMMAND Python3::Interpreter "${program}" ${inputs} "${folder}"
    DEPENDS "${program}" ${inputs}
    COMMENT "String tables"
    VERBATIM)
  # A target of its own, so that everything that includes the header waits for it.
  add_custom_target(${target}_strings DEPENDS "${folder}/string_keys.h" "${folder}/string_tables.cpp")
  add_dependencies(${target} ${target}_strings)
  target_sources(${target} PRIVATE "${folder}/string_keys.h" "${folder}/string_tables.cpp")
  target_include_directories(${target} PUBLIC "${CMAKE_BINARY_DIR}/generated/strings")
endfunction()
