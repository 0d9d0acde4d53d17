#include <algorithm>
#include <span>
#include <vector>

#include "report/html_bars.h"
#include "report/html_sections.h"

namespace cadre::report {
namespace {

using text::Str;

// The sums over the units of one quota in one entry.
struct Totals {
  Cell sum;  // `needed` is the sum of the units' values
  std::int32_t shortfall = 0;
  std::int32_t surplus = 0;
  std::int32_t reached = 0;
  std::int32_t units = 0;
};

// The cells of one quota are consecutive, in the same order in every entry.
std::span<const Cell> cellsOf(const RoundState& state, QuotaId quota) {
  const auto first = std::find_if(state.cells.begin(), state.cells.end(),
                                  [quota](const Cell& cell) { return cell.quota == quota; });
  const auto last = std::find_if(first, state.cells.end(),
                                 [quota](const Cell& cell) { return cell.quota != quota; });
  return {first, last};
}

Totals totalsOf(std::span<const Cell> cells) {
  Totals out;
  for (const Cell& cell : cells) {
    out.sum.posts += cell.posts;
    out.sum.attained += cell.attained;
    out.sum.needed += cell.needed;
    out.sum.vacant += cell.vacant;
    out.sum.unknown += cell.unknown;
    out.shortfall += cell.shortfall();
    out.surplus += cell.surplus();
    out.reached += cell.shortfall() == 0 ? 1 : 0;
    ++out.units;
  }
  return out;
}

// A figure marked with its meaning.
void writeField(const Pages& pages, std::size_t entry, std::string_view field, std::string words,
                bool is_short = false) {
  pages.out.element("td",
                    {{"class", is_short ? "number short" : "number"},
                     {"data-entry", std::to_string(entry)},
                     {"data-field", std::string(field)}},
                    words);
}

// Attained, share and shortfall; the rest of a cell only if `whole`.
void writeCounts(const Pages& pages, std::size_t entry, const Cell& cell, std::int32_t shortfall,
                 std::int32_t surplus, bool whole) {
  writeField(pages, entry, "attained", pages.count(cell.attained));
  writeField(pages, entry, "share", pages.percent(cell.attained, cell.posts));
  writeField(pages, entry, "shortfall", pages.count(shortfall), shortfall > 0);
  if (!whole) return;
  writeField(pages, entry, "surplus", pages.count(surplus));
  writeField(pages, entry, "vacant", pages.count(cell.vacant));
  writeField(pages, entry, "unknown", pages.count(cell.unknown));
}

void writeUnitsHead(const Pages& pages) {
  HtmlWriter& out = pages.out;
  const auto tall = [&](Str key) {
    out.element("th", {{"scope", "col"}, {"rowspan", "2"}}, pages.tr(key));
  };
  const auto group = [&](std::string_view words, std::size_t columns) {
    out.element("th", {{"scope", "colgroup"}, {"colspan", std::to_string(columns)}}, words);
  };
  out.open("thead");
  out.open("tr");
  tall(Str::column_unit);
  tall(Str::report_column_posts);
  tall(Str::report_column_target);
  tall(Str::report_column_needed);
  if (pages.last() == 0) {
    group(pages.nameOf(0), 6);
  } else {
    group(pages.nameOf(0), 3);
    group(pages.tr(Message{Str::report_after, {{"round", pages.nameOf(pages.last())}}}), 6);
  }
  tall(Str::report_column_chart);
  out.close();
  out.open("tr");
  for (std::size_t i = 0; i < (pages.last() == 0 ? 1U : 2U); ++i) {
    pages.head(Str::report_column_attained);
    pages.head(Str::report_column_share);
    pages.head(Str::report_column_shortfall);
  }
  pages.head(Str::report_column_surplus);
  pages.head(Str::column_vacant);
  pages.head(Str::sign_unknown);
  out.close();
  out.close();
}

void writeUnit(const Pages& pages, const Quota& quota, const Cell& before, const Cell& after) {
  HtmlWriter& out = pages.out;
  const Share target = quota.targetOf(after.unit);
  out.open("tr", {{"data-quota", quota.key}, {"data-unit", pages.plan.unit(after.unit).key}});
  out.element("th", {{"scope", "row"}}, pages.plan.unit(after.unit).name);
  writeField(pages, pages.last(), "posts", pages.count(after.posts));
  writeField(pages, pages.last(), "target", text::formatShare(target, pages.language));
  writeField(pages, pages.last(), "needed", pages.count(after.needed));
  if (pages.last() > 0) {
    writeCounts(pages, 0, before, before.shortfall(), before.surplus(), false);
  }
  writeCounts(pages, pages.last(), after, after.shortfall(), after.surplus(), true);
  const std::int32_t share = permille(after.attained, after.posts);
  out.open("td", {{"class", "chart"}});
  writeBar(out,
           {.share = share,
            .before = pages.last() == 0 ? std::optional<std::int32_t>()
                                        : std::optional(permille(before.attained, before.posts)),
            .target = target,
            .reached = after.shortfall() == 0,
            .label = pages.tr(Message{Str::report_bar_label,
                                      {{"share", Permille{share}},
                                       {"target", text::formatShare(target, pages.language)}}})});
  out.close();
  out.close();
}

void writeUnitsTotal(const Pages& pages, const Quota& quota, const Totals& before,
                     const Totals& after) {
  HtmlWriter& out = pages.out;
  out.open("tfoot");
  out.open("tr", {{"data-total", quota.key}});
  out.element("th", {{"scope", "row"}}, pages.tr(Str::report_total));
  writeField(pages, pages.last(), "posts", pages.count(after.sum.posts));
  pages.cell("");
  writeField(pages, pages.last(), "needed", pages.count(after.sum.needed));
  if (pages.last() > 0) {
    writeCounts(pages, 0, before.sum, before.shortfall, before.surplus, false);
  }
  writeCounts(pages, pages.last(), after.sum, after.shortfall, after.surplus, true);
  pages.cell("");
  out.close();
  out.close();
}

void writeUnits(const Pages& pages, QuotaId id) {
  HtmlWriter& out = pages.out;
  const Quota& quota = pages.plan.quota_set->quotas[id.index()];
  const std::span<const Cell> before = cellsOf(pages.timeline.rounds.front(), id);
  const std::span<const Cell> after = cellsOf(pages.timeline.rounds.back(), id);
  out.open("table");
  writeUnitsHead(pages);
  out.open("tbody");
  for (std::size_t i = 0; i < after.size(); ++i) writeUnit(pages, quota, before[i], after[i]);
  out.close();
  writeUnitsTotal(pages, quota, totalsOf(before), totalsOf(after));
  out.close();
}

// Totals entry by entry.
void writeEntries(const Pages& pages, QuotaId id) {
  HtmlWriter& out = pages.out;
  const Quota& quota = pages.plan.quota_set->quotas[id.index()];
  out.open("table");
  out.open("thead");
  out.open("tr");
  for (const Str key :
       {Str::report_column_round, Str::report_column_date, Str::report_column_posts,
        Str::report_column_needed, Str::report_column_attained, Str::report_column_share,
        Str::report_column_shortfall, Str::report_column_reached}) {
    pages.head(key);
  }
  out.close();
  out.close();
  out.open("tbody");
  for (std::size_t entry = 0; entry <= pages.last(); ++entry) {
    const Totals totals = totalsOf(cellsOf(pages.timeline.rounds[entry], id));
    out.open("tr", {{"data-total", quota.key}});
    out.element("th", {{"scope", "row"}}, pages.nameOf(entry));
    writeField(pages, entry, "date", text::formatDate(pages.timeline.rounds[entry].date));
    writeField(pages, entry, "posts", pages.count(totals.sum.posts));
    writeField(pages, entry, "needed", pages.count(totals.sum.needed));
    writeField(pages, entry, "attained", pages.count(totals.sum.attained));
    writeField(pages, entry, "share", pages.percent(totals.sum.attained, totals.sum.posts));
    writeField(pages, entry, "shortfall", pages.count(totals.shortfall), totals.shortfall > 0);
    writeField(pages, entry, "reached",
               pages.count(totals.reached) + "/" + pages.count(totals.units));
    out.close();
  }
  out.close();
  out.close();
}

// Units by entries from `first` up to but excluding `end`, which fit across a page.
void writeCourse(const Pages& pages, QuotaId id, std::size_t first, std::size_t end) {
  HtmlWriter& out = pages.out;
  const Quota& quota = pages.plan.quota_set->quotas[id.index()];
  const std::span<const Cell> units = cellsOf(pages.timeline.rounds.front(), id);
  out.open("table", {{"data-course", quota.key}});
  out.open("thead");
  out.open("tr");
  pages.head(Str::column_unit);
  for (std::size_t entry = first; entry < end; ++entry) {
    out.open("th", {{"scope", "col"}});
    out.text(pages.nameOf(entry));
    out.element("span", {{"class", "quiet"}}, text::formatDate(pages.timeline.rounds[entry].date));
    out.close();
  }
  out.close();
  out.close();
  out.open("tbody");
  for (std::size_t i = 0; i < units.size(); ++i) {
    const Unit& unit = pages.plan.unit(units[i].unit);
    out.open("tr", {{"data-unit", unit.key}});
    out.element("th", {{"scope", "row"}}, unit.name);
    for (std::size_t entry = first; entry < end; ++entry) {
      const Cell& cell = cellsOf(pages.timeline.rounds[entry], id)[i];
      std::string words = pages.count(cell.attained) + "/" + pages.count(cell.posts) + " = " +
                          pages.percent(cell.attained, cell.posts);
      if (cell.shortfall() > 0) words += " (" + text::formatSigned(-cell.shortfall()) + ")";
      writeField(pages, entry, "course", std::move(words), cell.shortfall() > 0);
    }
    out.close();
  }
  out.close();
  out.close();
}

std::string quotaLine(const Pages& pages, const Quota& quota) {
  std::string out = pages.tr(Message{
      Str::report_target_line, {{"target", text::formatShare(quota.target, pages.language)}}});
  if (quota.by) out += " · " + pages.tr(Message{Str::report_by_line, {{"date", *quota.by}}});
  out += " · ";
  for (std::size_t i = 0; i < quota.titles.size(); ++i) {
    if (i > 0) out += ", ";
    out += pages.plan.structure->title(quota.titles[i]).name.in(pages.language);
  }
  return out + " · " + std::string(pages.tr(labelOf(quota.counts)));
}

}  // namespace

void writeAttainment(const Pages& pages) {
  constexpr std::size_t kAcross = 6;
  HtmlWriter& out = pages.out;
  out.open("section");
  out.element("h2", {}, pages.tr(Str::report_heading_attainment));
  const std::vector<Quota>& quotas = pages.plan.quota_set->quotas;
  if (quotas.empty()) {
    pages.note(Str::report_no_quotas);
  } else {
    out.element("p", {}, pages.tr(Str::report_chart_note));
  }
  for (std::size_t i = 0; i < quotas.size(); ++i) {
    const QuotaId id{i};
    out.element("h3", {}, quotas[i].name.in(pages.language));
    out.element("p", {}, quotaLine(pages, quotas[i]));
    writeUnits(pages, id);
    if (pages.last() == 0) continue;
    writeEntries(pages, id);
    // With a single round, the first table has already shown everything.
    for (std::size_t first = 0; pages.last() > 1 && first <= pages.last(); first += kAcross) {
      writeCourse(pages, id, first, std::min(first + kAcross, pages.last() + 1));
    }
  }
  out.close();
}

}  // namespace cadre::report
