# The page: dist/ in the repository holds exactly what a static host serves.

find_program(CADRE_NODE NAMES node nodejs NO_CMAKE_FIND_ROOT_PATH REQUIRED)

# cadre_page(<target>): adds the build target `page`, which brings dist/ up to date with <target>
# (the program of the page) and with web/, assets/fonts and assets/samples.
function(cadre_page target)
  if(NOT EMSCRIPTEN)
    return()
  endif()
  set(CADRE_DIST "${CMAKE_SOURCE_DIR}/dist" CACHE PATH "Folder that the page is put into")
  set(precompress)
  if(CADRE_PRECOMPRESS)
    set(precompress --precompress)
  endif()
  add_custom_target(page ALL
    COMMAND "${CADRE_NODE}" "${CMAKE_SOURCE_DIR}/cmake/make_page.mjs"
      --source "${CMAKE_SOURCE_DIR}" --program "$<TARGET_FILE_DIR:${target}>"
      --dist "${CADRE_DIST}" ${precompress}
    DEPENDS ${target}
    COMMENT "The page in dist/"
    VERBATIM)
endfunction()
