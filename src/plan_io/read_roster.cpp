#include "model/limits.h"
#include "plan_io/read_sections.h"
#include "plan_io/reference.h"
#include "plan_io/roster_io.h"

namespace cadre::plan_io {
namespace {

using text::Str;

Residence readResidence(ObjectReader in, const KeyIndex& keys) {
  Residence out;
  out.unit = requiredReference(in, "unit", keys.units, Str::expect_unit);
  out.years = in.years("years");
  out.extra = in.extra();
  return out;
}

Discipline readDiscipline(ObjectReader in) {
  Discipline out;
  out.kind = in.word<DisciplineKind>("kind");
  out.on = in.date("on");
  out.extra = in.extra();
  return out;
}

Preference readPreference(ObjectReader in, const KeyIndex& keys) {
  Preference out;
  out.unit = requiredReference(in, "unit", keys.units, Str::expect_unit);
  out.rank = in.integer("rank", kRankRange);
  out.extra = in.extra();
  return out;
}

PoolEntry readPoolEntry(const JsonValue& item, const Path& path, const KeyIndex& keys, int version,
                        ErrorSink& errors) {
  if (version < 2 || item.object() == nullptr) {
    return referenceOf(item, path, keys.titles, Str::expect_title, errors);
  }
  ObjectReader in(item, path, errors);
  PoolEntry out;
  out.title = requiredReference(in, "title", keys.titles, Str::expect_title);
  out.unit = optionalReference(in, "unit", keys.units, Str::expect_unit);
  out.extra = in.extra();
  return out;
}

std::optional<LeftService> readLeft(ObjectReader& cadre) {
  const JsonValue* value = cadre.optional("left");
  if (value == nullptr) return std::nullopt;
  const Path path(cadre.path(), "left");
  ObjectReader in(*value, path, cadre.errors());
  LeftService out;
  out.on = in.date("on");
  out.by = in.word<MoveType>("by");
  out.directive = in.stringOr("directive", "");
  out.extra = in.extra();
  return out;
}

}  // namespace

Cadre readCadre(ObjectReader in, const KeyIndex& keys, int version) {
  ErrorSink& errors = in.errors();
  Cadre cadre;
  cadre.key = in.key("id");
  cadre.name = in.string("name");
  cadre.birth = in.optionalDate("birth");
  cadre.gender = in.wordOr("gender", Gender::kUnknown);
  cadre.native_place = optionalReference(in, "native_place", keys.units, Str::expect_unit);
  cadre.birthplace = optionalReference(in, "birthplace", keys.units, Str::expect_unit);
  if (in.optional("residence") != nullptr) {
    auto& places = cadre.residence.emplace();
    in.forEachOptional("residence", [&](const JsonValue& item, const Path& path) {
      places.push_back(readResidence(ObjectReader(item, path, errors), keys));
    });
  }
  cadre.in_post_since = in.optionalDate("in_post_since");
  cadre.terms_as_head_here = in.optionalInteger("terms_as_head_here", kTermRange);
  cadre.service_ends = in.optionalDate("service_ends");
  cadre.fields = in.strings("fields");
  in.forEachOptional("pool", [&](const JsonValue& item, const Path& path) {
    const PoolEntry entry = readPoolEntry(item, path, keys, version, errors);
    if (entry.title) cadre.pool.push_back(entry);
  });
  in.forEachOptional("grades", [&](const JsonValue& item, const Path& path) {
    cadre.grades.push_back(readEvaluation(item, path, errors));
  });
  in.forEachOptional("discipline", [&](const JsonValue& item, const Path& path) {
    cadre.discipline.push_back(readDiscipline(ObjectReader(item, path, errors)));
  });
  limitCount(in, "relatives", limits::kRelatives);
  cadre.relatives = references(in, "relatives", keys.cadres, Str::expect_cadre);
  in.forEachOptional("preferences", [&](const JsonValue& item, const Path& path) {
    cadre.preferences.push_back(readPreference(ObjectReader(item, path, errors), keys));
  });
  cadre.group = in.stringOr("group", "");
  if (version >= 2) cadre.left = readLeft(in);
  cadre.extra = in.extra();
  return cadre;
}

Roster readRoster(ObjectReader& root, const KeyIndex& keys, int version) {
  Roster out;
  root.forEach("cadres", [&](const JsonValue& item, const Path& path) {
    out.cadres.push_back(readCadre(ObjectReader(item, path, root.errors()), keys, version));
  });
  return out;
}

}  // namespace cadre::plan_io
