#include "core/version.h"

namespace cadre {

std::string_view version() { return CADRE_VERSION; }

}  // namespace cadre
