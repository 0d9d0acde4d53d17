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

FindingCounts Timeline::findingCounts() const {
  FindingCounts out;
  for (const RoundState& round : rounds) out.add(round.findings);
  return out;
}

std::size_t Timeline::hardFindings() const {
  return static_cast<std::size_t>(findingCounts().hard);
}

}  // namespace cadre
