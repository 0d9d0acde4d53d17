#include "simulate/timeline.h"

namespace cadre {

std::int32_t Timeline::shortfall(std::size_t entry, QuotaId quota) const {
  std::int32_t sum = 0;
  for (const Cell& cell : rounds[entry].cells) {
    if (cell.quota == quota) sum += cell.shortfall();
  }
  return sum;
}

const Cell* Timeline::find(std::size_t entry, QuotaId quota, UnitId unit) const {
  for (const Cell& cell : rounds[entry].cells) {
    if (cell.quota == quota && cell.unit == unit) return &cell;
  }
  return nullptr;
}

std::size_t Timeline::hardFindings() const {
  std::size_t count = 0;
  for (const RoundState& round : rounds) {
    for (const Finding& finding : round.findings) {
      if (finding.severity == Severity::kHard && !finding.waived) ++count;
    }
  }
  return count;
}

}  // namespace cadre
