#include "report/roadmap_text.h"

#include <algorithm>

#include "json/writer.h"
#include "report/proposal_parts.h"
#include "text/format.h"

namespace cadre::report {
namespace {

using propose::ProposedMove;
using propose::Roadmap;
using propose::RoadmapPart;
using propose::RoadmapRound;
using propose::Status;
using text::Str;
using Layout = JsonWriter::Layout;

// The rounds of the roadmap are the last of the scenario.
const Round& roundAt(const Scenario& played, const Roadmap& roadmap, std::size_t place) {
  return played.rounds[played.rounds.size() - roadmap.rounds.size() + place];
}

}  // namespace

std::string roadmapJson(const Plan& plan, const Scenario& played, const Roadmap& roadmap,
                        double seconds) {
  JsonWriter out;
  out.beginObject(Layout::kLines);
  out.key("status").string(nameOf(roadmap.status));
  writeObjective(out, "objective", roadmap.objective);
  writeObjective(out, "bound", roadmap.bound);
  out.key("rounds").beginArray(Layout::kLines);
  for (std::size_t r = 0; r < roadmap.rounds.size(); ++r) {
    const Round& round = roundAt(played, roadmap, r);
    out.beginObject(Layout::kLines);
    out.key("id").string(round.key);
    out.key("name").string(round.name);
    out.key("date").string(isoDate(round.date));
    writeObjective(out, "objective", roadmap.rounds[r].objective);
    writeMoves(out, plan, roadmap.rounds[r].moves);
    out.endObject();
  }
  out.endArray();
  out.key("districts").beginArray(Layout::kLines);
  for (const RoadmapPart& part : roadmap.parts) {
    out.beginObject();
    writeUnit(out, "unit", plan, part.unit);
    out.key("status").string(nameOf(part.status));
    writeObjective(out, "objective", part.objective);
    writeObjective(out, "bound", part.bound);
    out.endObject();
  }
  out.endArray();
  out.key("nodes").integer(static_cast<std::int64_t>(roadmap.nodes));
  writeSeconds(out, seconds);
  out.endObject();
  return out.take() + "\n";
}

std::string roadmapText(const Plan& plan, const Scenario& played, const Roadmap& roadmap,
                        text::Language language) {
  std::string out = proofLine(roadmap.status, roadmap.objective, roadmap.bound, language);
  const auto proven =
      std::count_if(roadmap.parts.begin(), roadmap.parts.end(),
                    [](const RoadmapPart& part) { return part.status == Status::kOptimal; });
  out += text::render(Message{Str::roadmap_plan_proven,
                              {{"proven", std::int64_t{proven}},
                               {"count", static_cast<std::int64_t>(roadmap.parts.size())}}},
                      language);
  if (roadmap.is_capped) {
    out += "; " + std::string(text::get(Str::roadmap_plan_capped, language));
  }
  out += "\n";
  for (std::size_t r = 0; r < roadmap.rounds.size(); ++r) {
    const RoadmapRound& part = roadmap.rounds[r];
    const Round& round = roundAt(played, roadmap, r);
    out += text::render(Message{Str::roadmap_plan_round,
                                {{"name", round.name},
                                 {"date", round.date},
                                 {"moves", part.objective.moves},
                                 {"shortfall", part.objective.shortfall},
                                 {"vacant", part.objective.vacant}}},
                        language) +
           "\n";
    for (const ProposedMove& move : part.moves) out += moveLine(plan, move, language);
  }
  for (const RoadmapPart& part : roadmap.parts) {
    if (part.status == Status::kOptimal) continue;
    out += text::render(Message{Str::roadmap_plan_district,
                                {{"unit", nameOfUnit(plan, part.unit)},
                                 {"objective", objectiveText(part.objective, language)},
                                 {"bound", objectiveText(part.bound, language)}}},
                        language) +
           "\n";
  }
  return out;
}

}  // namespace cadre::report
