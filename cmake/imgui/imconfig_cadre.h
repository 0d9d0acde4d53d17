// Compile-time settings of Dear ImGui, read through IMGUI_USER_CONFIG. Features that the planner
// does not use are left out, because the page is downloaded.
#pragma once

// A board with 1,158 rows in one list can exceed 65,535 vertices.
#define ImDrawIdx unsigned int

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_OBSOLETE_KEYIO
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS

// Files, storage and fonts come through src/platform; the interface itself opens no files.
#define IMGUI_DISABLE_FILE_FUNCTIONS
