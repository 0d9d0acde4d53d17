#include "support/colour.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace cadre::test {
namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

Triple linear(ImU32 color) {
  const auto channel = [&](unsigned shift) {
    const double c = static_cast<double>((color >> shift) & 0xFFU) / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return {channel(IM_COL32_R_SHIFT), channel(IM_COL32_G_SHIFT), channel(IM_COL32_B_SHIFT)};
}

Triple times(const Matrix& matrix, const Triple& v) {
  Triple out{};
  for (std::size_t i = 0; i < 3; ++i) {
    out[i] = matrix[i][0] * v[0] + matrix[i][1] * v[1] + matrix[i][2] * v[2];
  }
  return out;
}

// Severity 1.0 of the tables that go with the paper; for linear RGB.
const Matrix& simulation(Vision vision) {
  static constexpr Matrix kNormal = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
  static constexpr Matrix kProtanopia = {{{0.152286, 1.052583, -0.204868},
                                          {0.114503, 0.786281, 0.099216},
                                          {-0.003882, -0.048116, 1.051998}}};
  static constexpr Matrix kDeuteranopia = {{{0.367322, 0.860646, -0.227968},
                                            {0.280085, 0.672501, 0.047413},
                                            {-0.011820, 0.042940, 0.968881}}};
  static constexpr Matrix kTritanopia = {{{1.255528, -0.076749, -0.178779},
                                          {-0.078411, 0.930809, 0.147602},
                                          {0.004733, 0.691367, 0.303900}}};
  switch (vision) {
    case Vision::kProtanopia:
      return kProtanopia;
    case Vision::kDeuteranopia:
      return kDeuteranopia;
    case Vision::kTritanopia:
      return kTritanopia;
    case Vision::kNormal:
      break;
  }
  return kNormal;
}

Triple labOf(ImU32 color, Vision vision) {
  Triple seen = times(simulation(vision), linear(color));
  for (double& c : seen) c = std::clamp(c, 0.0, 1.0);
  // sRGB to XYZ, white point D65.
  static constexpr Matrix kToXyz = {{{0.4124564, 0.3575761, 0.1804375},
                                     {0.2126729, 0.7151522, 0.0721750},
                                     {0.0193339, 0.1191920, 0.9503041}}};
  const Triple xyz = times(kToXyz, seen);
  const auto f = [](double t) {
    return t > 216.0 / 24389.0 ? std::cbrt(t) : (24389.0 / 27.0 * t + 16.0) / 116.0;
  };
  const double x = f(xyz[0] / 0.95047);
  const double y = f(xyz[1]);
  const double z = f(xyz[2] / 1.08883);
  return {116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)};
}

double radians(double degrees) { return degrees * std::numbers::pi / 180.0; }

double hueOf(double a, double b) {
  if (a == 0.0 && b == 0.0) return 0.0;
  const double degrees = std::atan2(b, a) * 180.0 / std::numbers::pi;
  return degrees < 0.0 ? degrees + 360.0 : degrees;
}

// Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula" (2005).
double ciede2000(const Triple& first, const Triple& second) {
  const auto pow7 = [](double x) { return std::pow(x, 7.0); };
  const auto share = [&](double c) { return std::sqrt(pow7(c) / (pow7(c) + pow7(25.0))); };
  const double plain = (std::hypot(first[1], first[2]) + std::hypot(second[1], second[2])) / 2.0;
  const double stretch = 1.0 + 0.5 * (1.0 - share(plain));
  const double a1 = first[1] * stretch;
  const double a2 = second[1] * stretch;
  const double c1 = std::hypot(a1, first[2]);
  const double c2 = std::hypot(a2, second[2]);
  const double h1 = hueOf(a1, first[2]);
  const double h2 = hueOf(a2, second[2]);
  const bool grey = c1 * c2 == 0.0;
  double turn = h2 - h1;
  if (turn > 180.0) turn -= 360.0;
  if (turn < -180.0) turn += 360.0;
  if (grey) turn = 0.0;
  double hue = h1 + h2;
  if (!grey) {
    if (std::abs(h1 - h2) > 180.0) hue += hue < 360.0 ? 360.0 : -360.0;
    hue /= 2.0;
  }
  const double lightness = (first[0] + second[0]) / 2.0;
  const double chroma = (c1 + c2) / 2.0;
  const double t = 1.0 - 0.17 * std::cos(radians(hue - 30.0)) +
                   0.24 * std::cos(radians(2.0 * hue)) + 0.32 * std::cos(radians(3.0 * hue + 6.0)) -
                   0.20 * std::cos(radians(4.0 * hue - 63.0));
  const double off = (lightness - 50.0) * (lightness - 50.0);
  const double dl = (second[0] - first[0]) / (1.0 + 0.015 * off / std::sqrt(20.0 + off));
  const double dc = (c2 - c1) / (1.0 + 0.045 * chroma);
  const double dh =
      2.0 * std::sqrt(c1 * c2) * std::sin(radians(turn / 2.0)) / (1.0 + 0.015 * chroma * t);
  const double bend = 30.0 * std::exp(-std::pow((hue - 275.0) / 25.0, 2.0));
  const double rotation = -2.0 * share(chroma) * std::sin(radians(2.0 * bend));
  return std::sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh);
}

}  // namespace

double luminance(ImU32 color) {
  const Triple rgb = linear(color);
  return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
}

double contrast(ImU32 a, ImU32 b) {
  const double first = luminance(a) + 0.05;
  const double second = luminance(b) + 0.05;
  return std::max(first, second) / std::min(first, second);
}

double difference(ImU32 a, ImU32 b, Vision vision) {
  return ciede2000(labOf(a, vision), labOf(b, vision));
}

}  // namespace cadre::test
