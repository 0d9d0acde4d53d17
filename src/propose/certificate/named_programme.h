// An instance as a linear programme whose rows and variables have names of the plan's own ids, for
// certificates.
//
// Variables: "CADRE>POST", "leaves:POST", "changes:POST", "short:QUOTA/UNIT", and where they only
// cost "heads:UNIT" and "pair:A+B@UNIT"; "total", how many posts change hands. Rows: "post:POST",
// "holder:POST", "official:CADRE", "cell:QUOTA/UNIT", "heads:UNIT", "cap:district/UNIT",
// "pair:A+B@UNIT…", "total". What can be nothing but 0 is left out: moves and posts that follow
// from others. tools/verify/programme.mjs writes the same down from the plan file.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "lp/linear_program.h"
#include "lp/tree_search.h"
#include "model/plan.h"
#include "propose/model/instance.h"
#include "propose/model/objective.h"

namespace cadre::propose {

struct NamedProgramme {
  lp::LinearProgram program;
  // By variable and by row, both as the programme has them.
  std::vector<std::string> variables;
  std::vector<std::string> rows;
  // By row: whether the bound is one of the model. A linear programme needs both; what is added is
  // what variables allow anyway.
  std::vector<std::uint8_t> has_least;
  std::vector<std::uint8_t> has_most;
  lp::Branching branching;  // constant and unit, too
  std::vector<std::pair<std::int32_t, std::size_t>> crash;
  std::size_t total = 0;                 // the variable
  std::size_t arcs = 0;                  // so many variables are arcs, the first ones
  std::vector<std::uint32_t> promising;  // of many arcs those to look at first, as variables
  std::vector<std::int32_t> arc_of;      // by arc: its variable, -1 where it is left out
};

// What one sum of objectives is made with: see Weights. All sums are multiples of the unit.
struct Weighing {
  Weights weights;
  std::int64_t unit = 1;
};

// Of the exclusions those of `pairs` (by place, 1: it is in) take part. REQUIRES: sums of all that
// can be chosen fit into 62 bits.
[[nodiscard]] NamedProgramme namedProgramme(const Plan& plan, const Instance& instance,
                                            const Weighing& weighing,
                                            const std::vector<std::uint8_t>& pairs);

}  // namespace cadre::propose
