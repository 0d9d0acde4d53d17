// The fuzz targets: each function takes any bytes and ends the program when a guarantee of the code
// under test is violated. libFuzzer calls one of them (libfuzzer_main.cpp), and replay_test.cpp
// calls all of them with the inputs in seeds/.
#pragma once

#include <string_view>

namespace cadre::fuzz {

// A plan file: what opens is saved, opened again and simulated.
void plan(std::string_view bytes);
// A table of officials, imported into a small plan and merged. The first byte selects options.
void table(std::string_view bytes);
// Lines of a journal for a small plan.
void journal(std::string_view bytes);
// Commands, undo and redo on a random plan: two bytes select the plan, every further three a step.
void commands(std::string_view bytes);
// The container of an encrypted plan, with or without a password.
void encrypted(std::string_view bytes);

}  // namespace cadre::fuzz
