// The command line of cadre-plan, parsed.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/error.h"
#include "text/strings.h"

namespace cadre::cli {

struct Arguments {
  std::string command;  // "check", "simulate", "report", "propose"; "help"
  std::string file;
  std::optional<std::string> scenario;                    // --scenario ID
  std::optional<std::string> html;                        // --html OUT, of "report" alone
  std::optional<std::string> round;                       // --round ID, of "propose" alone
  bool across_city = false;                               // --within city, of "propose" alone
  std::optional<std::string> out;                         // --out NEWFILE, of "propose" alone
  bool json = false;                                      // --json, of the others
  text::Language language = text::Language::kVietnamese;  // --lang vi|en
};

// REQUIRES: the program's name is not among `words`.
[[nodiscard]] Expected<Arguments> parseArguments(std::span<const std::string_view> words);

}  // namespace cadre::cli
