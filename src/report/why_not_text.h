// Why a shortfall remains, as text and as JSON.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/message.h"
#include "json/writer.h"
#include "model/plan.h"
#include "propose/why_not/why_not.h"
#include "text/strings.h"

namespace cadre::report {

// "giảm … từ 36 xuống 24 tháng". `round` is the round that the proposal was made for.
[[nodiscard]] std::string changeText(const Plan& plan, const Round& round,
                                     const propose::Change& change, text::Language language);

// "giảm … từ 36 xuống 24 tháng: thêm 3"; if there was no plan, says that the change makes one
// possible.
[[nodiscard]] std::string wayText(const Plan& plan, const Round& round,
                                  const propose::Reason& reason, const propose::Way& way,
                                  text::Language language);

// What is proven: "Huyện Thanh Trì cần ít nhất 3 lượt; không phương án nào ít hơn".
[[nodiscard]] std::string proofText(const Plan& plan, const propose::Reason& reason,
                                    text::Language language);

// Says that nothing helps, as far as it was computed; "" where something does or nothing is short.
[[nodiscard]] std::string noWayText(const Plan& plan, const propose::Reason& reason,
                                    text::Language language);
// A change of which nothing is known.
[[nodiscard]] std::string notComputedText(const Plan& plan, const Round& round,
                                          const propose::Change& change, text::Language language);

// All of it, one thing on a line; empty when there is nothing to say.
[[nodiscard]] std::string whyNotText(const Plan& plan, const Round& round,
                                     const std::vector<propose::Reason>& reasons,
                                     text::Language language);

// A list of reasons: {"unit", "possible", "shortfall", "moves", "ways": [{"change", …, "gain",
// "shortfall"}], "not_computed": [{"change", …}]}. "unit" is null for the whole, "moves" where it
// is not known.
void writeReasons(JsonWriter& out, std::string_view name, const Plan& plan, const Round& round,
                  const std::vector<propose::Reason>& reasons);

}  // namespace cadre::report
