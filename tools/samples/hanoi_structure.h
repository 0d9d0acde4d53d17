// The units of Hà Nội in 2023, read from assets/structures/hanoi_2023.
#pragma once

#include <string>
#include <vector>

#include "core/error.h"
#include "model/structure.h"

namespace cadre::samples {

struct CommuneFacts {
  std::string code;
  std::string name;
};

struct DistrictFacts {
  std::string code;
  std::string name;
  Tile tile;
  std::vector<CommuneFacts> communes;  // by code
};

// Districts by code. The error's place is the file's name.
[[nodiscard]] Expected<std::vector<DistrictFacts>> readHanoi(const std::string& assets_dir);

}  // namespace cadre::samples
