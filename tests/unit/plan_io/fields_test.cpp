// Every field of small complete plans of both versions taken out in turn, and replaced by every
// other type.
#include <array>
#include <string>
#include <unordered_set>
#include <vector>

#include <gtest/gtest.h>

#include "json_edit.h"

namespace cadre::plan_io::test {
namespace {

// The fields marked `?` in plan-format; every other field is required.
const std::unordered_set<std::string> kOptional = {
    "/units/*/parent",
    "/units/*/tile",
    "/units/*/grades",
    "/groupings",
    "/groupings/*/groups/*/tile",
    "/posts/*/incumbent",
    "/posts/*/locked",
    "/posts/*/field",
    "/cadres/*/birth",
    "/cadres/*/gender",
    "/cadres/*/native_place",
    "/cadres/*/birthplace",
    "/cadres/*/residence",
    "/cadres/*/in_post_since",
    "/cadres/*/terms_as_head_here",
    "/cadres/*/service_ends",
    "/cadres/*/fields",
    "/cadres/*/pool",
    "/cadres/*/pool/*/unit",
    "/cadres/*/left",
    "/cadres/*/left/directive",
    "/cadres/*/grades",
    "/cadres/*/discipline",
    "/cadres/*/relatives",
    "/cadres/*/preferences",
    "/cadres/*/group",
    "/quotas/*/by",
    "/quotas/*/overrides",
    "/quotas/*/overrides/*",
    "/quotas/*/overrides/k1",
    "/caps",
    "/caps/moves_per_district_per_round",
    "/caps/moves_per_round",
    "/caps/per_group",
    "/caps/per_round",
    "/mobility",
    "/costs",
    "/costs/leave",
    "/costs/soft_rule",
    "/costs/field_mismatch",
    "/costs/district_step",
    "/risk",
    "/risk/agree",
    "/risk/unasked",
    "/risk/concern",
    "/risk/disagree",
    "/risk/leaves_per_year",
    "/scenarios/*/based_on",
    "/scenarios/*/rounds/*/status",
    "/scenarios/*/rounds/*/consultations",
    "/scenarios/*/rounds/*/consultations/*/on",
    "/scenarios/*/rounds/*/consultations/*/views",
    "/scenarios/*/rounds/*/consultations/*/views/cadre",
    "/scenarios/*/rounds/*/consultations/*/views/origin",
    "/scenarios/*/rounds/*/consultations/*/views/destination",
    "/scenarios/*/rounds/*/consultations/*/views/cadre_note",
    "/scenarios/*/rounds/*/consultations/*/views/cadre_on",
    "/scenarios/*/rounds/*/consultations/*/wishes",
    "/scenarios/*/rounds/*/consultations/*/note",
    "/scenarios/*/rounds/*/moves/*/reason",
    "/scenarios/*/rounds/*/moves/*/pinned",
    "/scenarios/*/rounds/*/moves/*/consent",
    "/scenarios/*/rounds/*/moves/*/consent/cadre",
    "/scenarios/*/rounds/*/moves/*/consent/origin",
    "/scenarios/*/rounds/*/moves/*/consent/destination",
    "/scenarios/*/rounds/*/moves/*/consent/cadre_note",
    "/scenarios/*/rounds/*/moves/*/consent/cadre_on",
    "/scenarios/*/rounds/*/moves/*/directive",
    "/scenarios/*/rounds/*/moves/*/waivers",
    "/scenarios/*/rounds/*/moves/*/keep",
};

std::vector<std::string> smallPlans() { return {smallPlan(), smallPlan2()}; }

std::string without(JsonValue root, std::string_view pointer) {
  remove(root, pointer);
  return toJson(root);
}

std::string with(JsonValue root, std::string_view pointer, std::string_view json) {
  set(root, pointer, parsed(json));
  return toJson(root);
}

bool isField(JsonValue& root, const std::string& pointer) {
  return find(root, pointer.substr(0, pointer.rfind('/')))->object() != nullptr;
}

TEST(Fields, EachTakenOutInTurn) {
  std::unordered_set<std::string> seen;
  for (const std::string& plan : smallPlans()) {
    JsonValue root = parsed(plan);
    for (const std::string& pointer : pointersOf(root)) {
      if (!isField(root, pointer)) continue;
      const Errors errors = errorsOf(without(root, pointer));
      const std::string pattern = patternOf(pointer);
      seen.insert(pattern);
      if (pattern == "/groupings") {  // what named it says so
        EXPECT_TRUE(has(errors, ErrorCode::kDangling, "/mobility/within"));
        continue;
      }
      if (kOptional.contains(pattern)) {
        EXPECT_EQ(summary(errors), summary({})) << pointer;
      } else {
        EXPECT_TRUE(has(errors, ErrorCode::kMissing, pointer)) << pointer;
      }
    }
  }
  for (const std::string& pattern : kOptional) EXPECT_TRUE(seen.contains(pattern)) << pattern;
}

// Items of lists: the plan loads, or what named the item is reported; nothing else may happen.
TEST(Fields, EachItemTakenOutInTurn) {
  for (const std::string& plan : smallPlans()) {
    JsonValue root = parsed(plan);
    for (const std::string& pointer : pointersOf(root)) {
      if (isField(root, pointer)) continue;
      for (const Error& error : errorsOf(without(root, pointer))) {
        const bool is_tile = error.place.ends_with("/tile");
        const bool is_word = error.place == "/locality/level";
        EXPECT_EQ(error.code, is_tile   ? ErrorCode::kWrongType
                              : is_word ? ErrorCode::kBadValue
                                        : ErrorCode::kDangling)
            << pointer;
      }
    }
  }
}

// An id or null.
bool mayBeNull(const std::string& pattern) {
  return pattern == "/posts/*/incumbent" || pattern == "/scenarios/*/rounds/*/moves/*/to" ||
         pattern == "/scenarios/*/rounds/*/consultations/*/to";
}

void replaceByEveryOtherType(const std::string& plan) {
  constexpr std::array kValues = {"null", "true", "7", "\"x\"", "[]", "{}"};
  JsonValue root = parsed(plan);
  for (const std::string& pointer : pointersOf(root)) {
    const std::string pattern = patternOf(pointer);
    for (const std::string_view json : kValues) {
      const JsonValue value = parsed(json);
      if (value.value.index() == find(root, pointer)->value.index()) continue;
      const Errors errors = errorsOf(with(root, pointer, json));
      if (mayBeNull(pattern) && value.string() != nullptr) {
        EXPECT_TRUE(has(errors, ErrorCode::kDangling, pointer)) << pointer;
        continue;
      }
      if (value.isNull() && mayBeNull(pattern)) {
        EXPECT_EQ(summary(errors), summary({})) << pointer;
        continue;
      }
      if (pattern == "/cadres/*/pool/*" && value.object() != nullptr) {
        EXPECT_TRUE(has(errors, ErrorCode::kMissing, pointer + "/title") ||
                    has(errors, ErrorCode::kWrongType, pointer))
            << pointer;
        continue;
      }
      if (pattern == "/cadres/*/pool/*" && value.string() != nullptr) {
        EXPECT_TRUE(has(errors, ErrorCode::kDangling, pointer)) << pointer;
        continue;
      }
      // A tile is one value of two numbers.
      const std::size_t tile = pointer.find("/tile/");
      const std::string place = tile == std::string::npos ? pointer : pointer.substr(0, tile + 5);
      EXPECT_TRUE(has(errors, ErrorCode::kWrongType, place)) << pointer << " as " << json;
    }
  }
}

TEST(Fields, EachReplacedByEveryOtherType) {
  for (const std::string& plan : smallPlans()) replaceByEveryOtherType(plan);
}

TEST(Fields, RootOfEveryOtherType) {
  for (const std::string_view json : {"null", "true", "7", "\"x\"", "[]"}) {
    EXPECT_EQ(summary(errorsOf(json)), std::vector<std::string>{"type "}) << json;
  }
  EXPECT_EQ(summary(errorsOf("{}")),
            (std::vector<std::string>{"missing /format", "missing /version"}));
}

}  // namespace
}  // namespace cadre::plan_io::test
