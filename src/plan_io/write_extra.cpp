#include "plan_io/write_extra.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace cadre::plan_io {

Extra withoutKnown(const Extra& extra, std::span<const std::string_view> known) {
  const auto is_known = [&](const auto& field) {
    return std::find(known.begin(), known.end(), field.first) != known.end();
  };
  if (!extra || std::none_of(extra->begin(), extra->end(), is_known)) return extra;
  auto out = *extra;
  std::erase_if(out, is_known);
  return std::make_shared<const std::vector<std::pair<std::string, std::string>>>(std::move(out));
}

}  // namespace cadre::plan_io
