#include "propose/search/assignment_table.h"

#include <array>
#include <vector>

#include <gtest/gtest.h>

#include "lp/assignment.h"

namespace cadre::propose {
namespace {

constexpr std::int64_t kFine = AssignmentTable::kFine;
constexpr Weights kWeights = {1'000'000, 10'000, 1'000};

// An official in the first post could take the second, which is vacant; a candidate could take the
// first. The second counts for a cell, and so does whoever holds the first today.
Instance twoPosts() {
  Instance out;
  out.leave_cost = 300;
  out.district_cap = {INT32_MAX};
  out.posts = {{PostId{}, 0, -1, 0}, {PostId{}, -1, -1, 0}};
  out.officials = {{CadreId{}, 0}, {CadreId{}, -1}};
  out.arcs = {{0, 1, 5}, {1, 0, 15}};
  out.cells = {{QuotaId{}, UnitId{}, 1, {0}, {0}}};
  return out;
}

AssignmentTable tableOf(const Instance& instance) {
  std::vector<const QuotaCell*> cells;
  for (const QuotaCell& cell : instance.cells) cells.push_back(&cell);
  return {instance, kWeights, cells};
}

std::int64_t costOf(const AssignmentTable& table, const std::vector<std::size_t>& columns) {
  std::int64_t out = table.constant();
  for (std::size_t r = 0; r < columns.size(); ++r) {
    out += table.costs()[r * table.size() + columns[r]];
  }
  return out;
}

// Columns: the official, the candidate, nobody.
TEST(AssignmentTable, AssignmentsCostWhatTheirSelectionsAreWorthWithoutQuotas) {
  const Instance instance = twoPosts();
  const AssignmentTable table = tableOf(instance);
  ASSERT_EQ(table.size(), 3U);
  EXPECT_EQ(costOf(table, {0, 2, 1}), kWeights.vacant * kFine) << "everything stays";
  EXPECT_EQ(costOf(table, {1, 0, 2}), (2 * kWeights.moves + 20) * kFine) << "both move";
  EXPECT_EQ(costOf(table, {1, 2, 0}), (kWeights.vacant + kWeights.moves + 15 + 300) * kFine)
      << "the candidate comes and the official leaves";
}

TEST(AssignmentTable, WhatIsNoMoveIsForbidden) {
  const AssignmentTable table = tableOf(twoPosts());
  EXPECT_EQ(table.costs()[1 * 3 + 1], lp::Assignment::kForbidden);
  EXPECT_EQ(table.costs()[0 * 3 + 2], lp::Assignment::kForbidden)
      << "a filled post does not fall vacant";
}

TEST(AssignmentTable, SaysWhichSelectionAnAssignmentIs) {
  const Instance instance = twoPosts();
  const AssignmentTable table = tableOf(instance);
  const Selection leaves = table.selectionOf(std::array<std::size_t, 2>{1, 2});
  EXPECT_EQ(leaves.arcs, std::vector<std::int32_t>{1});
  EXPECT_EQ(leaves.leaves, std::vector<std::int32_t>{0});
  EXPECT_EQ(leaves.objective, (Objective{2, 1, 0, 1, 315}));
  EXPECT_TRUE(table.selectionOf(std::array<std::size_t, 2>{0, 2}).arcs.empty());
}

TEST(AssignmentTable, SaysWhatHelpsACell) {
  const AssignmentTable table = tableOf(twoPosts());
  const auto helpOf = [&](std::size_t row, std::size_t column) {
    return AssignmentTable::helpTo(table.helps()[row * 3 + column], 0);
  };
  EXPECT_EQ(helpOf(1, 0), 1);
  EXPECT_EQ(helpOf(0, 1), -1) << "whoever counts today goes";
  EXPECT_EQ(helpOf(0, 0), 0);
  EXPECT_EQ(AssignmentTable::helpTo(table.helps()[0], 1), 0) << "there is no second cell";
}

TEST(AssignmentTable, PinnedMovesAreTheOnlyOnesInTheirRows) {
  Instance instance = twoPosts();
  instance.pinned_arcs = {1};
  const AssignmentTable table = tableOf(instance);
  EXPECT_EQ(table.costs()[0], lp::Assignment::kForbidden);
  EXPECT_LT(table.costs()[1], lp::Assignment::kForbidden);
  instance.pinned_arcs.clear();
  instance.pinned_leaves = {0};
  const AssignmentTable leaving = tableOf(instance);
  EXPECT_EQ(leaving.costs()[0], lp::Assignment::kForbidden) << "does not stay";
  EXPECT_EQ(leaving.costs()[1 * 3 + 0], lp::Assignment::kForbidden) << "nor takes another post";
}

}  // namespace
}  // namespace cadre::propose
