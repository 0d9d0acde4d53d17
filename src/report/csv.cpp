#include "report/csv.h"

#include <initializer_list>
#include <string_view>
#include <vector>

#include "core/ratio.h"
#include "model/consultation.h"
#include "roster/cell_text.h"
#include "roster/table.h"
#include "rules/rule.h"
#include "text/format.h"

namespace cadre::report {
namespace {

using roster::TableWriter;
using text::Language;
using text::Str;

roster::TableStyle styleOf(Language language) {
  return {.delimiter = language == Language::kVietnamese ? ';' : ',', .byte_order_mark = true};
}

// Writes a table in one language, cell by cell from left to right.
class Sheet {
 public:
  Sheet(const Plan& plan, Language language)
      : plan_(plan), language_(language), out_(styleOf(language)) {}

  void header(std::initializer_list<Str> columns) {
    for (const Str column : columns) label(column);
    out_.endRow();
  }
  void text(std::string_view text) { out_.cell(text); }
  void label(Str key) { out_.cell(text::get(key, language_)); }
  // Digits only, so that a spreadsheet treats it as a number.
  void number(std::int64_t value) { out_.cell(std::to_string(value)); }
  void date(Date date) { out_.cell(text::formatDate(date)); }
  void cadre(CadreId cadre) {
    text(cadre ? plan_.cadre(cadre).name : "");
    text(cadre ? plan_.cadre(cadre).key : "");
  }
  void post(PostId post) {
    if (!post) return text("");
    const BothLanguages name = nameOfPost(plan_, post);
    text(language_ == Language::kVietnamese ? name.vi : name.en);
  }
  void rule(std::string_view id) { text(nameOfRule(id)); }
  void endRow() { out_.endRow(); }
  [[nodiscard]] std::string take() { return out_.take(); }

  [[nodiscard]] std::string nameOfRule(std::string_view id) const {
    const rules::RuleInfo* rule = rules::findRule(id);
    return std::string(rule == nullptr ? id : text::get(rule->name, language_));
  }

 private:
  const Plan& plan_;
  Language language_;
  TableWriter out_;
};

// The round's name and date, which begin every line of a scenario's tables.
void roundCells(Sheet& sheet, const Scenario& scenario, const Timeline& timeline,
                std::size_t entry) {
  if (entry == 0 || entry > scenario.rounds.size()) {
    sheet.label(Str::term_baseline);
  } else {
    sheet.text(scenario.rounds[entry - 1].name);
  }
  sheet.date(timeline.rounds[entry].date);
}

// One line per item of each entry, starting with the round; `write` writes the other cells.
template <class Thing, class Write>
void writeRows(Sheet& sheet, const Scenario& scenario, const Timeline& timeline,
               std::vector<Thing> RoundState::* things, Write&& write) {
  for (std::size_t entry = 0; entry < timeline.rounds.size(); ++entry) {
    for (const Thing& thing : timeline.rounds[entry].*things) {
      roundCells(sheet, scenario, timeline, entry);
      write(entry, thing);
      sheet.endRow();
    }
  }
}

void moveRow(Sheet& sheet, const Move& move, const Views& views, const RoundState& state,
             std::size_t index) {
  sheet.cadre(move.cadre);
  sheet.post(state.before.firstPost(move.cadre));
  sheet.post(move.to);
  sheet.label(labelOf(move.type));
  sheet.text(move.reason);
  sheet.label(state.happened[index] != 0 ? Str::csv_yes : Str::csv_no);
  for (const Party party : kParties) sheet.label(labelOf(views.of(party)));
  std::string waivers;
  for (const Waiver& waiver : move.waivers) {
    if (!waivers.empty()) waivers += "; ";
    waivers += sheet.nameOfRule(waiver.rule) + ": " + waiver.reason;
  }
  sheet.text(waivers);
}

// The reason of the waiver; empty when the plan gives none.
std::string_view waiverReason(const Scenario& scenario, std::size_t entry, const Finding& finding) {
  if (!finding.waived || entry == 0) return "";
  for (const Move& move : scenario.rounds[entry - 1].moves) {
    if (move.cadre != finding.cadre) continue;
    for (const Waiver& waiver : move.waivers) {
      if (waiver.rule == finding.rule) return waiver.reason;
    }
  }
  return "";
}

}  // namespace

std::string rosterCsv(const Plan& plan, Language language) {
  const roster::CellText roster(plan, language);
  TableWriter out(styleOf(language));
  for (const roster::Field field : roster::exportedFields()) {
    out.cell(text::get(roster::labelOf(field), language));
  }
  out.endRow();
  for (std::size_t i = 0; i < plan.roster->cadres.size(); ++i) {
    for (const roster::Field field : roster::exportedFields()) {
      out.cell(roster.cell(CadreId{i}, field));
    }
    out.endRow();
  }
  return out.take();
}

std::string movesCsv(const Plan& plan, const Scenario& scenario, const Timeline& timeline,
                     Language language) {
  Sheet sheet(plan, language);
  sheet.header({Str::csv_round, Str::csv_date, Str::csv_cadre, Str::csv_cadre_id, Str::csv_from,
                Str::csv_to, Str::csv_type, Str::csv_reason, Str::csv_happened,
                Str::csv_consent_cadre, Str::csv_consent_origin, Str::csv_consent_destination,
                Str::csv_waivers});
  for (std::size_t entry = 1; entry < timeline.rounds.size(); ++entry) {
    const std::vector<Move>& moves = scenario.rounds[entry - 1].moves;
    const ConsultationIndex index(scenario.rounds[entry - 1].consultations);
    for (std::size_t i = 0; i < moves.size(); ++i) {
      roundCells(sheet, scenario, timeline, entry);
      moveRow(sheet, moves[i], index.viewsOf(moves[i].cadre, moves[i].to), timeline.rounds[entry],
              i);
      sheet.endRow();
    }
  }
  return sheet.take();
}

std::string quotasCsv(const Plan& plan, const Scenario& scenario, const Timeline& timeline,
                      Language language) {
  Sheet sheet(plan, language);
  sheet.header({Str::csv_round, Str::csv_date, Str::csv_quota, Str::csv_unit, Str::csv_unit_id,
                Str::csv_posts, Str::csv_attained, Str::csv_share, Str::csv_needed,
                Str::csv_shortfall, Str::csv_surplus, Str::csv_vacant, Str::csv_unknown});
  writeRows(sheet, scenario, timeline, &RoundState::cells, [&](std::size_t, const Cell& cell) {
    sheet.text(plan.quota_set->quotas[cell.quota.index()].name.in(language));
    sheet.text(plan.unit(cell.unit).name);
    sheet.text(plan.unit(cell.unit).key);
    sheet.number(cell.posts);
    sheet.number(cell.attained);
    sheet.text(text::formatPermille(permille(cell.attained, cell.posts), language));
    sheet.number(cell.needed);
    sheet.number(cell.shortfall());
    sheet.number(cell.surplus());
    sheet.number(cell.vacant);
    sheet.number(cell.unknown);
  });
  return sheet.take();
}

std::string findingsCsv(const Plan& plan, const Scenario& scenario, const Timeline& timeline,
                        Language language) {
  Sheet sheet(plan, language);
  sheet.header({Str::csv_round, Str::csv_date, Str::csv_severity, Str::csv_rule, Str::csv_cadre,
                Str::csv_cadre_id, Str::csv_post, Str::csv_message, Str::csv_waived,
                Str::csv_reason});
  writeRows(sheet, scenario, timeline, &RoundState::findings,
            [&](std::size_t entry, const Finding& finding) {
              sheet.label(labelOf(finding.severity));
              sheet.rule(finding.rule);
              sheet.cadre(finding.cadre);
              sheet.post(finding.post);
              sheet.text(text::render(finding.message, language));
              sheet.label(finding.waived ? Str::csv_yes : Str::csv_no);
              sheet.text(waiverReason(scenario, entry, finding));
            });
  return sheet.take();
}

}  // namespace cadre::report
