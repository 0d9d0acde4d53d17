# cadre_icons: #include "icons/icons.h", the names of the icons in assets/fonts/LucideIcons.ttf.
add_library(cadre_icons INTERFACE)
file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/layers/assets")
file(CREATE_LINK "${CMAKE_SOURCE_DIR}/assets/icons" "${CMAKE_BINARY_DIR}/layers/assets/icons" SYMBOLIC)
target_include_directories(cadre_icons INTERFACE "${CMAKE_BINARY_DIR}/layers/assets")
