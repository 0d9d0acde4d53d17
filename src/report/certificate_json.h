// A certificate as JSON and back (docs/proposals.md, "Certificates"): a line for each node of a
// tree. Numbers that may be too large for a reader's floating point are in quotes.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "core/error.h"
#include "propose/certificate/certificate.h"

namespace cadre::report {

// Ends in a newline.
[[nodiscard]] std::string certificateJson(const propose::Certificate& certificate);

// What is in the text, whether it proves anything or not; or what is not as it should be, where.
[[nodiscard]] std::expected<propose::Certificate, Errors> readCertificate(std::string_view text);

// How a certificate calls itself.
inline constexpr std::string_view kCertificateFormat = "cadre-rotation-certificate";
inline constexpr std::int32_t kCertificateVersion = 1;

}  // namespace cadre::report
