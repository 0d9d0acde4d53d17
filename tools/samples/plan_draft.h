// A plan under construction: records of the model in file order.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/plan.h"
#include "samples/hanoi_structure.h"

namespace cadre::samples {

struct CommuneSeats {
  UnitId unit;
  PostId secretary;
  PostId chairman;
};

class PlanDraft {
 public:
  // Has the titles secretary and chairman, all ten rules with their initial settings, the default
  // caps and costs, and "local" by native place in the commune.
  PlanDraft(std::string title, Date as_of);

  PlanHeader header;
  Structure structure;
  Roster roster;
  QuotaSet quota_set;
  RuleSet rule_set;
  ScenarioList scenarios;
  TitleId secretary{0};
  TitleId chairman{1};

  UnitId addUnit(std::string key, std::string name, std::string_view level, UnitId parent = {});
  // A commune with its two posts, "<key>/secretary" and "<key>/chairman".
  CommuneSeats addCommune(std::string key, std::string name, UnitId district);
  CadreId addCadre(Cadre cadre, PostId post = {});

  // Half of the heads of each district, and half of the chairmen alone.
  void addQuotas(Date by);
  // Hiện trạng (baseline), without rounds.
  void addBaseline();
  void addScenario(Scenario scenario);
  // An unknown field with an explanation for readers of the plan.
  void addNote(std::string_view vi, std::string_view en);

  [[nodiscard]] Plan build() const;

 private:
  LevelId level(std::string_view name);
};

// A commune and its place in its district, with the seats that it got.
struct DistrictSeats {
  UnitId unit;
  std::vector<CommuneSeats> communes;
};

// The city "01" and its districts named here, with all their communes.
[[nodiscard]] std::vector<DistrictSeats> addHanoi(PlanDraft& draft,
                                                  std::span<const DistrictFacts> districts);

// Provinces of origin, without units of their own.
[[nodiscard]] std::vector<UnitId> addProvinces(PlanDraft& draft);

// REQUIRES: a valid day.
[[nodiscard]] Date date(int year, int month, int day);

}  // namespace cadre::samples
