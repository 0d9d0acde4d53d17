#include "roster/cells.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <initializer_list>

#include "model/limits.h"
#include "plan_io/roster_io.h"
#include "text/fold.h"
#include "text/format.h"

namespace cadre::roster {
namespace {

using text::Language;
using text::Str;

std::unexpected<Message> mismatch(std::string_view found, MessageValue expected) {
  return std::unexpected(
      Message{Str::error_mismatch, {{"found", shown(found)}, {"expected", std::move(expected)}}});
}

std::unexpected<Message> unclosedQuote(std::string_view cell) {
  return mismatch(cell, Str::import_expect_quote);
}

// Stores the value in the field; returns true when that changes it.
template <class T>
bool put(T& field, T value) {
  if (field == value) return false;
  field = std::move(value);
  return true;
}

// The same for a list of records: unchanged records keep their unknown fields.
template <class T, class Same>
bool putList(std::vector<T>& field, std::vector<T> value, Same&& same) {
  if (std::equal(field.begin(), field.end(), value.begin(), value.end(), same)) return false;
  for (T& entry : value) {
    const auto known = std::find_if(field.begin(), field.end(),
                                    [&](const T& before) { return same(before, entry); });
    if (known != field.end()) entry.extra = known->extra;
  }
  field = std::move(value);
  return true;
}

// "Xuất sắc, Tốt, …", for "expected …".
template <class E>
BothLanguages labels() {
  BothLanguages out;
  for (std::size_t i = 0; i < names<E>().size(); ++i) {
    const Str label = cadre::labelOf(static_cast<E>(i));
    const std::string_view separator = i == 0 ? "" : ", ";
    out.vi += std::string(separator) + std::string(text::get(label, Language::kVietnamese));
    out.en += std::string(separator) + std::string(text::get(label, Language::kEnglish));
  }
  return out;
}

Parsed<Date> dateOf(std::string_view text) {
  const std::optional<Date> date = text::parseDate(trimmed(text));
  if (!date) return mismatch(text, Str::import_expect_date);
  return *date;
}

Parsed<bool> readDate(std::string_view cell, std::optional<Date>& field) {
  if (trimmed(cell).empty()) return put(field, std::optional<Date>());
  const Parsed<Date> date = dateOf(cell);
  if (!date) return std::unexpected(date.error());
  return put(field, std::optional<Date>(*date));
}

// Only plain digits, at most nine.
Parsed<std::int32_t> integerOf(std::string_view text, plan_io::IntegerRange range) {
  const std::string digits(trimmed(text));
  const bool plain = !digits.empty() && digits.size() <= 9 &&
                     digits.find_first_not_of("0123456789") == std::string::npos;
  const auto value =
      plain ? static_cast<std::int32_t>(std::strtol(digits.c_str(), nullptr, 10)) : range.least - 1;
  if (value < range.least || value > range.most) {
    return std::unexpected(Message{Str::error_out_of_range,
                                   {{"found", shown(text)},
                                    {"least", std::int64_t{range.least}},
                                    {"most", std::int64_t{range.most}}}});
  }
  return value;
}

// With a decimal point or comma.
Parsed<double> yearsOf(std::string_view text) {
  std::string number(trimmed(text));
  std::replace(number.begin(), number.end(), ',', '.');
  const bool plain =
      !number.empty() && number.find_first_not_of("0123456789.eE+-") == std::string::npos;
  char* end = nullptr;
  const double years = plain ? std::strtod(number.c_str(), &end) : -1;
  const bool whole = plain && *end == '\0';
  if (!whole || !(years >= 0 && years <= limits::kYears)) return mismatch(text, Str::expect_years);
  return years;
}

Parsed<bool> readTerms(std::string_view cell, Cadre& cadre) {
  using Terms = std::optional<std::int32_t>;
  if (trimmed(cell).empty()) return put(cadre.terms_as_head_here, Terms());
  const Parsed<std::int32_t> terms = integerOf(cell, plan_io::kTermRange);
  if (!terms) return std::unexpected(terms.error());
  return put(cadre.terms_as_head_here, Terms(*terms));
}

}  // namespace

template <class E>
Words<E>::Words() {
  for (std::size_t i = 0; i < names<E>().size(); ++i) {
    const E value = static_cast<E>(i);
    if (!nameOf(value).empty()) add(nameOf(value), value);
    for (const Language language : {Language::kVietnamese, Language::kEnglish}) {
      add(text::fold(text::get(cadre::labelOf(value), language)), value);
    }
  }
}

template <class E>
Parsed<E> Words<E>::read(std::string_view text) {
  std::string key(text);
  if (const auto known = seen_.find(key); known != seen_.end()) return known->second;
  const auto found = folded_.find(text::fold(trimmed(text)));
  if (found == folded_.end()) return mismatch(text, labels<E>());
  seen_.emplace(std::move(key), found->second);
  return found->second;
}

Cells::Cells(const Plan& plan, Lookup& lookup, const People& people)
    : plan_(plan),
      lookup_(lookup),
      people_(people),
      nowhere_({text::fold(text::get(Str::roster_nowhere, Language::kVietnamese)),
                text::fold(text::get(Str::roster_nowhere, Language::kEnglish))}) {
  genders_.add("f", Gender::kFemale);
  genders_.add("m", Gender::kMale);
  // In the wording of the evaluation forms.
  grades_.add("hoan thanh xuat sac nhiem vu", EvaluationGrade::kExcellent);
  grades_.add("hoan thanh xuat sac", EvaluationGrade::kExcellent);
  grades_.add("hoan thanh tot nhiem vu", EvaluationGrade::kGood);
  grades_.add("hoan thanh tot", EvaluationGrade::kGood);
  grades_.add("hoan thanh nhiem vu", EvaluationGrade::kCompleted);
  grades_.add("khong hoan thanh nhiem vu", EvaluationGrade::kNotCompleted);
}

Parsed<bool> Cells::read(Field field, std::string_view cell, Cadre& cadre) {
  switch (field) {
    case Field::kName:
      return readName(cell, cadre);
    case Field::kBirth:
      return readDate(cell, cadre.birth);
    case Field::kGender:
      return readGender(cell, cadre);
    case Field::kNativePlace:
      return readUnit(cell, cadre.native_place);
    case Field::kBirthplace:
      return readUnit(cell, cadre.birthplace);
    case Field::kResidence:
      return readResidence(cell, cadre);
    case Field::kInPostSince:
      return readDate(cell, cadre.in_post_since);
    case Field::kTermsAsHeadHere:
      return readTerms(cell, cadre);
    case Field::kServiceEnds:
      return readDate(cell, cadre.service_ends);
    case Field::kFields:
      return readFields(cell, cadre);
    case Field::kPool:
      return readPool(cell, cadre);
    case Field::kGrades:
      return readGrades(cell, cadre);
    case Field::kDiscipline:
      return readDiscipline(cell, cadre);
    case Field::kRelatives:
      return readRelatives(cell, cadre);
    case Field::kPreferences:
      return readPreferences(cell, cadre);
    case Field::kGroup:
      return cell != cadre.group && put(cadre.group, std::string(trimmed(cell)));
    case Field::kIgnore:
    case Field::kId:
    case Field::kPost:
    case Field::kUnit:
    case Field::kTitle:
      break;
  }
  return false;
}

Parsed<bool> Cells::readName(std::string_view cell, Cadre& cadre) {
  if (cell == cadre.name) return false;
  const std::string_view name = trimmed(cell);
  if (name.empty()) return std::unexpected(Message{Str::import_problem_name, {}});
  return put(cadre.name, std::string(name));
}

Parsed<UnitId> Cells::unit(std::string_view cell) {
  const Parsed<Found<UnitId>> found = lookup_.unit(cell);
  if (!found) return std::unexpected(found.error());
  if (found->repaired) repairs_.emplace_back(trimmed(cell), plan_.unit(found->id).key);
  return found->id;
}

Parsed<bool> Cells::readUnit(std::string_view cell, UnitId& field) {
  if (trimmed(cell).empty()) return put(field, UnitId{});
  const Parsed<UnitId> found = unit(cell);
  if (!found) return std::unexpected(found.error());
  return put(field, *found);
}

Parsed<bool> Cells::readGender(std::string_view cell, Cadre& cadre) {
  if (trimmed(cell).empty()) return put(cadre.gender, Gender::kUnknown);
  const Parsed<Gender> gender = genders_.read(cell);
  if (!gender) return std::unexpected(gender.error());
  return put(cadre.gender, *gender);
}

Parsed<bool> Cells::readResidence(std::string_view cell, Cadre& cadre) {
  if (trimmed(cell).empty()) {
    const bool changes = cadre.residence.has_value();
    cadre.residence.reset();
    return changes;
  }
  const bool may_be_word = cell.find(':') == std::string_view::npos;
  const std::string folded = may_be_word ? text::fold(trimmed(cell)) : "";
  std::vector<Residence> out;
  if (std::find(nowhere_.begin(), nowhere_.end(), folded) == nowhere_.end()) {
    const auto items = splitList(cell, true);
    if (!items) return unclosedQuote(cell);
    for (const ListItem& item : *items) {
      if (!item.value) return mismatch(item.text, Str::import_expect_residence);
      const Parsed<UnitId> place = unit(item.text);
      if (!place) return std::unexpected(place.error());
      const Parsed<double> years = yearsOf(*item.value);
      if (!years) return std::unexpected(years.error());
      out.push_back({*place, *years, nullptr});
    }
  }
  const bool was_unknown = !cadre.residence.has_value();
  if (was_unknown) cadre.residence.emplace();
  const bool changes =
      putList(*cadre.residence, std::move(out), [](const Residence& a, const Residence& b) {
        return a.unit == b.unit && a.years == b.years;
      });
  return was_unknown || changes;
}

Parsed<bool> Cells::readFields(std::string_view cell, Cadre& cadre) const {
  const auto items = splitList(cell, false);
  if (!items) return unclosedQuote(cell);
  std::vector<std::string> out;
  for (const ListItem& item : *items) out.push_back(item.text);
  return put(cadre.fields, std::move(out));
}

Parsed<bool> Cells::readPool(std::string_view cell, Cadre& cadre) {
  const auto items = splitList(cell, false);
  if (!items) return unclosedQuote(cell);
  // The cell has titles alone: for which unit each is stays as it was.
  const std::vector<PoolEntry> known = std::exchange(cadre.pool, {});
  std::vector<std::uint8_t> is_used(known.size(), 0);
  for (const ListItem& item : *items) {
    const Parsed<TitleId> title = lookup_.title(item.text);
    if (!title) {
      cadre.pool = known;
      return std::unexpected(title.error());
    }
    PoolEntry entry = *title;
    for (std::size_t i = 0; i < known.size(); ++i) {
      if (is_used[i] != 0 || known[i].title != *title) continue;
      is_used[i] = 1;
      entry = known[i];
      break;
    }
    cadre.pool.push_back(std::move(entry));
  }
  return cadre.pool != known;
}

Parsed<bool> Cells::readGrades(std::string_view cell, Cadre& cadre) {
  const auto items = splitList(cell, true);
  if (!items) return unclosedQuote(cell);
  std::vector<Evaluation> out;
  for (const ListItem& item : *items) {
    if (!item.value) return mismatch(item.text, Str::import_expect_grade);
    const Parsed<EvaluationGrade> grade = grades_.read(*item.value);
    if (!grade) return std::unexpected(grade.error());
    out.push_back({item.text, *grade, nullptr});
  }
  return putList(cadre.grades, std::move(out), [](const Evaluation& a, const Evaluation& b) {
    return a.period == b.period && a.grade == b.grade;
  });
}

Parsed<bool> Cells::readDiscipline(std::string_view cell, Cadre& cadre) {
  const auto items = splitList(cell, true);
  if (!items) return unclosedQuote(cell);
  std::vector<Discipline> out;
  for (const ListItem& item : *items) {
    if (!item.value) return mismatch(item.text, Str::import_expect_discipline);
    const Parsed<DisciplineKind> kind = disciplines_.read(item.text);
    if (!kind) return std::unexpected(kind.error());
    const Parsed<Date> on = dateOf(*item.value);
    if (!on) return std::unexpected(on.error());
    out.push_back({*kind, *on, nullptr});
  }
  return putList(cadre.discipline, std::move(out), [](const Discipline& a, const Discipline& b) {
    return a.kind == b.kind && a.on == b.on;
  });
}

Parsed<bool> Cells::readPreferences(std::string_view cell, Cadre& cadre) {
  const auto items = splitList(cell, true);
  if (!items) return unclosedQuote(cell);
  std::vector<Preference> out;
  for (const ListItem& item : *items) {
    if (trimmed(item.text).empty()) return mismatch(cell, Str::import_expect_preference);
    const Parsed<UnitId> wish = unit(item.text);
    if (!wish) return std::unexpected(wish.error());
    // Without ranks, the order of the list gives the rank.
    Parsed<std::int32_t> rank = static_cast<std::int32_t>(out.size()) + 1;
    if (item.value) rank = integerOf(*item.value, plan_io::kRankRange);
    if (!rank) return std::unexpected(rank.error());
    out.push_back({*wish, *rank, nullptr});
  }
  return putList(cadre.preferences, std::move(out), [](const Preference& a, const Preference& b) {
    return a.unit == b.unit && a.rank == b.rank;
  });
}

Parsed<bool> Cells::readRelatives(std::string_view cell, Cadre& cadre) {
  const auto items = splitList(cell, false);
  if (!items) return unclosedQuote(cell);
  if (items->size() > limits::kRelatives) {
    return std::unexpected(limits::tooManyMessage(items->size(), limits::kRelatives));
  }
  std::vector<CadreId> out;
  for (const ListItem& item : *items) {
    const Parsed<CadreId> relative = person(item.text);
    if (!relative) return std::unexpected(relative.error());
    out.push_back(*relative);
  }
  return put(cadre.relatives, std::move(out));
}

// An official of the plan or the table: "name [id]", "id", or a name that only one official has.
Parsed<CadreId> Cells::person(std::string_view text) {
  const auto name_of = [&](CadreId id) {
    return id.index() < plan_.roster->cadres.size() ? std::string_view(plan_.cadre(id).name)
                                                    : people_.names[id.index()];
  };
  const auto key_of = [&](CadreId id) {
    const auto found = std::find_if(people_.keys.begin(), people_.keys.end(),
                                    [&](const auto& entry) { return entry.second == id; });
    return found->first;
  };
  const std::string_view bare = trimmed(text);
  for (const std::string_view key : {text, bare}) {
    if (const auto exact = people_.keys.find(key); exact != people_.keys.end()) {
      return exact->second;
    }
  }
  const auto written = [&](CadreId id) {
    return id.index() < plan_.roster->cadres.size() ? namedText(name_of(id), plan_.cadre(id).key)
                                                    : std::string();
  };
  if (const auto with_id = bracketed(text, people_.keys, written)) {
    const std::string name = text::fold(trimmed(with_id->name));
    const bool agrees = name.empty() || name == text::fold(name_of(with_id->id)) ||
                        name == text::fold(people_.names[with_id->id.index()]);
    if (agrees) return with_id->id;
    return std::unexpected(Message{Str::import_problem_name_and_id,
                                   {{"found", shown(bare)},
                                    {"id", shown(key_of(with_id->id))},
                                    {"name", std::string(name_of(with_id->id))}}});
  }
  const Parsed<Found<CadreId>> known = lookup_.cadre(text);
  if (!known) return std::unexpected(known.error());
  if (known->id) {
    repairs_.emplace_back(bare, plan_.cadre(known->id).key);
    return known->id;
  }
  const std::vector<CadreId>& named = lookup_.cadresNamed(std::string(bare));
  if (named.size() == 1) return named.front();
  if (named.empty()) return std::unexpected(noSuch(Str::thing_cadre, bare));
  return std::unexpected(Message{Str::import_problem_many_people,
                                 {{"found", shown(bare)},
                                  {"count", static_cast<std::int64_t>(named.size())},
                                  {"id", shown(plan_.cadre(named.front()).key)}}});
}

Parsed<std::vector<PostId>> Cells::posts(std::string_view cell) {
  const auto items = splitList(cell, false);
  if (!items) return unclosedQuote(cell);
  std::vector<PostId> out;
  for (const ListItem& item : *items) {
    const Parsed<PostId> post = lookup_.post(item.text);
    if (!post) return std::unexpected(post.error());
    if (std::find(out.begin(), out.end(), *post) == out.end()) out.push_back(*post);
  }
  if (out.size() > limits::kPostsOfCadre) {
    return std::unexpected(limits::tooManyMessage(out.size(), limits::kPostsOfCadre));
  }
  return out;
}

}  // namespace cadre::roster
