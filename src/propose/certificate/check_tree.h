// Whether a tree proves that nothing in a part is better than a bound.
#pragma once

#include <cstdint>
#include <expected>
#include <optional>

#include "core/message.h"
#include "model/plan.h"
#include "propose/certificate/certificate.h"
#include "propose/model/instance.h"

namespace cadre::propose {

// Of the point of a part: weights, and all nodes of the tree. `part` is its number for messages.
[[nodiscard]] std::expected<void, Message> checkPoint(const Plan& plan, const Instance& instance,
                                                      const ProofPoint& point, std::int64_t part);

}  // namespace cadre::propose
