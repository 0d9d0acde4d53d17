// Merges an imported roster. The only command that adds officials: its relatives and incumbents may
// refer to those that it adds.
#pragma once

#include <string_view>

#include "document/commands/interface.h"
#include "roster/merge.h"
#include "shared/numbers.h"

namespace cadre {

struct MergeRoster {
  static constexpr std::string_view kName = "merge_roster";
  static constexpr bool kAddsKeys = true;
  static constexpr auto kRestorePoint = shared::RestoreKind::kImport;

  roster::Merge merge;

  [[nodiscard]] Expected<Plan> apply(const Plan& plan) const;
  [[nodiscard]] Message label(const Plan& before) const;
  void write(JsonWriter& out, const Plan& before) const;
  [[nodiscard]] static MergeRoster read(plan_io::ObjectReader& in, const ReadContext& context);
};

}  // namespace cadre
