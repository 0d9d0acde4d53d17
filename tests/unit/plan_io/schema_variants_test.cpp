// plan_io accepts and refuses what the JSON Schema does: tests/schema/check.mjs runs the same list.
#include <gtest/gtest.h>

#include "json_edit.h"

namespace cadre::plan_io::test {
namespace {

TEST(SchemaVariants, SmallPlansLoad) {
  EXPECT_EQ(summary(errorsOf(smallPlan())), summary({}));
  EXPECT_EQ(summary(errorsOf(smallPlan2())), summary({}));
}

TEST(SchemaVariants, LoaderAgreesWithSchema) {
  const JsonValue variants = parsed(repositoryFile("tests/schema/variants.json"));
  ASSERT_GT(variants.array()->size(), 12U);
  for (const JsonValue& variant : *variants.array()) {
    JsonValue plan = parsed(variant.member("of") == nullptr ? smallPlan() : smallPlan2());
    const std::string& at = *variant.member("at")->string();
    const JsonValue* value = variant.member("set");
    if (value != nullptr) {
      set(plan, at, *value);
    } else {
      remove(plan, at);
    }
    EXPECT_EQ(errorsOf(toJson(plan)).empty(), *variant.member("accepted")->boolean())
        << *variant.member("name")->string();
  }
}

}  // namespace
}  // namespace cadre::plan_io::test
