#include "samples/people.h"

#include <algorithm>
#include <array>

namespace cadre::samples {
namespace {

constexpr std::array kFields = {"party_building", "administration", "land",      "finance",
                                "culture",        "construction",   "economy",   "agriculture",
                                "justice",        "security",       "education", "health"};

constexpr int kFemale = 230;  // per thousand, as all below
constexpr int kYoungest = 38;
constexpr int kAgeSpread = 11;  // two of them on top of the youngest

Date lastOfMonth(Date day) { return date(day.year, day.month, daysInMonth(day.year, day.month)); }

}  // namespace

std::span<const char* const> fieldNames() { return kFields; }

Date retirement(Date birth, Gender gender) {
  const bool woman = gender == Gender::kFemale;
  const int first = (woman ? 55 : 60) * 12;
  const int last = (woman ? 60 : 62) * 12;
  const int step = woman ? 4 : 3;  // months later in each year from 2021 on
  for (int year = 2021;; ++year) {
    const int age = std::min(last, first + step * (year - 2020));
    const Date reached = addMonths(birth, age);
    if (reached.year <= year || age == last) return lastOfMonth(reached);
  }
}

Cadre People::person() {
  constexpr std::array kDays = {1, 2, 5, 10, 12, 15, 20, 25};
  Cadre cadre;
  const Date as_of = draft_.header.as_of;
  cadre.gender = random_.chance(kFemale) ? Gender::kFemale : Gender::kMale;
  cadre.name = names_.make(cadre.gender, random_);
  do {
    int age = kYoungest + random_.below(kAgeSpread + 1);
    age += random_.below(kAgeSpread + 1);
    const int day = random_.pick(kDays);
    const int month = random_.between(1, 12);
    cadre.birth = date(as_of.year - age, month, day);
  } while (retirement(*cadre.birth, cadre.gender) <= as_of);
  if (random_.chance(15)) {  // leaves early, on a fixed date
    cadre.service_ends = lastOfMonth(addMonths(as_of, 2 + random_.below(20)));
    cadre.service_ends = std::min(*cadre.service_ends, retirement(*cadre.birth, cadre.gender));
  } else if (random_.chance(950)) {
    cadre.service_ends = retirement(*cadre.birth, cadre.gender);
  }
  return cadre;
}

UnitId People::otherCommune(UnitId unit, const DistrictSeats& district) {
  if (district.communes.size() < 2) return unit;
  UnitId other = unit;
  while (other == unit) other = random_.pick(district.communes).unit;
  return other;
}

// A native place that makes the official local or non-local in `unit`.
UnitId People::home(UnitId unit, const DistrictSeats& district, bool local) {
  if (local) return random_.chance(40) ? district.unit : unit;
  constexpr std::array kFrom = {550, 230, 60,
                                160};  // same district, another one, its whole, province
  const std::size_t from = random_.weighted(kFrom);
  const DistrictSeats& away = random_.pick(origins_.districts);
  const bool elsewhere = away.unit != district.unit;
  if (from == 1 && elsewhere) return random_.pick(away.communes).unit;
  if (from == 2 && elsewhere) return away.unit;
  if (from == 3) return random_.pick(origins_.provinces);
  return otherCommune(unit, district);
}

void People::addResidence(Cadre& cadre, const DistrictSeats& district) {
  if (cadre.native_place && random_.chance(350)) {
    cadre.birthplace =
        random_.chance(900) ? cadre.native_place : random_.pick(district.communes).unit;
  }
  if (random_.chance(500)) return;
  const bool at_home = cadre.native_place && random_.chance(700);
  const UnitId where = at_home ? cadre.native_place : random_.pick(district.communes).unit;
  cadre.residence.emplace().push_back(
      {where, static_cast<double>(at_home ? random_.between(18, 40) : random_.between(5, 25)),
       nullptr});
}

void People::addTenure(Cadre& cadre) {
  const Date as_of = draft_.header.as_of;
  Date since = as_of;
  int left = random_.below(1000);
  for (const auto& [day, weight] : tenure_.elections) {
    if (left >= 0 && left < weight) since = day;
    left -= weight;
  }
  if (left >= 0) {
    const int months = (as_of.year - tenure_.first_year) * 12 + as_of.month - 1;
    since =
        addMonths(date(tenure_.first_year, 1, 1), random_.below(static_cast<std::size_t>(months)));
  }
  cadre.in_post_since = since;
  constexpr int kTerm = 60;
  cadre.terms_as_head_here = 1 + std::min(monthsBetween(since, as_of) / kTerm, 2);
}

void People::addTraining(Cadre& cadre, TitleId title) {
  if (random_.chance(780)) {
    cadre.fields.emplace_back(random_.pick(kFields));
    const char* second = random_.pick(kFields);
    if (random_.chance(300) && cadre.fields[0] != second) cadre.fields.emplace_back(second);
  }
  constexpr std::array kPools = {600, 250, 60, 90};  // both titles, the own, the other, none
  const TitleId other = title == draft_.secretary ? draft_.chairman : draft_.secretary;
  switch (random_.weighted(kPools)) {
    case 0:
      cadre.pool = {draft_.secretary, draft_.chairman};
      break;
    case 1:
      cadre.pool = {title};
      break;
    case 2:
      cadre.pool = {other};
      break;
    default:
      break;
  }
}

void People::addGrades(Cadre& cadre) {
  constexpr std::array kGrades = {4, 46, 820, 130};   // from not_completed to excellent
  constexpr std::array kYears = {450, 250, 250, 50};  // three years on file, two, one, none
  const int last = draft_.header.as_of.year - 1;
  const int count = 3 - static_cast<int>(random_.weighted(kYears));
  for (int year = last - count + 1; year <= last; ++year) {
    const auto grade = static_cast<EvaluationGrade>(random_.weighted(kGrades));
    cadre.grades.push_back({std::to_string(year), grade, nullptr});
  }
}

void People::addWishes(Cadre& cadre, UnitId unit, const DistrictSeats& district) {
  if (!random_.chance(500)) return;
  const UnitId first = random_.chance(300) ? district.unit : otherCommune(unit, district);
  cadre.preferences.push_back({first, 1, nullptr});
  if (!random_.chance(350)) return;
  const UnitId second = random_.pick(origins_.districts).unit;
  if (second != first) cadre.preferences.push_back({second, 2, nullptr});
}

CadreId People::seat(PostId post, const DistrictSeats& district, bool local) {
  const Post& seat = draft_.structure.posts[post.index()];
  const UnitId unit = seat.unit;
  const TitleId title = seat.title;
  Cadre cadre = person();
  cadre.native_place = home(unit, district, local);
  addResidence(cadre, district);
  addTenure(cadre);
  addTraining(cadre, title);
  addGrades(cadre);
  addWishes(cadre, unit, district);
  return draft_.addCadre(std::move(cadre), post);
}

CadreId People::candidate(const DistrictSeats& district) {
  const UnitId unit = random_.pick(district.communes).unit;
  Cadre cadre = person();
  cadre.native_place = unit;
  addResidence(cadre, district);
  addTraining(cadre, random_.chance(500) ? draft_.secretary : draft_.chairman);
  addGrades(cadre);
  addWishes(cadre, unit, district);
  return draft_.addCadre(std::move(cadre));
}

}  // namespace cadre::samples
