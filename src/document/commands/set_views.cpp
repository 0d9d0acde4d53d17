#include "document/commands/set_views.h"

#include <algorithm>
#include <optional>
#include <string>

#include "core/refused.h"
#include "document/commands/shared.h"
#include "model/consultation.h"
#include "model/limits.h"
#include "plan_io/scenario_io.h"

namespace cadre {

Expected<Plan> SetViews::apply(const Plan& plan) const {
  if (!fits(entry, plan)) return refused(text::Str::error_views_do_not_fit);
  return withRound(plan, round.scenario, round.round, [&](Round& found) -> Expected<void> {
    std::vector<Consultation>& entries = found.consultations;
    std::size_t seen = 0;
    const auto at = std::find_if(entries.begin(), entries.end(), [&](const Consultation& other) {
      return isAbout(other, entry.cadre, entry.to) && seen++ == which;
    });
    if (at != entries.end()) {
      if (isSilent(entry)) {
        entries.erase(at);
      } else {
        *at = entry;
      }
      return {};
    }
    if (seen != which || isSilent(entry)) {
      return notThere(text::Str::thing_views, std::to_string(which + 1));
    }
    const std::size_t count = entries.size() + 1;
    if (count > limits::kConsultations) return limits::tooMany(count, limits::kConsultations);
    entries.push_back(entry);
    return {};
  });
}

Message SetViews::label(const Plan& before) const {
  return {isSilent(entry) ? text::Str::do_remove_views : text::Str::do_set_views,
          {{"name", commands::nameOfCadre(before, entry.cadre)}}};
}

void SetViews::write(JsonWriter& out, const Plan& before) const {
  commands::writeRef(out, round);
  commands::writeIndex(out, "which", which);
  out.key("consultation");
  plan_io::writeConsultation(out, entry, before);
}

SetViews SetViews::read(plan_io::ObjectReader& in, const ReadContext& context) {
  return {commands::readRef(in), commands::readIndex(in, "which"),
          commands::readNested(in, "consultation", [&](plan_io::ObjectReader entry) {
            return plan_io::readConsultation(std::move(entry), context.keys);
          })};
}

std::size_t whichOf(const std::vector<Consultation>& entries, std::size_t place) {
  const Consultation& entry = entries[place];
  return static_cast<std::size_t>(std::count_if(
      entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(place),
      [&](const Consultation& other) { return isAbout(other, entry.cadre, entry.to); }));
}

SetViews wordToChange(const RoundRef& ref, const Round& round, CadreId cadre, PostId to,
                      Party party) {
  const std::optional<std::size_t> place =
      ConsultationIndex(round.consultations).placeOf(cadre, to, party);
  if (!place) return entryToChange(ref, round, cadre, to);
  return {ref, whichOf(round.consultations, *place), round.consultations[*place]};
}

SetViews entryToChange(const RoundRef& ref, const Round& round, CadreId cadre, PostId to) {
  for (std::size_t i = round.consultations.size(); i-- > 0;) {
    if (!isAbout(round.consultations[i], cadre, to)) continue;
    return {ref, whichOf(round.consultations, i), round.consultations[i]};
  }
  SetViews out{ref, 0, {}};
  out.entry.cadre = cadre;
  out.entry.to = to;
  return out;
}

}  // namespace cadre
