# Third-party libraries: third_party::<name>. Their sources are in ${CADRE_SOURCES}, put there by
# tools/setup/third_party.sh. They are compiled without our warnings.
#
#   third_party::json           header only, without exceptions, streams and implicit conversions
#   third_party::imgui          Dear ImGui without a backend: needs no window
#   third_party::implot
#   third_party::sdl2           } only when CADRE_HAS_WINDOW: in the page always, natively when
#   third_party::imgui_backend  } SDL2 and OpenGL are installed (SDL2 + OpenGL 3 / ES 3)
#   third_party::mbedtls        of Mbed TLS only what src/crypto uses; the page does without
#   third_party::gtest, third_party::gtest_main, third_party::benchmark

foreach(library imgui implot sdl2 json mbedtls googletest benchmark)
  if(NOT IS_DIRECTORY "${CADRE_SOURCES}/${library}")
    message(FATAL_ERROR "The sources of ${library} are not in ${CADRE_SOURCES}: run "
      "tools/setup/third_party.sh")
  endif()
endforeach()

# third_party_library(<name> SOURCES... ): a static library third_party::<name>.
function(third_party_library name)
  cmake_parse_arguments(PARSE_ARGV 1 library "" "OPTIMISE" "SOURCES;INCLUDES;DEFINITIONS;LIBS")
  add_library(third_party_${name} STATIC EXCLUDE_FROM_ALL ${library_SOURCES})
  add_library(third_party::${name} ALIAS third_party_${name})
  target_include_directories(third_party_${name} SYSTEM PUBLIC ${library_INCLUDES})
  target_compile_definitions(third_party_${name} PUBLIC ${library_DEFINITIONS})
  target_compile_options(third_party_${name} PRIVATE -w)
  target_link_libraries(third_party_${name} PUBLIC ${library_LIBS})
  cadre_optimise(third_party_${name} ${library_OPTIMISE})
  cadre_lto(third_party_${name})
endfunction()

add_library(third_party_json INTERFACE)
add_library(third_party::json ALIAS third_party_json)
target_include_directories(third_party_json SYSTEM INTERFACE "${CADRE_SOURCES}/json/usr/include")
# Without exceptions, misuse would abort: parse with exceptions off, and check before accessing.
target_compile_definitions(third_party_json INTERFACE
  JSON_NOEXCEPTION JSON_NO_IO JSON_USE_IMPLICIT_CONVERSIONS=0 JSON_DIAGNOSTICS=0)

set(imgui "${CADRE_SOURCES}/imgui")
# Dear ImGui contains a default font, 12 KB that do not compress. The page uses a copy of that file
# without it.
set(imgui_draw "${imgui}/imgui_draw.cpp")
if(EMSCRIPTEN)
  file(READ "${imgui_draw}" text)
  string(FIND "${text}" "proggy_clean_ttf_compressed_data_base85[11980 + 1] =" begin)
  if(begin EQUAL -1)
    message(FATAL_ERROR "${imgui_draw}: its font is not where it was")
  endif()
  string(SUBSTRING "${text}" 0 ${begin} before)
  string(SUBSTRING "${text}" ${begin} -1 after)
  # A line of it may begin with a semicolon; the last one ends with it.
  string(FIND "${after}" "\";\n" end)
  string(SUBSTRING "${after}" ${end} -1 after)
  set(imgui_draw "${CMAKE_BINARY_DIR}/generated/imgui_draw.cpp")
  file(CONFIGURE OUTPUT "${imgui_draw}" @ONLY NEWLINE_STYLE UNIX
    CONTENT "@before@proggy_clean_ttf_compressed_data_base85[1] = \"@after@")
  unset(text)
endif()
set(imgui_parts
  SOURCES "${imgui}/imgui.cpp" "${imgui_draw}" "${imgui}/imgui_tables.cpp"
    "${imgui}/imgui_widgets.cpp"
  INCLUDES "${imgui}" "${CMAKE_SOURCE_DIR}/cmake/imgui"
  DEFINITIONS "IMGUI_USER_CONFIG=\"imconfig_cadre.h\""
  OPTIMISE size)
third_party_library(imgui ${imgui_parts})

# Each numeric type multiplies every plot function; the planner plots doubles.
set(implot "${CADRE_SOURCES}/implot")
set(implot_parts
  SOURCES "${implot}/implot.cpp" "${implot}/implot_items.cpp"
  INCLUDES "${implot}"
  DEFINITIONS "IMPLOT_CUSTOM_NUMERIC_TYPES=(double)" IMPLOT_DISABLE_OBSOLETE_FUNCTIONS
  OPTIMISE size)
third_party_library(implot ${implot_parts} LIBS third_party::imgui)

# Both with their assertions even if the build has none: for the page that checks itself, which
# lists them before the libraries linked with the others.
third_party_library(imgui_checked ${imgui_parts})
third_party_library(implot_checked ${implot_parts} LIBS third_party::imgui_checked)
set(checked imgui_checked implot_checked)
# Natively there are only tests and a window for debugging: misuse that the page would survive by
# chance makes a test fail.
if(NOT EMSCRIPTEN)
  list(APPEND checked imgui implot)
endif()
foreach(library IN LISTS checked)
  target_compile_options(third_party_${library} PRIVATE -UNDEBUG)
endforeach()
foreach(library implot implot_checked)
  # ImPlot still uses names that Dear ImGui has deprecated.
  target_compile_definitions(third_party_${library} PRIVATE IM_OFFSETOF=offsetof)
endforeach()

set(CADRE_HAS_WINDOW OFF)
if(EMSCRIPTEN)
  set(CADRE_HAS_WINDOW ON)
  add_subdirectory("${CMAKE_SOURCE_DIR}/cmake/sdl2" "${CMAKE_BINARY_DIR}/sdl2" EXCLUDE_FROM_ALL)
  add_library(third_party::sdl2 ALIAS cadre_sdl2)
  set(window_libraries third_party::sdl2)
  set(window_definitions IMGUI_IMPL_OPENGL_ES3)
elseif(NOT CADRE_SANITIZE)
  find_package(SDL2 CONFIG QUIET)
  set(OpenGL_GL_PREFERENCE GLVND)
  find_package(OpenGL QUIET)
  if(SDL2_FOUND AND TARGET OpenGL::GL)
    set(CADRE_HAS_WINDOW ON)
    add_library(third_party_sdl2 INTERFACE)
    add_library(third_party::sdl2 ALIAS third_party_sdl2)
    target_link_libraries(third_party_sdl2 INTERFACE SDL2::SDL2)
    set(window_libraries third_party::sdl2 OpenGL::GL ${CMAKE_DL_LIBS})
    set(window_definitions)
  else()
    message(STATUS "No SDL2 or OpenGL: the native window is left out "
      "(tools/setup/system_packages.sh native)")
  endif()
endif()
if(CADRE_HAS_WINDOW)
  third_party_library(imgui_backend
    SOURCES "${imgui}/backends/imgui_impl_sdl2.cpp" "${imgui}/backends/imgui_impl_opengl3.cpp"
    INCLUDES "${imgui}/backends"
    DEFINITIONS ${window_definitions}
    LIBS third_party::imgui ${window_libraries}
    OPTIMISE size)
endif()

set(mbedtls "${CADRE_SOURCES}/mbedtls")
set(mbedtls_parts aes aesni block_cipher constant_time gcm hkdf md pkcs5 platform_util sha256)
list(TRANSFORM mbedtls_parts PREPEND "${mbedtls}/library/")
list(TRANSFORM mbedtls_parts APPEND ".c")
third_party_library(mbedtls
  SOURCES ${mbedtls_parts}
  INCLUDES "${mbedtls}/include" "${CMAKE_SOURCE_DIR}/cmake/mbedtls"
  DEFINITIONS "MBEDTLS_CONFIG_FILE=\"mbedtls_cadre.h\""
  OPTIMISE speed)
cadre_sanitize(third_party_mbedtls)

set(gtest "${CADRE_SOURCES}/googletest/googletest")
third_party_library(gtest
  SOURCES "${gtest}/src/gtest-all.cc"
  INCLUDES "${gtest}/include"
  OPTIMISE quick)
target_include_directories(third_party_gtest SYSTEM PRIVATE "${gtest}")
third_party_library(gtest_main
  SOURCES "${gtest}/src/gtest_main.cc"
  INCLUDES "${gtest}/include"
  LIBS third_party::gtest
  OPTIMISE quick)
if(NOT EMSCRIPTEN)
  find_package(Threads REQUIRED)
  target_link_libraries(third_party_gtest PUBLIC Threads::Threads)
endif()

file(GLOB benchmark_sources CONFIGURE_DEPENDS "${CADRE_SOURCES}/benchmark/src/*.cc")
list(FILTER benchmark_sources EXCLUDE REGEX "benchmark_main\\.cc$")
third_party_library(benchmark
  SOURCES ${benchmark_sources}
  INCLUDES "${CADRE_SOURCES}/benchmark/include"
  DEFINITIONS BENCHMARK_STATIC_DEFINE
  OPTIMISE speed)
target_compile_definitions(third_party_benchmark PRIVATE
  HAVE_STD_REGEX HAVE_STEADY_CLOCK "BENCHMARK_VERSION=\"1.9.1\"")
if(NOT EMSCRIPTEN)
  target_link_libraries(third_party_benchmark PUBLIC Threads::Threads)
endif()
