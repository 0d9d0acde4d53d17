# Finds the folder filled by tools/setup/: -DCADRE_TOOLCHAIN, else the environment, else the default
# of tools/setup/common.sh.
if(NOT CADRE_TOOLCHAIN)
  if(DEFINED ENV{CADRE_TOOLCHAIN})
    set(CADRE_TOOLCHAIN "$ENV{CADRE_TOOLCHAIN}")
  elseif(DEFINED ENV{XDG_CACHE_HOME} AND NOT "$ENV{XDG_CACHE_HOME}" STREQUAL "")
    set(CADRE_TOOLCHAIN "$ENV{XDG_CACHE_HOME}/cadre-rotation-planner")
  else()
    set(CADRE_TOOLCHAIN "$ENV{HOME}/.cache/cadre-rotation-planner")
  endif()
endif()
get_filename_component(CADRE_TOOLCHAIN "${CADRE_TOOLCHAIN}" ABSOLUTE)
set(CADRE_TOOLCHAIN "${CADRE_TOOLCHAIN}" CACHE PATH "Folder that tools/setup/ fills" FORCE)
set(CADRE_SOURCES "${CADRE_TOOLCHAIN}/sources")
