// Plans with a password on the command line. Each key takes a second, so one story tells most of
// it.
#include <vector>

#include <gtest/gtest.h>

#include "cli/commands.h"
#include "plan_io/encrypted_plan.h"
#include "platform/file_io.h"

namespace cadre::cli {
namespace {

Outcome run(const std::vector<std::string>& words) {
  return cli::run(std::vector<std::string_view>(words.begin(), words.end()));
}

std::string place(const std::string& name) {
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  return testing::TempDir() + "cadre_" + test->name() + "_" + name;
}

std::string fileWith(const std::string& name, std::string_view content) {
  EXPECT_TRUE(platform::writeFile(place(name), content).has_value());
  return place(name);
}

const std::string kSample = std::string(CADRE_ASSETS_DIR) + "/samples/phuc-tho-2021-2023.json";

TEST(PasswordCommands, LockAPlanAndReadItAgain) {
  const std::string password = fileWith("password.txt", "một câu dài\n");
  const std::string locked = place("plan.cadre");
  const std::string opened = place("plan.json");
  const Outcome lock = run({"encrypt", kSample, "--out", locked, "--password-file", password});
  ASSERT_EQ(lock.status, kDone) << lock.err;
  const std::string bytes = platform::readFile(locked).value();
  EXPECT_TRUE(plan_io::isEncryptedPlan(bytes));
  EXPECT_EQ(plan_io::readEncrypted(bytes)->header.iterations, plan_io::kIterations);
  EXPECT_EQ(run({"simulate", locked, "--json", "--password-file", password}).out,
            run({"simulate", kSample, "--json"}).out);
  const Outcome open = run({"decrypt", locked, "--out", opened, "--password-file", password});
  ASSERT_EQ(open.status, kDone) << open.err;
  EXPECT_EQ(platform::readFile(opened).value(), platform::readFile(kSample).value());
}

TEST(PasswordCommands, SayThatAPasswordIsWrong) {
  const Outcome outcome = run({"check", CADRE_SOURCE_DIR "/tests/crypto/fixed.cadre", "--lang",
                               "en", "--password-file", fileWith("wrong.txt", "wrong")});
  EXPECT_EQ(outcome.status, kUnreadable);
  EXPECT_NE(outcome.err.find("wrong password"), std::string::npos) << outcome.err;
}

// Before anybody is asked for a password.
TEST(PasswordCommands, SayThatAFileIsDamaged) {
  std::string bytes = platform::readFile(CADRE_SOURCE_DIR "/tests/crypto/fixed.cadre").value();
  bytes[70] = static_cast<char>(bytes[70] ^ 1);
  const Outcome outcome = run({"check", fileWith("damaged.cadre", bytes), "--lang", "en",
                               "--password-file", place("missing.txt")});
  EXPECT_EQ(outcome.status, kUnreadable);
  EXPECT_NE(outcome.err.find("damaged"), std::string::npos) << outcome.err;
}

TEST(PasswordCommands, NameThePasswordFileThatCannotBeRead) {
  const std::string missing = place("missing.txt");
  const Outcome outcome =
      run({"check", CADRE_SOURCE_DIR "/tests/crypto/fixed.cadre", "--password-file", missing});
  EXPECT_EQ(outcome.status, kUnreadable);
  EXPECT_NE(outcome.err.find(missing), std::string::npos) << outcome.err;
}

TEST(PasswordCommands, KeepWhatWasLockedLocked) {
  const std::string password = fileWith("password.txt", "Mật khẩu dài 123");
  const std::string locked = place("small.cadre");
  ASSERT_EQ(run({"encrypt", kSample, "--out", locked, "--password-file", password}).status, kDone);
  const std::string out = place("proposed.json");
  const Outcome outcome = run({"propose", locked, "--scenario", "lo-trinh", "--round", "2022-I",
                               "--out", out, "--password-file", password, "--lang", "en"});
  EXPECT_EQ(outcome.status, kUnreadable);
  EXPECT_NE(outcome.err.find(".cadre"), std::string::npos) << outcome.err;
  EXPECT_FALSE(platform::readFile(out).has_value());
}

TEST(PasswordCommands, NameTheirFilesByWhatIsInThem) {
  EXPECT_EQ(run({"encrypt", kSample, "--out", place("plan.json")}).status, kUnreadable);
  EXPECT_EQ(run({"decrypt", place("plan.cadre"), "--out", place("b.cadre")}).status, kUnreadable);
  EXPECT_EQ(run({"encrypt", kSample}).status, kUnreadable);
  EXPECT_EQ(run({"encrypt", kSample, "--out", place("plan.cadre"), "--json"}).status, kUnreadable);
}

TEST(PasswordCommands, DecryptNothingThatHasNoPassword) {
  const Outcome outcome = run({"decrypt", kSample, "--out", place("plan.json"), "--lang", "en"});
  EXPECT_EQ(outcome.status, kUnreadable);
  EXPECT_NE(outcome.err.find("has no password"), std::string::npos) << outcome.err;
}

}  // namespace
}  // namespace cadre::cli
