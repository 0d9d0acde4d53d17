// String ids of a file to dense ids of the model: the border between the two.
#pragma once

#include <string_view>
#include <unordered_map>

#include "core/id.h"
#include "model/plan.h"

namespace cadre::plan_io {

template <class I>
using KeyMap = std::unordered_map<std::string_view, I>;

// Views point into the document or plan that the index was made from, which must outlive it.
struct KeyIndex {
  KeyMap<UnitId> units;
  KeyMap<TitleId> titles;
  KeyMap<PostId> posts;
  KeyMap<CadreId> cadres;
};

// Of the plan's own keys.
[[nodiscard]] KeyIndex indexOf(const Plan& plan);

}  // namespace cadre::plan_io
