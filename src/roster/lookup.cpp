#include "roster/lookup.h"

#include <algorithm>
#include <array>

#include "roster/cell_text.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace cadre::roster {
namespace {

using text::Str;

// Prefixes of unit names, folded.
constexpr std::array<std::string_view, 8> kKinds = {"xa ",    "phuong ", "thi tran ",  "quan ",
                                                    "huyen ", "thi xa ", "thanh pho ", "tinh "};

std::string_view withoutKind(std::string_view folded) {
  for (const std::string_view kind : kKinds) {
    if (folded.starts_with(kind) && folded.size() > kind.size()) return folded.substr(kind.size());
  }
  return folded;
}

bool isNumber(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view withoutZeros(std::string_view digits) {
  const std::size_t first = digits.find_first_not_of('0');
  return first == std::string_view::npos ? "0" : digits.substr(first);
}

template <class I, class Record>
std::unordered_map<std::string, std::vector<I>> byDigits(const std::vector<Record>& records) {
  std::unordered_map<std::string, std::vector<I>> out;
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (!isNumber(records[i].key)) continue;
    out[std::string(withoutZeros(records[i].key))].push_back(I{i});
  }
  return out;
}

// The record whose id became `digits` when a spreadsheet treated it as a number; none if there is
// none.
template <class I, class Record>
Parsed<I> withZerosBack(std::string_view digits, const std::vector<Record>& records,
                        std::optional<std::unordered_map<std::string, std::vector<I>>>& index) {
  if (!isNumber(digits) || (digits.front() == '0' && digits != "0")) return I{};
  if (!index) index = byDigits<I>(records);
  const auto found = index->find(std::string(digits));
  if (found == index->end()) return I{};
  const std::vector<I>& fitting = found->second;
  if (fitting.size() == 1) return fitting.front();
  return std::unexpected(Message{Str::import_problem_zeros,
                                 {{"found", shown(digits)},
                                  {"count", static_cast<std::int64_t>(fitting.size())},
                                  {"id", shown(records[fitting.front().index()].key)}}});
}

Message namesTwo(std::string_view text, std::string_view key, std::string_view name) {
  return {Str::import_problem_name_and_id,
          {{"found", shown(text)}, {"id", shown(key)}, {"name", std::string(name)}}};
}

}  // namespace

std::string namedText(std::string_view name, std::string_view key) {
  std::string out(name);
  if (!out.empty()) out += ' ';
  return out + "[" + std::string(key) + "]";
}

Message noSuch(Str what, std::string_view found) {
  constexpr std::size_t kMost = 80;
  return {Str::error_not_there,
          {{"expected", what}, {"found", std::string(text::truncated(found, kMost))}}};
}

std::string shown(std::string_view text) {
  constexpr std::size_t kMost = 80;
  const std::string_view part = text::truncated(text, kMost);
  return "“" + std::string(part) + (part.size() < text.size() ? "…”" : "”");
}

Parsed<Found<UnitId>> Lookup::unit(std::string_view text) {
  const std::string key(text);
  const auto known = known_units_.find(key);
  if (known != known_units_.end()) return known->second;
  const Parsed<Found<UnitId>> found = findUnit(text);
  if (found) known_units_.emplace(key, *found);
  return found;
}

Parsed<Found<UnitId>> Lookup::findUnit(std::string_view text) {
  const auto written = [&](UnitId id) {
    return namedText(plan_.unit(id).name, plan_.unit(id).key);
  };
  const auto in_brackets = bracketed(text, keys_.units, written);
  if (in_brackets && written(in_brackets->id) == text) return Found<UnitId>{in_brackets->id};
  const std::string_view bare = trimmed(text);
  if (const auto exact = keys_.units.find(bare); exact != keys_.units.end()) {
    return Found<UnitId>{exact->second};
  }
  if (const auto with_id = bracketed(bare, keys_.units, written)) {
    const Unit& unit = plan_.unit(with_id->id);
    const std::string name = text::fold(trimmed(with_id->name));
    if (!name.empty() && !isCalled(with_id->id, name)) {
      return std::unexpected(namesTwo(bare, unit.key, unit.name));
    }
    return Found<UnitId>{with_id->id};
  }
  const Parsed<UnitId> repaired = withZerosBack(bare, plan_.structure->units, unit_digits_);
  if (!repaired) return std::unexpected(repaired.error());
  if (*repaired) return Found<UnitId>{*repaired, true};
  const Parsed<UnitId> named = unitNamed(bare);
  if (!named) return std::unexpected(named.error());
  return Found<UnitId>{*named};
}

bool Lookup::isCalled(UnitId unit, std::string_view folded) const {
  const std::string name = text::fold(plan_.unit(unit).name);
  return name == folded || withoutKind(name) == folded;
}

void Lookup::indexUnitNames() {
  unit_names_.emplace();
  const std::vector<Unit>& units = plan_.structure->units;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const std::string name = text::fold(units[i].name);
    const std::string bare(withoutKind(name));
    (*unit_names_)[name].push_back(UnitId{i});
    if (bare != name) (*unit_names_)[bare].push_back(UnitId{i});
  }
}

// "name", or "name, name above, name further above".
Parsed<UnitId> Lookup::unitNamed(std::string_view text) {
  if (!unit_names_) indexUnitNames();
  const std::string folded = text::fold(text);
  // A name may contain a comma.
  std::vector<std::string> parts = {folded};
  auto found = unit_names_->find(folded);
  if (found == unit_names_->end()) {
    parts.clear();
    std::string_view rest = folded;
    while (true) {
      const std::size_t comma = rest.find(',');
      parts.emplace_back(trimmed(rest.substr(0, comma)));
      if (comma == std::string_view::npos) break;
      rest.remove_prefix(comma + 1);
    }
    found = unit_names_->find(parts.front());
  }
  if (found == unit_names_->end()) return std::unexpected(noSuch(Str::thing_unit, text));
  std::vector<UnitId> fitting;
  for (const UnitId candidate : found->second) {
    std::size_t part = 1;
    for (UnitId above = plan_.unit(candidate).parent; above && part < parts.size();
         above = plan_.unit(above).parent) {
      if (isCalled(above, parts[part])) ++part;
    }
    if (part == parts.size()) fitting.push_back(candidate);
  }
  if (fitting.empty()) return std::unexpected(noSuch(Str::thing_unit, text));
  if (fitting.size() == 1) return fitting.front();
  // With accents the name may be unambiguous.
  const auto is_exact = [&](UnitId id) { return plan_.unit(id).name == text; };
  if (std::count_if(fitting.begin(), fitting.end(), is_exact) == 1) {
    return *std::find_if(fitting.begin(), fitting.end(), is_exact);
  }
  const Unit& example = plan_.unit(fitting.front());
  const std::string above = example.parent ? ", " + plan_.unit(example.parent).name : "";
  return std::unexpected(Message{Str::import_problem_many_units,
                                 {{"found", shown(text)},
                                  {"count", static_cast<std::int64_t>(fitting.size())},
                                  {"example", example.name + above},
                                  {"id", example.key}}});
}

Parsed<PostId> Lookup::post(std::string_view text) {
  const auto called = [&](PostId id, std::string_view name) {
    const BothLanguages names = nameOfPost(plan_, id);
    const std::string folded = text::fold(name);
    return text::fold(names.vi) == folded || text::fold(names.en) == folded;
  };
  const auto written = [&](PostId id) {
    const BothLanguages names = nameOfPost(plan_, id);
    const std::string vi = namedText(names.vi, plan_.post(id).key);
    return vi == text ? vi : namedText(names.en, plan_.post(id).key);
  };
  const auto in_brackets = bracketed(text, keys_.posts, written);
  if (in_brackets && written(in_brackets->id) == text) return in_brackets->id;
  const std::string_view bare = trimmed(text);
  if (const auto exact = keys_.posts.find(bare); exact != keys_.posts.end()) return exact->second;
  if (const auto with_id = bracketed(bare, keys_.posts, written)) {
    const std::string_view name = trimmed(with_id->name);
    if (!name.empty() && !called(with_id->id, name)) {
      return std::unexpected(
          namesTwo(bare, plan_.post(with_id->id).key, nameOfPost(plan_, with_id->id).vi));
    }
    return with_id->id;
  }
  if (!post_names_) {
    post_names_.emplace();
    for (std::size_t i = 0; i < plan_.structure->posts.size(); ++i) {
      const BothLanguages names = nameOfPost(plan_, PostId{i});
      const std::string vi = text::fold(names.vi);
      const std::string en = text::fold(names.en);
      (*post_names_)[vi].push_back(PostId{i});
      if (en != vi) (*post_names_)[en].push_back(PostId{i});
    }
  }
  const auto found = post_names_->find(text::fold(bare));
  if (found == post_names_->end()) return std::unexpected(noSuch(Str::thing_post, bare));
  if (found->second.size() == 1) return found->second.front();
  return std::unexpected(Message{Str::import_problem_many_posts,
                                 {{"found", shown(bare)},
                                  {"count", static_cast<std::int64_t>(found->second.size())},
                                  {"id", shown(plan_.post(found->second.front()).key)}}});
}

Parsed<TitleId> Lookup::title(std::string_view text) {
  const std::string key(text);
  const auto known = known_titles_.find(key);
  if (known != known_titles_.end()) return known->second;
  const Parsed<TitleId> found = findTitle(text);
  if (found) known_titles_.emplace(key, *found);
  return found;
}

Parsed<TitleId> Lookup::findTitle(std::string_view text) const {
  const std::vector<Title>& titles = plan_.structure->titles;
  const std::string_view bare = trimmed(text);
  for (const std::string_view key : {text, bare}) {
    if (const auto exact = keys_.titles.find(key); exact != keys_.titles.end()) {
      return exact->second;
    }
  }
  std::string folded = text::fold(bare);
  const auto called = [&](const Title& title) {
    return text::fold(title.name.vi) == folded || text::fold(title.name.en) == folded ||
           text::fold(title.key) == folded;
  };
  const auto meanings = std::count_if(titles.begin(), titles.end(), called);
  if (meanings == 1) {
    const auto at = std::find_if(titles.begin(), titles.end(), called);
    return TitleId{static_cast<std::size_t>(at - titles.begin())};
  }
  if (meanings > 1) {
    const auto example = std::find_if(titles.begin(), titles.end(), called);
    return std::unexpected(Message{Str::import_problem_many_titles,
                                   {{"found", shown(bare)},
                                    {"count", static_cast<std::int64_t>(meanings)},
                                    {"id", shown(example->key)}}});
  }
  const auto written = [&](TitleId id) {
    const Title& title = plan_.structure->title(id);
    const std::string vi = namedText(title.name.vi, title.key);
    return vi == text ? vi : namedText(title.name.en, title.key);
  };
  if (const auto with_id = bracketed(text, keys_.titles, written)) {
    const Title& title = plan_.structure->title(with_id->id);
    folded = text::fold(trimmed(with_id->name));
    if (!folded.empty() && !called(title)) {
      return std::unexpected(namesTwo(bare, title.key, title.name.vi));
    }
    return with_id->id;
  }
  return std::unexpected(noSuch(Str::thing_title, bare));
}

Parsed<Found<CadreId>> Lookup::cadre(std::string_view text) {
  const std::string_view bare = trimmed(text);
  for (const std::string_view key : {text, bare}) {
    if (const auto exact = keys_.cadres.find(key); exact != keys_.cadres.end()) {
      return Found<CadreId>{exact->second};
    }
  }
  const Parsed<CadreId> repaired = withZerosBack(bare, plan_.roster->cadres, cadre_digits_);
  if (!repaired) return std::unexpected(repaired.error());
  return Found<CadreId>{*repaired, static_cast<bool>(*repaired)};
}

const std::vector<CadreId>& Lookup::cadresNamed(const std::string& name) {
  static const std::vector<CadreId> kNobody;
  if (!cadre_names_) {
    cadre_names_.emplace();
    for (std::size_t i = 0; i < plan_.roster->cadres.size(); ++i) {
      (*cadre_names_)[plan_.roster->cadres[i].name].push_back(CadreId{i});
    }
  }
  const auto found = cadre_names_->find(name);
  return found == cadre_names_->end() ? kNobody : found->second;
}

}  // namespace cadre::roster
