#include "ui/consent_edit.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/text.h"
#include "model/consultation.h"
#include "ui/actions.h"
#include "ui/fields.h"
#include "ui/seat.h"

namespace cadre::ui {
namespace {

using text::Str;

// What is shown and edited: everything that counts for a move, or one entry of the register.
struct Said {
  RoundRef ref;
  const Round& round;
  CadreId cadre;
  PostId to;
  std::optional<std::size_t> entry;  // its index; empty: all that counts
  Consent views;

  // The entry in which the party's view is changed.
  [[nodiscard]] SetViews changeOf(Party party) const {
    return entry ? changeOf(*entry) : wordToChange(ref, round, cadre, to, party);
  }
  // The entry in which everything else is changed.
  [[nodiscard]] SetViews change() const {
    return entry ? changeOf(*entry) : entryToChange(ref, round, cadre, to);
  }

 private:
  [[nodiscard]] SetViews changeOf(std::size_t place) const {
    return {ref, whichOf(round.consultations, place), round.consultations[place]};
  }
};

void smallCaption(const Context& context, std::string_view text) {
  label(context, context.fonts.small, context.theme.muted, text);
}

// In a list of several, the accessible name says who and what it is about.
std::string nameFor(const Context& context, const Said& said, std::string_view what) {
  std::string out(what);
  if (said.entry) out += " – " + routeOf(context, said.cadre, said.to);
  return out;
}

// Pastes notes and dates for this party and those below it, from the cells of two columns. Cells
// that are not dates are ignored, and so are rows beyond the last party.
void pasteNotes(const Context& context, const Said& said, Party from, const roster::Table& cells) {
  const auto first = static_cast<std::size_t>(std::find(kParties.begin(), kParties.end(), from) -
                                              kParties.begin());
  std::int64_t taken = 0;
  std::int64_t skipped = 0;
  std::vector<SetViews> changes;  // nearly always for one entry: then it is one step
  for (std::size_t row = 0; row < cells.rowCount(); ++row) {
    if (first + row >= kParties.size()) {
      skipped += static_cast<std::int64_t>(cells.cellCount(row));
      continue;
    }
    const Party party = kParties[first + row];
    const SetViews place = said.changeOf(party);
    const bool says_nothing = isSilent(place.entry) && cells.cellCount(row) < 2 &&
                              roster::withoutGuard(cells.cell(row, 0)).empty();
    if (says_nothing) continue;
    auto change = std::find_if(changes.begin(), changes.end(), [&](const SetViews& other) {
      return other.entry.to == place.entry.to && other.which == place.which;
    });
    if (change == changes.end()) change = changes.insert(changes.end(), place);
    ViewNote& note = change->entry.views.noteOf(party);
    note.note = roster::withoutGuard(cells.cell(row, 0));
    ++taken;
    if (cells.cellCount(row) < 2) continue;
    const std::optional<Date> date = text::parseDate(cells.cell(row, 1));
    if (date) note.on = *date;
    ++(date ? taken : skipped);
  }
  for (SetViews& change : changes) context.run(std::move(change));
  notify(context, context.tr(Message{skipped == 0 ? Str::paste_filled : Str::paste_left_out,
                                     {{"count", taken}, {"skipped", skipped}}}));
}

void drawNote(const Context& context, const Said& said, Party party) {
  constexpr float kDateWidth = 104.0F;
  const ViewNote& now = said.views.noteOf(party);
  const float width = ImGui::GetContentRegionAvail().x - kDateWidth - 6;
  const std::string who = nameFor(context, said, context.tr(labelOf(party)));
  const std::string note_name = std::string(context.tr(Str::consent_note)) + " – " + who;
  if (std::optional<std::string> note =
          editField(context, note_name, context.tr(Str::consent_note), now.note, width)) {
    SetViews change = said.changeOf(party);
    change.entry.views.noteOf(party).note = std::move(*note);
    context.run(std::move(change));
  }
  if (const std::optional<roster::Table> cells = pastedCells(context)) {
    pasteNotes(context, said, party, *cells);
  }
  ImGui::SameLine(0, 6);
  const std::string date_name = std::string(context.tr(Str::consent_on)) + " – " + who;
  if (const auto on = editDate(context, date_name, now.on, kDateWidth)) {
    SetViews change = said.changeOf(party);
    change.entry.views.noteOf(party).on = *on;
    context.run(std::move(change));
  }
}

void drawParty(const Context& context, const Said& said, Party party) {
  constexpr std::array kViews = {View::kAgree, View::kConcern, View::kDisagree, View::kUnasked};
  const std::array<std::string_view, kViews.size()> words = {
      context.tr(Str::view_short_agree), context.tr(Str::view_short_concern),
      context.tr(Str::view_short_disagree), context.tr(Str::view_short_unasked)};
  const View view = said.views.of(party);
  const std::string name = nameFor(context, said, context.tr(labelOf(party)));
  ImGui::PushID(static_cast<int>(party));
  smallCaption(context, context.tr(labelOf(party)));
  const auto chosen =
      static_cast<int>(std::find(kViews.begin(), kViews.end(), view) - kViews.begin());
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const int now = segmented(context, name, words, chosen, width);
  context.tree.add("consent", name, context.tr(labelOf(view)), at,
                   {at.x + width, at.y + kSegmentHeight});
  if (now != chosen) {
    SetViews change = said.changeOf(party);
    change.entry.views.set(party, kViews[static_cast<std::size_t>(now)]);
    context.run(std::move(change));
  }
  if (view != View::kUnasked || said.views.noteOf(party) != ViewNote{}) {
    drawNote(context, said, party);
  }
  ImGui::PopID();
}

// The fields that do not belong to one of the three parties.
void drawRest(const Context& context, const Said& said) {
  const Consultation now = said.change().entry;
  if (isSilent(now)) return;  // nobody has been asked yet
  const float width = ImGui::GetContentRegionAvail().x;
  const auto edit = [&](Str what, std::string Consultation::* field) {
    smallCaption(context, context.tr(what));
    if (std::optional<std::string> text =
            editField(context, nameFor(context, said, context.tr(what)), context.tr(what),
                      now.*field, width)) {
      SetViews change = said.change();
      change.entry.*field = std::move(*text);
      context.run(std::move(change));
    }
  };
  edit(Str::consent_wishes, &Consultation::wishes);
  edit(Str::consent_general_note, &Consultation::note);
}

void drawSaid(const Context& context, const Said& said) {
  for (const Party party : kParties) drawParty(context, said, party);
  drawRest(context, said);
}

RoundRef refOf(const Session& session) { return {session.scenario().key, session.round()->key}; }

}  // namespace

Str labelOf(Party party) {
  switch (party) {
    case Party::kCadre:
      return Str::consent_cadre;
    case Party::kOrigin:
      return Str::consent_origin;
    case Party::kDestination:
      break;
  }
  return Str::consent_destination;
}

const char* iconOf(View view) {
  switch (view) {
    case View::kAgree:
      return icons::kIconCheck;
    case View::kConcern:
      return icons::kIconCircleHelp;
    case View::kDisagree:
      return icons::kIconBan;
    case View::kUnasked:
      break;
  }
  return icons::kIconMessageSquare;
}

ImU32 colorOf(const Theme& theme, View view) {
  switch (view) {
    case View::kAgree:
      return theme.good;
    case View::kConcern:
      return theme.soft;
    case View::kDisagree:
      return theme.hard;
    case View::kUnasked:
      break;
  }
  return theme.muted;
}

std::string routeOf(const Context& context, CadreId cadre, PostId to) {
  const PostId from = context.session->state().before.firstPost(cadre);
  return (from ? postName(context, from) : std::string(context.tr(Str::inspector_no_post))) +
         "  →  " + (to ? postName(context, to) : std::string(context.tr(Str::report_leaves)));
}

void drawConsentSection(const Context& context, std::size_t index) {
  const Round& round = *context.session->round();
  const Move& move = round.moves[index];
  const std::vector<Consultation>& entries = round.consultations;
  ImGui::PushID(context.session->plan().cadre(move.cadre).key.c_str());
  heading(context, context.tr(Str::consent_section));
  drawSaid(context, {refOf(*context.session), round, move.cadre, move.to, std::nullopt,
                     consentOf(entries, ConsultationIndex(entries), move.cadre, move.to)});
  ImGui::PopID();
}

void drawConsentWithoutMove(const Context& context, CadreId cadre) {
  const Round* round = context.session->round();
  if (round == nullptr || round->consultations.empty()) return;
  std::vector<std::size_t> places = withoutMove(*round);
  std::erase_if(places, [&](std::size_t i) { return round->consultations[i].cadre != cadre; });
  if (places.empty()) return;
  ImGui::Dummy({1, 4});
  heading(context, context.tr(Str::consent_without_move));
  for (const std::size_t place : places) {
    const Consultation& entry = round->consultations[place];
    const Said said{refOf(*context.session), *round, cadre, entry.to, place, entry.views};
    ImGui::PushID(static_cast<int>(place));
    const std::string route = routeOf(context, cadre, entry.to);
    paragraph(context, context.fonts.body_bold, context.theme.text, route);
    context.tree.addLastItem("without-move", route, "");
    drawSaid(context, said);
    if (button(context, icons::kIconX, context.tr(Str::consent_remove), ButtonLook::kQuiet)) {
      SetViews change = said.change();
      change.entry = Consultation{};
      change.entry.cadre = cadre;
      change.entry.to = entry.to;
      context.run(std::move(change));
    }
    ImGui::PopID();
  }
}

}  // namespace cadre::ui
