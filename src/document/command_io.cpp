#include <array>
#include <functional>
#include <utility>

#include "document/command.h"
#include "document/edit.h"
#include "json/parse.h"
#include "json/writer.h"
#include "model/limits.h"
#include "plan_io/object_reader.h"
#include "plan_io/reference.h"
#include "plan_io/roster_io.h"
#include "plan_io/scenario_io.h"

namespace cadre {
namespace {

using plan_io::KeyIndex;
using plan_io::ObjectReader;
using plan_io::Path;
using text::Str;

constexpr plan_io::IntegerRange kAnyIndex = {0, 999'999'999};
constexpr plan_io::IntegerRange kLimitRange = {0, limits::kRuleMonths};
constexpr plan_io::IntegerRange kCapRange = {0, limits::kCap};
constexpr plan_io::IntegerRange kShareRange = {0, Share::kOne};

void writeRef(JsonWriter& out, const RoundRef& ref) {
  out.key("scenario").string(ref.scenario);
  out.key("round").string(ref.round);
}

RoundRef readRef(ObjectReader& in) { return {in.string("scenario"), in.string("round")}; }

void writeIndex(JsonWriter& out, std::string_view name, std::size_t index) {
  out.key(name).integer(static_cast<std::int64_t>(index));
}

std::size_t readIndex(ObjectReader& in, std::string_view name) {
  return static_cast<std::size_t>(in.integer(name, kAnyIndex));
}

struct Writer {
  JsonWriter& out;
  const Plan& plan;

  void begin(std::string_view verb) const { out.key("do").string(verb); }

  void operator()(const RenamePlan& c) const {
    begin("rename_plan");
    out.key("title").string(c.title);
  }
  void operator()(const BranchScenario& c) const {
    begin("branch_scenario");
    out.key("from").string(c.from);
    out.key("id").string(c.key);
    out.key("name").string(c.name);
  }
  void operator()(const RenameScenario& c) const {
    begin("rename_scenario");
    out.key("scenario").string(c.scenario);
    out.key("name").string(c.name);
  }
  void operator()(const DeleteScenario& c) const {
    begin("delete_scenario");
    out.key("scenario").string(c.scenario);
  }
  void operator()(const AddRound& c) const {
    begin("add_round");
    out.key("scenario").string(c.scenario);
    out.key("round");
    plan_io::writeRound(out, c.round, plan);
  }
  void operator()(const RenameRound& c) const {
    begin("rename_round");
    writeRef(out, c.round);
    out.key("name").string(c.name);
  }
  void operator()(const SetRoundDate& c) const {
    begin("set_round_date");
    writeRef(out, c.round);
    out.key("date").string(isoDate(c.date));
  }
  void operator()(const DeleteRound& c) const {
    begin("delete_round");
    writeRef(out, c.round);
  }
  void operator()(const AddMoves& c) const {
    begin("add_moves");
    writeMoves(c);
  }
  void operator()(const AcceptProposal& c) const {
    begin("accept_proposal");
    writeMoves(c);
  }
  void writeMoves(const AddMoves& c) const {
    writeRef(out, c.round);
    out.key("moves").beginArray();
    for (const Move& move : c.moves) plan_io::writeMove(out, move, plan);
    out.endArray();
    if (c.without.empty()) return;
    out.key("without").beginArray();
    for (const CadreId cadre : c.without) out.string(plan.cadre(cadre).key);
    out.endArray();
  }
  void operator()(const RemoveMove& c) const {
    begin("remove_move");
    writeRef(out, c.round);
    writeIndex(out, "index", c.index);
  }
  void operator()(const ReorderMove& c) const {
    begin("reorder_move");
    writeRef(out, c.round);
    writeIndex(out, "from", c.from);
    writeIndex(out, "to", c.to);
  }
  void operator()(const ReplaceMove& c) const {
    begin("replace_move");
    writeRef(out, c.round);
    writeIndex(out, "index", c.index);
    out.key("move");
    plan_io::writeMove(out, c.move, plan);
  }
  void operator()(const SetLock& c) const {
    begin("set_lock");
    out.key("post").string(plan.post(c.post).key);
    out.key("locked").boolean(c.locked);
  }
  void operator()(const SetLocality& c) const {
    begin("set_locality");
    out.key("basis").string(nameOf(c.locality.basis));
    out.key("level").string(nameOf(c.locality.level));
    out.key("residence_years").number(c.locality.residence_years);
  }
  void operator()(const SetTarget& c) const {
    begin("set_target");
    out.key("quota").string(c.quota);
    if (c.unit) out.key("unit").string(plan.unit(c.unit).key);
    if (c.target) out.key("ten_thousandths").integer(c.target->ten_thousandths);
  }
  void operator()(const SetRule& c) const {
    begin("set_rule");
    out.key("rule").string(c.rule);
    out.key("severity").string(nameOf(c.severity));
    out.key("limit").integer(c.limit);
    out.key("source").string(c.source);
  }
  void operator()(const SetCaps& c) const {
    begin("set_caps");
    if (c.moves_per_district_per_round)
      out.key("district").integer(*c.moves_per_district_per_round);
    if (c.moves_per_round) out.key("round").integer(*c.moves_per_round);
  }
  void operator()(const AddScenario& c) const {
    begin("add_scenario");
    writeIndex(out, "at", c.at);
    out.key("scenario");
    plan_io::writeScenario(out, c.scenario, plan);
  }
  void operator()(const MergeRoster& c) const {
    begin("merge_roster");
    const Plan after = roster::withCadres(plan, c.merge);
    out.key("cadres").beginArray();
    for (const Cadre& cadre : c.merge.cadres) plan_io::writeCadre(out, cadre, after);
    out.endArray();
    out.key("incumbents").beginArray();
    for (const auto& [post, cadre] : c.merge.incumbents) {
      out.beginObject();
      out.key("post").string(plan.post(post).key);
      if (cadre) out.key("cadre").string(after.cadre(cadre).key);
      out.endObject();
    }
    out.endArray();
  }
};

// Reads the object at `name`; `read` gets an ObjectReader for it.
template <class Read>
auto nested(ObjectReader& in, std::string_view name, Read&& read) {
  const JsonValue* value = in.required(name, Str::expect_object);
  const Path path(in.path(), name);
  const JsonValue nothing{JsonObject{}};
  return read(ObjectReader(value == nullptr ? nothing : *value, path, in.errors()));
}

// The officials that a merge adds have the ids that follow those of the plan.
KeyIndex withNewCadres(const KeyIndex& keys, ObjectReader& in) {
  KeyIndex out = keys;
  in.forEach("cadres", [&](const JsonValue& item, const Path&) {
    const JsonValue* value = item.member("id");
    const std::string* key = value == nullptr ? nullptr : value->string();
    if (key != nullptr) out.cadres.emplace(*key, CadreId{out.cadres.size()});
  });
  return out;
}

MergeRoster readMerge(ObjectReader& in, const KeyIndex& keys) {
  MergeRoster out;
  const KeyIndex all = withNewCadres(keys, in);
  in.forEachOptional("cadres", [&](const JsonValue& item, const Path& path) {
    out.merge.cadres.push_back(plan_io::readCadre(ObjectReader(item, path, in.errors()), all));
  });
  in.forEach("incumbents", [&](const JsonValue& item, const Path& path) {
    ObjectReader seat(item, path, in.errors());
    const PostId post = plan_io::requiredReference(seat, "post", keys.posts, Str::expect_post);
    const CadreId cadre = plan_io::optionalReference(seat, "cadre", all.cadres, Str::expect_cadre);
    out.merge.incumbents.emplace_back(post, cadre);
  });
  return out;
}

AddMoves readMoves(ObjectReader& in, const KeyIndex& keys) {
  AddMoves out{readRef(in), {}, {}};
  in.forEach("moves", [&](const JsonValue& item, const Path& path) {
    out.moves.push_back(plan_io::readMove(ObjectReader(item, path, in.errors()), keys));
  });
  out.without = plan_io::references(in, "without", keys.cadres, Str::expect_cadre);
  return out;
}

std::optional<Command> readVerb(const std::string& verb, ObjectReader& in, const KeyIndex& keys,
                                const Plan& plan) {
  if (verb == "rename_plan") return RenamePlan{in.string("title")};
  if (verb == "branch_scenario") {
    return BranchScenario{in.string("from"), in.string("id"), in.string("name")};
  }
  if (verb == "rename_scenario") return RenameScenario{in.string("scenario"), in.string("name")};
  if (verb == "delete_scenario") return DeleteScenario{in.string("scenario")};
  if (verb == "add_round") {
    return AddRound{in.string("scenario"), nested(in, "round", [&](ObjectReader round) {
                      return plan_io::readRound(std::move(round), keys);
                    })};
  }
  if (verb == "rename_round") return RenameRound{readRef(in), in.string("name")};
  if (verb == "set_round_date") return SetRoundDate{readRef(in), in.date("date")};
  if (verb == "delete_round") return DeleteRound{readRef(in)};
  if (verb == "add_moves") return readMoves(in, keys);
  if (verb == "accept_proposal") return AcceptProposal{readMoves(in, keys)};
  if (verb == "remove_move") return RemoveMove{readRef(in), readIndex(in, "index")};
  if (verb == "reorder_move") {
    return ReorderMove{readRef(in), readIndex(in, "from"), readIndex(in, "to")};
  }
  if (verb == "replace_move") {
    return ReplaceMove{readRef(in), readIndex(in, "index"), nested(in, "move", [&](ObjectReader m) {
                         return plan_io::readMove(std::move(m), keys);
                       })};
  }
  if (verb == "set_lock") {
    return SetLock{plan_io::requiredReference(in, "post", keys.posts, Str::expect_post),
                   in.boolean("locked")};
  }
  if (verb == "set_locality") {
    LocalityDefinition locality = plan.quota_set->locality;  // keeps its extra fields
    locality.basis = in.word<LocalityBasis>("basis");
    locality.level = in.word<LocalityLevel>("level");
    locality.residence_years = in.years("residence_years");
    return SetLocality{locality};
  }
  if (verb == "set_target") {
    SetTarget out{in.string("quota"), {}, std::nullopt};
    out.unit = plan_io::optionalReference(in, "unit", keys.units, Str::expect_unit);
    if (const auto share = in.optionalInteger("ten_thousandths", kShareRange)) {
      out.target = Share{*share};
    }
    return out;
  }
  if (verb == "set_rule") {
    SetRule out;
    out.rule = in.string("rule");
    out.severity = in.word<Severity>("severity");
    out.limit = in.integer("limit", kLimitRange);
    out.source = in.string("source");
    return out;
  }
  if (verb == "set_caps") {
    SetCaps out;
    out.moves_per_district_per_round = in.optionalInteger("district", kCapRange);
    out.moves_per_round = in.optionalInteger("round", kCapRange);
    return out;
  }
  if (verb == "add_scenario") {
    const std::size_t at = readIndex(in, "at");
    return AddScenario{nested(in, "scenario",
                              [&](ObjectReader scenario) {
                                return plan_io::readScenario(std::move(scenario), keys);
                              }),
                       at};
  }
  if (verb == "merge_roster") return readMerge(in, keys);
  return std::nullopt;
}

}  // namespace

std::string writeCommand(const Command& command, const Plan& before) {
  JsonWriter out(JsonWriter::Layout::kOneLine);
  out.beginObject();
  std::visit(Writer{out, before}, command);
  out.endObject();
  return out.take();
}

Expected<Command> readCommand(std::string_view json, const Plan& before) {
  return readCommand(json, before, plan_io::indexOf(before));
}

Expected<Command> readCommand(std::string_view json, const Plan& before, const KeyIndex& keys) {
  const Expected<JsonValue> value = parseJson(json);
  if (!value) return std::unexpected(value.error());
  plan_io::ErrorSink errors;
  const Path top;
  ObjectReader in(*value, top, errors);
  const std::string verb = in.string("do");
  std::optional<Command> command = readVerb(verb, in, keys, before);
  if (!errors.empty()) return std::unexpected(errors.take().front());
  if (!command) return notThere(Str::thing_command, verb);
  return std::move(*command);
}

}  // namespace cadre
