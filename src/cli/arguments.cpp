#include "cli/arguments.h"

#include <algorithm>
#include <array>
#include <vector>

namespace cadre::cli {
namespace {

using text::Str;

constexpr std::string_view kReport = "report";
constexpr std::string_view kPropose = "propose";
constexpr std::array<std::string_view, 4> kCommands = {"check", "simulate", kReport, kPropose};

// Options that not every command has.
struct Option {
  std::string_view name;
  bool (*belongs_to)(std::string_view command);
};
constexpr std::array<Option, 5> kOptions = {{
    {"--html", [](std::string_view command) { return command == kReport; }},
    {"--json", [](std::string_view command) { return command != kReport; }},
    {"--round", [](std::string_view command) { return command == kPropose; }},
    {"--within", [](std::string_view command) { return command == kPropose; }},
    {"--out", [](std::string_view command) { return command == kPropose; }},
}};

std::unexpected<Error> bad(Str what, std::string_view found) {
  return std::unexpected(Error{ErrorCode::kUsage, "", {what, {{"found", std::string(found)}}}});
}

// Each command has the options that mean something to it, and some cannot do without one.
std::optional<std::unexpected<Error>> misplacedOption(const Arguments& arguments,
                                                      const std::vector<std::string_view>& given) {
  for (const Option& option : kOptions) {
    const bool is_given = std::find(given.begin(), given.end(), option.name) != given.end();
    if (!is_given || option.belongs_to(arguments.command)) continue;
    return std::unexpected(
        Error{ErrorCode::kUsage,
              "",
              {Str::error_option_not_for_command,
               {{"found", std::string(option.name)}, {"command", arguments.command}}}});
  }
  const auto needs = [&](std::string_view option) {
    return std::unexpected(
        Error{ErrorCode::kUsage,
              "",
              {Str::error_needs_option,
               {{"command", arguments.command}, {"option", std::string(option)}}}});
  };
  if (arguments.command == kReport && !arguments.html) return needs("--html");
  if (arguments.command == kPropose && !arguments.scenario) return needs("--scenario");
  if (arguments.command == kPropose && !arguments.round) return needs("--round");
  if (arguments.html == arguments.file) return bad(Str::error_html_is_the_plan, arguments.file);
  if (arguments.out == arguments.file) return bad(Str::error_out_is_the_plan, arguments.file);
  return std::nullopt;
}

}  // namespace

Expected<Arguments> parseArguments(std::span<const std::string_view> words) {
  Arguments out;
  std::vector<std::string_view> given;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word == "--help" || word == "-h" || (word == "help" && out.command.empty())) {
      out.command = "help";
      return out;
    }
    if (word.starts_with("--")) given.push_back(word);
    if (word == "--json") {
      out.json = true;
    } else if (word == "--scenario" || word == "--lang" || word == "--html" || word == "--round" ||
               word == "--within" || word == "--out") {
      if (i + 1 == words.size()) return bad(Str::error_option_needs_value, word);
      const std::string_view value = words[++i];
      if (word == "--scenario") {
        out.scenario = value;
      } else if (word == "--html") {
        out.html = value;
      } else if (word == "--round") {
        out.round = value;
      } else if (word == "--out") {
        out.out = value;
      } else if (word == "--within") {
        if (value != "district" && value != "city") return bad(Str::error_unknown_within, value);
        out.across_city = value == "city";
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
  if (auto misplaced = misplacedOption(out, given)) return *std::move(misplaced);
  return out;
}

}  // namespace cadre::cli
