#include "report/timeline_json.h"

#include "json/writer.h"
#include "text/format.h"

namespace cadre::report {
namespace {

using Layout = JsonWriter::Layout;

void writeCell(JsonWriter& out, const Cell& cell, const Plan& plan) {
  out.beginObject();
  out.key("quota").string(plan.quota_set->quotas[cell.quota.index()].key);
  out.key("unit").string(plan.unit(cell.unit).key);
  out.key("posts").integer(cell.posts);
  out.key("attained").integer(cell.attained);
  out.key("needed").integer(cell.needed);
  out.key("shortfall").integer(cell.shortfall());
  out.key("surplus").integer(cell.surplus());
  out.key("vacant").integer(cell.vacant);
  out.key("unknown").integer(cell.unknown);
  out.endObject();
}

void writeFinding(JsonWriter& out, const Finding& finding, const Plan& plan,
                  text::Language language) {
  out.beginObject();
  out.key("severity").string(nameOf(finding.severity));
  out.key("rule").string(finding.rule);
  out.key("cadre");
  if (finding.cadre) {
    out.string(plan.cadre(finding.cadre).key);
  } else {
    out.null();
  }
  out.key("post");
  if (finding.post) {
    out.string(plan.post(finding.post).key);
  } else {
    out.null();
  }
  out.key("message").string(text::render(finding.message, language));
  out.key("waived").boolean(finding.waived);
  out.endObject();
}

}  // namespace

std::string timelineJson(const Plan& plan, const Scenario* scenario, const Timeline& timeline,
                         text::Language language) {
  JsonWriter out;
  out.beginObject(Layout::kLines);
  out.key("scenario");
  if (scenario != nullptr) {
    out.string(scenario->key);
  } else {
    out.null();
  }
  out.key("rounds").beginArray(Layout::kLines);
  for (std::size_t i = 0; i < timeline.rounds.size(); ++i) {
    const RoundState& state = timeline.rounds[i];
    out.beginObject(Layout::kLines);
    out.key("round");
    if (i == 0 || scenario == nullptr) {
      out.null();
    } else {
      out.string(scenario->rounds[i - 1].key);
    }
    out.key("date").string(isoDate(state.date));
    out.key("cells").beginArray(Layout::kLines);
    for (const Cell& cell : state.cells) writeCell(out, cell, plan);
    out.endArray();
    out.key("moves").integer(state.moves);
    out.key("findings").beginArray(Layout::kLines);
    for (const Finding& finding : state.findings) writeFinding(out, finding, plan, language);
    out.endArray();
    out.endObject();
  }
  out.endArray();
  out.endObject();
  return out.take() + "\n";
}

}  // namespace cadre::report
