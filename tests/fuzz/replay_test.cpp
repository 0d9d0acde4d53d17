// Replays every input of seeds/: examples of each kind, and past failures. An input that violates a
// guarantee ends this program.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "targets.h"

namespace cadre::fuzz {
namespace {

std::vector<std::filesystem::path> inputsOf(const char* target) {
  const std::filesystem::path folder =
      std::filesystem::path(CADRE_SOURCE_DIR) / "tests/fuzz/seeds" / target;
  std::vector<std::filesystem::path> out;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

void replay(const char* name, void (*target)(std::string_view)) {
  const auto inputs = inputsOf(name);
  ASSERT_FALSE(inputs.empty());
  for (const std::filesystem::path& input : inputs) {
    SCOPED_TRACE(input.string());
    std::ifstream file(input, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    target(bytes);
    // The same input, truncated.
    target(std::string_view(bytes).substr(0, bytes.size() / 2));
  }
  target("");
}

TEST(FuzzSeeds, OfPlansKeepTheirPromises) { replay("plan", plan); }
TEST(FuzzSeeds, OfTablesKeepTheirPromises) { replay("table", table); }
TEST(FuzzSeeds, OfJournalsKeepTheirPromises) { replay("journal", journal); }
TEST(FuzzSeeds, OfCommandsKeepTheirPromises) { replay("commands", commands); }

TEST(FuzzSeeds, OfLockedPlansKeepTheirPromises) { replay("encrypted", encrypted); }

}  // namespace
}  // namespace cadre::fuzz
