#include "ui/seat.h"

#include <algorithm>

#include "kit/text.h"
#include "model/locality.h"
#include "ui/marks/attainment.h"
#include "ui/marks/signs.h"

namespace cadre::ui {

using text::Str;

namespace {

constexpr int kLeavingSoonMonths = 12;

std::optional<Severity> worstFinding(const RoundState& state, CadreId cadre) {
  std::optional<Severity> worst;
  for (const Finding& finding : state.findings) {
    if (finding.cadre != cadre || finding.waived) continue;
    if (!worst || finding.severity < *worst) worst = finding.severity;
  }
  return worst;
}

// "Huyện Thanh Trì  17/32 → 18/32  +1"
void drawCellChange(const Context& context, const CellChange& change) {
  const Plan& plan = context.session->plan();
  const std::int32_t delta = change.after.attained - change.before.attained;
  const Quota& quota = plan.quota_set->quotas[change.after.quota.index()];
  std::string line = plan.unit(change.after.unit).name;
  if (change.after.quota != context.session->quotaId())
    line += " · " + quota.name.in(context.preferences.language);
  label(context, context.fonts.small, context.theme.muted, line);
  std::string figures = ratioText(context, change.before);
  if (delta != 0)
    figures += " → " + ratioText(context, change.after) + "   " + text::formatSigned(delta);
  if (delta == 0) figures += "   " + std::string(context.tr(Str::effect_no_cell));
  figures += "   " + reachedWords(context, change.after);
  label(context, context.fonts.body_bold,
        delta < 0   ? context.theme.hard
        : delta > 0 ? context.theme.good
                    : context.theme.text,
        figures);
}

// The selected quota in the origin and the destination, changed or not, then all other changes.
std::vector<CellChange> shownChanges(const Context& context, CadreId cadre, PostId to,
                                     const Effect& effect) {
  const Session& session = *context.session;
  std::vector<CellChange> out;
  const auto has = [&](const Cell& cell) {
    return std::any_of(out.begin(), out.end(), [&](const CellChange& change) {
      return change.before.quota == cell.quota && change.before.unit == cell.unit;
    });
  };
  const PostId from = session.state().after.firstPost(cadre);
  for (const UnitId unit : {session.groupOf(from), session.groupOf(to)}) {
    const Cell* cell =
        unit ? session.timeline().find(session.entry(), session.quotaId(), unit) : nullptr;
    if (cell == nullptr || has(*cell)) continue;
    const auto changed =
        std::find_if(effect.cells.begin(), effect.cells.end(), [&](const CellChange& change) {
          return change.before.quota == cell->quota && change.before.unit == cell->unit;
        });
    out.push_back(changed == effect.cells.end() ? CellChange{*cell, *cell} : *changed);
  }
  for (const CellChange& change : effect.cells) {
    if (!has(change.before)) out.push_back(change);
  }
  return out;
}

}  // namespace

Seat seatOf(const Session& session, PostId post) {
  const Plan& plan = session.plan();
  const RoundState& state = session.state();
  Seat seat;
  seat.post = post;
  seat.locked = plan.post(post).locked;
  seat.holder = state.after.holder(post);
  seat.changed = session.entry() > 0 && state.before.holder(post) != seat.holder;
  if (!seat.holder) return seat;
  seat.sign = signOf(plan, seat.holder, plan.post(post).unit);
  if (const auto since = state.after.since(post)) {
    seat.months = std::max(0, monthsBetween(*since, state.date));
  }
  const std::optional<Date> ends = plan.cadre(seat.holder).servesUntil();
  if (ends && monthsBetween(state.date, *ends) < kLeavingSoonMonths) seat.leaves = ends;
  seat.severity = worstFinding(state, seat.holder);
  return seat;
}

SeatSign signOf(const Plan& plan, CadreId cadre, UnitId unit) {
  if (!cadre) return SeatSign::kVacant;
  switch (localityOf(plan.cadre(cadre), unit, *plan.structure, plan.quota_set->locality)) {
    case Locality::kLocal:
      return SeatSign::kLocal;
    case Locality::kNonLocal:
      return SeatSign::kNonLocal;
    case Locality::kUnknown:
      break;
  }
  return SeatSign::kUnknown;
}

Str labelOf(SeatSign sign) {
  switch (sign) {
    case SeatSign::kLocal:
      return Str::sign_local;
    case SeatSign::kNonLocal:
      return Str::sign_non_local;
    case SeatSign::kVacant:
      return Str::sign_vacant;
    case SeatSign::kUnknown:
      break;
  }
  return Str::sign_unknown;
}

std::string postName(const Context& context, PostId post) {
  const Plan& plan = context.session->plan();
  const Post& record = plan.post(post);
  return plan.structure->title(record.title).name.in(context.preferences.language) + " · " +
         plan.unit(record.unit).name;
}

std::string spokenSeat(const Context& context, const Seat& seat) {
  std::string out = postName(context, seat.post) + ": " + holderName(context, seat.post);
  const auto also = [&out](std::string_view text) {
    out += ", ";
    out += text;
  };
  if (seat.holder) also(context.tr(labelOf(seat.sign)));
  if (seat.months)
    also(context.tr(Message{Str::a11y_months, {{"months", std::int64_t{*seat.months}}}}));
  if (seat.leaves) also(context.tr(Message{Str::seat_leaves, {{"date", *seat.leaves}}}));
  if (seat.changed) also(context.tr(Str::a11y_changed));
  if (seat.severity) {
    also(context.tr(*seat.severity == Severity::kHard ? Str::a11y_finding_hard
                                                      : Str::a11y_finding_soft));
  }
  if (seat.locked) also(context.tr(Str::seat_locked));
  return out;
}

std::string holderName(const Context& context, PostId post) {
  const CadreId holder = context.session->state().after.holder(post);
  return holder ? context.session->plan().cadre(holder).name
                : std::string(context.tr(Str::sign_vacant));
}

const Finding* worstOf(const RoundState& state, std::size_t move) {
  const Finding* worst = nullptr;
  for (const Finding& finding : state.findings) {
    if (finding.move != static_cast<std::int32_t>(move)) continue;
    if (worst == nullptr || finding.severity < worst->severity) worst = &finding;
  }
  return worst;
}

std::string quotaChange(const Session& session, CadreId cadre, PostId from, PostId to) {
  const Quota* quota = session.quota();
  if (quota == nullptr || quota->counts != Counts::kNonLocal) return "";
  const Plan& plan = session.plan();
  const auto counts = [&](PostId post) {
    return post && signOf(plan, cadre, plan.post(post).unit) == SeatSign::kNonLocal;
  };
  const int change = (counts(to) ? 1 : 0) - (counts(from) ? 1 : 0);
  return change == 0 ? "" : text::formatSigned(change);
}

const Expected<Effect>& effectOfMove(const Context& context, CadreId cadre, PostId to, Onto onto) {
  const Session& session = *context.session;
  const auto work_out = [&]() -> Expected<Effect> {
    const Stage stage = session.stage(context.preferences.language);
    const Expected<Command> command = moveOnto(stage, cadre, to, onto);
    if (!command) return std::unexpected(command.error());
    return effectOf(stage, *command);
  };
  return context.memo.of(
      {session.revision(), session.entry(), session.selection().scenario, cadre, to, onto},
      work_out);
}

std::string effectText(const Context& context, CadreId cadre, PostId to,
                       const Expected<Effect>& effect) {
  std::string out;
  if (!effect) return out;
  for (const CellChange& change : shownChanges(context, cadre, to, *effect)) {
    out += context.session->plan().unit(change.after.unit).name + " " +
           context.count(change.before.attained) + "→" + context.count(change.after.attained) +
           "; ";
  }
  return out;
}

void drawEffect(const Context& context, CadreId cadre, PostId to, const Expected<Effect>& effect) {
  if (!effect) {
    label(context, context.fonts.small, context.theme.muted, context.tr(effect.error().message));
    return;
  }
  for (const CellChange& change : shownChanges(context, cadre, to, *effect)) {
    drawCellChange(context, change);
  }
  if (effect->vacancies != 0) {
    label(context, context.fonts.small, context.theme.text,
          context.tr(
              Message{Str::effect_vacancies, {{"change", text::formatSigned(effect->vacancies)}}}));
  }
  for (const Finding& finding : effect->findings) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    drawSeverity(*ImGui::GetWindowDrawList(), context, finding.severity, finding.waived, at);
    ImGui::SetCursorScreenPos({at.x + 22, at.y});
    std::string line;
    if (finding.cadre) line = context.session->plan().cadre(finding.cadre).name + ": ";
    paragraph(context, context.fonts.small,
              finding.severity == Severity::kHard ? context.theme.hard : context.theme.soft,
              line + context.tr(finding.message));
  }
}

void makeMove(const Context& context, CadreId cadre, PostId to, Onto onto) {
  Session& session = *context.session;
  const Stage stage = session.stage(context.preferences.language);
  Expected<Command> command = moveOnto(stage, cadre, to, onto);
  if (!command) return;
  const std::size_t entry = entryOf(stage);
  context.run(std::move(*command));
  context.later([&session, cadre, entry] {
    session.chooseEntry(std::max<std::size_t>(entry, 1));
    session.chooseCadre(cadre);
  });
}

}  // namespace cadre::ui
