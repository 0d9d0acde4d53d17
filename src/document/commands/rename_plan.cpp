#include "document/commands/rename_plan.h"

#include "document/commands/shared.h"

namespace cadre {

Expected<Plan> RenamePlan::apply(const Plan& plan) const {
  auto header = copied(plan.header);
  header->title = title;
  return withSection(plan, &Plan::header, std::move(header));
}

Message RenamePlan::label(const Plan& /*before*/) const {
  return {text::Str::do_rename_plan, {{"name", title}}};
}

void RenamePlan::write(JsonWriter& out, const Plan& /*before*/) const {
  out.key("title").string(title);
}

RenamePlan RenamePlan::read(plan_io::ObjectReader& in, const ReadContext& /*context*/) {
  return {in.string("title")};
}

}  // namespace cadre
