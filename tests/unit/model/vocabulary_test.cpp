#include "model/vocabulary.h"

#include <string>

#include <gtest/gtest.h>

namespace cadre {
namespace {

// Names read back to the same value, and every value has a label "<list>.<name>".
template <class E>
void expectConsistent(std::string_view list) {
  for (std::size_t i = 0; i < names<E>().size(); ++i) {
    const E value = static_cast<E>(i);
    const std::string name(nameOf(value));
    if (name.empty()) continue;
    EXPECT_EQ(fromName<E>(name), value) << list << "." << name;
    EXPECT_EQ(text::findKey(std::string(list) + "." + name), labelOf(value)) << list << "." << name;
  }
}

TEST(Vocabulary, NamesAndLabelsAgree) {
  expectConsistent<Gender>("gender");
  expectConsistent<EvaluationGrade>("grade");
  expectConsistent<DisciplineKind>("discipline");
  expectConsistent<MoveType>("move_type");
  expectConsistent<View>("view");
  expectConsistent<RoundStatus>("round_status");
  expectConsistent<LocalityBasis>("basis");
  expectConsistent<LocalityLevel>("locality_level");
  expectConsistent<Counts>("counts");
  expectConsistent<Severity>("severity");
}

TEST(Vocabulary, AnUnknownNameIsNothing) {
  EXPECT_FALSE(fromName<MoveType>("promotion").has_value());
  EXPECT_FALSE(fromName<MoveType>("").has_value());
  EXPECT_FALSE(fromName<Gender>("").has_value());
}

TEST(Vocabulary, GradesRiseFromTheLowest) {
  EXPECT_LT(EvaluationGrade::kNotCompleted, EvaluationGrade::kCompleted);
  EXPECT_LT(EvaluationGrade::kCompleted, EvaluationGrade::kGood);
  EXPECT_LT(EvaluationGrade::kGood, EvaluationGrade::kExcellent);
}

}  // namespace
}  // namespace cadre
