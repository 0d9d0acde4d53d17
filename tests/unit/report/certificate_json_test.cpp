#include "report/certificate_json.h"

#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

namespace cadre::report {
namespace {

propose::Certificate sample() {
  propose::Certificate out;
  out.scenario = "s";
  out.round = "r";
  out.within = "district";
  out.calm = true;
  out.unit = "d";
  out.objective = {3, 1, 2, 4, 55};
  out.bound = {3, 1, 2, 4, 50};
  out.moves = {{"c1", "p1"}, {"c2", std::nullopt}};
  propose::ProofPoint point;
  point.most = 4;
  point.bound = propose::Objective{3, -1, -2, 4, 50};
  point.weights = {5'000'000'000'000'000'000, 400, 30, 20};
  point.nodes = {{"changes:p1", 0, std::nullopt},
                 {"", 0, propose::Multipliers{2, {{"post:p1", -9'007'199'254'740'993}}}},
                 {"", 0, propose::Multipliers{0, {{"total", 1}}}}};
  propose::ProofPoint nothing;
  nothing.most = 1;
  nothing.nodes = {{"", 0, propose::Multipliers{0, {{"holder:p1", 1}}}}};
  out.parts = {{{"p1", "p2"}, {point, nothing}}};
  return out;
}

// What is wrong, where, in the text with the first of the words replaced by the other.
std::string errorOf(const std::string& word, const std::string& other) {
  std::string text = certificateJson(sample());
  const std::size_t at = text.find(word);
  EXPECT_NE(at, std::string::npos) << word;
  text.replace(at, word.size(), other);
  const auto found = readCertificate(text);
  return found ? "" : found.error().front().place;
}

TEST(CertificateJson, ComesBackAsItWas) {
  const std::string text = certificateJson(sample());
  const auto found = readCertificate(text);
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(certificateJson(*found), text);
  EXPECT_EQ(found->objective, sample().objective);
  EXPECT_EQ(found->parts[0].points[0].nodes[1].multipliers->rows[0].second, -9'007'199'254'740'993);
  EXPECT_FALSE(found->parts[0].points[1].bound.has_value());
  EXPECT_FALSE(found->moves[1].to.has_value());
}

TEST(CertificateJson, WithoutCalmNothingIsDropped) {
  propose::Certificate certificate = sample();
  certificate.calm = false;
  certificate.unit.reset();
  const std::string text = certificateJson(certificate);
  EXPECT_EQ(text.find("dropped"), std::string::npos);
  EXPECT_EQ(text.find("unit"), std::string::npos);
  ASSERT_TRUE(readCertificate(text).has_value());
  EXPECT_EQ(readCertificate(text)->objective.dropped, 0);
}

TEST(CertificateJson, SaysWhatIsWrongAndWhere) {
  const std::vector<std::pair<std::pair<const char*, const char*>, const char*>> mistakes = {
      {{"cadre-rotation-certificate", "cadre-rotation-plan"}, "/format"},
      {{"\"version\": 1", "\"version\": 2"}, "/version"},
      {{"\"scenario\": \"s\"", "\"scenario\": 7"}, "/scenario"},
      {{"\"calm\": true", "\"calm\": 1"}, "/calm"},
      {{"\"cost\": 55", "\"cost\": 5.5"}, "/objective/cost"},
      {{"\"moves\": [", "\"move\": ["}, "/moves"},
      {{"\"to\": \"p1\"", "\"to\": 3"}, "/moves/0/to"},
      {{"[\"p1\", \"p2\"]", "[\"p1\", 2]"}, "/parts/0/posts/1"},
      {{"\"most\": 4", "\"most\": -4"}, "/parts/0/points/0/most"},
      {{"\"5000000000000000000\"", "\"50000000000000000000\""},
       "/parts/0/points/0/weights/shortfall"},
      {{"\"at\": 0", "\"at\": 0.5"}, "/parts/0/points/0/nodes/0/at"},
      {{"\"scale\": \"2\"", "\"scale\": 2"}, "/parts/0/points/0/nodes/1/scale"},
      {{"\"-9007199254740993\"", "\"+7\""}, "/parts/0/points/0/nodes/1/rows/post:p1"},
      {{"{\"post:p1\": \"-9007199254740993\"}", "[]"}, "/parts/0/points/0/nodes/1/rows"},
      {{"\"rows\": {\"total\": \"1\"}", "\"row\": {}"}, "/parts/0/points/0/nodes/2/rows"},
  };
  for (const auto& [change, place] : mistakes) {
    EXPECT_EQ(errorOf(change.first, change.second), place) << change.second;
  }
}

TEST(CertificateJson, AnyTextIsReadOrRefused) {
  const std::string text = certificateJson(sample());
  for (std::size_t end = 0; end + 2 < text.size(); end += 7) {
    EXPECT_FALSE(readCertificate(text.substr(0, end)).has_value());
  }
  for (const char* other : {"", "[]", "null", "7", "{}", "\"x\"", "{\"format\": 1}"}) {
    EXPECT_FALSE(readCertificate(other).has_value()) << other;
  }
}

}  // namespace
}  // namespace cadre::report
