// Generates officials: age, origin, tenure, service, training, evaluation, wishes.
//
// Some data are missing for some people, as in reality. Only a few different days are used in
// dates, so that a plan compresses well.
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "samples/names.h"
#include "samples/plan_draft.h"
#include "samples/random.h"

namespace cadre::samples {

// Since when people are in their posts: on the day of a congress or election, with a probability of
// its weight in thousandths, else in a month from `first_year` to the last before the plan's date.
struct TenureStyle {
  std::vector<std::pair<Date, int>> elections;
  int first_year = 2013;
};

// The origins of people who are not from the commune in which they serve.
struct Origins {
  std::span<const DistrictSeats> districts;
  std::vector<UnitId> provinces;
};

class People {
 public:
  // References must outlive this object.
  People(PlanDraft& draft, Random& random, const Origins& origins, TenureStyle tenure)
      : draft_(draft), random_(random), origins_(origins), tenure_(std::move(tenure)) {}

  // Puts a new official into the post of a commune of that district.
  CadreId seat(PostId post, const DistrictSeats& district, bool local);
  // A new official without a post, from that district.
  CadreId candidate(const DistrictSeats& district);

  [[nodiscard]] Cadre& operator[](CadreId id) { return draft_.roster.cadres[id.index()]; }

 private:
  Cadre person();
  [[nodiscard]] UnitId home(UnitId unit, const DistrictSeats& district, bool local);
  [[nodiscard]] UnitId otherCommune(UnitId unit, const DistrictSeats& district);
  void addResidence(Cadre& cadre, const DistrictSeats& district);
  void addTenure(Cadre& cadre);
  void addTraining(Cadre& cadre, TitleId title);
  void addGrades(Cadre& cadre);
  void addWishes(Cadre& cadre, UnitId unit, const DistrictSeats& district);

  PlanDraft& draft_;
  Random& random_;
  const Origins& origins_;
  TenureStyle tenure_;
  Names names_;
};

// Lĩnh vực, as ids.
[[nodiscard]] std::span<const char* const> fieldNames();

// The last day of the month in which the retirement age is reached, with the steps of Nghị định
// 135/2020/NĐ-CP: men 62 from 2028 on, women 60 from 2035 on.
[[nodiscard]] Date retirement(Date birth, Gender gender);

}  // namespace cadre::samples
