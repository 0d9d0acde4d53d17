// The command line of cadre-plan, parsed.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/error.h"
#include "text/strings.h"

namespace cadre::cli {

struct Arguments {
  std::string command;  // "check", "simulate", "report", "propose", "frontier", "roadmap",
                        // "risk", "verify", "encrypt", "decrypt"; "help", "version"
  std::string file;
  std::optional<std::string> scenario;       // --scenario ID
  std::optional<std::string> html;           // --html OUT, of "report" alone
  std::optional<std::string> round;          // --round ID, of proposals, frontiers, risks
  std::optional<std::string> unit;           // --unit ID, of proposals, frontiers
  std::string within;                        // --within NAME, of all three
  bool why = false;                          // --why, of "propose" alone
  bool calm = false;                         // --calm, of "propose" alone
  std::optional<std::int32_t> rounds;        // --rounds N, of "roadmap" alone
  std::optional<std::int32_t> every;         // --every 6months, of "roadmap" alone
  std::optional<std::string> out;            // --out NEWFILE: "propose", "roadmap",
                                             // "encrypt", "decrypt"
  std::optional<std::string> certificate;    // --certificate FILE: "propose" writes it,
                                             // "verify" reads it
  std::optional<std::string> password_file;  // --password-file FILE
  bool json = false;                         // --json, of the others
  text::Language language = text::Language::kVietnamese;  // --lang vi|en
  std::optional<std::string> password;  // that the plan came with: filled in when it is read
};

inline constexpr std::int32_t kMostRounds = 24;   // of a roadmap
inline constexpr std::int32_t kMostMonths = 120;  // between two of them

// "6months", "6 months", "1month", "1year", "2 years" in months; nothing for another shape or a
// number of months that is not from 1 to kMostMonths.
[[nodiscard]] std::optional<std::int32_t> parseStep(std::string_view typed);

// The language that the words ask for, whatever else they say: in which a mistake among them is
// told.
[[nodiscard]] text::Language languageOf(std::span<const std::string_view> words);

// REQUIRES: the program's name is not among `words`.
[[nodiscard]] Expected<Arguments> parseArguments(std::span<const std::string_view> words);

}  // namespace cadre::cli
