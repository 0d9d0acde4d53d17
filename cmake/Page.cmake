# The page: dist/ in the repository holds exactly what a static host serves.

find_program(CADRE_NODE NAMES node nodejs NO_CMAKE_FIND_ROOT_PATH REQUIRED)

# cadre_page(<target>): adds the build target `page`, which brings dist/ up to date with <target>
# (the program of the page) and with web/, assets/fonts, assets/samples and LICENSES.md. The modules of web/ are
# those that main.mjs imports, directly or not (see make_page.mjs); none is listed here.
function(cadre_page target)
  if(NOT EMSCRIPTEN)
    return()
  endif()
  set(CADRE_DIST "${CMAKE_SOURCE_DIR}/dist" CACHE PATH "Folder that the page is put into")
  set(precompress)
  if(CADRE_PRECOMPRESS)
    set(precompress --precompress)
  endif()
  set(make_page "${CADRE_NODE}" "${CMAKE_SOURCE_DIR}/cmake/make_page.mjs"
    --source "${CMAKE_SOURCE_DIR}" --program "$<TARGET_FILE_DIR:${target}>"
    --dist "${CADRE_DIST}" --toolchain "${CADRE_TOOLCHAIN}" --emscripten "${CADRE_EMSCRIPTEN}"
    ${precompress})
  add_custom_target(page ALL
    COMMAND ${make_page}
    DEPENDS ${target}
    COMMENT "The page in dist/"
    VERBATIM)
  # The same, and beside it the whole page as one file that opens without a server.
  add_custom_target(page-single-file
    COMMAND ${make_page} --single-file
    DEPENDS ${target}
    COMMENT "The page in dist/, and as one file"
    VERBATIM)
endfunction()
