#include "samples/hanoi_structure.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "platform/file_io.h"

namespace cadre::samples {
namespace {

using Row = std::vector<std::string>;

// The rows of a CSV file without quoting, without its header.
Expected<std::vector<Row>> readRows(const std::string& file, std::size_t columns) {
  const Expected<std::string> bytes = platform::readFile(file);
  if (!bytes) return std::unexpected(Error{bytes.error().code, file, bytes.error().message});
  std::vector<Row> rows;
  std::string_view rest = *bytes;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    Row row;
    for (std::size_t comma = 0; comma != std::string_view::npos;) {
      comma = line.find(',');
      row.emplace_back(line.substr(0, comma));
      if (comma != std::string_view::npos) line.remove_prefix(comma + 1);
    }
    if (row.size() != columns) {
      return std::unexpected(Error{ErrorCode::kSyntax, file, {text::Str::error_cannot_read, {}}});
    }
    rows.push_back(std::move(row));
  }
  if (!rows.empty()) rows.erase(rows.begin());
  return rows;
}

std::int32_t number(const std::string& digits) {
  std::int32_t out = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out;
}

}  // namespace

Expected<std::vector<DistrictFacts>> readHanoi(const std::string& assets_dir) {
  const std::string folder = assets_dir + "/structures/hanoi_2023/";
  const auto districts = readRows(folder + "districts.csv", 2);
  if (!districts) return std::unexpected(districts.error());
  const auto tiles = readRows(folder + "tiles.csv", 3);
  if (!tiles) return std::unexpected(tiles.error());
  const auto communes = readRows(folder + "communes.csv", 3);
  if (!communes) return std::unexpected(communes.error());

  std::vector<DistrictFacts> out;
  for (const Row& row : *districts) out.push_back({row[0], row[1], {}, {}});
  const auto find = [&](const std::string& code) {
    return std::find_if(out.begin(), out.end(),
                        [&](const DistrictFacts& district) { return district.code == code; });
  };
  for (const Row& row : *tiles) {
    const auto district = find(row[0]);
    if (district != out.end()) district->tile = {number(row[1]), number(row[2])};
  }
  for (const Row& row : *communes) {
    const auto district = find(row[2]);
    if (district != out.end()) district->communes.push_back({row[0], row[1]});
  }
  return out;
}

}  // namespace cadre::samples
