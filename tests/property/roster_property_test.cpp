// Any roster: importing an export changes nothing, in both languages.
#include <gtest/gtest.h>

#include "plan_io/plan_io.h"
#include "plan_io_random.h"
#include "report/csv.h"
#include "roster/import.h"
#include "support/plan_builder.h"
#include "text/format.h"

namespace cadre::test {
namespace {

using roster::Table;
using text::Language;

constexpr std::uint64_t kPlans = 300;

class RosterProperty : public ::testing::TestWithParam<Language> {};

// Describes the first row in error, for a failure message.
std::string firstProblem(const roster::Reading& reading, const Table& table) {
  if (reading.problems.empty()) return "";
  const roster::Problem& problem = reading.problems.front();
  return std::string(table.cell(problem.row, problem.column)) + " → " +
         text::render(problem.message, Language::kEnglish);
}

TEST_P(RosterProperty, ImportingAnExportChangesNothing) {
  for (std::uint64_t seed = 0; seed < kPlans; ++seed) {
    samples::Random random(seed);
    const Plan plan = randomPlan(random);
    const Expected<Table> table = roster::parseTable(report::rosterCsv(plan, GetParam()));
    ASSERT_TRUE(table.has_value()) << "seed " << seed << ": " << table.error().place;
    const roster::Mapping mapping = roster::guessMapping(*table, plan);
    const roster::Reading reading = roster::readRoster(plan, *table, mapping, {.gone_leave = true});
    ASSERT_EQ(reading.problem_count, 0U)
        << "seed " << seed << ": " << firstProblem(reading, *table);
    ASSERT_EQ(reading.unchanged, plan.roster->cadres.size()) << "seed " << seed;
    ASSERT_TRUE(reading.gone.empty()) << "seed " << seed;
    ASSERT_TRUE(reading.merge.empty()) << "seed " << seed;
    const Expected<Plan> after = roster::applyMerge(plan, reading.merge);
    ASSERT_TRUE(after.has_value());
    ASSERT_EQ(plan_io::savePlan(*after), plan_io::savePlan(plan)) << "seed " << seed;
  }
}

// The roster of another plan, whose officials are changed, new and gone: the merged plan can be
// saved and opened, and importing the same table again changes nothing.
TEST_P(RosterProperty, WhatIsMergedOpensAgainAndIsThenUnchanged) {
  std::size_t merged = 0;
  std::size_t whole = 0;  // without rows in error
  for (std::uint64_t seed = 0; seed < kPlans; ++seed) {
    samples::Random random(seed);
    const Plan plan = randomPlan(random);
    Plan other = plan;
    auto roster = std::make_shared<Roster>(*plan.roster);
    for (Cadre& cadre : roster->cadres) {
      if (random.chance(200)) cadre.key += "x";
      if (random.chance(300)) cadre.birth = day("1970-01-31");
      if (random.chance(300)) cadre.residence.reset();
      if (random.chance(300)) cadre.native_place = UnitId{};
      if (random.chance(300)) cadre.discipline.clear();
      if (cadre.name.empty()) cadre.name = "Tên";
    }
    other.roster = roster;
    const Expected<Table> table = roster::parseTable(report::rosterCsv(other, GetParam()));
    ASSERT_TRUE(table.has_value());
    const roster::Mapping mapping = roster::guessMapping(*table, plan);
    const roster::Options options{.gone_leave = random.chance(500)};
    const roster::Reading reading = roster::readRoster(plan, *table, mapping, options);
    const Expected<Plan> after = roster::applyMerge(plan, reading.merge);
    ASSERT_TRUE(after.has_value()) << "seed " << seed;
    const std::string text = plan_io::savePlan(*after);
    const auto again = plan_io::loadPlan(text);
    ASSERT_TRUE(again.has_value()) << "seed " << seed << ": " << again.error().front().place;
    ASSERT_EQ(plan_io::savePlan(*again), text);
    for (std::size_t i = 0; i < plan.roster->cadres.size(); ++i) {
      ASSERT_EQ(after->roster->cadres[i].key, plan.roster->cadres[i].key) << "seed " << seed;
    }
    merged += reading.merge.cadres.size();
    if (reading.problem_count > 0) continue;
    ++whole;
    const roster::Reading second = roster::readRoster(*after, *table, mapping, options);
    EXPECT_EQ(second.problem_count, 0U) << "seed " << seed << ": " << firstProblem(second, *table);
    EXPECT_TRUE(second.merge.empty()) << "seed " << seed;
  }
  EXPECT_GT(merged, kPlans);
  EXPECT_GT(whole, kPlans / 10);
}

TEST_P(RosterProperty, ADamagedTableGivesAReadingOrAnError) {
  for (std::uint64_t seed = 0; seed < kPlans; ++seed) {
    samples::Random random(seed);
    const Plan plan = randomPlan(random);
    std::string text = report::rosterCsv(plan, GetParam());
    for (int k = random.between(1, 6); k > 0; --k) {
      const auto at = static_cast<std::size_t>(random.below(text.size()));
      if (random.chance(500)) {
        text.erase(at, static_cast<std::size_t>(random.between(1, 20)));
      } else {
        constexpr std::array kPieces = {"\"", ";", ",", "\n", "'", "=", "[", "]", ":"};
        text.insert(at, random.pick(kPieces));
      }
    }
    const Expected<Table> table = roster::parseTable(text);
    if (!table) {
      ASSERT_FALSE(text::render(table.error(), Language::kVietnamese).empty());
      continue;
    }
    const roster::Mapping mapping = roster::guessMapping(*table, plan);
    const roster::Reading reading = roster::readRoster(plan, *table, mapping, {});
    const Expected<Plan> after = roster::applyMerge(plan, reading.merge);
    ASSERT_TRUE(after.has_value()) << "seed " << seed;
    ASSERT_TRUE(plan_io::loadPlan(plan_io::savePlan(*after)).has_value()) << "seed " << seed;
  }
}

// Cells that a spreadsheet could evaluate, and cells that look like the guard against it.
TEST(TableProperty, AnyCellComesBackFromATable) {
  constexpr std::array kPieces = {"=",  "+",  "-",  "@", "＝", "＋", "－", "＠", "'",       "\"",
                                  "\t", "\r", "\n", " ", ";",  ",",  "a",  "Đ",  "\xC2\xA0"};
  for (std::uint64_t seed = 0; seed < 3000; ++seed) {
    samples::Random random(seed);
    std::vector<std::string> cells;
    const char delimiter = random.pick(std::array{',', ';', '\t'});
    roster::TableWriter out({.delimiter = delimiter, .byte_order_mark = random.chance(500)});
    for (int i = 0; i < 6; ++i) {
      std::string& cell = cells.emplace_back();
      for (int k = random.below(5); k > 0; --k) cell += random.pick(kPieces);
    }
    cells.emplace_back("end");
    for (int row = 0; row < 2; ++row) {
      for (const std::string& cell : cells) out.cell(cell);
      out.endRow();
    }
    const Expected<Table> table = roster::parseTable(out.take());
    ASSERT_TRUE(table.has_value());
    ASSERT_EQ(table->delimiter(), delimiter) << "seed " << seed;
    ASSERT_EQ(table->rowCount(), 2U);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      ASSERT_EQ(roster::withoutGuard(table->cell(1, i)), cells[i]) << "seed " << seed;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(BothLanguages, RosterProperty,
                         ::testing::Values(Language::kVietnamese, Language::kEnglish));

}  // namespace
}  // namespace cadre::test
