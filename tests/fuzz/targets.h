// What is fuzzed: each function takes any bytes and ends the program when a promise of the code
// under it is broken. libFuzzer calls one of them (libfuzzer_main.cpp), and replay_test.cpp calls
// all of them with the inputs kept in seeds/.
#pragma once

#include <string_view>

namespace cadre::fuzz {

// A plan file: what opens is saved, opened again and simulated.
void plan(std::string_view bytes);
// A table of officials read into a small plan, its merge applied. The first byte is the options.
void table(std::string_view bytes);
// Lines of a journal, over a small plan.
void journal(std::string_view bytes);
// Commands, undo and redo on a random plan: two bytes choose the plan, each three more a step.
void commands(std::string_view bytes);
// The container of a plan with a password, with a password or without one.
void encrypted(std::string_view bytes);

}  // namespace cadre::fuzz
