#include "small_plan.h"

#include <fstream>
#include <iterator>

#include "plan_io/plan_io.h"
#include "require.h"

namespace cadre::fuzz {

const std::string& smallPlanText() {
  static const std::string kText = [] {
    std::ifstream file(CADRE_SOURCE_DIR "/tests/schema/small.json", std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  }();
  return kText;
}

const Plan& smallPlan() {
  static const Plan kPlan = [] {
    auto plan = plan_io::loadPlan(smallPlanText());
    require(plan.has_value(), "the small plan opens");
    return *std::move(plan);
  }();
  return kPlan;
}

}  // namespace cadre::fuzz
