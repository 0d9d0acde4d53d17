#include <algorithm>
#include <string>

#include "report/html_sections.h"
#include "rules/rule.h"

namespace cadre::report {
namespace {

using text::Str;

// Findings of the simulation itself are not rules of the registry.
std::string_view ruleName(const Pages& pages, std::string_view id) {
  const rules::RuleInfo* rule = rules::findRule(id);
  return pages.tr(rule == nullptr ? Str::report_cannot_happen : rule->name);
}

void openTable(const Pages& pages, std::initializer_list<Str> columns) {
  pages.out.open("table");
  pages.out.open("thead");
  pages.out.open("tr");
  for (const Str key : columns) pages.head(key);
  pages.out.close();
  pages.out.close();
  pages.out.open("tbody");
}

void closeTable(const Pages& pages) {
  pages.out.close();
  pages.out.close();
}

void writePostCell(const Pages& pages, PostId post) {
  pages.out.open("td");
  if (post) writePost(pages, post);
  pages.out.close();
}

void writeFinding(const Pages& pages, std::size_t entry, const Finding& finding) {
  HtmlWriter& out = pages.out;
  const bool hard = finding.severity == Severity::kHard;
  out.open("tr");
  pages.cell(pages.nameOf(entry));
  // The symbol used in the interface, next to the word.
  out.element("td", {{"class", hard ? "hard" : "soft"}},
              (hard ? "■ " : "▲ ") + std::string(pages.tr(labelOf(finding.severity))));
  pages.cell(ruleName(pages, finding.rule));
  pages.cell(finding.cadre ? pages.plan.cadre(finding.cadre).name : "");
  writePostCell(pages, finding.post);
  pages.cell(pages.tr(finding.message));
  out.close();
}

// The findings that a waiver of the move covers; empty when there are none.
std::string waivedText(const Pages& pages, std::size_t entry, std::size_t move,
                       const Waiver& waiver) {
  std::string out;
  for (const Finding& finding : pages.timeline.rounds[entry].findings) {
    if (finding.move != static_cast<std::int32_t>(move) || finding.rule != waiver.rule) continue;
    if (!out.empty()) out += "; ";
    out += pages.tr(finding.message);
  }
  return out;
}

void writeWaiver(const Pages& pages, std::size_t entry, std::size_t index, const Waiver& waiver) {
  HtmlWriter& out = pages.out;
  const Move& move = pages.round(entry).moves[index];
  const std::string waived = waivedText(pages, entry, index, waiver);
  out.open("tr");
  pages.cell(pages.nameOf(entry));
  pages.cell(pages.plan.cadre(move.cadre).name);
  writePostCell(pages, move.to);
  pages.cell(ruleName(pages, waiver.rule));
  pages.cell(waived.empty() ? pages.tr(Str::report_nothing_to_waive) : std::string_view(waived));
  pages.cell(waiver.reason);
  out.close();
}

}  // namespace

void writePost(const Pages& pages, PostId post) {
  const BothLanguages name = nameOfPost(pages.plan, post);
  pages.out.text(pages.language == text::Language::kVietnamese ? name.vi : name.en);
  const UnitId unit = pages.plan.post(post).unit;
  const UnitId district = pages.plan.structure->districtOf(unit);
  if (district && district != unit) {
    pages.out.element("span", {{"class", "quiet"}}, pages.plan.unit(district).name);
  }
}

void writePerson(const Pages& pages, CadreId cadre) {
  const Cadre& record = pages.plan.cadre(cadre);
  pages.cell(record.name);
  pages.out.element("td", {{"class", "number"}},
                    record.birth ? std::to_string(record.birth->year) : "");
}

void writeSummary(const Pages& pages) {
  HtmlWriter& out = pages.out;
  out.open("section");
  out.element("h2", {}, pages.tr(Str::report_heading_summary));
  openTable(pages, {Str::report_column_round, Str::report_column_date, Str::report_column_moves,
                    Str::report_column_departures, Str::severity_hard, Str::severity_soft,
                    Str::report_heading_waivers});
  for (std::size_t entry = 0; entry <= pages.last(); ++entry) {
    const RoundState& state = pages.timeline.rounds[entry];
    FindingCounts counts;
    counts.add(state.findings);
    out.open("tr", {{"data-entry", std::to_string(entry)}});
    out.element("th", {{"scope", "row"}}, pages.nameOf(entry));
    out.element("td", {{"class", "number"}}, text::formatDate(state.date));
    pages.number(state.moves);
    pages.number(static_cast<std::int64_t>(state.departures.size()));
    pages.number(counts.hard);
    pages.number(counts.soft);
    pages.number(counts.waived);
    out.close();
  }
  closeTable(pages);
  out.close();
}

void writeFindings(const Pages& pages) {
  HtmlWriter& out = pages.out;
  out.open("section");
  out.element("h2", {}, pages.tr(Str::view_findings));
  bool any = false;
  for (std::size_t entry = 0; entry <= pages.last(); ++entry) {
    for (const Finding& finding : pages.timeline.rounds[entry].findings) {
      if (finding.waived) continue;
      if (!any) {
        openTable(pages,
                  {Str::report_column_round, Str::report_column_severity, Str::report_column_rule,
                   Str::report_column_cadre, Str::report_column_post, Str::report_column_finding});
      }
      any = true;
      writeFinding(pages, entry, finding);
    }
  }
  if (any) {
    closeTable(pages);
  } else {
    pages.note(Str::findings_none);
  }
  out.close();
}

void writeWaivers(const Pages& pages) {
  HtmlWriter& out = pages.out;
  out.open("section");
  out.element("h2", {}, pages.tr(Str::report_heading_waivers));
  bool any = false;
  for (std::size_t entry = 1; entry <= pages.last(); ++entry) {
    const std::vector<Move>& moves = pages.round(entry).moves;
    for (std::size_t i = 0; i < moves.size(); ++i) {
      for (const Waiver& waiver : moves[i].waivers) {
        if (!any) {
          openTable(pages, {Str::report_column_round, Str::report_column_cadre,
                            Str::report_column_to, Str::report_column_rule,
                            Str::report_column_finding, Str::report_column_reason});
        }
        any = true;
        writeWaiver(pages, entry, i, waiver);
      }
    }
  }
  if (any) {
    closeTable(pages);
  } else {
    pages.note(Str::report_no_waivers);
  }
  out.close();
}

void writeDepartures(const Pages& pages) {
  HtmlWriter& out = pages.out;
  out.open("section");
  out.element("h2", {}, pages.tr(Str::report_heading_departures));
  const std::vector<RoundState>& rounds = pages.timeline.rounds;
  const bool any = std::any_of(rounds.begin(), rounds.end(),
                               [](const RoundState& state) { return !state.departures.empty(); });
  if (any) {
    openTable(pages,
              {Str::report_column_number, Str::report_column_name, Str::report_column_birth_year,
               Str::report_column_post, Str::report_column_date});
    std::int64_t line = 0;
    for (const RoundState& state : rounds) {
      for (const Departure& departure : state.departures) {
        out.open("tr");
        pages.number(++line);
        writePerson(pages, departure.cadre);
        writePostCell(pages, departure.post);
        out.element("td", {{"class", "number"}}, text::formatDate(departure.on));
        out.close();
      }
    }
    closeTable(pages);
  } else {
    pages.note(Str::report_no_departures);
  }
  out.close();
}

}  // namespace cadre::report
