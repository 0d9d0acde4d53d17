#include "report/timeline_json.h"

#include <gtest/gtest.h>

#include "json/parse.h"
#include "report_case.h"

namespace cadre::report {
namespace {

TEST(TimelineJson, IsTheJsonOfTheContract) {
  const test::ReportCase c;
  EXPECT_EQ(timelineJson(c.plan, &c.scenario(), c.timeline, text::Language::kEnglish), R"json({
  "scenario": "a",
  "rounds": [
    {
      "round": null,
      "date": "2023-07-27",
      "cells": [
        {"quota": "nq04", "unit": "020", "posts": 3, "attained": 1, "needed": 2, "shortfall": 1, "surplus": 0, "vacant": 0, "unknown": 1}
      ],
      "moves": 0,
      "findings": []
    },
    {
      "round": "r1",
      "date": "2023-10-01",
      "cells": [
        {"quota": "nq04", "unit": "020", "posts": 3, "attained": 1, "needed": 2, "shortfall": 1, "surplus": 0, "vacant": 1, "unknown": 0}
      ],
      "moves": 2,
      "findings": [
        {"severity": "hard", "rule": "gone", "cadre": "c3", "post": null, "message": "service ended on 30/09/2023, cannot be moved", "waived": false},
        {"severity": "hard", "rule": "months_in_post", "cadre": "c1", "post": "00643/secretary", "message": "24 months in post, 36 needed; 65-QĐ/TW", "waived": false},
        {"severity": "hard", "rule": "months_in_post", "cadre": "c2", "post": "00640/secretary", "message": "12 months in post, 36 needed; 65-QĐ/TW", "waived": true},
        {"severity": "soft", "rule": "consent", "cadre": "c1", "post": "00643/secretary", "message": "disagreeing: the official; Phúc Thọ", "waived": false}
      ]
    }
  ]
}
)json");
}

TEST(TimelineJson, BaselineAlone) {
  const test::ReportCase c;
  Timeline baseline = c.timeline;
  baseline.rounds.resize(1);
  EXPECT_EQ(timelineJson(c.plan, nullptr, baseline, text::Language::kEnglish), R"json({
  "scenario": null,
  "rounds": [
    {
      "round": null,
      "date": "2023-07-27",
      "cells": [
        {"quota": "nq04", "unit": "020", "posts": 3, "attained": 1, "needed": 2, "shortfall": 1, "surplus": 0, "vacant": 0, "unknown": 1}
      ],
      "moves": 0,
      "findings": []
    }
  ]
}
)json");
}

TEST(TimelineJson, IsJsonInBothLanguages) {
  const test::ReportCase c;
  for (const text::Language language : {text::Language::kVietnamese, text::Language::kEnglish}) {
    const std::string text = timelineJson(c.plan, &c.scenario(), c.timeline, language);
    EXPECT_TRUE(parseJson(text).has_value());
    EXPECT_EQ(text.back(), '\n');
  }
}

}  // namespace
}  // namespace cadre::report
