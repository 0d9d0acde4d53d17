#include "ui/views/copied_tables.h"

#include <utility>

#include "ui/move_edit.h"
#include "ui/seat.h"
#include "ui/table_copy.h"
#include "ui/view_memory.h"
#include "ui/views/board/board_memory.h"

namespace cadre::ui {
namespace {

using text::Str;

std::string nameOf(const Context& context, PostId post) {
  return post ? postName(context, post) : "";
}

void cadreCells(const Context& context, TableText& table, CadreId cadre) {
  const Plan& plan = context.session->plan();
  table.cell(cadre ? plan.cadre(cadre).name : "");
  table.cell(cadre ? plan.cadre(cadre).key : "");
}

void seatCells(const Context& context, TableText& table, PostId post) {
  const Session& session = *context.session;
  const Plan& plan = session.plan();
  const Seat seat = seatOf(session, post);
  table.cell(plan.unit(plan.post(post).unit).name);
  table.cell(plan.structure->title(plan.post(post).title).name.in(context.preferences.language));
  cadreCells(context, table, seat.holder);
  table.cell(context.tr(labelOf(seat.sign)));
  table.cell(context.tr(seat.locked ? Str::csv_yes : Str::csv_no));
  table.endRow();
}

}  // namespace

void offerBoard(const Context& context, const std::vector<BoardRow>& rows) {
  const Session& session = *context.session;
  const UnitId unit = session.selection().unit;
  const bool whole = context.memory.of<BoardMemory>().whole_plan || !unit;
  const std::string name =
      whole ? std::string(context.tr(Str::board_whole)) : session.plan().unit(unit).name;
  offerTable(context, name, [&context, &rows](TableText& table) {
    table.heading(context, {Str::csv_unit, Str::roster_title, Str::csv_cadre, Str::csv_cadre_id,
                            Str::sign_local, Str::inspector_lock});
    for (const BoardRow& row : rows) {
      for (const PostId post : row.seats) {
        if (post) seatCells(context, table, post);
      }
    }
  });
}

void offerMoves(const Context& context, const Round& round) {
  offerTable(context, round.name, [&context, &round](TableText& table) {
    const RoundState& state = context.session->state();
    table.heading(context, {Str::csv_cadre, Str::csv_cadre_id, Str::csv_from, Str::csv_to,
                            Str::csv_type, Str::csv_reason, Str::csv_happened});
    for (std::size_t i = 0; i < round.moves.size(); ++i) {
      const Move& move = round.moves[i];
      cadreCells(context, table, move.cadre);
      table.cell(nameOf(context, state.before.firstPost(move.cadre)));
      table.cell(nameOf(context, move.to));
      table.cell(context.tr(labelOf(move.type)));
      table.cell(move.reason);
      table.cell(context.tr(state.happened[i] != 0 ? Str::csv_yes : Str::csv_no));
      table.endRow();
    }
  });
}

void offerConsultation(const Context& context, const Round& round,
                       std::vector<CopiedConsultation> lines) {
  const std::string name = std::string(context.tr(Str::work_consultation)) + " · " + round.name;
  offerTable(context, name, [&context, lines = std::move(lines)](TableText& table) {
    table.heading(context, {Str::csv_cadre, Str::csv_cadre_id, Str::csv_from, Str::csv_to,
                            Str::csv_consent_cadre, Str::csv_consent_origin,
                            Str::csv_consent_destination, Str::csv_move_stands});
    for (const CopiedConsultation& line : lines) {
      cadreCells(context, table, line.cadre);
      table.cell(nameOf(context, context.session->state().before.firstPost(line.cadre)));
      table.cell(nameOf(context, line.to));
      for (const Party party : kParties) table.cell(context.tr(labelOf(line.views.of(party))));
      table.cell(context.tr(line.stands ? Str::csv_yes : Str::csv_no));
      table.endRow();
    }
  });
}

void offerFindings(const Context& context, std::function<std::vector<CopiedFinding>()> findings) {
  offerTable(context, context.tr(Str::view_findings),
             [&context, findings = std::move(findings)](TableText& table) {
               const Session& session = *context.session;
               table.heading(context,
                             {Str::csv_round, Str::csv_severity, Str::csv_cadre, Str::csv_cadre_id,
                              Str::csv_post, Str::csv_message, Str::csv_waived, Str::csv_reason});
               for (const auto& [entry, finding, reason] : findings()) {
                 table.cell(entry == 0 ? context.tr(Str::term_baseline)
                                       : session.scenario().rounds[entry - 1].name);
                 table.cell(context.tr(labelOf(finding->severity)));
                 cadreCells(context, table, finding->cadre);
                 table.cell(nameOf(context, finding->post));
                 table.cell(context.tr(finding->message));
                 table.cell(context.tr(finding->waived ? Str::csv_yes : Str::csv_no));
                 table.cell(reason);
                 table.endRow();
               }
             });
}

}  // namespace cadre::ui
