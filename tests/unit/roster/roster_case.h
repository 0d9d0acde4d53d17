// A small plan and tables to import into it, for the tests of imports.
//
// A city with two districts and two communes each, two of which have the same name; a secretary and
// a chairman in each, and three deputies' seats in the first. After changing the builder, call
// build() before importing the next table.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "plan_io/plan_io.h"
#include "roster/import.h"
#include "support/plan_builder.h"
#include "text/format.h"

namespace cadre::roster::test {

using cadre::test::day;
using cadre::test::PlanBuilder;
using text::Language;

struct RosterCase {
  RosterCase() {
    north = builder.district("001");
    south = builder.district("010");
    builder[north].name = "Quận Bắc";
    builder[south].name = "Huyện Nam";
    a = builder.commune("00640", north);
    b = builder.commune("00643", north);
    c = builder.commune("00646", south);
    builder[a].name = "Thị trấn Văn Điển";
    builder[b].name = "Xã Tân Triều";
    builder[c].name = "Xã Tân Triều";
    builder[builder.secretary].name = {"Bí thư Đảng ủy", "Party secretary", nullptr};
    builder[builder.chairman].name = {"Chủ tịch UBND", "Chairman", nullptr};
    builder[builder.deputy].name = {"Phó chủ tịch", "Deputy", nullptr};
    secretary_a = builder.post(a, builder.secretary);
    chairman_a = builder.post(a, builder.chairman);
    secretary_b = builder.post(b, builder.secretary);
    for (int i = 0; i < 3; ++i) {
      deputies.push_back(builder.post(a, builder.deputy));
      builder[deputies.back()].key += std::to_string(i);
    }
    an = builder.cadre("c01", secretary_a);
    binh = builder.cadre("c02", chairman_a);
    chi = builder.cadre("0003", secretary_b);
    dung = builder.cadre("c04");
    builder[an].name = "Nguyễn Văn An";
    builder[binh].name = "Trần Thị Bình";
    builder[chi].name = "Lê Chi";
    builder[dung].name = "Lê Chi";
    builder[an].birth = day("1970-01-02");
    builder[an].native_place = a;
    builder[an].grades = {{"2022", EvaluationGrade::kGood, extra()}};
    builder[an].extra = extra();
    build();
  }

  static Extra extra() {
    return std::make_shared<const std::vector<std::pair<std::string, std::string>>>(
        std::vector<std::pair<std::string, std::string>>{{"note", "\"x\""}});
  }

  void build() { plan = builder.build(); }

  Reading read(std::string_view text, Options options = {}) {
    table = parseTable(text).value();
    mapping = guessMapping(table, plan);
    return readRoster(plan, table, mapping, options);
  }

  // The plan after importing the valid rows.
  Plan imported(std::string_view text, Options options = {}) {
    const Reading reading = read(text, options);
    const Plan after = applyMerge(plan, reading.merge).value();
    EXPECT_TRUE(plan_io::loadPlan(plan_io::savePlan(after)).has_value());
    return after;
  }

  // "line column: text" of each problem.
  std::vector<std::string> problems(std::string_view text, Options options = {}) {
    const Reading reading = read(text, options);
    std::vector<std::string> out;
    for (const Problem& problem : reading.problems) {
      std::string line = std::to_string(table.line(problem.row)) + " ";
      if (problem.column != Problem::kWholeRow) line += table.cell(0, problem.column);
      out.push_back(line + ": " + text::render(problem.message, Language::kEnglish));
    }
    EXPECT_EQ(reading.problem_count, out.size());
    return out;
  }
  std::string problem(std::string_view text, Options options = {}) {
    const std::vector<std::string> all = problems(text, options);
    return all.size() == 1 ? all.front() : std::to_string(all.size()) + " problems";
  }

  PlanBuilder builder;
  UnitId north, south, a, b, c;
  PostId secretary_a, chairman_a, secretary_b;
  std::vector<PostId> deputies;
  CadreId an, binh, chi, dung;
  Plan plan;
  Table table;
  Mapping mapping;
};

}  // namespace cadre::roster::test
