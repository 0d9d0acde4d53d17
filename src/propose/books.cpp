#include "propose/books.h"

#include <algorithm>
#include <tuple>

#include "model/consultation.h"
#include "propose/model/kin.h"
#include "propose/model/question.h"
#include "rules/rule.h"

namespace cadre::propose {
namespace {

class Keeper {
 public:
  Keeper(const Plan& plan, const Round& round, const Seating& before, const RoundState& played,
         const std::vector<UnitId>& units)
      : plan_(plan),
        structure_(*plan.structure),
        round_(round),
        before_(before),
        played_(played),
        units_(units),
        in_scope_(scopeOf(structure_, units)) {}

  Books keep() {
    out_.soft_rule = costTable(plan_).soft_rule;
    addCells();
    addPosts();
    addMoves();
    addTogether();
    addHeads();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool isIn(PostId post) const { return post && in_scope_[post.index()] != 0; }

  // Whether the move happened and is within the scope of the question.
  [[nodiscard]] bool counts(std::size_t i) const {
    const Move& move = round_.moves[i];
    return played_.happened[i] != 0 && (isIn(move.to) || isIn(before_.firstPost(move.cadre)));
  }
  // A fact may name the post that the official already holds.
  [[nodiscard]] bool leadsSomewhere(const Move& move) const {
    return move.to && before_.holder(move.to) != move.cadre;
  }

  void addCells() {
    for (const Cell& cell : played_.cells) {
      const bool is_inside =
          units_.empty() || std::any_of(units_.begin(), units_.end(), [&](UnitId unit) {
            return structure_.overlap(cell.unit, unit);
          });
      if (is_inside && cell.shortfall() > 0) {
        out_.cells.push_back({cell.quota, cell.unit, cell.shortfall()});
      }
    }
  }

  void addPosts() {
    for (std::size_t p = 0; p < in_scope_.size(); ++p) {
      const PostId post{p};
      if (!isIn(post)) continue;
      const CadreId holder = played_.after.holder(post);
      if (!holder && !structure_.post(post).locked) out_.vacant.push_back(post);
      if (holder && holder != before_.holder(post)) out_.changed.push_back(post);
    }
  }

  void addMoves() {
    std::vector<std::int32_t> soft(round_.moves.size(), 0);
    for (const Finding& finding : played_.findings) {
      const rules::RuleInfo* rule = rules::findRule(finding.rule);
      const bool is_alone = rule != nullptr && finding.move != Finding::kNoMove &&
                            rule->in_proposal.shape == rules::InProposal::kMoves;
      if (is_alone && finding.severity == Severity::kSoft) {
        ++soft[static_cast<std::size_t>(finding.move)];
      }
    }
    const CostTable costs = costTable(plan_);
    const ConsultationIndex views(round_.consultations);
    for (std::size_t i = 0; i < round_.moves.size(); ++i) {
      const Move& move = round_.moves[i];
      const bool is_fact = rules::isForcedDeparture(move.type);
      if (!counts(i) || (is_fact && !leadsSomewhere(move))) continue;
      MoveBill bill{i, {}};
      if (move.to) {
        bill.parts = costParts(plan_, costs, move.cadre, before_.firstPost(move.cadre), move.to,
                               soft[i], views.viewsOf(move.cadre, move.to));
      } else {
        bill.parts.leave = costs.leave;
      }
      out_.moves.push_back(bill);
    }
  }

  void addTogether() {
    const RuleSetting* rule = rules::settingSeenAs(*plan_.rule_set, rules::InProposal::kKinship);
    if (rule == nullptr || rule->severity != Severity::kSoft) return;
    const Kin kin(*plan_.roster);
    for (std::size_t i = 0; i < round_.moves.size(); ++i) {
      const Move& move = round_.moves[i];
      if (!counts(i) || !leadsSomewhere(move)) continue;
      const UnitId unit = structure_.post(move.to).unit;
      for (const CadreId relative : kin.of(move.cadre)) {
        if (!sitsIn(relative, unit, move.to)) continue;
        out_.together.push_back(
            {std::min(move.cadre, relative), std::max(move.cadre, relative), unit});
      }
    }
    const auto key = [](const Together& pair) { return std::tuple(pair.a, pair.b, pair.unit); };
    std::sort(out_.together.begin(), out_.together.end(),
              [&](const Together& x, const Together& y) { return key(x) < key(y); });
    out_.together.erase(
        std::unique(out_.together.begin(), out_.together.end(),
                    [&](const Together& x, const Together& y) { return key(x) == key(y); }),
        out_.together.end());
  }

  [[nodiscard]] bool sitsIn(CadreId cadre, UnitId unit, PostId but) const {
    for (PostId post = played_.after.firstPost(cadre); post; post = played_.after.nextPost(post)) {
      if (post != but && structure_.post(post).unit == unit) return true;
    }
    return false;
  }

  void addHeads() {
    for (const Finding& finding : played_.findings) {
      const bool is_heads = rules::isSeenAs(finding.rule, rules::InProposal::kHeadsOfUnit);
      if (!is_heads || finding.severity != Severity::kSoft || !isIn(finding.post)) continue;
      out_.heads.push_back(structure_.post(finding.post).unit);
    }
  }

  const Plan& plan_;
  const Structure& structure_;
  const Round& round_;
  const Seating& before_;
  const RoundState& played_;
  const std::vector<UnitId>& units_;
  std::vector<std::uint8_t> in_scope_;  // by post
  Books out_;
};

}  // namespace

Objective Books::objective() const {
  Objective out;
  for (const CellShort& cell : cells) out.shortfall += cell.shortfall;
  out.vacant = static_cast<std::int64_t>(vacant.size());
  out.moves = static_cast<std::int64_t>(changed.size());
  for (const MoveBill& bill : moves) out.cost += bill.parts.total();
  out.cost += static_cast<std::int64_t>(together.size() + heads.size()) * soft_rule;
  return out;
}

Books booksOf(const Plan& plan, const Round& round, const Seating& before, const RoundState& played,
              const std::vector<UnitId>& units) {
  return Keeper(plan, round, before, played, units).keep();
}

}  // namespace cadre::propose
