#include "plan_io/roster_mapping.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "plan_io/key_index.h"
#include "text/fold.h"

namespace cadre::plan_io {
namespace {

struct Name {
  RosterField field;
  std::string_view folded;
};

// Beside the names that an export writes.
constexpr std::array kNames = {
    Name{RosterField::kId, "ma"},
    Name{RosterField::kId, "ma so"},
    Name{RosterField::kId, "ma can bo"},
    Name{RosterField::kId, "ma cb"},
    Name{RosterField::kId, "so hieu"},
    Name{RosterField::kId, "so hieu can bo"},
    Name{RosterField::kId, "id"},
    Name{RosterField::kId, "code"},
    Name{RosterField::kName, "ho va ten"},
    Name{RosterField::kName, "ho ten"},
    Name{RosterField::kName, "ho va ten can bo"},
    Name{RosterField::kName, "ten can bo"},
    Name{RosterField::kName, "can bo"},
    Name{RosterField::kName, "name"},
    Name{RosterField::kName, "full name"},
    Name{RosterField::kBirth, "ngay sinh"},
    Name{RosterField::kBirth, "ngay thang nam sinh"},
    Name{RosterField::kBirth, "sinh ngay"},
    Name{RosterField::kBirth, "birth"},
    Name{RosterField::kBirth, "born"},
    Name{RosterField::kBirth, "birth date"},
    Name{RosterField::kBirth, "birthday"},
    Name{RosterField::kBirth, "date of birth"},
    Name{RosterField::kGender, "gioi tinh"},
    Name{RosterField::kGender, "gioi"},
    Name{RosterField::kGender, "nam nu"},
    Name{RosterField::kGender, "sex"},
    Name{RosterField::kNativePlace, "que"},
    Name{RosterField::kNativePlace, "que quan"},
    Name{RosterField::kNativePlace, "nguyen quan"},
    Name{RosterField::kNativePlace, "hometown"},
    Name{RosterField::kBirthplace, "noi sinh"},
    Name{RosterField::kBirthplace, "place of birth"},
    Name{RosterField::kResidence, "noi cu tru"},
    Name{RosterField::kResidence, "noi o"},
    Name{RosterField::kResidence, "noi o hien nay"},
    Name{RosterField::kResidence, "cu tru"},
    Name{RosterField::kPost, "vi tri"},
    Name{RosterField::kPost, "vi tri cong tac"},
    Name{RosterField::kPost, "ma vi tri"},
    Name{RosterField::kPost, "position"},
    Name{RosterField::kPost, "posts"},
    Name{RosterField::kUnit, "don vi"},
    Name{RosterField::kUnit, "don vi cong tac"},
    Name{RosterField::kUnit, "noi cong tac"},
    Name{RosterField::kUnit, "xa phuong thi tran"},
    Name{RosterField::kUnit, "ma don vi"},
    Name{RosterField::kTitle, "chuc danh"},
    Name{RosterField::kTitle, "chuc vu"},
    Name{RosterField::kTitle, "chuc vu hien nay"},
    Name{RosterField::kInPostSince, "giu chuc vu tu"},
    Name{RosterField::kInPostSince, "giu chuc vu tu ngay"},
    Name{RosterField::kInPostSince, "ngay bo nhiem"},
    Name{RosterField::kInPostSince, "ngay giu chuc vu"},
    Name{RosterField::kInPostSince, "since"},
    Name{RosterField::kInPostSince, "appointed"},
    Name{RosterField::kTermsAsHeadHere, "so nhiem ky"},
    Name{RosterField::kTermsAsHeadHere, "nhiem ky"},
    Name{RosterField::kTermsAsHeadHere, "terms"},
    Name{RosterField::kServiceEnds, "thoi cong tac"},
    Name{RosterField::kServiceEnds, "ngay thoi cong tac"},
    Name{RosterField::kServiceEnds, "nghi huu"},
    Name{RosterField::kServiceEnds, "ngay nghi huu"},
    Name{RosterField::kServiceEnds, "thoi diem nghi huu"},
    Name{RosterField::kServiceEnds, "retires"},
    Name{RosterField::kServiceEnds, "retirement"},
    Name{RosterField::kFields, "linh vuc"},
    Name{RosterField::kFields, "chuyen mon"},
    Name{RosterField::kFields, "field"},
    Name{RosterField::kPool, "quy hoach"},
    Name{RosterField::kPool, "quy hoach chuc danh"},
    Name{RosterField::kPool, "pool"},
    Name{RosterField::kGrades, "xep loai"},
    Name{RosterField::kGrades, "muc xep loai"},
    Name{RosterField::kGrades, "danh gia xep loai"},
    Name{RosterField::kGrades, "evaluation"},
    Name{RosterField::kDiscipline, "ky luat"},
    Name{RosterField::kRelatives, "nguoi than"},
    Name{RosterField::kRelatives, "quan he gia dinh"},
    Name{RosterField::kPreferences, "nguyen vong"},
    Name{RosterField::kPreferences, "wishes"},
    Name{RosterField::kGroup, "nhom"},
};

// Folded, without what stands in parentheses, and with signs as spaces: "Ngày, tháng, năm sinh (*)"
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

using NameTable = std::unordered_map<std::string, RosterField>;

NameTable nameTable() {
  NameTable out;
  for (std::size_t i = 1; i < kRosterFields; ++i) {
    const auto field = static_cast<RosterField>(i);
    for (const text::Language language : {text::Language::kVietnamese, text::Language::kEnglish}) {
      out.emplace(plainName(text::get(labelOf(field), language)), field);
    }
  }
  for (const Name& name : kNames) out.emplace(name.folded, name.field);
  return out;
}

std::vector<RosterField> fieldsOf(const Table& table, std::size_t row, const NameTable& names) {
  std::vector<RosterField> out(table.columnCount(), RosterField::kIgnore);
  for (std::size_t column = 0; column < table.cellCount(row); ++column) {
    const auto found = names.find(plainName(withoutGuard(table.cell(row, column))));
    if (found == names.end() || std::find(out.begin(), out.end(), found->second) != out.end()) {
      continue;
    }
    out[column] = found->second;
  }
  return out;
}

// All cells below the names, and at least one, are ids of officials.
bool holdsIds(const Table& table, std::size_t header, std::size_t column, const KeyIndex& keys) {
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

std::size_t RosterMapping::columnOf(RosterField field) const {
  const auto found = std::find(columns.begin(), columns.end(), field);
  return static_cast<std::size_t>(found - columns.begin());
}

void RosterMapping::assign(std::size_t column, RosterField field) {
  if (field != RosterField::kIgnore) {
    std::replace(columns.begin(), columns.end(), field, RosterField::kIgnore);
  }
  columns[column] = field;
}

RosterMapping guessMapping(const Table& table, const Plan& plan) {
  constexpr std::size_t kFirstRows = 15;
  const NameTable names = nameTable();
  RosterMapping out;
  std::ptrdiff_t understood = -1;
  for (std::size_t row = 0; row < std::min(table.rowCount(), kFirstRows); ++row) {
    std::vector<RosterField> fields = fieldsOf(table, row, names);
    const auto known = static_cast<std::ptrdiff_t>(fields.size()) -
                       std::count(fields.begin(), fields.end(), RosterField::kIgnore);
    if (known <= understood) continue;
    understood = known;
    out.header = row;
    out.columns = std::move(fields);
  }
  if (out.has(RosterField::kId)) return out;
  const KeyIndex keys = indexOf(plan);
  for (std::size_t column = 0; column < out.columns.size(); ++column) {
    if (out.columns[column] != RosterField::kIgnore) continue;
    if (!holdsIds(table, out.header, column, keys)) continue;
    out.columns[column] = RosterField::kId;
    break;
  }
  return out;
}

}  // namespace cadre::plan_io
