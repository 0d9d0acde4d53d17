#include "report/timeline_text.h"

#include <gtest/gtest.h>

#include "report_case.h"

namespace cadre::report {
namespace {

TEST(TimelineText, InVietnamese) {
  const test::ReportCase c;
  EXPECT_EQ(timelineText(c.plan, &c.scenario(), c.timeline, text::Language::kVietnamese),
            R"text(Kế hoạch · Phương án A
Hiện trạng, 27/07/2023: 0 lượt điều chuyển, 0 người thôi công tác
  Đơn vị 020: 1/3 = 33,3%, cần 2, thiếu 1, vượt 0, khuyết 0, chưa rõ 1 (Không là người địa phương)
Đợt 1, 01/10/2023: 2 lượt điều chuyển, 1 người thôi công tác
  Đơn vị 020: 1/3 = 33,3%, cần 2, thiếu 1, vượt 0, khuyết 1, chưa rõ 0 (Không là người địa phương)
  Bắt buộc [gone] Cán bộ c3: đã thôi công tác từ 30/09/2023, không điều chuyển được
  Bắt buộc [months_in_post] Cán bộ c1 (00643/secretary): mới giữ chức vụ 24 tháng, cần 36 tháng; 65-QĐ/TW
  Bắt buộc [months_in_post] Cán bộ c2 (00640/secretary): mới giữ chức vụ 12 tháng, cần 36 tháng; 65-QĐ/TW — trường hợp đặc biệt
  Khuyến nghị [consent] Cán bộ c1 (00643/secretary): cán bộ không đồng ý; Phúc Thọ
)text");
}

TEST(TimelineText, InEnglish) {
  const test::ReportCase c;
  EXPECT_EQ(timelineText(c.plan, &c.scenario(), c.timeline, text::Language::kEnglish),
            R"text(Kế hoạch · Phương án A
Baseline, 27/07/2023: 0 moves, 0 departures
  Đơn vị 020: 1/3 = 33.3%, needed 2, shortfall 1, surplus 0, vacant 0, unknown 1 (Non-local heads)
Đợt 1, 01/10/2023: 2 moves, 1 departures
  Đơn vị 020: 1/3 = 33.3%, needed 2, shortfall 1, surplus 0, vacant 1, unknown 0 (Non-local heads)
  Hard [gone] Cán bộ c3: service ended on 30/09/2023, cannot be moved
  Hard [months_in_post] Cán bộ c1 (00643/secretary): 24 months in post, 36 needed; 65-QĐ/TW
  Hard [months_in_post] Cán bộ c2 (00640/secretary): 12 months in post, 36 needed; 65-QĐ/TW — waived
  Soft [consent] Cán bộ c1 (00643/secretary): disagreeing: the official; Phúc Thọ
)text");
}

TEST(TimelineText, FindingsAlone) {
  const test::ReportCase c;
  EXPECT_EQ(findingsText(c.plan, c.scenario(), c.timeline, text::Language::kEnglish),
            R"text(Phương án A
 Đợt 1 (01/10/2023)
  Hard [gone] Cán bộ c3: service ended on 30/09/2023, cannot be moved
  Hard [months_in_post] Cán bộ c1 (00643/secretary): 24 months in post, 36 needed; 65-QĐ/TW
  Hard [months_in_post] Cán bộ c2 (00640/secretary): 12 months in post, 36 needed; 65-QĐ/TW — waived
  Soft [consent] Cán bộ c1 (00643/secretary): disagreeing: the official; Phúc Thọ
)text");
}

}  // namespace
}  // namespace cadre::report
