// Fields of a plan file that this version does not know, kept so that a save writes them back.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace cadre {

// (field name, its value as compact JSON text), in the order of the file. Null when there are none,
// which is nearly always: one pointer per object.
using Extra = std::shared_ptr<const std::vector<std::pair<std::string, std::string>>>;

}  // namespace cadre
