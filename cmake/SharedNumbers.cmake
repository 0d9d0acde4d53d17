# cadre_shared_numbers, a library that consists only of the header "shared/numbers.h": the numbers
# that the program shares with the page's scripts, generated from the module that those import. A
# layer that needs it names it in LIBS.
find_package(Python3 COMPONENTS Interpreter REQUIRED)

block()
  set(list "${CMAKE_SOURCE_DIR}/web/shared_numbers.mjs")
  set(program "${CMAKE_SOURCE_DIR}/cmake/make_shared_numbers.py")
  set(folder "${CMAKE_BINARY_DIR}/generated/numbers")
  add_custom_command(
    OUTPUT "${folder}/shared/numbers.h"
    COMMAND Python3::Interpreter "${program}" "${list}" "${folder}/shared"
    DEPENDS "${program}" "${list}"
    COMMENT "Shared numbers"
    VERBATIM)
  add_custom_target(cadre_shared_numbers_header DEPENDS "${folder}/shared/numbers.h")
  add_library(cadre_shared_numbers INTERFACE)
  add_dependencies(cadre_shared_numbers cadre_shared_numbers_header)
  target_include_directories(cadre_shared_numbers INTERFACE "${folder}")
endblock()
