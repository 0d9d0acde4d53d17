#include "propose/certificate/whole_bound.h"

#include <cstddef>

namespace cadre::propose {
namespace {

// Adds a product; false where it does not fit.
bool add(Wide& sum, Wide a, Wide b) {
  Wide product = 0;
  return !__builtin_mul_overflow(a, b, &product) && !__builtin_add_overflow(sum, product, &sum);
}

}  // namespace

std::optional<WholeBound> wholeBound(const NamedProgramme& named, const Box& box,
                                     const std::vector<std::int64_t>& multipliers,
                                     std::int64_t scale) {
  const lp::LinearProgram& program = named.program;
  WholeBound out;
  for (std::size_t i = 0; i < program.rows(); ++i) {
    const std::int64_t m = multipliers[i];
    if (m == 0) continue;
    if ((m > 0 ? named.has_least[i] : named.has_most[i]) == 0) return std::nullopt;
    if (!add(out.sum, m, m > 0 ? program.row_lower[i] : program.row_upper[i])) return std::nullopt;
  }
  out.reduced.resize(program.variables());
  for (std::size_t j = 0; j < program.variables(); ++j) {
    Wide& reduced = out.reduced[j];
    if (!add(reduced, program.cost[j], scale)) return std::nullopt;
    for (std::size_t k = program.first[j]; k < program.first[j + 1]; ++k) {
      const lp::LinearProgram::Entry& entry = program.entries[k];
      const std::int64_t m = multipliers[static_cast<std::size_t>(entry.row)];
      if (m != 0 && !add(reduced, m, -entry.value)) return std::nullopt;
    }
    if (!add(out.sum, reduced, reduced > 0 ? box.lower[j] : box.upper[j])) return std::nullopt;
  }
  return out;
}

}  // namespace cadre::propose
