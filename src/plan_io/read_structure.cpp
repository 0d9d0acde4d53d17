#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "model/limits.h"
#include "plan_io/read_sections.h"
#include "plan_io/reference.h"

namespace cadre::plan_io {
namespace {

using text::Str;

constexpr IntegerRange kTileRange = {-10'000, 10'000};

template <class I>
KeyMap<I> collect(const JsonValue& root, std::string_view list_name, ErrorSink& errors) {
  KeyMap<I> out;
  const JsonValue* list = root.member(list_name);
  const JsonArray* items = list == nullptr ? nullptr : list->array();
  if (items == nullptr) return out;  // reported by the section's reader
  out.reserve(items->size());
  for (std::size_t i = 0; i < items->size(); ++i) {
    const JsonValue* value = (*items)[i].member("id");
    const std::string* key = value == nullptr ? nullptr : value->string();
    if (key == nullptr || key->empty() || out.emplace(*key, I{i}).second) continue;
    const Path top;
    const Path list_path(top, list_name);
    const Path item_path(list_path, i);
    errors.add(ErrorCode::kDuplicate, Path(item_path, "id"),
               Message{Str::error_duplicate_id,
                       {{"found", describe(*value)},
                        {"first", std::int64_t{out.find(*key)->second.value}}}});
  }
  return out;
}

std::optional<Tile> readTile(ObjectReader& in) {
  const JsonValue* value = in.optional("tile");
  if (value == nullptr) return std::nullopt;
  const JsonArray* pair = value->array();
  if (pair != nullptr && pair->size() == 2) {
    const JsonNumber* column = (*pair)[0].number();
    const JsonNumber* row = (*pair)[1].number();
    if (column != nullptr && row != nullptr) {
      const auto inside = [](std::optional<std::int32_t> at) {
        return at && *at >= kTileRange.least && *at <= kTileRange.most;
      };
      const std::optional<std::int32_t> x = wholeNumber(*column);
      const std::optional<std::int32_t> y = wholeNumber(*row);
      if (inside(x) && inside(y)) return Tile{*x, *y};
    }
  }
  in.errors().mismatch(ErrorCode::kWrongType, Path(in.path(), "tile"), *value, Str::expect_tile);
  return std::nullopt;
}

// Gives each level name its place in the list of levels.
class LevelTable {
 public:
  explicit LevelTable(std::vector<std::string>& levels) : levels_(levels) {}

  [[nodiscard]] bool has(const std::string& name) const { return ids_.contains(name); }
  LevelId intern(const std::string& name) {
    const auto [at, is_new] = ids_.emplace(name, LevelId{levels_.size()});
    if (is_new) levels_.push_back(name);
    return at->second;
  }

 private:
  std::vector<std::string>& levels_;
  std::unordered_map<std::string, LevelId> ids_;
};

Unit readUnit(ObjectReader in, const KeyIndex& keys, LevelTable& levels) {
  Unit unit;
  unit.key = in.key("id");
  unit.name = in.string("name");
  unit.level = levels.intern(in.key("level"));
  unit.parent = optionalReference(in, "parent", keys.units, Str::expect_unit);
  unit.tile = readTile(in);
  in.forEachOptional("grades", [&](const JsonValue& item, const Path& path) {
    unit.grades.push_back(readEvaluation(item, path, in.errors()));
  });
  unit.extra = in.extra();
  return unit;
}

Title readTitle(ObjectReader in) {
  Title title;
  title.key = in.key("id");
  title.name = readLocalName(in, "name");
  title.head = in.boolean("head");
  title.extra = in.extra();
  return title;
}

Post readPost(ObjectReader in, const KeyIndex& keys) {
  Post post;
  post.key = in.key("id");
  post.unit = requiredReference(in, "unit", keys.units, Str::expect_unit);
  post.title = requiredReference(in, "title", keys.titles, Str::expect_title);
  const JsonValue* incumbent = in.optional("incumbent");
  if (incumbent != nullptr && !incumbent->isNull()) {
    post.incumbent = referenceOf(*incumbent, Path(in.path(), "incumbent"), keys.cadres,
                                 Str::expect_cadre_or_null, in.errors());
  }
  post.locked = in.booleanOr("locked", false);
  post.field = in.stringOr("field", "");
  post.extra = in.extra();
  return post;
}

// The groups of one grouping; each unit may be in one of them.
void readGroups(ObjectReader& grouping, const KeyIndex& keys, LevelId level, Structure& out) {
  limitCount(grouping, "groups", limits::kGroups);
  std::unordered_set<std::string> seen;
  std::unordered_set<std::uint32_t> taken;
  grouping.forEach("groups", [&](const JsonValue& item, const Path& path) {
    ObjectReader in(item, path, grouping.errors());
    Unit group;
    group.key = in.key("id");
    group.name = in.string("name");
    group.level = level;
    std::vector<UnitId> members;
    in.forEach("units", [&](const JsonValue& unit, const Path& unit_path) {
      const UnitId id = referenceOf(unit, unit_path, keys.units, Str::expect_unit, in.errors());
      if (!id) return;
      if (taken.insert(id.value).second) {
        members.push_back(id);
      } else {
        in.errors().add(ErrorCode::kDuplicate, unit_path,
                        Message{Str::error_unit_in_two_groups, {{"unit", describe(unit)}}});
      }
    });
    group.tile = readTile(in);
    group.extra = in.extra();
    noteKey(seen, group.key, path, in.errors());
    out.groups.push_back(std::move(group));
    out.members.push_back(std::move(members));
  });
}

void readGroupings(ObjectReader& root, const KeyIndex& keys, LevelTable& levels, Structure& out) {
  limitCount(root, "groupings", limits::kGroupings);
  root.forEachOptional("groupings", [&](const JsonValue& item, const Path& path) {
    ObjectReader in(item, path, root.errors());
    Grouping grouping;
    grouping.key = in.key("id");
    grouping.name = readLocalName(in, "name");
    const bool is_taken = grouping.key == kWholePlan || levels.has(grouping.key);
    if (is_taken && !grouping.key.empty()) {
      in.errors().add(ErrorCode::kDuplicate, Path(path, "id"),
                      Message{Str::error_grouping_is_level, {{"found", grouping.key}}});
    }
    readGroups(in, keys, levels.intern(grouping.key), out);
    grouping.extra = in.extra();
    out.groupings.push_back(std::move(grouping));
  });
}

constexpr auto kMostLevels = static_cast<std::int32_t>(limits::kLevels);

// Reports units that stand under themselves, or too deep. REQUIRES: every parent is in the list.
void checkForest(const std::vector<Unit>& units, const Path& list_path, ErrorSink& errors) {
  constexpr std::int32_t kUnknown = 0;
  constexpr std::int32_t kOnPath = -1;
  std::vector<std::int32_t> depth(units.size(), kUnknown);
  std::vector<std::size_t> walked;
  for (std::size_t start = 0; start < units.size() && !errors.full(); ++start) {
    walked.clear();
    std::int32_t above = 0;
    for (UnitId at{start}; at; at = units[at.index()].parent) {
      const std::int32_t known = depth[at.index()];
      if (known == kOnPath) {
        const Path item_path(list_path, walked.back());
        errors.add(ErrorCode::kCycle, Path(item_path, "parent"),
                   Message{Str::error_unit_cycle, {{"unit", units[walked.back()].key}}});
        break;
      }
      if (known != kUnknown) {
        above = known;
        break;
      }
      depth[at.index()] = kOnPath;
      walked.push_back(at.index());
    }
    for (std::size_t i = walked.size(); i-- > 0;) {
      depth[walked[i]] = ++above;
      if (above != kMostLevels + 1) continue;
      const Path item_path(list_path, walked[i]);
      errors.add(ErrorCode::kTooLarge, Path(item_path, "parent"),
                 Message{Str::error_units_too_deep, {{"most", std::int64_t{kMostLevels}}}});
    }
  }
}

}  // namespace

KeyIndex collectKeys(const JsonValue& root, ErrorSink& errors) {
  return {.units = collect<UnitId>(root, "units", errors),
          .titles = collect<TitleId>(root, "titles", errors),
          .posts = collect<PostId>(root, "posts", errors),
          .cadres = collect<CadreId>(root, "cadres", errors)};
}

Structure readStructure(ObjectReader& root, const KeyIndex& keys, int version) {
  Structure out;
  LevelTable levels(out.levels);
  root.forEach("units", [&](const JsonValue& item, const Path& path) {
    out.units.push_back(readUnit(ObjectReader(item, path, root.errors()), keys, levels));
  });
  if (version >= 2) readGroupings(root, keys, levels, out);
  root.forEach("titles", [&](const JsonValue& item, const Path& path) {
    out.titles.push_back(readTitle(ObjectReader(item, path, root.errors())));
  });
  root.forEach("posts", [&](const JsonValue& item, const Path& path) {
    out.posts.push_back(readPost(ObjectReader(item, path, root.errors()), keys));
  });
  // With errors so far the list may be short of units that parents point to.
  if (!root.errors().empty()) return out;
  checkForest(out.units, Path(root.path(), "units"), root.errors());
  return out;
}

void checkCrowding(const Structure& structure, const Roster& roster, const Path& list_path,
                   ErrorSink& errors) {
  std::vector<std::size_t> in_unit(structure.units.size(), 0);
  std::vector<std::size_t> of_cadre(roster.cadres.size(), 0);
  const std::vector<Post>& posts = structure.posts;
  for (std::size_t i = 0; i < posts.size(); ++i) {
    const Path post_path(list_path, i);
    const auto count = [&](std::size_t& posts_there, std::size_t most, std::string_view field) {
      if (++posts_there != most + 1) return;
      limitEntries(posts_there, most, Path(post_path, field), errors);
    };
    count(in_unit[posts[i].unit.index()], limits::kPostsOfUnit, "unit");
    if (!posts[i].incumbent) continue;
    count(of_cadre[posts[i].incumbent.index()], limits::kPostsOfCadre, "incumbent");
  }
}

LocalName readLocalName(ObjectReader& in, std::string_view name) {
  const JsonValue* value = in.required(name, Str::expect_local_name);
  if (value == nullptr) return {};
  const Path path(in.path(), name);
  ObjectReader names(*value, path, in.errors());
  LocalName out;
  out.vi = names.string("vi");
  out.en = names.string("en");
  out.extra = names.extra();
  return out;
}

Evaluation readEvaluation(const JsonValue& value, const Path& path, ErrorSink& errors) {
  ObjectReader in(value, path, errors);
  Evaluation out;
  out.period = in.string("period");
  out.grade = in.word<EvaluationGrade>("grade");
  out.extra = in.extra();
  return out;
}

}  // namespace cadre::plan_io
