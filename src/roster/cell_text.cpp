#include "roster/cell_text.h"

#include <algorithm>
#include <array>

#include "json/writer.h"
#include "roster/drafts.h"
#include "roster/lookup.h"
#include "text/fold.h"
#include "text/format.h"

namespace cadre::roster {
namespace {

using text::Str;

constexpr std::string_view kSeparator = "; ";

constexpr std::array<Str, kFieldCount> kLabels = {
    Str::roster_ignore, Str::roster_id,          Str::roster_name,      Str::roster_birth,
    Str::fact_gender,   Str::basis_native_place, Str::basis_birthplace, Str::basis_residence,
    Str::roster_post,   Str::column_unit,        Str::roster_title,     Str::fact_since,
    Str::fact_terms,    Str::fact_service_ends,  Str::fact_fields,      Str::fact_pool,
    Str::fact_grades,   Str::fact_discipline,    Str::fact_relatives,   Str::fact_preferences,
    Str::fact_group,
};

constexpr std::array kExported = {
    Field::kId,          Field::kName,
    Field::kBirth,       Field::kGender,
    Field::kPost,        Field::kNativePlace,
    Field::kBirthplace,  Field::kResidence,
    Field::kInPostSince, Field::kTermsAsHeadHere,
    Field::kServiceEnds, Field::kFields,
    Field::kPool,        Field::kGrades,
    Field::kDiscipline,  Field::kRelatives,
    Field::kPreferences, Field::kGroup,
};

// White space that spreadsheets and web pages add around a text, in UTF-8.
constexpr std::array<std::string_view, 3> kWideSpaces = {"\xC2\xA0", "\xEF\xBB\xBF",
                                                         "\xE2\x80\x8B"};

constexpr bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// The item as written in a list, quoted when it would be misread otherwise.
std::string item(std::string_view text, bool pairs) {
  const bool plain = !text.empty() && trimmed(text) == text &&
                     text.find_first_of(pairs ? ";:\"\r\n" : ";\"\r\n") == std::string_view::npos;
  if (plain) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

template <class List, class TextOf>
std::string joined(const List& list, TextOf&& text_of) {
  std::string out;
  for (const auto& entry : list) {
    if (!out.empty()) out += kSeparator;
    out += text_of(entry);
  }
  return out;
}

std::string dateText(std::optional<Date> date) { return date ? text::formatDate(*date) : ""; }

}  // namespace

Str labelOf(Field field) { return kLabels.at(static_cast<std::size_t>(field)); }

std::span<const Field> exportedFields() { return kExported; }

CellText::CellText(const Plan& plan, text::Language language)
    : plan_(plan), language_(language), posts_(postsByCadre(plan)) {
  const std::vector<Title>& titles = plan.structure->titles;
  const auto could_mean = [](const Title& title, const std::string& folded) {
    return text::fold(title.name.vi) == folded || text::fold(title.name.en) == folded ||
           text::fold(title.key) == folded;
  };
  for (const Title& title : titles) {
    const std::string& name = title.name.in(language);
    const std::string folded = text::fold(name);
    const auto meanings = std::count_if(titles.begin(), titles.end(), [&](const Title& other) {
      return could_mean(other, folded);
    });
    const bool clear = meanings == 1 && !folded.empty() && trimmed(name) == name;
    titles_.push_back(clear ? name : namedText(name, title.key));
  }
}

std::string CellText::unit(UnitId unit) const {
  return unit ? namedText(plan_.unit(unit).name, plan_.unit(unit).key) : "";
}

std::string CellText::post(PostId post) const {
  const BothLanguages name = nameOfPost(plan_, post);
  return namedText(language_ == text::Language::kVietnamese ? name.vi : name.en,
                   plan_.post(post).key);
}

std::string CellText::cadre(CadreId cadre) const {
  return namedText(plan_.cadre(cadre).name, plan_.cadre(cadre).key);
}

std::string CellText::posts(CadreId cadre) const {
  return joined(posts_[cadre.index()], [&](PostId held) { return item(post(held), false); });
}

std::string CellText::residence(const Cadre& cadre) const {
  if (!cadre.residence) return "";
  if (cadre.residence->empty()) return std::string(text::get(Str::roster_nowhere, language_));
  return joined(*cadre.residence, [&](const Residence& entry) {
    return item(unit(entry.unit), true) + ": " + numberText(entry.years);
  });
}

std::string CellText::cell(CadreId id, Field field) const {
  const Cadre& of = plan_.cadre(id);
  const auto label = [&](Str key) { return std::string(text::get(key, language_)); };
  switch (field) {
    case Field::kId:
      return of.key;
    case Field::kName:
      return of.name;
    case Field::kBirth:
      return dateText(of.birth);
    case Field::kGender:
      return of.gender == Gender::kUnknown ? "" : label(cadre::labelOf(of.gender));
    case Field::kNativePlace:
      return unit(of.native_place);
    case Field::kBirthplace:
      return unit(of.birthplace);
    case Field::kResidence:
      return residence(of);
    case Field::kPost:
      return posts(id);
    case Field::kInPostSince:
      return dateText(of.in_post_since);
    case Field::kTermsAsHeadHere:
      return of.terms_as_head_here ? std::to_string(*of.terms_as_head_here) : "";
    case Field::kServiceEnds:
      return dateText(of.service_ends);
    case Field::kFields:
      return joined(of.fields, [](const std::string& entry) { return item(entry, false); });
    case Field::kPool:
      return joined(of.pool,
                    [&](const PoolEntry& entry) { return item(title(entry.title), false); });
    case Field::kGrades:
      return joined(of.grades, [&](const Evaluation& entry) {
        return item(entry.period, true) + ": " + label(cadre::labelOf(entry.grade));
      });
    case Field::kDiscipline:
      return joined(of.discipline, [&](const Discipline& entry) {
        return label(cadre::labelOf(entry.kind)) + ": " + text::formatDate(entry.on);
      });
    case Field::kRelatives:
      return joined(of.relatives, [&](CadreId entry) { return item(cadre(entry), false); });
    case Field::kPreferences:
      return joined(of.preferences, [&](const Preference& entry) {
        return item(unit(entry.unit), true) + ": " + std::to_string(entry.rank);
      });
    case Field::kGroup:
      return of.group;
    case Field::kIgnore:
    case Field::kUnit:
    case Field::kTitle:
      break;
  }
  return "";
}

std::string numberText(double value) {
  JsonWriter out(JsonWriter::Layout::kOneLine);
  out.number(value);
  return out.take();
}

std::optional<std::vector<ListItem>> splitList(std::string_view cell, bool pairs) {
  std::vector<ListItem> out;
  while (true) {
    while (!cell.empty() && (isSpace(cell.front()) || cell.front() == ';')) cell.remove_prefix(1);
    if (cell.empty()) return out;
    ListItem next;
    const bool quoted = cell.front() == '"';
    if (quoted) {
      std::size_t at = 1;
      while (true) {
        const std::size_t quote = cell.find('"', at);
        if (quote == std::string_view::npos) return std::nullopt;
        next.text += cell.substr(at, quote - at);
        at = quote + 1;
        if (cell.substr(at, 1) != "\"") break;
        next.text += '"';
        ++at;
      }
      cell.remove_prefix(at);
    }
    const std::size_t end = std::min(cell.find_first_of(";\r\n"), cell.size());
    const std::string_view rest = trimmed(cell.substr(0, end));
    cell.remove_prefix(end);
    const std::size_t colon = pairs ? rest.rfind(':') : std::string_view::npos;
    if (quoted) {
      const bool has_value = pairs && rest.starts_with(':');
      if (!rest.empty() && !has_value) return std::nullopt;
      if (has_value) next.value = trimmed(rest.substr(1));
    } else if (colon != std::string_view::npos) {
      next.text = trimmed(rest.substr(0, colon));
      next.value = trimmed(rest.substr(colon + 1));
    } else {
      next.text = rest;
    }
    if (!next.text.empty() || quoted || next.value) out.push_back(std::move(next));
  }
}

std::string_view trimmed(std::string_view text) {
  while (true) {
    const std::size_t size = text.size();
    while (!text.empty() && isSpace(text.front())) text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back())) text.remove_suffix(1);
    for (const std::string_view wide : kWideSpaces) {
      if (text.starts_with(wide)) text.remove_prefix(wide.size());
      if (text.ends_with(wide)) text.remove_suffix(wide.size());
    }
    if (text.size() == size) return text;
  }
}

}  // namespace cadre::roster
