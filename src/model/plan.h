// A plan: the immutable content of a plan file, in sections that plans share.
//
// An edit makes a new Plan that points to the sections it did not change, so copying a Plan is a
// few reference counts, undo is a list of plans, and a result may be cached by the addresses of the
// sections that it was computed from. No section pointer is ever null. Thread-safe: nothing changes
// after construction.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/date.h"
#include "core/message.h"
#include "model/extra.h"
#include "model/quota_set.h"
#include "model/roster.h"
#include "model/rule_set.h"
#include "model/scenario.h"
#include "model/structure.h"

namespace cadre {

struct PlanHeader {
  std::string title;
  Date as_of;   // the date that the roster describes
  Extra extra;  // unknown top-level fields
  // Version of the file format as read; the plan is written in this version or a later one.
  std::int32_t version = 1;
};

struct Plan {
  std::shared_ptr<const PlanHeader> header;
  std::shared_ptr<const Structure> structure;
  std::shared_ptr<const Roster> roster;
  std::shared_ptr<const QuotaSet> quota_set;
  std::shared_ptr<const RuleSet> rule_set;
  std::shared_ptr<const ScenarioList> scenarios;

  [[nodiscard]] const Cadre& cadre(CadreId id) const { return roster->cadre(id); }
  [[nodiscard]] const Post& post(PostId id) const { return structure->post(id); }
  [[nodiscard]] const Unit& unit(UnitId id) const { return structure->unit(id); }

  // Index of the scenario with that key; empty when there is none.
  [[nodiscard]] std::optional<std::size_t> findScenario(std::string_view key) const;
};

// How messages name a post: "Bí thư Đảng ủy, Thị trấn Văn Điển".
[[nodiscard]] BothLanguages nameOfPost(const Plan& plan, PostId post);

// A plan with no units, posts, people or scenarios: the starting point of new plans and tests.
[[nodiscard]] Plan emptyPlan();

}  // namespace cadre
