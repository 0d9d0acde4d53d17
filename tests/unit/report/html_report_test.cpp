#include "report/html_report.h"

#include <algorithm>
#include <memory>
#include <set>

#include <gtest/gtest.h>

#include "html_page.h"
#include "report/html_style.h"
#include "report_case.h"
#include "simulate/simulate.h"

namespace cadre::report {
namespace {

using test::HtmlElement;
using test::HtmlPage;
using test::ReportCase;
using text::Language;

std::string attribute(const HtmlElement& element, const std::string& name) {
  const auto found = element.attributes.find(name);
  return found == element.attributes.end() ? "(none)" : found->second;
}

std::string source(const ReportCase& c, Language language = Language::kEnglish) {
  return htmlReport(c.plan, &c.scenario(), c.timeline, language);
}

HtmlPage pageOf(const ReportCase& c, Language language = Language::kEnglish) {
  HtmlPage page = test::readHtml(source(c, language));
  EXPECT_EQ(page.mistake, "");
  return page;
}

// The same case with another scenario, simulated anew.
ReportCase with(ReportCase c, Scenario scenario) {
  c.plan.scenarios = std::make_shared<const ScenarioList>(
      ScenarioList{std::make_shared<const Scenario>(std::move(scenario))});
  c.timeline = simulate(c.plan, c.scenario());
  return c;
}

// The text of the rows (all cells) in tables whose `name` is `value`.
std::vector<std::string> rowsOf(const HtmlPage& page, const std::string& name,
                                const std::string& value) {
  std::vector<std::string> out;
  bool inside = false;
  for (const HtmlElement& element : page.elements) {
    if (element.name == "table") inside = attribute(element, name) == value;
    if (element.name == "tr" && inside) out.push_back(element.text);
  }
  return out;
}

// A figure of a unit in the table of units; of their total when `unit` is empty.
std::string figure(const HtmlPage& page, const std::string& quota, const std::string& unit,
                   const std::string& entry, const std::string& field) {
  bool inside = false;
  for (const HtmlElement& element : page.elements) {
    if (element.name == "tr") {
      inside = unit.empty() ? attribute(element, "data-total") == quota
                            : attribute(element, "data-quota") == quota &&
                                  attribute(element, "data-unit") == unit;
    }
    if (inside && attribute(element, "data-entry") == entry &&
        attribute(element, "data-field") == field) {
      return element.text;
    }
  }
  return "(none)";
}

bool contains(const std::string& text, std::string_view what) {
  return text.find(what) != std::string::npos;
}

TEST(HtmlReport, IsOneWellFormedPageInBothLanguages) {
  const ReportCase c;
  const HtmlPage vi = pageOf(c, Language::kVietnamese);
  EXPECT_EQ(attribute(*vi.all("html")[0], "lang"), "vi");
  EXPECT_EQ(vi.all("h1")[0]->text, "Báo cáo phương án luân chuyển cán bộ");
  const HtmlPage en = pageOf(c, Language::kEnglish);
  EXPECT_EQ(attribute(*en.all("html")[0], "lang"), "en");
  EXPECT_EQ(en.all("h1")[0]->text, "Report on the rotation of officials");
  EXPECT_EQ(en.all("title")[0]->text, "Kế hoạch · Phương án A");
}

TEST(HtmlReport, IsTheSameEveryTime) { EXPECT_EQ(source(ReportCase()), source(ReportCase())); }

TEST(HtmlReport, NeedsNothingFromElsewhereAndRunsNothing) {
  const HtmlPage page = pageOf(ReportCase());
  const std::set<std::string> allowed = {
      "html", "head", "meta", "title", "style", "body",  "header", "h1",    "h2",
      "h3",   "dl",   "dt",   "dd",    "p",     "table", "thead",  "tbody", "tfoot",
      "tr",   "th",   "td",   "span",  "br",    "svg",   "rect",   "line",  "section"};
  const std::set<std::string> attributes = {
      "lang",       "charset",    "http-equiv", "content",     "name",
      "class",      "scope",      "rowspan",    "colspan",     "data-quota",
      "data-unit",  "data-entry", "role",       "data-field",  "preserveAspectRatio",
      "data-moves", "data-cadre", "data-to",    "data-total",  "data-course",
      "xmlns",      "width",      "height",     "viewBox",     "aria-label",
      "x",          "y",          "fill",       "x1",          "x2",
      "y1",         "y2",         "stroke",     "stroke-width"};
  for (const HtmlElement& element : page.elements) {
    EXPECT_EQ(allowed.count(element.name), 1U) << element.name;
    for (const auto& [name, value] : element.attributes) {
      EXPECT_EQ(attributes.count(name), 1U) << name;
    }
  }
  EXPECT_EQ(page.all("style").size(), 1U);
  EXPECT_EQ(page.all("style")[0]->text, reportStyle());
}

TEST(HtmlReport, ForbidsScriptsInItsOwnPolicy) {
  const HtmlPage page = pageOf(ReportCase());
  const auto metas = page.all("meta");
  const auto policy = std::find_if(metas.begin(), metas.end(), [](const HtmlElement* meta) {
    return attribute(*meta, "http-equiv") == "Content-Security-Policy";
  });
  ASSERT_NE(policy, metas.end());
  std::string expected = "default-src &#39;none&#39;; style-src ";
  for (const char c : reportStyleHash()) expected += c == '\'' ? "&#39;" : std::string(1, c);
  EXPECT_TRUE(attribute(**policy, "content").starts_with(expected));
}

TEST(HtmlReport, FiguresAreThoseOfTheTimeline) {
  const ReportCase c;
  const HtmlPage page = pageOf(c);
  const Cell& before = c.timeline.rounds[0].cells[0];
  const Cell& after = c.timeline.rounds[1].cells[0];
  const auto expectFigure = [&](const std::string& entry, const std::string& field, int value) {
    EXPECT_EQ(figure(page, "nq04", "020", entry, field), std::to_string(value))
        << entry << " " << field;
    EXPECT_EQ(figure(page, "nq04", "", entry, field), std::to_string(value))
        << "total " << entry << " " << field;
  };
  expectFigure("0", "attained", before.attained);
  expectFigure("0", "shortfall", before.shortfall());
  expectFigure("1", "posts", after.posts);
  expectFigure("1", "needed", after.needed);
  expectFigure("1", "attained", after.attained);
  expectFigure("1", "shortfall", after.shortfall());
  expectFigure("1", "surplus", after.surplus());
  expectFigure("1", "vacant", after.vacant);
  expectFigure("1", "unknown", after.unknown);
  EXPECT_EQ(figure(page, "nq04", "020", "1", "target"), "50%");
  EXPECT_EQ(figure(page, "nq04", "020", "1", "share"), "33.3%");
  EXPECT_EQ(figure(pageOf(c, Language::kVietnamese), "nq04", "020", "1", "share"), "33,3%");
  EXPECT_EQ(page.all("svg").size(), 1U);
}

TEST(HtmlReport, AUnitsOwnTargetIsShownWithIt) {
  ReportCase c;
  QuotaSet quotas = *c.plan.quota_set;
  quotas.quotas[0].overrides = {
      {c.plan.structure->unitsOfLevel(c.plan.structure->findLevel(kLevelDistrict))[0],
       Share{6625}}};
  quotas.quotas[0].by = test::day("2023-12-31");
  c.plan.quota_set = std::make_shared<const QuotaSet>(quotas);
  c = with(c, c.scenario());
  const HtmlPage page = pageOf(c);
  EXPECT_EQ(figure(page, "nq04", "020", "1", "target"), "66.25%");
  EXPECT_TRUE(contains(source(c), "Target 50% · due by 31/12/2023")) << source(c);
}

TEST(HtmlReport, SeveralRoundsAreShownOneByOne) {
  ReportCase c;
  Scenario scenario = c.scenario();
  for (int i = 2; i <= 8; ++i) {
    Round& round = scenario.rounds.emplace_back();
    round.key = "r" + std::to_string(i);
    round.name = "Đợt " + std::to_string(i);
    round.date = test::day("2024-0" + std::to_string(i) + "-01");
  }
  c = with(c, scenario);
  const HtmlPage page = pageOf(c);
  std::vector<std::string> course;
  for (const HtmlElement& element : page.elements) {
    if (attribute(element, "data-field") == "course") course.push_back(element.text);
  }
  ASSERT_EQ(course.size(), 9U) << "one unit, the baseline and eight rounds";
  for (const std::string& figures : course) EXPECT_EQ(figures, "1/3 = 33.3% (−1)");
  EXPECT_EQ(page.all("section").back()->text.find("Annex 8. Moves of Đợt 8, 01/08/2024"), 0U);
}

TEST(HtmlReport, MovesOfARoundSayWhoFromWhereWhereToAndWhatWasSaid) {
  ReportCase c;
  Scenario scenario = c.scenario();
  Consent& consent = scenario.rounds[0].consultations[0].views;
  consent.noteOf(Party::kCadre) = {"Con còn nhỏ", test::day("2023-09-12")};
  consent.origin = View::kAgree;
  scenario.rounds[0].moves[0].reason = "Theo lộ trình";
  c = with(c, scenario);
  const std::vector<std::string> rows = rowsOf(pageOf(c), "data-moves", "developmental");
  ASSERT_EQ(rows.size(), 4U);  // two of headings, two moves
  EXPECT_EQ(rows[2],
            "1Cán bộ c1Title secretary, Đơn vị 00640Đơn vị 020"
            "Title secretary, Đơn vị 00643Đơn vị 020RotationTheo lộ trình"
            "Disagrees12/09/2023: Con còn nhỏAgreesNot asked");
}

TEST(HtmlReport, YearsOfBirthAreShownAndNoMoreOfIt) {
  ReportCase c;
  Roster roster = *c.plan.roster;
  roster.cadres[0].birth = test::day("1975-04-02");
  c.plan.roster = std::make_shared<const Roster>(roster);
  EXPECT_EQ(rowsOf(pageOf(c), "data-moves", "developmental")[2].find("1Cán bộ c11975Title"), 0U);
  EXPECT_FALSE(contains(source(c), "02/04/1975"));
}

TEST(HtmlReport, ForcedDeparturesHaveATableOfTheirOwn) {
  ReportCase c;
  Scenario scenario = c.scenario();
  scenario.rounds[0].moves[1].directive = "Chỉ thị 24-CT/TU";
  scenario.rounds[0].moves[1].to = PostId{};
  c = with(c, scenario);
  const HtmlPage page = pageOf(c);
  const std::vector<std::string> forced = rowsOf(page, "data-moves", "forced");
  ASSERT_EQ(forced.size(), 3U);
  EXPECT_TRUE(contains(forced[1], "Cán bộ c2")) << forced[1];
  EXPECT_TRUE(contains(forced[1], "leaves office")) << forced[1];
  EXPECT_TRUE(contains(forced[1], "Chỉ thị 24-CT/TU")) << forced[1];
  EXPECT_TRUE(contains(forced[2], "Resignation")) << forced[2];
  for (const std::string& row : rowsOf(page, "data-moves", "developmental")) {
    EXPECT_FALSE(contains(row, "Cán bộ c2")) << row;
    EXPECT_FALSE(contains(row, "Resignation")) << row;
  }
}

TEST(HtmlReport, AMoveThatDoesNotHappenIsMarked) {
  const std::vector<std::string> rows = rowsOf(pageOf(ReportCase()), "data-moves", "forced");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_TRUE(contains(rows[1], "does not happen")) << rows[1];
  EXPECT_FALSE(
      contains(rowsOf(pageOf(ReportCase()), "data-moves", "developmental")[2], "does not happen"));
}

TEST(HtmlReport, FindingsStandWithTheirSeverityAndWaiversWithTheirReason) {
  const std::string text = pageOf(ReportCase()).all("body")[0]->text;
  EXPECT_TRUE(contains(text, "■ Hard")) << text;
  EXPECT_TRUE(contains(text, "▲ Soft")) << text;
  EXPECT_TRUE(contains(text, "24 months in post, 36 needed; 65-QĐ/TW")) << text;
  EXPECT_TRUE(contains(text, "12 months in post, 36 needed; 65-QĐ/TWThiếu người")) << text;
  EXPECT_TRUE(contains(text, "Cannot happen")) << text;
}

TEST(HtmlReport, AWaiverOfNothingSaysSo) {
  ReportCase c;
  Scenario scenario = c.scenario();
  scenario.rounds[0].moves[0].waivers = {{"relatives", "Đã thống nhất", nullptr}};
  c = with(c, scenario);
  EXPECT_TRUE(contains(pageOf(c).all("body")[0]->text, "nothing to waive nowĐã thống nhất"));
}

TEST(HtmlReport, DeparturesBetweenRoundsAreListed) {
  const std::string text = pageOf(ReportCase()).all("body")[0]->text;
  EXPECT_TRUE(contains(text, "1Cán bộ c3Title chairman, Đơn vị 00643Đơn vị 02030/09/2023")) << text;
}

TEST(HtmlReport, LeavesRoomForSignatures) {
  const std::string vi = pageOf(ReportCase(), Language::kVietnamese).all("body")[0]->text;
  EXPECT_TRUE(contains(vi, "NGƯỜI LẬP BIỂU"));
  EXPECT_TRUE(contains(vi, "THỦ TRƯỞNG ĐƠN VỊ"));
}

TEST(HtmlReport, OfTheBaselineAlone) {
  ReportCase c;
  c.timeline = simulateBaseline(c.plan);
  const HtmlPage page = test::readHtml(htmlReport(c.plan, nullptr, c.timeline, Language::kEnglish));
  EXPECT_EQ(page.mistake, "");
  EXPECT_EQ(figure(page, "nq04", "020", "0", "unknown"), "1");
  EXPECT_EQ(figure(page, "nq04", "020", "1", "attained"), "(none)");
  const std::string& text = page.all("body")[0]->text;
  EXPECT_FALSE(contains(text, "Annex"));
  EXPECT_TRUE(contains(text, "There are no waivers."));
  EXPECT_TRUE(contains(text, "No findings")) << text;
  EXPECT_TRUE(contains(text, "Nobody&#39;s service ends")) << text;
}

TEST(HtmlReport, OfAPlanWithNothingInIt) {
  const Plan plan = emptyPlan();
  const HtmlPage page =
      test::readHtml(htmlReport(plan, nullptr, simulateBaseline(plan), Language::kVietnamese));
  EXPECT_EQ(page.mistake, "");
  EXPECT_TRUE(contains(page.all("body")[0]->text, "chưa có chỉ tiêu"));
}

// Every text that can come from a plan, each with a number of its own.
class Hostile {
 public:
  std::string operator()() {
    return "<script>alert(\"" + std::to_string(++count_) +
           "\" & '2')</script><!-- ]]> &amp; \u202E\u2028 \xFF" + std::string(1, '\0') + "</style>";
  }
  [[nodiscard]] int count() const { return count_; }

 private:
  int count_ = 0;
};

ReportCase hostileCase(Hostile& hostile) {
  ReportCase c;
  PlanHeader header = *c.plan.header;
  header.title = hostile();
  c.plan.header = std::make_shared<const PlanHeader>(header);
  Structure structure = *c.plan.structure;
  for (Unit& unit : structure.units) {
    unit.name = hostile();
    if (&unit != &structure.units.front()) unit.key = hostile();
  }
  for (Title& title : structure.titles) {
    title.name.vi = hostile();
    title.name.en = hostile();
  }
  for (Post& post : structure.posts) post.key = hostile();
  c.plan.structure = makeStructure(structure);
  Roster roster = *c.plan.roster;
  for (Cadre& cadre : roster.cadres) {
    cadre.name = hostile();
    cadre.key = hostile();
  }
  c.plan.roster = std::make_shared<const Roster>(roster);
  QuotaSet quotas = *c.plan.quota_set;
  quotas.quotas[0].key = hostile();
  quotas.quotas[0].name = {hostile(), hostile(), nullptr};
  c.plan.quota_set = std::make_shared<const QuotaSet>(quotas);
  RuleSet rules;
  rules.rules = c.plan.rule_set->rules;
  for (RuleSetting& rule : rules.rules) rule.source = hostile();
  c.plan.rule_set = std::make_shared<const RuleSet>(rules);
  Scenario scenario = c.scenario();
  scenario.name = hostile();
  for (Round& round : scenario.rounds) {
    round.name = hostile();
    for (Move& move : round.moves) {
      move.reason = hostile();
      Consent& views = test::say(round, move.cadre, move.to).views;
      for (const Party party : kParties) views.noteOf(party).note = hostile();
      for (Waiver& waiver : move.waivers) waiver.reason = hostile();
    }
    round.moves.back().directive = hostile();
    round.moves.front().waivers = {{hostile(), hostile(), nullptr}};
  }
  return with(c, scenario);
}

TEST(HtmlReport, NothingFromThePlanBecomesMarkup) {
  for (const Language language : {Language::kVietnamese, Language::kEnglish}) {
    Hostile hostile;
    const ReportCase c = hostileCase(hostile);
    ASSERT_GT(hostile.count(), 30);
    const std::string text = source(c, language);
    const HtmlPage page = test::readHtml(text);
    EXPECT_EQ(page.mistake, "");
    EXPECT_FALSE(contains(text, "<script"));
    EXPECT_FALSE(contains(text, "<!--"));
    EXPECT_EQ(page.all("style").size(), 1U);
    EXPECT_EQ(page.all("style")[0]->text, reportStyle());
    EXPECT_EQ(text.find('\0'), std::string::npos);
    EXPECT_FALSE(contains(text, "\u202E"));
    EXPECT_FALSE(contains(text, "\xFF"));
    // All of it is present, as text.
    EXPECT_TRUE(contains(page.all("title")[0]->text, "&lt;script&gt;alert(&quot;1&quot;"));
    std::set<std::string> seen;
    for (std::size_t at = text.find("alert(&quot;"); at != std::string::npos;
         at = text.find("alert(&quot;", at + 1)) {
      seen.insert(text.substr(at, 18));
    }
    EXPECT_GT(seen.size(), 20U);
  }
}

}  // namespace
}  // namespace cadre::report
