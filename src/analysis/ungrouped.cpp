#include "analysis/ungrouped.h"

#include <cstddef>

#include "text/strings.h"

namespace cadre {

std::vector<Finding> ungroupedUnits(const Plan& plan) {
  std::vector<Finding> out;
  const Structure& structure = *plan.structure;
  for (std::size_t g = 0; g < structure.groupings.size(); ++g) {
    const Grouping& grouping = structure.groupings[g];
    for (std::size_t u = 0; u < structure.units.size(); ++u) {
      if (structure.posts_in[u].empty() || structure.group_in[g][u]) continue;
      Finding finding;
      finding.severity = Severity::kSoft;
      finding.rule = kFindingUngrouped;
      finding.message = {text::Str::finding_ungrouped,
                         {{"unit", structure.units[u].name},
                          {"grouping", BothLanguages{grouping.name.vi, grouping.name.en}}}};
      out.push_back(std::move(finding));
    }
  }
  return out;
}

}  // namespace cadre
