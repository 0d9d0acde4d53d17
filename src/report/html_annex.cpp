#include <algorithm>
#include <string>
#include <vector>

#include "model/consultation.h"
#include "report/html_sections.h"
#include "rules/rule.h"

namespace cadre::report {
namespace {

using text::Str;

// Corrective moves are listed separately from developmental ones, in a table of their own.
bool isForced(const Move& move) {
  return rules::isForcedDeparture(move.type) || !move.directive.empty();
}

// The posts that the cadre loses by the move: all held before that are not kept.
void writeFrom(const Pages& pages, const RoundState& state, const Move& move) {
  HtmlWriter& out = pages.out;
  out.open("td");
  bool any = false;
  for (PostId post = state.before.firstPost(move.cadre); post; post = state.before.nextPost(post)) {
    if (std::find(move.keep.begin(), move.keep.end(), post) != move.keep.end()) continue;
    if (any) out.empty("br");
    any = true;
    writePost(pages, post);
  }
  if (!any) {
    out.text(
        pages.tr(state.before.gone(move.cadre) ? Str::inspector_gone : Str::inspector_no_post));
  }
  out.close();
}

void writeTo(const Pages& pages, const Move& move, bool happened) {
  HtmlWriter& out = pages.out;
  out.open("td");
  if (move.to) {
    writePost(pages, move.to);
  } else {
    out.text(pages.tr(Str::report_leaves));
  }
  for (const PostId kept : move.keep) {
    out.element("span", {{"class", "quiet"}},
                pages.tr(Message{Str::report_keeps, {{"post", nameOfPost(pages.plan, kept)}}}));
  }
  if (!happened) out.element("span", {{"class", "hard"}}, pages.tr(Str::report_not_done));
  out.close();
}

// "Băn khoăn", with the date and the note below.
void writeView(const Pages& pages, const Consent& consent, Party party) {
  HtmlWriter& out = pages.out;
  out.open("td");
  out.text(pages.tr(labelOf(consent.of(party))));
  const ViewNote& note = consent.noteOf(party);
  std::string words = note.on ? text::formatDate(*note.on) : "";
  if (!words.empty() && !note.note.empty()) words += ": ";
  words += note.note;
  if (!words.empty()) out.element("span", {{"class", "quiet"}}, words);
  out.close();
}

void writeMove(const Pages& pages, const RoundState& state, const Move& move, const Consent& views,
               bool happened, std::int64_t line, bool forced) {
  HtmlWriter& out = pages.out;
  out.open("tr", {{"data-cadre", pages.plan.cadre(move.cadre).key},
                  {"data-to", move.to ? pages.plan.post(move.to).key : ""}});
  pages.number(line);
  writePerson(pages, move.cadre);
  writeFrom(pages, state, move);
  writeTo(pages, move, happened);
  pages.cell(pages.tr(labelOf(move.type)));
  pages.cell(move.reason);
  if (forced) {
    pages.cell(move.directive);
  } else {
    for (const Party party : kParties) writeView(pages, views, party);
  }
  out.close();
}

void writeMovesHead(const Pages& pages, bool forced) {
  HtmlWriter& out = pages.out;
  const char* const rows = forced ? "1" : "2";
  out.open("thead");
  out.open("tr");
  for (const Str key :
       {Str::report_column_number, Str::report_column_name, Str::report_column_birth_year,
        Str::report_column_from, Str::report_column_to, Str::report_column_type,
        Str::report_column_reason}) {
    out.element("th", {{"scope", "col"}, {"rowspan", rows}}, pages.tr(key));
  }
  if (forced) {
    pages.head(Str::report_column_directive);
  } else {
    out.element("th", {{"scope", "colgroup"}, {"colspan", "3"}},
                pages.tr(Str::report_column_views));
    out.close();
    out.open("tr");
    pages.head(Str::report_column_cadre);
    pages.head(Str::report_column_origin);
    pages.head(Str::report_column_destination);
  }
  out.close();
  out.close();
}

// A table of the moves that are forced, or of those that are not; nothing if there are none.
void writeMoves(const Pages& pages, std::size_t entry, bool forced) {
  HtmlWriter& out = pages.out;
  const RoundState& state = pages.timeline.rounds[entry];
  const std::vector<Move>& moves = pages.round(entry).moves;
  const std::vector<Consultation>& said = pages.round(entry).consultations;
  if (std::none_of(moves.begin(), moves.end(),
                   [forced](const Move& move) { return isForced(move) == forced; })) {
    return;
  }
  out.element("h3", {}, pages.tr(forced ? Str::report_annex_forced : Str::report_annex_moves));
  out.open("table", {{"data-moves", forced ? "forced" : "developmental"},
                     {"data-entry", std::to_string(entry)}});
  writeMovesHead(pages, forced);
  out.open("tbody");
  const ConsultationIndex index(said);
  std::int64_t line = 0;
  for (std::size_t i = 0; i < moves.size(); ++i) {
    if (isForced(moves[i]) != forced) continue;
    writeMove(pages, state, moves[i], consentOf(said, index, moves[i].cadre, moves[i].to),
              state.happened[i] != 0, ++line, forced);
  }
  out.close();
  out.close();
}

}  // namespace

void writeAnnex(const Pages& pages, std::size_t entry) {
  HtmlWriter& out = pages.out;
  out.open("section", {{"class", "annex"}});
  out.element("h2", {},
              pages.tr(Message{Str::report_heading_annex,
                               {{"number", static_cast<std::int64_t>(entry)},
                                {"round", pages.nameOf(entry)},
                                {"date", pages.timeline.rounds[entry].date}}}));
  if (pages.round(entry).moves.empty()) pages.note(Str::report_no_moves);
  writeMoves(pages, entry, false);
  writeMoves(pages, entry, true);
  out.close();
}

}  // namespace cadre::report
