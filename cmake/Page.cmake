# The page: dist/ in the repository contains exactly what a static host serves.

find_program(CADRE_NODE NAMES node nodejs NO_CMAKE_FIND_ROOT_PATH REQUIRED)

# cadre_page_target(<name> <program> <folder> [<option>...]): a build target that updates a folder
# with the page's program and with web/, assets/fonts, assets/samples and LICENSES.md. The modules
# of web/ are those imported by main.mjs, directly or indirectly (see make_page.mjs); none is listed
# here.
function(cadre_page_target name program folder)
  add_custom_target(${name}
    COMMAND "${CADRE_NODE}" "${CMAKE_SOURCE_DIR}/cmake/make_page.mjs"
      --source "${CMAKE_SOURCE_DIR}" --program "$<TARGET_FILE_DIR:${program}>"
      --dist "${folder}" --toolchain "${CADRE_TOOLCHAIN}" --emscripten "${CADRE_EMSCRIPTEN}" ${ARGN}
    DEPENDS ${program}
    COMMENT "The page in ${folder}"
    VERBATIM)
endfunction()

# cadre_page(<target>): the build targets `page`, which is part of the default build, and
# `page-single-file`, which also makes the page as one file that opens without a server.
function(cadre_page target)
  if(NOT EMSCRIPTEN)
    return()
  endif()
  set(CADRE_DIST "${CMAKE_SOURCE_DIR}/dist" CACHE PATH "Folder that the page is put into")
  set(precompress)
  if(CADRE_PRECOMPRESS)
    set(precompress --precompress)
  endif()
  cadre_page_target(page ${target} "${CADRE_DIST}" ${precompress})
  set_target_properties(page PROPERTIES EXCLUDE_FROM_ALL OFF)
  cadre_page_target(page-single-file ${target} "${CADRE_DIST}" ${precompress} --single-file)
endfunction()

# cadre_checked_page(<target>): the build target `page-checked`, the page in build/wasm/checked with
# a program that checks itself (cadre_wasm_checked_page).
function(cadre_checked_page target)
  cadre_page_target(page-checked ${target} "${CMAKE_BINARY_DIR}/checked")
endfunction()
