#include "propose/why_not/order_ways.h"

#include "core/stable_sort.h"

namespace cadre::propose {

void sortWays(std::vector<Way>& ways) {
  stableSort(ways, [](const Way& a, const Way& b) {
    if (a.change.kind != b.change.kind) return a.change.kind < b.change.kind;
    const double x = a.change.size();
    const double y = b.change.size();
    return x != y ? x < y : a.gain > b.gain;
  });
}

void addMissing(std::vector<Way>& ways, const std::vector<Way>& of_whole) {
  for (const Way& way : of_whole) {
    if (way.change.kind == ChangeKind::kAcrossCity) ways.push_back(way);
  }
}

void addNotComputed(std::vector<Reason>& reasons, const Reason& total) {
  for (Reason& reason : reasons) {
    if (!reason.unit) continue;
    for (const Change& change : total.not_computed) {
      if (change.kind == ChangeKind::kAcrossCity) reason.not_computed.push_back(change);
    }
  }
}

}  // namespace cadre::propose
