#include "core/stable_sort.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <random>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace cadre {
namespace {

using Numbered = std::pair<int, int>;

bool byFirst(const Numbered& a, const Numbered& b) { return a.first < b.first; }

TEST(StableSort, AgreesWithTheStandardLibrary) {
  std::mt19937 random(7);
  for (int size = 0; size < 70; ++size) {
    std::vector<Numbered> values;
    for (int i = 0; i < size; ++i) values.emplace_back(static_cast<int>(random() % 9), i);
    std::vector<Numbered> expected = values;
    std::stable_sort(expected.begin(), expected.end(), byFirst);
    stableSort(values, byFirst);
    EXPECT_EQ(values, expected) << size;
  }
}

TEST(StableSort, LeavesEqualElementsAsTheyAre) {
  std::vector<Numbered> values = {{1, 0}, {1, 1}, {1, 2}};
  const std::vector<Numbered> before = values;
  stableSort(values, byFirst);
  EXPECT_EQ(values, before);
}

TEST(StableSort, MovesElementsThatCannotBeCopied) {
  std::vector<std::unique_ptr<int>> values;
  for (const int value : {3, 1, 2}) values.push_back(std::make_unique<int>(value));
  stableSort(values, [](const auto& a, const auto& b) { return *a < *b; });
  std::vector<int> seen;
  for (const auto& value : values) seen.push_back(*value);
  EXPECT_EQ(seen, (std::vector<int>{1, 2, 3}));
}

TEST(StableSort, SortsAPart) {
  std::vector<std::string> values = {"d", "c", "b", "a"};
  stableSort(std::span(values).subspan(1, 2), std::less<>());
  EXPECT_EQ(values, (std::vector<std::string>{"d", "b", "c", "a"}));
}

}  // namespace
}  // namespace cadre
