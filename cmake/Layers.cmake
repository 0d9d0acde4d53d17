# The layers of src/. Each is one target, cadre_<name>, and may depend only on layers before it in
# this list.
set(CADRE_LAYER_ORDER
  core text json model rules simulate analysis lp propose plan_io roster document report crypto platform kit ui cli app)

# Layers that compute are built for speed; those that draw, read and write for size, and so are the
# parts that proposals seldom use.
set(CADRE_SMALL_LAYERS text json propose plan_io roster document report platform kit ui app)
# Files of these layers that compute nevertheless.
set(CADRE_FAST_FILES document/candidates.cpp document/round_trial.cpp
  propose/model/move_cost.cpp propose/model/valuation.cpp
  propose/search/assignment_relaxation.cpp propose/search/assignment_table.cpp
  propose/search/joined_parts.cpp)
# Files of fast layers that are large and, in a page, computed only when somebody looks.
set(CADRE_SMALL_FILES analysis/risk.cpp analysis/risk_model.cpp)

# cadre_layer(<name> [SOURCES <file>...] DEPS <layer>... [LIBS <library>...])
#
# Files are relative to src/<name>; by default SOURCES is everything in the folder. Headers are
# included as "<layer>/<file>.h". The include folder that a layer exports contains only a link to
# that layer, so that a header of a layer not named in DEPS (directly or by one of them) cannot be
# included at all.
function(cadre_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 layer "" "" "SOURCES;DEPS;LIBS")
  if(layer_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "cadre_layer(${name}): unexpected ${layer_UNPARSED_ARGUMENTS}")
  endif()
  list(FIND CADRE_LAYER_ORDER ${name} place)
  if(place EQUAL -1)
    message(FATAL_ERROR "cadre_layer(${name}): not in CADRE_LAYER_ORDER of cmake/Layers.cmake")
  endif()
  foreach(dependency IN LISTS layer_DEPS)
    list(FIND CADRE_LAYER_ORDER ${dependency} its_place)
    if(its_place EQUAL -1 OR NOT its_place LESS place)
      message(FATAL_ERROR "cadre_layer(${name}): \"${dependency}\" does not come before it in the "
        "order ${CADRE_LAYER_ORDER}")
    endif()
  endforeach()

  if(NOT layer_SOURCES)
    file(GLOB_RECURSE layer_SOURCES CONFIGURE_DEPENDS RELATIVE "${CMAKE_CURRENT_SOURCE_DIR}"
      "${CMAKE_CURRENT_SOURCE_DIR}/*.cpp")
  endif()
  set(compiled ${layer_SOURCES})
  list(FILTER compiled INCLUDE REGEX "\\.(c|cpp)$")
  list(TRANSFORM layer_SOURCES PREPEND "${CMAKE_SOURCE_DIR}/src/${name}/" REGEX "^[^/]")
  if(compiled)
    add_library(cadre_${name} STATIC ${layer_SOURCES})
    set(visibility PUBLIC)
    cadre_strict(cadre_${name})
    set(what speed)
    # Natively all of propose is built for speed: it is compared with another solver there.
    if(name IN_LIST CADRE_SMALL_LAYERS AND (EMSCRIPTEN OR NOT name STREQUAL propose))
      set(what size)
      foreach(file IN LISTS CADRE_FAST_FILES)
        if(file MATCHES "^${name}/")
          # The last option wins.
          set_source_files_properties("${CMAKE_SOURCE_DIR}/src/${file}" PROPERTIES
            COMPILE_OPTIONS $<$<CONFIG:Release>:-O2> SKIP_PRECOMPILE_HEADERS ON)
        endif()
      endforeach()
    endif()
    foreach(file IN LISTS CADRE_SMALL_FILES)
      if(EMSCRIPTEN AND file MATCHES "^${name}/")
        set_source_files_properties("${CMAKE_SOURCE_DIR}/src/${file}" PROPERTIES
          COMPILE_OPTIONS $<$<CONFIG:Release>:-Oz> SKIP_PRECOMPILE_HEADERS ON)
      endif()
    endforeach()
    # Optimising sanitized code takes long, and drawing is fast enough without.
    if(CADRE_SANITIZE AND name MATCHES "^(report|kit|ui|app|cli)$")
      set(what quick)
    endif()
    cadre_optimise(cadre_${name} ${what})
    cadre_precompiled(cadre_${name} ${what})
    cadre_lto(cadre_${name})
  else()
    add_library(cadre_${name} INTERFACE)
    set(visibility INTERFACE)
  endif()

  set(view "${CMAKE_BINARY_DIR}/layers/${name}")
  file(MAKE_DIRECTORY "${view}")
  file(CREATE_LINK "${CMAKE_SOURCE_DIR}/src/${name}" "${view}/${name}" SYMBOLIC)
  target_include_directories(cadre_${name} ${visibility} "${view}")
  list(TRANSFORM layer_DEPS PREPEND cadre_)
  target_link_libraries(cadre_${name} ${visibility} ${layer_DEPS} ${layer_LIBS})
endfunction()
