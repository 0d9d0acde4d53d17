// Builds small plans for tests, directly in the model, without a file.
//
// A new builder holds a city "01" with the titles secretary and chairman (heads) and deputy (not a
// head), as of 27/07/2023, and no posts, people, quotas, rules or scenarios. Everything is added in
// the order of the calls, which is the order of a file:
//
//   PlanBuilder plan;
//   const UnitId commune = plan.commune("00640", plan.district("020"));
//   const PostId post = plan.post(commune, plan.secretary);
//   const CadreId cadre = plan.cadre("c1", post);
//   plan[cadre].service_ends = day("2035-04-30");
//   const Plan built = plan.build();
//
// plan[id] is the record itself, for fields that a test is about; the reference is valid until the
// next record of its kind is added. build() may be called again after more changes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/plan.h"
#include "model/seating.h"

namespace cadre::test {

// "2023-10-01". REQUIRES: a real day.
[[nodiscard]] Date day(std::string_view iso);

// "0.55". REQUIRES: a share with at most four decimals.
[[nodiscard]] Share share(std::string_view number);

class PlanBuilder {
 public:
  PlanBuilder();

  UnitId city;
  TitleId secretary;
  TitleId chairman;
  TitleId deputy;
  PlanHeader header;
  QuotaSet quota_set;
  RuleSet rule_set;

  UnitId unit(std::string key, std::string_view level, UnitId parent);
  UnitId district(std::string key) { return unit(std::move(key), kLevelDistrict, city); }
  UnitId commune(std::string key, UnitId district) {
    return unit(std::move(key), kLevelCommune, district);
  }
  TitleId title(std::string key, bool head);
  // A group of that grouping, which is made with its first group.
  void group(std::string_view grouping, std::string key, std::vector<UnitId> units);

  // A post "<unit>/<title>", vacant until somebody is put there.
  PostId post(UnitId unit, TitleId title);
  // An official "Cán bộ <key>", incumbent of the post when there is one.
  CadreId cadre(std::string key, PostId post = {});

  // One cell for each district, over secretaries and chairmen, unless the test changes it.
  Quota& quota(Counts counts, std::string_view target);
  RuleSetting& rule(std::string_view id, Severity severity, std::int32_t limit);
  void scenario(Scenario scenario);

  Unit& operator[](UnitId id) { return structure_.units[id.index()]; }
  Post& operator[](PostId id) { return structure_.posts[id.index()]; }
  Title& operator[](TitleId id) { return structure_.titles[id.index()]; }
  Cadre& operator[](CadreId id) { return roster_.cadres[id.index()]; }

  [[nodiscard]] Plan build() const;

 private:
  Structure structure_;
  Roster roster_;
  ScenarioList scenarios_;
};

[[nodiscard]] Move move(CadreId cadre, PostId to, MoveType type = MoveType::kRotation);

// A round on that date, its key being the date.
[[nodiscard]] Round round(std::string_view iso_date, std::vector<Move> moves);

// Adds an entry to the round's register; the reference is valid until the next is added.
Consultation& say(Round& round, CadreId cadre, PostId to, Views views = {});

[[nodiscard]] Scenario scenario(std::vector<Round> rounds);

// Applies every move unconditionally. REQUIRES: nobody moves twice, no post gets two holders.
[[nodiscard]] Seating seatedAfter(const Seating& before, const std::vector<Move>& moves);

// The posts of one holder, sorted.
[[nodiscard]] std::vector<PostId> postsOf(const Seating& seating, CadreId cadre);

}  // namespace cadre::test
