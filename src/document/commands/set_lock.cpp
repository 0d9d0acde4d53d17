#include "document/commands/set_lock.h"

#include <string>

#include "document/commands/shared.h"
#include "plan_io/reference.h"

namespace cadre {
namespace {

bool isPost(PostId post, const Plan& plan) {
  return post && post.index() < plan.structure->posts.size();
}

}  // namespace

Expected<Plan> SetLock::apply(const Plan& plan) const {
  if (!isPost(post, plan)) return notThere(text::Str::thing_post, "");
  auto structure = copied(plan.structure);
  structure->posts[post.index()].locked = locked;
  return withSection(plan, &Plan::structure, std::move(structure));
}

Message SetLock::label(const Plan& before) const {
  const std::string name =
      isPost(post, before) ? before.unit(before.post(post).unit).name : std::string();
  return {locked ? text::Str::do_lock : text::Str::do_unlock, {{"name", name}}};
}

void SetLock::write(JsonWriter& out, const Plan& before) const {
  out.key("post").string(before.post(post).key);
  out.key("locked").boolean(locked);
}

SetLock SetLock::read(plan_io::ObjectReader& in, const ReadContext& context) {
  return {plan_io::requiredReference(in, "post", context.keys.posts, text::Str::expect_post),
          in.boolean("locked")};
}

}  // namespace cadre
