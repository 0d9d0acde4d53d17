#include "cli/arguments.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>
#include <vector>

#include "plan_io/encrypted_plan.h"

namespace cadre::cli {
namespace {

using text::Str;

constexpr std::string_view kReport = "report";
constexpr std::string_view kPropose = "propose";
constexpr std::string_view kFrontier = "frontier";
constexpr std::string_view kRoadmap = "roadmap";
constexpr std::string_view kRisk = "risk";
constexpr std::string_view kVerify = "verify";
constexpr std::string_view kEncrypt = "encrypt";
constexpr std::string_view kDecrypt = "decrypt";
constexpr std::array<std::string_view, 10> kCommands = {"check",   "simulate", kReport, kPropose,
                                                        kFrontier, kRoadmap,   kRisk,   kVerify,
                                                        kEncrypt,  kDecrypt};

// Options that not every command has.
struct Option {
  std::string_view name;
  bool (*belongs_to)(std::string_view command);
};
constexpr bool isSearchInRound(std::string_view command) {
  return command == kPropose || command == kFrontier;
}
constexpr bool isOfOneRound(std::string_view command) {
  return isSearchInRound(command) || command == kRisk;
}
constexpr bool isOfLock(std::string_view command) {
  return command == kEncrypt || command == kDecrypt;
}
constexpr std::array<Option, 12> kOptions = {{
    {"--scenario",
     [](std::string_view command) { return !isOfLock(command) && command != kVerify; }},
    {"--html", [](std::string_view command) { return command == kReport; }},
    {"--json", [](std::string_view command) { return command != kReport && !isOfLock(command); }},
    {"--round", isOfOneRound},
    {"--unit", isSearchInRound},
    {"--within",
     [](std::string_view command) { return isSearchInRound(command) || command == kRoadmap; }},
    {"--why", [](std::string_view command) { return command == kPropose; }},
    {"--calm", [](std::string_view command) { return command == kPropose; }},
    {"--certificate",
     [](std::string_view command) { return command == kPropose || command == kVerify; }},
    {"--rounds", [](std::string_view command) { return command == kRoadmap; }},
    {"--every", [](std::string_view command) { return command == kRoadmap; }},
    {"--out",
     [](std::string_view command) {
       return command == kPropose || command == kRoadmap || isOfLock(command);
     }},
}};
// Options with a value.
constexpr std::array<std::string_view, 11> kWithValue = {
    "--scenario", "--lang",  "--html", "--round",         "--unit",       "--within",
    "--rounds",   "--every", "--out",  "--password-file", "--certificate"};

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
  const bool is_roadmap = arguments.command == kRoadmap;
  const bool is_of_one_round = isOfOneRound(arguments.command);
  if ((is_of_one_round || is_roadmap) && !arguments.scenario) return needs("--scenario");
  if (is_of_one_round && !arguments.round) return needs("--round");
  if (isOfLock(arguments.command) && !arguments.out) return needs("--out");
  if (arguments.command == kVerify && !arguments.certificate) return needs("--certificate");
  if (is_roadmap && !arguments.rounds) return needs("--rounds");
  if (is_roadmap && !arguments.every) return needs("--every");
  if (arguments.html == arguments.file) return bad(Str::error_html_is_the_plan, arguments.file);
  const bool is_taken = arguments.certificate && (arguments.certificate == arguments.file ||
                                                  arguments.certificate == arguments.out);
  if (is_taken) return bad(Str::error_certificate_is_the_plan, *arguments.certificate);
  if (arguments.out == arguments.file) return bad(Str::error_out_is_the_plan, arguments.file);
  const bool out_is_locked = arguments.out && plan_io::isEncryptedName(*arguments.out);
  if (arguments.command == kEncrypt && !out_is_locked) {
    return bad(Str::error_encrypt_needs_ending, *arguments.out);
  }
  if (arguments.command == kDecrypt && out_is_locked) {
    return bad(Str::error_decrypt_ending, *arguments.out);
  }
  return std::nullopt;
}

std::optional<std::int32_t> parseCount(std::string_view typed, std::int32_t most) {
  std::int32_t value = 0;
  const char* end = typed.data() + typed.size();
  const auto [stop, error] = std::from_chars(typed.data(), end, value);
  if (error != std::errc{} || stop != end || value < 1 || value > most) return std::nullopt;
  return value;
}

// An option and its value; the mistake in it, if there is one.
std::optional<std::unexpected<Error>> readValue(std::string_view option, std::string_view value,
                                                Arguments& out) {
  if (option == "--scenario") {
    out.scenario = value;
  } else if (option == "--html") {
    out.html = value;
  } else if (option == "--round") {
    out.round = value;
  } else if (option == "--unit") {
    out.unit = value;
  } else if (option == "--out") {
    out.out = value;
  } else if (option == "--certificate") {
    out.certificate = value;
  } else if (option == "--password-file") {
    out.password_file = value;
  } else if (option == "--within") {
    out.within = value;
  } else if (option == "--rounds") {
    out.rounds = parseCount(value, kMostRounds);
    if (out.rounds) return std::nullopt;
    return std::unexpected(Error{ErrorCode::kUsage,
                                 std::string(option),
                                 {Str::error_out_of_range,
                                  {{"found", std::string(value)},
                                   {"least", std::int64_t{1}},
                                   {"most", std::int64_t{kMostRounds}}}}});
  } else if (option == "--every") {
    out.every = parseStep(value);
    if (out.every) return std::nullopt;
    return std::unexpected(
        Error{ErrorCode::kUsage,
              std::string(option),
              {Str::error_unknown_every,
               {{"found", std::string(value)}, {"most", std::int64_t{kMostMonths}}}}});
  } else if (value == "vi" || value == "en") {
    out.language = value == "vi" ? text::Language::kVietnamese : text::Language::kEnglish;
  } else {
    return bad(Str::error_unknown_language, value);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::int32_t> parseStep(std::string_view typed) {
  constexpr std::int32_t kYear = 12;
  const std::size_t digits = std::min(typed.find_first_not_of("0123456789"), typed.size());
  std::string_view unit = typed.substr(digits);
  while (unit.starts_with(' ')) unit.remove_prefix(1);
  const bool is_year = unit == "year" || unit == "years";
  if (!is_year && unit != "month" && unit != "months") return std::nullopt;
  const std::int32_t months = is_year ? kYear : 1;
  const auto count = parseCount(typed.substr(0, digits), kMostMonths / months);
  if (!count) return std::nullopt;
  return *count * months;
}

text::Language languageOf(std::span<const std::string_view> words) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    if (words[i] == "--lang" && words[i + 1] == "en") return text::Language::kEnglish;
  }
  return text::Language::kVietnamese;
}

Expected<Arguments> parseArguments(std::span<const std::string_view> words) {
  Arguments out;
  std::vector<std::string_view> given;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word == "--help" || word == "-h" || (word == "help" && out.command.empty())) {
      out.command = "help";
      return out;
    }
    if (word == "--version") {
      out.command = "version";
      return out;
    }
    if (word.starts_with("--")) given.push_back(word);
    if (word == "--json") {
      out.json = true;
    } else if (word == "--why") {
      out.why = true;
    } else if (word == "--calm") {
      out.calm = true;
    } else if (std::find(kWithValue.begin(), kWithValue.end(), word) != kWithValue.end()) {
      if (i + 1 == words.size()) return bad(Str::error_option_needs_value, word);
      if (auto mistake = readValue(word, words[++i], out)) return *std::move(mistake);
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
