#include "report/why_not_text.h"

#include <string>

#include <gtest/gtest.h>

#include "json/parse.h"
#include "support/plan_builder.h"

namespace cadre::report {
namespace {

using propose::Change;
using propose::ChangeKind;
using propose::Reason;
using propose::Way;
using text::Language;

class WhyNotText : public ::testing::Test {
 protected:
  WhyNotText() {
    district = builder.district("020");
    const UnitId commune = builder.commune("00640", district);
    post = builder.post(commune, builder.secretary);
    builder[district].name = "Huyện Thanh Trì";
    const CadreId cadre = builder.cadre("c1", post);
    round = test::round("2023-10-01", {test::move(cadre, PostId{})});
    plan = builder.build();
  }

  [[nodiscard]] std::string vi(const Change& change) const {
    return changeText(plan, round, change, Language::kVietnamese);
  }
  [[nodiscard]] std::string proof(const Reason& reason) const {
    return proofText(plan, reason, Language::kVietnamese);
  }

  test::PlanBuilder builder;
  UnitId district;
  PostId post;
  Round round;
  Plan plan;
};

Change changeOf(ChangeKind kind, std::string_view rule = {}, std::int32_t from = 0,
                std::int32_t to = 0) {
  Change out;
  out.kind = kind;
  out.rule = rule;
  out.from = from;
  out.to = to;
  return out;
}

TEST_F(WhyNotText, EveryChangeHasItsWords) {
  EXPECT_TRUE(vi(changeOf(ChangeKind::kRuleLimit, "months_in_post", 36, 24))
                  .ends_with("từ 36 xuống 24 tháng"));
  EXPECT_TRUE(
      vi(changeOf(ChangeKind::kRuleLimit, "head_terms", 2, 3)).ends_with("từ 2 lên 3 nhiệm kỳ"));
  const std::string grade = vi(changeOf(ChangeKind::kRuleLimit, "grade", 2, 1));
  EXPECT_TRUE(grade.starts_with("hạ “")) << grade;
  EXPECT_EQ(grade.find('{'), std::string::npos) << grade;
  EXPECT_TRUE(vi(changeOf(ChangeKind::kSoftRule, "continuity")).ends_with("sang khuyến nghị"));
  EXPECT_EQ(vi(changeOf(ChangeKind::kDistrictCap, {}, 9, 10)),
            "nâng giới hạn mỗi quận, huyện từ 9 lên 10 lượt một đợt");
  EXPECT_EQ(vi(changeOf(ChangeKind::kRoundCap, {}, 9, 10)),
            "nâng giới hạn của đợt từ 9 lên 10 lượt");
  EXPECT_EQ(vi(changeOf(ChangeKind::kUnpin)), "bỏ lượt đang có của Cán bộ c1");
  round.moves.front().pinned = true;
  EXPECT_EQ(vi(changeOf(ChangeKind::kUnpin)), "bỏ ghim lượt của Cán bộ c1");
  Change unlock = changeOf(ChangeKind::kUnlock);
  unlock.post = post;
  EXPECT_TRUE(vi(unlock).starts_with("bỏ giữ nguyên vị trí "));
  EXPECT_EQ(vi(unlock).find('{'), std::string::npos);
  Change candidate = changeOf(ChangeKind::kCandidate);
  candidate.title = builder.chairman;
  EXPECT_EQ(vi(candidate).find('{'), std::string::npos);
  EXPECT_EQ(vi(changeOf(ChangeKind::kAcrossCity)), "cho điều chuyển giữa các quận, huyện");
}

TEST_F(WhyNotText, TheProofIsASentence) {
  Reason reason;
  reason.unit = district;
  reason.moves = 3;
  EXPECT_EQ(proof(reason), "Huyện Thanh Trì cần ít nhất 3 lượt; không phương án nào ít hơn");
  reason.shortfall = 2;
  reason.moves = 0;
  EXPECT_EQ(proof(reason), "Huyện Thanh Trì thiếu ít nhất 2, dù chuyển bao nhiêu lượt");
  reason.moves = 5;
  EXPECT_EQ(proof(reason),
            "Huyện Thanh Trì thiếu ít nhất 2, dù chuyển bao nhiêu lượt; để chỉ thiếu 2 cần ít nhất "
            "5 lượt");
  reason.is_capped = true;
  EXPECT_EQ(proof(reason), "Huyện Thanh Trì thiếu ít nhất 2 trong giới hạn số lượt hiện nay");
}

TEST_F(WhyNotText, WaysStandUnderTheirProof) {
  Reason reason;
  reason.unit = district;
  reason.shortfall = 3;
  reason.ways.push_back({changeOf(ChangeKind::kRuleLimit, "months_in_post", 36, 24), 3, 0});
  EXPECT_TRUE(whyNotText(plan, round, {reason}, Language::kVietnamese).ends_with(": thêm 3\n"));
  reason.is_possible = false;
  EXPECT_TRUE(whyNotText(plan, round, {reason}, Language::kEnglish)
                  .ends_with(": a plan exists, shortfall 0\n"));
  reason.ways.clear();
  EXPECT_TRUE(whyNotText(plan, round, {reason}, Language::kEnglish)
                  .ends_with("no single change makes a plan possible\n"));
  EXPECT_EQ(whyNotText(plan, round, {}, Language::kEnglish), "");
}

TEST_F(WhyNotText, JsonNamesThingsByTheirKeys) {
  Reason reason;
  reason.unit = district;
  reason.shortfall = 1;
  reason.ways.push_back({changeOf(ChangeKind::kRuleLimit, "grade", 2, 1), 1, 0});
  Change unlock = changeOf(ChangeKind::kUnlock);
  unlock.post = post;
  reason.ways.push_back({unlock, 1, 0});
  JsonWriter out;
  out.beginObject();
  writeReasons(out, "why_not", plan, round, {reason});
  out.endObject();
  const JsonValue found = parseJson(out.take()).value();
  const JsonValue& one = found.member("why_not")->array()->front();
  EXPECT_EQ(*one.member("unit")->string(), "020");
  EXPECT_TRUE(one.member("moves")->isNull());
  const auto& ways = *one.member("ways")->array();
  ASSERT_EQ(ways.size(), 2U);
  EXPECT_EQ(*ways[0].member("from")->string(), "good");
  EXPECT_EQ(*ways[0].member("to")->string(), "completed");
  EXPECT_EQ(*ways[1].member("post")->string(), "00640/secretary");
}

}  // namespace
}  // namespace cadre::report
