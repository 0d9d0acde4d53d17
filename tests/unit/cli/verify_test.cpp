// propose --certificate and verify as a script sees them, with what they answer to input that does
// not fit.
#include "cli/verify.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cli/commands.h"
#include "json/parse.h"
#include "platform/file_io.h"

namespace cadre::cli {
namespace {

const char* const kPlan = R"({"format": "cadre-rotation-plan", "version": 1, "title": "t",
"as_of": "2023-07-27",
"units": [{"id": "1", "name": "City", "level": "city"},
{"id": "d", "name": "District", "level": "district", "parent": "1"},
{"id": "a", "name": "A", "level": "commune", "parent": "d"},
{"id": "b", "name": "B", "level": "commune", "parent": "d"}],
"titles": [{"id": "secretary", "name": {"vi": "Bí thư", "en": "Secretary"}, "head": true}],
"posts": [{"id": "a/s", "unit": "a", "title": "secretary", "incumbent": "x"},
{"id": "b/s", "unit": "b", "title": "secretary", "incumbent": "y"}],
"cadres": [{"id": "x", "name": "x", "native_place": "a", "pool": ["secretary"]},
{"id": "y", "name": "y", "native_place": "b", "pool": ["secretary"]}],
"locality": {"basis": "native_place", "level": "commune", "residence_years": 20},
"quotas": [{"id": "q", "name": {"vi": "q", "en": "q"}, "group_level": "district",
"titles": ["secretary"], "counts": "non_local", "target": 0.5}], "rules": [],
"scenarios": [{"id": "s", "name": "s", "rounds": [{"id": "r", "name": "r", "date":
"2023-10-01", "moves": []}]}]})";

Outcome run(const std::vector<std::string>& words) {
  return cli::run(std::vector<std::string_view>(words.begin(), words.end()));
}

std::string tempFile(const std::string& ending) {
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  return testing::TempDir() + "cadre_cli_" + test->test_suite_name() + "_" + test->name() + ending;
}

class Verify : public ::testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(platform::writeFile(plan, kPlan).has_value());
    const Outcome proposed = run({"propose", plan, "--scenario", "s", "--round", "r",
                                  "--certificate", certificate, "--json", "--lang", "en"});
    ASSERT_EQ(proposed.status, kDone) << proposed.err;
    EXPECT_EQ(proposed.err, "");
    text = platform::readFile(certificate).value();
  }

  // With the first of the words replaced in the certificate.
  Outcome verifyWith(const std::string& word, const std::string& other,
                     const std::vector<std::string>& more = {"--json"}) {
    std::string changed = text;
    const std::size_t at = changed.find(word);
    EXPECT_NE(at, std::string::npos) << word;
    changed.replace(at, word.size(), other);
    EXPECT_TRUE(platform::writeFile(certificate, changed).has_value());
    return verify(more);
  }

  Outcome verify(const std::vector<std::string>& more = {"--json"}) {
    std::vector<std::string> words = {"verify", plan, "--certificate", certificate, "--lang", "en"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }

  std::string plan = tempFile(".json");
  std::string certificate = tempFile(".certificate.json");
  std::string text;
};

TEST_F(Verify, SaysThatAProposalIsProven) {
  const Outcome found = verify();
  EXPECT_EQ(found.status, kDone);
  EXPECT_EQ(found.out,
            "{\"valid\": true, \"objective\": {\"shortfall\": 0, \"vacant\": 0, \"moves\": 2, "
            "\"cost\": 20}, \"bound\": {\"shortfall\": 0, \"vacant\": 0, \"moves\": 2, \"cost\": "
            "20}}\n");
  EXPECT_EQ(verify({}).out,
            "Valid: shortfall 0, vacant 0, 2 posts change hands, cost 20; nothing is better\n");
}

TEST_F(Verify, ABetterClaimIsNotValid) {
  const Outcome found = verifyWith("\"bound\": {\"shortfall\": 0", "\"bound\": {\"shortfall\": 1");
  EXPECT_EQ(found.status, kNotGood);
  EXPECT_EQ(found.out, "{\"valid\": false, \"why\": \"only 0, 0, 0, 2, 20 is proven\"}\n");
}

TEST_F(Verify, AWeakerClaimIsValidForWhatItSays) {
  const Outcome found =
      verifyWith("\"bound\": {\"shortfall\": 0, \"vacant\": 0, \"moves\": 2, \"cost\": 20",
                 "\"bound\": {\"shortfall\": 0, \"vacant\": 0, \"moves\": 2, \"cost\": 15", {});
  EXPECT_EQ(found.status, kDone);
  EXPECT_EQ(found.out,
            "Valid: shortfall 0, vacant 0, 2 posts change hands, cost 20; nothing is better than "
            "shortfall 0, vacant 0, 2 posts change hands, cost 15\n");
}

TEST_F(Verify, OfAnotherPlanItSaysNothing) {
  std::string other = kPlan;
  const std::string incumbent = R"("title": "secretary", "incumbent": "y")";
  other.replace(other.find(incumbent), incumbent.size(), R"("title": "secretary")");
  ASSERT_TRUE(platform::writeFile(plan, other).has_value());
  const Outcome found = verify({});
  EXPECT_EQ(found.status, kNotGood);
  EXPECT_EQ(found.out.substr(0, 11), "Not valid: ");
}

TEST_F(Verify, WhatIsNoCertificateIsAnError) {
  const Outcome found = verifyWith("\"version\": 1", "\"version\": \"1\"");
  EXPECT_EQ(found.status, kUnreadable);
  EXPECT_EQ(found.out, "");
  EXPECT_EQ(found.err, certificate + ": /version: found \"1\", expected a whole number\n");
  ASSERT_TRUE(platform::writeFile(certificate, "{").has_value());
  EXPECT_EQ(verify().status, kUnreadable);
}

TEST_F(Verify, AFileThatIsNotThereIsAnError) {
  const Outcome found = run({"verify", plan, "--certificate", tempFile(".none"), "--lang", "en"});
  EXPECT_EQ(found.status, kUnreadable);
  EXPECT_NE(found.err.find(tempFile(".none")), std::string::npos);
}

TEST_F(Verify, NeedsACertificateAndNoScenario) {
  EXPECT_EQ(run({"verify", plan, "--lang", "en"}).status, kUnreadable);
  EXPECT_EQ(verify({"--scenario", "s"}).status, kUnreadable);
  EXPECT_EQ(run({"verify", plan, "--certificate", plan}).status, kUnreadable);
  EXPECT_EQ(run({"check", plan, "--certificate", certificate}).status, kUnreadable);
}

TEST_F(Verify, TheSameEachTime) {
  const Outcome again = run({"propose", plan, "--scenario", "s", "--round", "r", "--certificate",
                             certificate, "--json", "--lang", "en"});
  EXPECT_EQ(again.status, kDone);
  EXPECT_EQ(platform::readFile(certificate).value(), text);
}

}  // namespace
}  // namespace cadre::cli
