# Link options of programs for WebAssembly.

# Options of every program of the page: planner.mjs, an ES module whose default export creates the
# program, and planner.wasm, in a folder of their own or not.
function(cadre_wasm_browser target)
  set_target_properties(${target} PROPERTIES OUTPUT_NAME planner SUFFIX ".mjs")
  target_link_options(${target} PRIVATE
    -sMODULARIZE -sEXPORT_ES6 -sEXPORT_NAME=createPlanner -sENVIRONMENT=web
    -sALLOW_MEMORY_GROWTH -sINITIAL_MEMORY=16MB -sMAXIMUM_MEMORY=2GB -sSTACK_SIZE=1MB
    -sFILESYSTEM=0 -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sGL_ENABLE_GET_PROC_ADDRESS=0
    # Drawing needs no extensions; enabling all of them takes a tenth of a second.
    -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0 -sGL_SUPPORT_SIMPLE_ENABLE_EXTENSIONS=0
    -sINVOKE_RUN=0 -sEXIT_RUNTIME=0
    -sEXPORTED_RUNTIME_METHODS=UTF8ToString,stringToUTF8,lengthBytesUTF8,stackSave,stackRestore,stackAlloc,callMain,HEAPU8
    -sEXPORTED_FUNCTIONS=_main,_malloc,_free)
endfunction()

# cadre_wasm_page(<target>): the program that the target `page` installs into dist/. Does nothing
# natively.
function(cadre_wasm_page target)
  if(NOT EMSCRIPTEN)
    return()
  endif()
  cadre_wasm_browser(${target})
  set(level -Os)
  if(CADRE_QUICK_LINK)
    set(level -O1)
  endif()
  target_link_options(${target} PRIVATE $<$<CONFIG:Release>:${level}> $<$<CONFIG:Debug>:-sASSERTIONS=1>)
  cadre_link_lto(${target})
  cadre_page(${target})
endfunction()

# cadre_wasm_checked_page(<target>): the same program with run-time checks: each memory access, the
# end of the stack at each call, and the assumptions of Emscripten's own script. It is linked from
# the object files of the page, so it checks exactly the code that is shipped and costs only a link;
# a build without optimisation would compile everything again. Built only on request.
function(cadre_wasm_checked_page target)
  cadre_wasm_browser(${target})
  set_target_properties(${target} PROPERTIES EXCLUDE_FROM_ALL ON
    RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/checked-program")
  target_link_options(${target} PRIVATE
    -O1 --profiling-funcs -sASSERTIONS=2 -sSAFE_HEAP=1 -sSTACK_OVERFLOW_CHECK=2)
  cadre_checked_page(${target})
endfunction()

# cadre_wasm_node(<target> [quick]): <target>.js, run with `node <target>.js`, with the real file
# system. "quick" skips the optimiser at the end of the link, which takes most of its time. Does
# nothing natively.
function(cadre_wasm_node target)
  if(NOT EMSCRIPTEN)
    return()
  endif()
  set(level -O2)
  if("quick" IN_LIST ARGN)
    set(level -O1)
  endif()
  set_target_properties(${target} PROPERTIES SUFFIX ".js")
  target_link_options(${target} PRIVATE
    -sENVIRONMENT=node -sNODERAWFS=1 -sEXIT_RUNTIME=1
    -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=4GB -sSTACK_SIZE=1MB
    $<$<CONFIG:Release>:${level}>
    $<$<CONFIG:Debug>:-sASSERTIONS=1>)
  cadre_link_lto(${target})
endfunction()
