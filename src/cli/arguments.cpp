#include "cli/arguments.h"

#include <algorithm>
#include <array>

namespace cadre::cli {
namespace {

using text::Str;

constexpr std::string_view kReport = "report";
constexpr std::array<std::string_view, 3> kCommands = {"check", "simulate", kReport};

std::unexpected<Error> bad(Str what, std::string_view found) {
  return std::unexpected(Error{ErrorCode::kUsage, "", {what, {{"found", std::string(found)}}}});
}

// Each command has the options that mean something to it.
std::optional<std::unexpected<Error>> misplacedOption(const Arguments& arguments) {
  const bool is_report = arguments.command == kReport;
  if (is_report && !arguments.html) return bad(Str::error_no_html, arguments.command);
  if (arguments.html == arguments.file) return bad(Str::error_html_is_the_plan, arguments.file);
  if (is_report ? !arguments.json : !arguments.html) return std::nullopt;
  return std::unexpected(Error{
      ErrorCode::kUsage,
      "",
      {Str::error_option_not_for_command,
       {{"found", std::string(is_report ? "--json" : "--html")}, {"command", arguments.command}}}});
}

}  // namespace

Expected<Arguments> parseArguments(std::span<const std::string_view> words) {
  Arguments out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word == "--help" || word == "-h" || (word == "help" && out.command.empty())) {
      out.command = "help";
      return out;
    }
    if (word == "--json") {
      out.json = true;
    } else if (word == "--scenario" || word == "--lang" || word == "--html") {
      if (i + 1 == words.size()) return bad(Str::error_option_needs_value, word);
      const std::string_view value = words[++i];
      if (word == "--scenario") {
        out.scenario = value;
      } else if (word == "--html") {
        out.html = value;
      } else if (value == "vi" || value == "en") {
        out.language = value == "vi" ? text::Language::kVietnamese : text::Language::kEnglish;
      } else {
        return bad(Str::error_unknown_language, value);
      }
    } else if (word.size() > 1 && word.front() == '-') {
      return bad(Str::error_unknown_option, word);
    } else if (out.command.empty()) {
      if (std::find(kCommands.begin(), kCommands.end(), word) == kCommands.end()) {
        return bad(Str::error_unknown_command, word);
      }
      out.command = word;
    } else if (out.file.empty()) {
      out.file = word;
    } else {
      return bad(Str::error_extra_argument, word);
    }
  }
  if (out.command.empty()) return bad(Str::error_no_command, "");
  if (out.file.empty()) return bad(Str::error_no_file, out.command);
  if (auto misplaced = misplacedOption(out)) return *std::move(misplaced);
  return out;
}

}  // namespace cadre::cli
