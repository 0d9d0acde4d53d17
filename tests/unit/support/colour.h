// Colour perception: contrast as defined by WCAG 2, colours under common kinds of colour blindness,
// and how different two colours look.
#pragma once

#include <array>

#include <imgui.h>

namespace cadre::test {

// (L1 + 0.05) / (L2 + 0.05) of relative luminance; 1 to 21.
[[nodiscard]] double contrast(ImU32 a, ImU32 b);
[[nodiscard]] double luminance(ImU32 color);

enum class Vision { kNormal, kProtanopia, kDeuteranopia, kTritanopia };
inline constexpr std::array kEveryVision = {Vision::kNormal, Vision::kProtanopia,
                                            Vision::kDeuteranopia, Vision::kTritanopia};

// CIEDE2000 between the colours as that vision sees them: 1 is just noticeable side by side, 10
// plain at a glance. The simulation is that of Machado, Oliveira and Fernandes, "A Physiologically-
// based Model for Simulation of Color Vision Deficiency" (2009), at full severity.
[[nodiscard]] double difference(ImU32 a, ImU32 b, Vision vision);

}  // namespace cadre::test
