#include "propose/model/kin.h"

#include <algorithm>

namespace cadre::propose {

Kin::Kin(const Roster& roster) : all_(roster.cadres.size()) {
  for (std::size_t c = 0; c < all_.size(); ++c) {
    const CadreId cadre{c};
    for (const CadreId other : roster.cadre(cadre).relatives) {
      if (other == cadre) continue;
      all_[c].push_back(other);
      all_[other.index()].push_back(cadre);
    }
  }
  for (std::vector<CadreId>& relatives : all_) {
    std::sort(relatives.begin(), relatives.end());
    relatives.erase(std::unique(relatives.begin(), relatives.end()), relatives.end());
  }
}

}  // namespace cadre::propose
