// The officials (cán bộ) of a plan and what is known about each.
//
// Invariants: keys are unique; unit, title and cadre ids point into the plan. Absent data is
// represented as absent (none, nullopt), never as a default that a rule could mistake for a fact.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/date.h"
#include "core/id.h"
#include "model/extra.h"
#include "model/structure.h"
#include "model/vocabulary.h"

namespace cadre {

struct Residence {
  UnitId unit;
  double years = 0;  // >= 0
  Extra extra;
};

struct Discipline {
  DisciplineKind kind{};
  Date on;  // date of the decision
  Extra extra;
};

// Nguyện vọng: a wish for a unit, or for any unit below it.
struct Preference {
  UnitId unit;
  std::int32_t rank = 1;  // 1 = first
  Extra extra;
};

// What the succession pool (quy hoạch) lets somebody take: a title, everywhere or in and under one
// unit.
struct PoolEntry {
  TitleId title;
  UnitId unit;  // none: everywhere
  Extra extra;

  // A title alone is one everywhere, as version 1 has it.
  PoolEntry(TitleId of = {}, UnitId in = {}) : title(of), unit(in) {}

  // Whether both let somebody take the same posts.
  friend bool operator==(const PoolEntry& a, const PoolEntry& b) {
    return a.title == b.title && a.unit == b.unit;
  }
};

// Somebody who is in the roster and serves no longer.
struct LeftService {
  Date on;
  MoveType by{};
  std::string directive;  // empty: none given
  Extra extra;
};

struct Cadre {
  std::string key;
  std::string name;
  std::optional<Date> birth;
  Gender gender = Gender::kUnknown;
  UnitId native_place;                              // none: unknown
  UnitId birthplace;                                // none: unknown
  std::optional<std::vector<Residence>> residence;  // nullopt: unknown; empty: known to be nowhere
  std::optional<Date> in_post_since;
  std::optional<std::int32_t> terms_as_head_here;  // consecutive terms as head in this unit
  std::optional<Date> service_ends;
  std::vector<std::string> fields;  // lĩnh vực of training or experience
  std::vector<PoolEntry> pool;      // succession pool: what the cadre may take
  std::vector<Evaluation> grades;   // in file order
  std::vector<Discipline> discipline;
  std::vector<CadreId> relatives;  // as written in the file; the relation is symmetric
  std::vector<Preference> preferences;
  std::string group;  // nhóm, for the roadmap
  std::optional<LeftService> left;
  Extra extra;

  // The titles of the pool, each once, in the order of the plan.
  [[nodiscard]] std::vector<TitleId> poolTitles() const;
  // Whether the pool has the post's title for its unit.
  [[nodiscard]] bool isInPool(const Post& post, const Structure& structure) const;
  // From this day on they are gone: the end of service, or when they left; nothing where neither is
  // known.
  [[nodiscard]] std::optional<Date> servesUntil() const;
};

struct Roster {
  std::vector<Cadre> cadres;

  [[nodiscard]] const Cadre& cadre(CadreId id) const { return cadres[id.index()]; }
};

}  // namespace cadre
