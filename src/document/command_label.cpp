#include <set>
#include <string_view>

#include "document/command.h"
#include "rules/rule.h"

namespace cadre {
namespace {

using text::Str;

struct Labeller {
  const Plan& before;

  Message operator()(const RenamePlan& c) const {
    return {Str::do_rename_plan, {{"name", c.title}}};
  }
  Message operator()(const BranchScenario& c) const {
    return {Str::do_branch_scenario, {{"name", c.name}}};
  }
  Message operator()(const RenameScenario& c) const {
    return {Str::do_rename_scenario, {{"name", c.name}}};
  }
  Message operator()(const DeleteScenario& c) const {
    const std::optional<std::size_t> at = before.findScenario(c.scenario);
    return {Str::do_delete_scenario, {{"name", at ? (*before.scenarios)[*at]->name : c.scenario}}};
  }
  Message operator()(const AddRound& c) const {
    return {Str::do_add_round, {{"name", c.round.name}}};
  }
  Message operator()(const RenameRound& c) const {
    return {Str::do_rename_round, {{"name", c.name}}};
  }
  Message operator()(const SetRoundDate& c) const {
    return {Str::do_set_round_date, {{"name", nameOfRound(c.round)}, {"date", c.date}}};
  }
  Message operator()(const DeleteRound& c) const {
    return {Str::do_delete_round, {{"name", nameOfRound(c.round)}}};
  }
  Message operator()(const AddMoves& c) const {
    if (c.moves.size() == 1) return {Str::do_add_move, {{"name", nameOfCadre(c.moves[0].cadre)}}};
    if (c.moves.size() == 2 && c.moves[0].to && c.moves[1].to) {
      return {Str::do_swap,
              {{"name", nameOfCadre(c.moves[0].cadre)}, {"other", nameOfCadre(c.moves[1].cadre)}}};
    }
    return {Str::do_add_moves, {{"count", static_cast<std::int64_t>(c.moves.size())}}};
  }
  Message operator()(const AcceptProposal& c) const {
    return {Str::do_accept_proposal,
            {{"count", static_cast<std::int64_t>(c.moves.size() + c.without.size())}}};
  }
  Message operator()(const RemoveMove& c) const {
    return {Str::do_remove_move, {{"name", nameOfMove(c.round, c.index)}}};
  }
  Message operator()(const ReorderMove& c) const {
    return {Str::do_reorder_move, {{"name", nameOfMove(c.round, c.from)}}};
  }
  Message operator()(const ReplaceMove& c) const {
    return {Str::do_replace_move, {{"name", nameOfCadre(c.move.cadre)}}};
  }
  Message operator()(const SetLock& c) const {
    const std::string name = c.post && c.post.index() < before.structure->posts.size()
                                 ? before.unit(before.post(c.post).unit).name
                                 : "";
    return {c.locked ? Str::do_lock : Str::do_unlock, {{"name", name}}};
  }
  Message operator()(const SetLocality& /*c*/) const { return {Str::do_set_locality, {}}; }
  Message operator()(const SetTarget& c) const {
    return {Str::do_set_target, {{"target", Permille{targetOf(c).ten_thousandths / 10}}}};
  }
  Message operator()(const SetRule& c) const {
    const rules::RuleInfo* rule = rules::findRule(c.rule);
    return {Str::do_set_rule,
            {{"rule", rule == nullptr ? MessageValue(c.rule) : MessageValue(rule->name)}}};
  }
  Message operator()(const SetCaps& /*c*/) const { return {Str::do_set_caps, {}}; }
  Message operator()(const AddScenario& c) const {
    return {Str::do_add_scenario, {{"name", c.scenario.name}}};
  }
  Message operator()(const MergeRoster& c) const {
    return {Str::do_merge_roster, {{"count", static_cast<std::int64_t>(peopleIn(c.merge))}}};
  }

 private:
  // Whom the merge changes: what is known of them, or where they sit.
  [[nodiscard]] std::size_t peopleIn(const roster::Merge& merge) const {
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
  // A unit without a target of its own has the quota's.
  [[nodiscard]] Share targetOf(const SetTarget& c) const {
    if (c.target) return *c.target;
    for (const Quota& quota : before.quota_set->quotas) {
      if (quota.key == c.quota) return quota.target;
    }
    return {};
  }
  [[nodiscard]] const Round* find(const RoundRef& ref) const {
    const std::optional<std::size_t> at = before.findScenario(ref.scenario);
    if (!at) return nullptr;
    for (const Round& round : (*before.scenarios)[*at]->rounds) {
      if (round.key == ref.round) return &round;
    }
    return nullptr;
  }
  [[nodiscard]] std::string nameOfRound(const RoundRef& ref) const {
    const Round* round = find(ref);
    return round == nullptr ? ref.round : round->name;
  }
  [[nodiscard]] std::string nameOfCadre(CadreId cadre) const {
    if (!cadre || cadre.index() >= before.roster->cadres.size()) return "";
    return before.cadre(cadre).name;
  }
  [[nodiscard]] std::string nameOfMove(const RoundRef& ref, std::size_t index) const {
    const Round* round = find(ref);
    return round == nullptr || index >= round->moves.size()
               ? ""
               : nameOfCadre(round->moves[index].cadre);
  }
};

}  // namespace

Message labelOf(const Command& command, const Plan& before) {
  return std::visit(Labeller{before}, command);
}

}  // namespace cadre
