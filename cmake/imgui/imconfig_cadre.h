// Compile-time settings of Dear ImGui, read through IMGUI_USER_CONFIG. What the planner does not
// use is left out, because the page is downloaded.
#pragma once

// A board of 1,158 rows in one list can pass 65,535 vertices.
#define ImDrawIdx unsigned int

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_OBSOLETE_KEYIO
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS

// Files, storage and fonts come through src/platform; the interface itself opens nothing.
#define IMGUI_DISABLE_FILE_FUNCTIONS
