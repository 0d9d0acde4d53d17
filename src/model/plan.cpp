#include "model/plan.h"

namespace cadre {

std::optional<std::size_t> Plan::findScenario(std::string_view key) const {
  for (std::size_t i = 0; i < scenarios->size(); ++i) {
    if ((*scenarios)[i]->key == key) return i;
  }
  return std::nullopt;
}

BothLanguages nameOfPost(const Plan& plan, PostId post) {
  const Post& record = plan.post(post);
  const LocalName& title = plan.structure->title(record.title).name;
  const std::string& unit = plan.unit(record.unit).name;
  return {title.vi + ", " + unit, title.en + ", " + unit};
}

Plan emptyPlan() {
  return Plan{
      .header = std::make_shared<PlanHeader>(),
      .structure = makeStructure({}),
      .roster = std::make_shared<Roster>(),
      .quota_set = std::make_shared<QuotaSet>(),
      .rule_set = std::make_shared<RuleSet>(),
      .scenarios = std::make_shared<ScenarioList>(),
  };
}

}  // namespace cadre
