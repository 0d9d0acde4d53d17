// What is counted and how much of it is wanted: quotas (chỉ tiêu) and the definition of "local".
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/date.h"
#include "core/id.h"
#include "core/ratio.h"
#include "model/extra.h"
#include "model/structure.h"
#include "model/vocabulary.h"

namespace cadre {

struct LocalityDefinition {
  LocalityBasis basis = LocalityBasis::kNativePlace;
  LocalityLevel level = LocalityLevel::kCommune;
  double residence_years = 20;  // used by basis residence; >= 0
  Extra extra;
  std::string group = {};  // with kGroup: the level or grouping within which one is local

  // What files call the level.
  [[nodiscard]] std::string_view levelName() const {
    return level == LocalityLevel::kGroup ? std::string_view(group) : nameOf(level);
  }
};

// One quota: a cell for each unit of a level, or each group of a grouping.
struct Quota {
  std::string key;
  LocalName name;
  std::string group_level;      // a level, a grouping or kWholePlan; may name none of the plan's:
                                // then it has no cells
  std::vector<TitleId> titles;  // a post counts when it has one of these
  Counts counts = Counts::kNonLocal;
  std::int32_t age = 0;  // for under_age: a holder counts while younger than this
  Share target;
  std::optional<Date> by;                           // deadline
  std::vector<std::pair<UnitId, Share>> overrides;  // a unit's own target, in file order
  Extra extra;

  [[nodiscard]] Share targetOf(UnitId unit) const {
    for (const auto& [own, share] : overrides) {
      if (own == unit) return share;
    }
    return target;
  }
  // Whether posts of that title belong to the cells.
  [[nodiscard]] bool countsTitle(TitleId title) const {
    return std::find(titles.begin(), titles.end(), title) != titles.end();
  }
};

struct QuotaSet {
  LocalityDefinition locality;
  std::vector<Quota> quotas;
};

}  // namespace cadre
