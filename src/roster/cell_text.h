// How an official stands in a row of a roster table: the fields, their column names, and the text
// of each cell.
//
// Export (report/csv.h) writes these texts and import (roster/import.h) reads them, so that what
// was exported changes nothing when it is imported. References carry the name for people and the id
// for the program: "Thị trấn Văn Điển [00640]". Lists have "; " between their items; an item that
// could be misread stands in quotes, doubled inside: "a; b".
#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/plan.h"
#include "text/strings.h"

namespace cadre::roster {

enum class Field : std::uint8_t {
  kIgnore,
  kId,
  kName,
  kBirth,
  kGender,
  kNativePlace,
  kBirthplace,
  kResidence,
  kPost,  // all posts that the official holds
  kUnit,  // with kTitle, another way to say a post
  kTitle,
  kInPostSince,
  kTermsAsHeadHere,
  kServiceEnds,
  kFields,
  kPool,
  kGrades,
  kDiscipline,
  kRelatives,
  kPreferences,
  kGroup,
};
inline constexpr std::size_t kFieldCount = static_cast<std::size_t>(Field::kGroup) + 1;

// The name of the column.
[[nodiscard]] text::Str labelOf(Field field);

// The columns of an export, in order: everything known of an official.
[[nodiscard]] std::span<const Field> exportedFields();

// The cells of a plan's roster in one language. REQUIRES: the plan outlives it.
class CellText {
 public:
  CellText(const Plan& plan, text::Language language);

  // REQUIRES: one of exportedFields(). Empty: not known.
  [[nodiscard]] std::string cell(CadreId cadre, Field field) const;

  // "Thị trấn Văn Điển [00640]".
  [[nodiscard]] std::string unit(UnitId unit) const;
  // "Bí thư Đảng ủy, Thị trấn Văn Điển [00640/secretary]".
  [[nodiscard]] std::string post(PostId post) const;
  // "Bí thư Đảng ủy", with the id where that is not clear.
  [[nodiscard]] const std::string& title(TitleId title) const { return titles_[title.index()]; }
  // "Nguyễn Văn An [c0417]".
  [[nodiscard]] std::string cadre(CadreId cadre) const;

 private:
  [[nodiscard]] std::string posts(CadreId cadre) const;
  [[nodiscard]] std::string residence(const Cadre& cadre) const;

  const Plan& plan_;
  text::Language language_;
  std::vector<std::string> titles_;         // by title
  std::vector<std::vector<PostId>> posts_;  // by cadre
};

// A number as it is written in a cell: shortest, with a decimal point.
[[nodiscard]] std::string numberText(double value);

// One item of a list: "text" or, in a list of pairs, "text: value".
struct ListItem {
  std::string text;
  std::optional<std::string> value;
};

// The items between semicolons or line breaks; nothing when a quote is not closed or something
// stands behind it. In a list of pairs the last colon divides an item.
[[nodiscard]] std::optional<std::vector<ListItem>> splitList(std::string_view cell, bool pairs);

// Without white space at both ends, also of the kinds that spreadsheets and web pages bring along.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace cadre::roster
