#include "report/html_report.h"

#include "model/division.h"
#include "report/html_sections.h"
#include "report/html_style.h"

namespace cadre::report {
namespace {

using text::Str;

void writeHead(const Pages& pages, const std::string& title) {
  HtmlWriter& out = pages.out;
  out.open("head");
  out.empty("meta", {{"charset", "utf-8"}});
  out.empty("meta", {{"http-equiv", "Content-Security-Policy"},
                     {"content", "default-src 'none'; style-src " + std::string(reportStyleHash()) +
                                     "; base-uri 'none'; form-action 'none'"}});
  out.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  out.element("title", {}, title);
  out.open("style");
  out.literal(reportStyle());
  out.close();
  out.close();
}

void writeTerm(const Pages& pages, Str term, std::string_view meaning) {
  pages.out.element("dt", {}, pages.tr(term));
  pages.out.element("dd", {}, meaning);
}

std::string localityText(const Pages& pages) {
  const LocalityDefinition& locality = pages.plan.quota_set->locality;
  std::string out(pages.tr(labelOf(locality.basis)));
  if (locality.basis == LocalityBasis::kResidence) {
    out +=
        " " + pages.tr(Message{Str::report_residence_years,
                               {{"years", static_cast<std::int64_t>(locality.residence_years)}}});
  }
  return out + " · " +
         pages.tr(
             Message{Str::division_name, {{"name", nameOfLevel(*pages.plan.structure, locality)}}});
}

void writeTitle(const Pages& pages) {
  HtmlWriter& out = pages.out;
  out.open("header");
  out.element("h1", {}, pages.tr(Str::report_title));
  out.open("dl");
  writeTerm(pages, Str::plan_menu, pages.plan.header->title);
  if (pages.scenario != nullptr) writeTerm(pages, Str::report_scenario, pages.scenario->name);
  writeTerm(pages, Str::report_as_of, text::formatDate(pages.timeline.rounds.front().date));
  if (pages.last() > 0) {
    writeTerm(pages, Str::report_last_round,
              pages.tr(Message{Str::report_round_on,
                               {{"round", pages.nameOf(pages.last())},
                                {"date", pages.timeline.rounds.back().date}}}));
  }
  writeTerm(pages, Str::report_locality, localityText(pages));
  out.close();
  out.close();
}

void writeSignatures(const Pages& pages) {
  HtmlWriter& out = pages.out;
  out.open("section", {{"class", "signatures"}});
  out.element("p", {{"class", "place"}}, pages.tr(Str::report_signature_place));
  out.element("p", {{"class", "role"}}, pages.tr(Str::report_signature_author));
  out.element("p", {{"class", "role"}}, pages.tr(Str::report_signature_head));
  out.element("p", {{"class", "note"}}, pages.tr(Str::report_signature_author_note));
  out.element("p", {{"class", "note"}}, pages.tr(Str::report_signature_head_note));
  out.close();
}

}  // namespace

std::string htmlReport(const Plan& plan, const Scenario* scenario, const Timeline& timeline,
                       text::Language language) {
  HtmlWriter out;
  const Pages pages{plan, scenario, timeline, language, out};
  std::string title = plan.header->title;
  if (scenario != nullptr) title += " · " + scenario->name;
  out.literal("<!doctype html>\n");
  out.open("html", {{"lang", language == text::Language::kVietnamese ? "vi" : "en"}});
  writeHead(pages, title);
  out.open("body");
  writeTitle(pages);
  writeSummary(pages);
  writeAttainment(pages);
  writeFindings(pages);
  writeWaivers(pages);
  writeDepartures(pages);
  writeSignatures(pages);
  for (std::size_t entry = 1; entry <= pages.last(); ++entry) writeAnnex(pages, entry);
  out.close();
  out.close();
  return out.take();
}

}  // namespace cadre::report
