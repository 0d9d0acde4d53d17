# The toolchain file of the wasm presets. A sufficiently recent emcc on PATH has priority over the
# one that tools/setup/emscripten.sh unpacks; no environment variable is needed in either case.
include("${CMAKE_CURRENT_LIST_DIR}/ToolchainFolder.cmake")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES CADRE_TOOLCHAIN CADRE_EMSCRIPTEN)

if(NOT CADRE_EMSCRIPTEN)
  find_program(CADRE_EMCC emcc)
  mark_as_advanced(CADRE_EMCC)
  if(CADRE_EMCC)
    execute_process(COMMAND "${CADRE_EMCC}" -dumpversion OUTPUT_VARIABLE found
      OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
    if(found VERSION_GREATER_EQUAL 3.1.60)
      # Distributions put a link to emcc on PATH; the real folder contains the CMake support.
      get_filename_component(real "${CADRE_EMCC}" REALPATH)
      get_filename_component(real "${real}" DIRECTORY)
      foreach(candidate "${real}" /usr/share/emscripten)
        if(NOT CADRE_EMSCRIPTEN AND EXISTS "${candidate}/cmake/Modules/Platform/Emscripten.cmake")
          set(CADRE_EMSCRIPTEN "${candidate}" CACHE PATH "Folder of Emscripten")
        endif()
      endforeach()
    endif()
  endif()
  if(NOT CADRE_EMSCRIPTEN)
    set(CADRE_EMSCRIPTEN "${CADRE_TOOLCHAIN}/prefix/usr/share/emscripten"
      CACHE PATH "Folder of Emscripten")
  endif()
endif()

set(CADRE_EMSCRIPTEN_MODULE "${CADRE_EMSCRIPTEN}/cmake/Modules/Platform/Emscripten.cmake")
if(NOT EXISTS "${CADRE_EMSCRIPTEN_MODULE}")
  message(FATAL_ERROR "No Emscripten in ${CADRE_EMSCRIPTEN}: run tools/setup/emscripten.sh "
    "(or ./build_wasm.sh, which does it)")
endif()
include("${CADRE_EMSCRIPTEN_MODULE}")
