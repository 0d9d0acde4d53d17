#include "samples/names.h"

#include <array>

namespace cadre::samples {
namespace {

constexpr std::array kFamilies = {"Nguyễn", "Trần", "Lê",  "Phạm",  "Hoàng", "Vũ",   "Đặng",
                                  "Bùi",    "Đỗ",   "Ngô", "Dương", "Đào",   "Đinh", "Trịnh",
                                  "Mai",    "Phan", "Tạ",  "Hà",    "Lương", "Chu"};
constexpr std::array kFamilyWeights = {300, 90, 80, 70, 50, 45, 40, 40, 35, 30,
                                       30,  25, 25, 20, 20, 20, 20, 20, 20, 20};
static_assert(kFamilies.size() == kFamilyWeights.size());

constexpr std::array kMaleMiddles = {"Văn", "Hữu",   "Đức",   "Công", "Quang", "Xuân", "Đình",
                                     "Duy", "Thành", "Trung", "Khắc", "Tiến",  "Huy",  "Mạnh"};
constexpr std::array kMaleGiven = {"Bảo",  "Du",    "Hiển",  "Khôi", "Luân",  "Lực",    "Nhân",
                                   "Quân", "Tân",   "Thiện", "Tín",  "Tú",    "Chuyên", "Điệp",
                                   "Hậu",  "Hoạt",  "Khiêm", "Lưu",  "Nhuận", "Phấn",   "Quý",
                                   "Sáng", "Thịnh", "Tiệp",  "Toản", "Tường", "Uy",     "Ước",
                                   "Vĩ",   "Viên",  "Xuyên", "Hào",  "Huân",  "Lãm",    "Nguyên"};

constexpr std::array kFemaleMiddles = {"Thị",      "Thị Thu",  "Thị Thanh", "Thị Ngọc", "Thị Kim",
                                       "Thị Hồng", "Thị Bích", "Thị Mai",   "Thị Lan"};
constexpr std::array kFemaleGiven = {"Dịu",    "Duyên", "Hạnh", "Khuyên", "Lành", "Liễu", "Loan",
                                     "Lụa",    "Mến",   "Mơ",   "Nguyệt", "Nhạn", "Nhài", "Nhung",
                                     "Phượng", "Quyên", "Sen",  "Thắm",   "Thêu", "Thoa", "Thơm",
                                     "Thủy",   "Tơ",    "Trâm", "Tuyết",  "Vân",  "Vui",  "Xuyến"};

constexpr int kTries = 50;

std::string one(Gender gender, Random& random) {
  std::string name = kFamilies.at(random.weighted(kFamilyWeights));
  name += ' ';
  name += gender == Gender::kFemale ? random.pick(kFemaleMiddles) : random.pick(kMaleMiddles);
  name += ' ';
  name += gender == Gender::kFemale ? random.pick(kFemaleGiven) : random.pick(kMaleGiven);
  return name;
}

}  // namespace

std::string Names::make(Gender gender, Random& random) {
  std::string name = one(gender, random);
  for (int i = 1; i < kTries && given_.contains(name); ++i) name = one(gender, random);
  given_.insert(name);
  return name;
}

}  // namespace cadre::samples
