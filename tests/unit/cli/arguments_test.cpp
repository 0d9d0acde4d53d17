#include "cli/arguments.h"

#include <vector>

#include <gtest/gtest.h>

namespace cadre::cli {
namespace {

using Words = std::vector<std::string_view>;

TEST(Arguments, CommandAndFile) {
  const Expected<Arguments> found = parseArguments(Words{"check", "plan.json"});
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->command, "check");
  EXPECT_EQ(found->file, "plan.json");
  EXPECT_FALSE(found->scenario.has_value());
  EXPECT_FALSE(found->json);
  EXPECT_EQ(found->language, text::Language::kVietnamese);
}

TEST(Arguments, OptionsAnywhere) {
  const Expected<Arguments> found =
      parseArguments(Words{"--json", "simulate", "--scenario", "a", "p", "--lang", "en"});
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->command, "simulate");
  EXPECT_EQ(found->file, "p");
  EXPECT_EQ(found->scenario, "a");
  EXPECT_TRUE(found->json);
  EXPECT_EQ(found->language, text::Language::kEnglish);
}

TEST(Arguments, ReportNamesThePageToWrite) {
  const Expected<Arguments> found =
      parseArguments(Words{"report", "p", "--html", "out.html", "--scenario", "a"});
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->command, "report");
  EXPECT_EQ(found->html, "out.html");
  EXPECT_EQ(found->scenario, "a");
}

TEST(Arguments, HelpWinsOverEverythingBehindIt) {
  for (const Words& words :
       {Words{"--help"}, Words{"help"}, Words{"-h"}, Words{"check", "--help", "--nonsense"}}) {
    const Expected<Arguments> found = parseArguments(words);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->command, "help");
  }
}

TEST(Arguments, VersionIsAskedForWithoutAFile) {
  for (const Words& words : {Words{"--version"}, Words{"check", "--version"}}) {
    const Expected<Arguments> found = parseArguments(words);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->command, "version");
  }
}

TEST(Arguments, Mistakes) {
  const std::vector<std::pair<Words, text::Str>> mistakes = {
      {{}, text::Str::error_no_command},
      {{"--json"}, text::Str::error_no_command},
      {{"check"}, text::Str::error_no_file},
      {{"dance", "p"}, text::Str::error_unknown_command},
      {{"check", "p", "q"}, text::Str::error_extra_argument},
      {{"check", "p", "--fast"}, text::Str::error_unknown_option},
      {{"check", "p", "--scenario"}, text::Str::error_option_needs_value},
      {{"check", "p", "--lang"}, text::Str::error_option_needs_value},
      {{"check", "p", "--lang", "fr"}, text::Str::error_unknown_language},
      {{"report", "p"}, text::Str::error_needs_option},
      {{"propose", "p"}, text::Str::error_needs_option},
      {{"propose", "p", "--scenario", "a"}, text::Str::error_needs_option},
      {{"propose", "p", "--scenario", "a", "--round", "r", "--out", "p"},
       text::Str::error_out_is_the_plan},
      {{"check", "p", "--round", "r"}, text::Str::error_option_not_for_command},
      {{"frontier", "p", "--scenario", "a"}, text::Str::error_needs_option},
      {{"frontier", "p", "--scenario", "a", "--round", "r", "--why"},
       text::Str::error_option_not_for_command},
      {{"roadmap", "p", "--rounds", "4", "--every", "6months"}, text::Str::error_needs_option},
      {{"roadmap", "p", "--scenario", "a", "--every", "6months"}, text::Str::error_needs_option},
      {{"roadmap", "p", "--scenario", "a", "--rounds", "4"}, text::Str::error_needs_option},
      {{"roadmap", "p", "--rounds", "0"}, text::Str::error_out_of_range},
      {{"roadmap", "p", "--every", "often"}, text::Str::error_unknown_every},
      {{"roadmap", "p", "--scenario", "a", "--rounds", "4", "--every", "6months", "--unit", "d"},
       text::Str::error_option_not_for_command},
      {{"simulate", "p", "--within", "city"}, text::Str::error_option_not_for_command},
      {{"report", "p", "--html", "out", "--out", "q"}, text::Str::error_option_not_for_command},
      {{"report", "p", "--html", "p"}, text::Str::error_html_is_the_plan},
      {{"report", "p", "--html"}, text::Str::error_option_needs_value},
      {{"report", "--html", "out"}, text::Str::error_no_file},
      {{"report", "p", "--html", "out", "--json"}, text::Str::error_option_not_for_command},
      {{"check", "p", "--html", "out"}, text::Str::error_option_not_for_command},
      {{"simulate", "--html", "out", "p"}, text::Str::error_option_not_for_command},
  };
  for (const auto& [words, key] : mistakes) {
    const Expected<Arguments> found = parseArguments(words);
    ASSERT_FALSE(found.has_value());
    EXPECT_EQ(found.error().code, ErrorCode::kUsage);
    EXPECT_EQ(found.error().message.key, key);
  }
}

TEST(Arguments, AProposalNamesItsRound) {
  const std::vector<std::string_view> words = {"propose", "p",     "--scenario", "a",
                                               "--round", "r1",    "--json",     "--within",
                                               "city",    "--out", "q"};
  const Expected<Arguments> arguments = parseArguments(words);
  ASSERT_TRUE(arguments.has_value());
  EXPECT_EQ(arguments->command, "propose");
  EXPECT_EQ(arguments->round, "r1");
  EXPECT_EQ(arguments->within, "city");
  EXPECT_EQ(arguments->out, "q");
  EXPECT_TRUE(arguments->json);
}

TEST(Arguments, StepsOfARoadmap) {
  EXPECT_EQ(parseStep("6months"), 6);
  EXPECT_EQ(parseStep("6 months"), 6);
  EXPECT_EQ(parseStep("1month"), 1);
  EXPECT_EQ(parseStep("1year"), 12);
  EXPECT_EQ(parseStep("10 years"), 120);
  for (const char* typed : {"", "months", "0months", "-6months", "121months", "11years", "6", "6m",
                            "6months!", "6.5months", "99999999999months"}) {
    EXPECT_FALSE(parseStep(typed).has_value()) << typed;
  }
}

}  // namespace
}  // namespace cadre::cli
