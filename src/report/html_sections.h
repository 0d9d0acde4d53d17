// The parts of an HTML report, one function each; html_report.cpp combines them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "core/message.h"
#include "model/plan.h"
#include "report/html_text.h"
#include "simulate/timeline.h"
#include "text/format.h"

namespace cadre::report {

// The input, language and output of a section.
struct Pages {
  const Plan& plan;
  const Scenario* scenario;  // null: the baseline alone
  const Timeline& timeline;
  text::Language language;
  HtmlWriter& out;

  [[nodiscard]] std::string_view tr(text::Str key) const { return text::get(key, language); }
  [[nodiscard]] std::string tr(const Message& message) const {
    return text::render(message, language);
  }
  [[nodiscard]] std::string count(std::int64_t number) const {
    return text::formatCount(number, language);
  }
  [[nodiscard]] std::string percent(std::int64_t part, std::int64_t whole) const {
    return text::formatPermille(permille(part, whole), language);
  }
  [[nodiscard]] std::size_t last() const { return timeline.rounds.size() - 1; }
  // REQUIRES: entry > 0.
  [[nodiscard]] const Round& round(std::size_t entry) const { return scenario->rounds[entry - 1]; }
  // The name of the round, or "baseline".
  [[nodiscard]] std::string nameOf(std::size_t entry) const {
    return entry == 0 ? std::string(tr(text::Str::term_baseline)) : round(entry).name;
  }

  // A column heading.
  void head(text::Str key) const { out.element("th", {{"scope", "col"}}, tr(key)); }
  void cell(std::string_view words) const { out.element("td", {}, words); }
  void number(std::int64_t value) const { out.element("td", {{"class", "number"}}, count(value)); }
  // A paragraph shown instead of an empty table.
  void note(text::Str key) const { out.element("p", {}, tr(key)); }
};

// One line per entry of the timeline: moves, departures, findings.
void writeSummary(const Pages& pages);
// For every quota: its units before and after, and its totals entry by entry.
void writeAttainment(const Pages& pages);
void writeFindings(const Pages& pages);
// All waivers of the scenario, with their reasons.
void writeWaivers(const Pages& pages);
void writeDepartures(const Pages& pages);
// The moves of the round of one entry. REQUIRES: entry > 0.
void writeAnnex(const Pages& pages, std::size_t entry);

// "Bí thư Đảng ủy, Xã Đông Mỹ", with the district below it, because commune names repeat.
void writePost(const Pages& pages, PostId post);
// Name and year of birth: the first two cells in tables about people.
void writePerson(const Pages& pages, CadreId cadre);

}  // namespace cadre::report
