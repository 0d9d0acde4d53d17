// Succession coverage (quy hoạch): which posts have somebody ready to take them.
//
// A post is covered when at least one official is ready for it. Ready means: the title is in the
// official's pool; service has not ended on that day; the official holds neither that post nor a
// locked post; and every hard rule about moves that is on in the plan passes, as for an appointment
// to the post on that day. Soft rules, rules about whole rounds and a lock of the post itself are
// ignored, and so is the present holder. One official may be ready for many posts: coverage means
// that there is somebody, not that all could move at once.
//
// Successors come from the district of the post unless the options say otherwise. The district of
// an official is that of the first post held or, without a post, of the native place.
#pragma once

#include <cstdint>
#include <vector>

#include "core/date.h"
#include "core/id.h"
#include "model/plan.h"
#include "model/seating.h"

namespace cadre {

struct SuccessionOptions {
  bool from_anywhere = false;
  // Successors of a post are counted up to this number. At least 1.
  std::int32_t most = 5;
};

struct PostSuccession {
  PostId post;
  std::vector<CadreId> ready;  // in roster order, at most `most`

  [[nodiscard]] bool covered() const { return !ready.empty(); }
};

// Posts of one title, district or unit.
struct Coverage {
  std::int32_t posts = 0;
  std::int32_t covered = 0;
  std::int32_t thin = 0;  // fewer than two ready, including uncovered posts

  [[nodiscard]] bool complete() const { return covered == posts; }
  friend bool operator==(const Coverage&, const Coverage&) = default;
};

struct TitleCoverage {
  TitleId title;
  Coverage coverage;
};

struct UnitCoverage {
  UnitId unit;
  Coverage coverage;
};

// Titles, districts and units without posts are omitted.
struct Succession {
  std::vector<PostSuccession> posts;    // all, in file order
  std::vector<TitleCoverage> titles;    // in file order
  std::vector<UnitCoverage> districts;  // in file order, with all posts in and under them
  Coverage all;                         // over posts
  std::int32_t districts_complete = 0;  // as in "30/30"
  std::int32_t units = 0;               // those with posts of their own
  std::int32_t units_complete = 0;      // as in "81/84"
  std::vector<PostId> thin;             // fewer than two ready: none first, then in file order
};

[[nodiscard]] Succession succession(const Plan& plan, const Seating& seating, Date date,
                                    const SuccessionOptions& options = {});

}  // namespace cadre
