#include "document/commands/merge_roster.h"

#include <cstddef>
#include <set>
#include <string>

#include "document/commands/shared.h"
#include "plan_io/reference.h"
#include "plan_io/roster_io.h"

namespace cadre {
namespace {

using plan_io::KeyIndex;
using plan_io::ObjectReader;
using plan_io::Path;
using text::Str;

// The cadres changed by the merge: their data or their posts.
std::size_t peopleIn(const roster::Merge& merge, const Plan& before) {
  const Plan after = roster::withCadres(before, merge);
  std::set<std::string_view> keys;
  const auto count = [&](CadreId cadre) {
    if (cadre && cadre.index() < after.roster->cadres.size()) keys.insert(after.cadre(cadre).key);
  };
  for (const Cadre& cadre : merge.cadres) keys.insert(cadre.key);
  for (const auto& [post, cadre] : merge.incumbents) {
    count(cadre);
    if (post && post.index() < before.structure->posts.size()) {
      count(before.post(post).incumbent);
    }
  }
  return keys.size();
}

// Officials added by a merge get the ids following those of the plan.
KeyIndex withNewCadres(const KeyIndex& keys, ObjectReader& in) {
  KeyIndex out = keys;
  in.forEach("cadres", [&](const JsonValue& item, const Path&) {
    const JsonValue* value = item.member("id");
    const std::string* key = value == nullptr ? nullptr : value->string();
    if (key != nullptr) out.cadres.emplace(*key, CadreId{out.cadres.size()});
  });
  return out;
}

}  // namespace

Expected<Plan> MergeRoster::apply(const Plan& plan) const {
  return roster::applyMerge(plan, merge);
}

Message MergeRoster::label(const Plan& before) const {
  return {text::Str::do_merge_roster,
          {{"count", static_cast<std::int64_t>(peopleIn(merge, before))}}};
}

void MergeRoster::write(JsonWriter& out, const Plan& before) const {
  const Plan after = roster::withCadres(before, merge);
  out.key("cadres").beginArray();
  for (const Cadre& cadre : merge.cadres) plan_io::writeCadre(out, cadre, after);
  out.endArray();
  out.key("incumbents").beginArray();
  for (const auto& [post, cadre] : merge.incumbents) {
    out.beginObject();
    out.key("post").string(before.post(post).key);
    if (cadre) out.key("cadre").string(after.cadre(cadre).key);
    out.endObject();
  }
  out.endArray();
}

MergeRoster MergeRoster::read(plan_io::ObjectReader& in, const ReadContext& context) {
  MergeRoster out;
  const KeyIndex all = withNewCadres(context.keys, in);
  in.forEachOptional("cadres", [&](const JsonValue& item, const Path& path) {
    out.merge.cadres.push_back(plan_io::readCadre(ObjectReader(item, path, in.errors()), all));
  });
  in.forEach("incumbents", [&](const JsonValue& item, const Path& path) {
    ObjectReader seat(item, path, in.errors());
    const PostId post = plan_io::requiredReference(seat, "post", all.posts, Str::expect_post);
    const CadreId cadre = plan_io::optionalReference(seat, "cadre", all.cadres, Str::expect_cadre);
    out.merge.incumbents.emplace_back(post, cadre);
  });
  return out;
}

}  // namespace cadre
