#include "roster/mapping.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "plan_io/key_index.h"
#include "text/fold.h"

namespace cadre::roster {
namespace {

struct Name {
  Field field;
  std::string_view folded;
};

// In addition to the names used by an export.
constexpr std::array kNames = {
    Name{Field::kId, "ma"},
    Name{Field::kId, "ma so"},
    Name{Field::kId, "ma can bo"},
    Name{Field::kId, "ma cb"},
    Name{Field::kId, "so hieu"},
    Name{Field::kId, "so hieu can bo"},
    Name{Field::kId, "id"},
    Name{Field::kId, "code"},
    Name{Field::kName, "ho va ten"},
    Name{Field::kName, "ho ten"},
    Name{Field::kName, "ho va ten can bo"},
    Name{Field::kName, "ten can bo"},
    Name{Field::kName, "can bo"},
    Name{Field::kName, "name"},
    Name{Field::kName, "full name"},
    Name{Field::kBirth, "ngay sinh"},
    Name{Field::kBirth, "ngay thang nam sinh"},
    Name{Field::kBirth, "sinh ngay"},
    Name{Field::kBirth, "birth"},
    Name{Field::kBirth, "born"},
    Name{Field::kBirth, "birth date"},
    Name{Field::kBirth, "birthday"},
    Name{Field::kBirth, "date of birth"},
    Name{Field::kGender, "gioi tinh"},
    Name{Field::kGender, "gioi"},
    Name{Field::kGender, "nam nu"},
    Name{Field::kGender, "sex"},
    Name{Field::kNativePlace, "que"},
    Name{Field::kNativePlace, "que quan"},
    Name{Field::kNativePlace, "nguyen quan"},
    Name{Field::kNativePlace, "hometown"},
    Name{Field::kBirthplace, "noi sinh"},
    Name{Field::kBirthplace, "place of birth"},
    Name{Field::kResidence, "noi cu tru"},
    Name{Field::kResidence, "noi o"},
    Name{Field::kResidence, "noi o hien nay"},
    Name{Field::kResidence, "cu tru"},
    Name{Field::kPost, "vi tri"},
    Name{Field::kPost, "vi tri cong tac"},
    Name{Field::kPost, "ma vi tri"},
    Name{Field::kPost, "position"},
    Name{Field::kPost, "posts"},
    Name{Field::kUnit, "don vi"},
    Name{Field::kUnit, "don vi cong tac"},
    Name{Field::kUnit, "noi cong tac"},
    Name{Field::kUnit, "xa phuong thi tran"},
    Name{Field::kUnit, "ma don vi"},
    Name{Field::kTitle, "chuc danh"},
    Name{Field::kTitle, "chuc vu"},
    Name{Field::kTitle, "chuc vu hien nay"},
    Name{Field::kInPostSince, "giu chuc vu tu"},
    Name{Field::kInPostSince, "giu chuc vu tu ngay"},
    Name{Field::kInPostSince, "ngay bo nhiem"},
    Name{Field::kInPostSince, "ngay giu chuc vu"},
    Name{Field::kInPostSince, "since"},
    Name{Field::kInPostSince, "appointed"},
    Name{Field::kTermsAsHeadHere, "so nhiem ky"},
    Name{Field::kTermsAsHeadHere, "nhiem ky"},
    Name{Field::kTermsAsHeadHere, "terms"},
    Name{Field::kServiceEnds, "thoi cong tac"},
    Name{Field::kServiceEnds, "ngay thoi cong tac"},
    Name{Field::kServiceEnds, "nghi huu"},
    Name{Field::kServiceEnds, "ngay nghi huu"},
    Name{Field::kServiceEnds, "thoi diem nghi huu"},
    Name{Field::kServiceEnds, "retires"},
    Name{Field::kServiceEnds, "retirement"},
    Name{Field::kFields, "linh vuc"},
    Name{Field::kFields, "chuyen mon"},
    Name{Field::kFields, "field"},
    Name{Field::kPool, "quy hoach"},
    Name{Field::kPool, "quy hoach chuc danh"},
    Name{Field::kPool, "pool"},
    Name{Field::kGrades, "xep loai"},
    Name{Field::kGrades, "muc xep loai"},
    Name{Field::kGrades, "danh gia xep loai"},
    Name{Field::kGrades, "evaluation"},
    Name{Field::kDiscipline, "ky luat"},
    Name{Field::kRelatives, "nguoi than"},
    Name{Field::kRelatives, "quan he gia dinh"},
    Name{Field::kPreferences, "nguyen vong"},
    Name{Field::kPreferences, "wishes"},
    Name{Field::kGroup, "nhom"},
};

// Folded, without text in parentheses, and with punctuation as spaces: "Ngày, tháng, năm sinh (*)"
// gives "ngay thang nam sinh".
std::string plainName(std::string_view header) {
  std::string words;
  int depth = 0;
  for (const char c : text::fold(header)) {
    if (c == '(') ++depth;
    const bool sign = std::string_view(".,:;/*-_()[]\"").find(c) != std::string_view::npos;
    if (depth == 0) words += sign ? ' ' : c;
    if (c == ')' && depth > 0) --depth;
  }
  return text::fold(trimmed(words));
}

using NameTable = std::unordered_map<std::string, Field>;

NameTable nameTable() {
  NameTable out;
  for (std::size_t i = 1; i < kFieldCount; ++i) {
    const auto field = static_cast<Field>(i);
    for (const text::Language language : {text::Language::kVietnamese, text::Language::kEnglish}) {
      out.emplace(plainName(text::get(labelOf(field), language)), field);
    }
  }
  for (const Name& name : kNames) out.emplace(name.folded, name.field);
  return out;
}

std::vector<Field> fieldsOf(const Table& table, std::size_t row, const NameTable& names) {
  std::vector<Field> out(table.columnCount(), Field::kIgnore);
  for (std::size_t column = 0; column < table.cellCount(row); ++column) {
    const auto found = names.find(plainName(withoutGuard(table.cell(row, column))));
    if (found == names.end() || std::find(out.begin(), out.end(), found->second) != out.end()) {
      continue;
    }
    out[column] = found->second;
  }
  return out;
}

// All cells below the heading, at least one, are ids of officials.
bool holdsIds(const Table& table, std::size_t header, std::size_t column,
              const plan_io::KeyIndex& keys) {
  constexpr std::size_t kRows = 200;
  bool any = false;
  for (std::size_t row = header + 1; row < std::min(table.rowCount(), header + kRows); ++row) {
    const std::string_view cell = withoutGuard(table.cell(row, column));
    if (cell.empty()) continue;
    if (!keys.cadres.contains(trimmed(cell))) return false;
    any = true;
  }
  return any;
}

}  // namespace

std::size_t Mapping::columnOf(Field field) const {
  const auto found = std::find(columns.begin(), columns.end(), field);
  return static_cast<std::size_t>(found - columns.begin());
}

void Mapping::assign(std::size_t column, Field field) {
  if (field != Field::kIgnore) {
    std::replace(columns.begin(), columns.end(), field, Field::kIgnore);
  }
  columns[column] = field;
}

Mapping guessMapping(const Table& table, const Plan& plan) {
  constexpr std::size_t kFirstRows = 15;
  const NameTable names = nameTable();
  Mapping out;
  std::ptrdiff_t understood = -1;
  for (std::size_t row = 0; row < std::min(table.rowCount(), kFirstRows); ++row) {
    std::vector<Field> fields = fieldsOf(table, row, names);
    const auto known = static_cast<std::ptrdiff_t>(fields.size()) -
                       std::count(fields.begin(), fields.end(), Field::kIgnore);
    if (known <= understood) continue;
    understood = known;
    out.header = row;
    out.columns = std::move(fields);
  }
  if (out.has(Field::kId)) return out;
  const plan_io::KeyIndex keys = plan_io::indexOf(plan);
  for (std::size_t column = 0; column < out.columns.size(); ++column) {
    if (out.columns[column] != Field::kIgnore) continue;
    if (!holdsIds(table, out.header, column, keys)) continue;
    out.columns[column] = Field::kId;
    break;
  }
  return out;
}

}  // namespace cadre::roster
