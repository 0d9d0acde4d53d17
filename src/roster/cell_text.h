// An official as a row of a roster table: the fields, their column names, and the text of each
// cell.
//
// Export (report/csv.h) writes these texts and import (roster/import.h) reads them, so that
// importing an export changes nothing. References contain the name for people and the id for the
// program: "Thị trấn Văn Điển [00640]". List items are separated by "; "; an item that could be
// misread is quoted, with quotes doubled inside: "a; b".
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
  kUnit,  // with kTitle, another way to specify a post
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

// The columns of an export, in order: all data of an official.
[[nodiscard]] std::span<const Field> exportedFields();

// The cells of a plan's roster in one language. REQUIRES: the plan outlives it.
class CellText {
 public:
  CellText(const Plan& plan, text::Language language);

  // REQUIRES: one of exportedFields(). Empty if unknown.
  [[nodiscard]] std::string cell(CadreId cadre, Field field) const;

  // "Thị trấn Văn Điển [00640]".
  [[nodiscard]] std::string unit(UnitId unit) const;
  // "Bí thư Đảng ủy, Thị trấn Văn Điển [00640/secretary]".
  [[nodiscard]] std::string post(PostId post) const;
  // "Bí thư Đảng ủy", with the id if the name is ambiguous.
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

// A number as written in a cell: shortest form, with a decimal point.
[[nodiscard]] std::string numberText(double value);

// One item of a list: "text" or, in a list of pairs, "text: value".
struct ListItem {
  std::string text;
  std::optional<std::string> value;
};

// The items separated by semicolons or line breaks; empty when a quote is not closed or is followed
// by more text. In a list of pairs the last colon separates the two parts of an item.
[[nodiscard]] std::optional<std::vector<ListItem>> splitList(std::string_view cell, bool pairs);

// Removes white space at both ends, including the kinds added by spreadsheets and web pages.
[[nodiscard]] std::string_view trimmed(std::string_view text);

}  // namespace cadre::roster
