#include "report_case.h"

#include "simulate/simulate.h"

namespace cadre::test {

ReportCase::ReportCase() {
  PlanBuilder builder;
  builder.header.title = "Kế hoạch";
  const UnitId district = builder.district("020");
  const UnitId first = builder.commune("00640", district);
  const UnitId second = builder.commune("00643", district);
  const PostId p1 = builder.post(first, builder.secretary);
  const PostId p2 = builder.post(second, builder.secretary);
  const PostId p3 = builder.post(second, builder.chairman);
  const CadreId c1 = builder.cadre("c1", p1);
  const CadreId c2 = builder.cadre("c2", p2);
  const CadreId c3 = builder.cadre("c3", p3);
  builder[c1].native_place = first;
  builder[c1].in_post_since = day("2021-10-01");
  builder[c2].native_place = first;
  builder[c2].in_post_since = day("2022-10-01");
  builder[c3].service_ends = day("2023-09-30");
  builder.quota(Counts::kNonLocal, "0.5").key = "nq04";
  builder.quota_set.quotas[0].name = {"Không là người địa phương", "Non-local heads", nullptr};
  builder.rule("months_in_post", Severity::kHard, 36).source = "65-QĐ/TW";
  builder.rule("consent", Severity::kSoft, 0).source = "Phúc Thọ";
  Move back = move(c2, p1);
  back.waivers = {{"months_in_post", "Thiếu người", nullptr}};
  Round only =
      round("2023-10-01", {move(c1, p2), back, move(c3, PostId{}, MoveType::kResignation)});
  say(only, c1, p2, {.cadre = View::kDisagree});
  only.key = "r1";
  only.name = "Đợt 1";
  Scenario a = test::scenario({only});
  a.key = "a";
  a.name = "Phương án A";
  builder.scenario(a);
  plan = builder.build();
  timeline = simulate(plan, scenario());
}

}  // namespace cadre::test
