// Who holds which post at one moment, and since when.
//
// Invariants: a post has at most one holder; the chains of posts by cadre agree with the holders. A
// seating is a value: copying it is a handful of flat arrays. All operations but the constructor
// are constant-time (in the number of posts that one cadre holds).
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "core/date.h"
#include "core/id.h"

namespace cadre {

struct Plan;

class Seating {
 public:
  Seating() = default;
  // The seating on the plan's as_of date, as in the roster; nobody has left yet.
  explicit Seating(const Plan& plan);

  // None when the post is vacant.
  [[nodiscard]] CadreId holder(PostId post) const { return holder_[post.index()]; }
  // The cadre's first post; none when the cadre holds no post.
  [[nodiscard]] PostId firstPost(CadreId cadre) const { return first_post_[cadre.index()]; }
  // The next post of the same holder after `post`; none when it is the last.
  [[nodiscard]] PostId nextPost(PostId post) const { return next_post_[post.index()]; }
  // When the holder took the post; nullopt when unknown or vacant.
  [[nodiscard]] std::optional<Date> since(PostId post) const { return since_[post.index()]; }
  // For the cadre's first post; also nullopt when the cadre holds no post.
  [[nodiscard]] std::optional<Date> since(CadreId cadre) const {
    const PostId first = firstPost(cadre);
    return first ? since(first) : std::nullopt;
  }
  // Consecutive terms that the holder has served as head in the post's unit; nullopt when unknown
  // or vacant.
  [[nodiscard]] std::optional<std::int32_t> termsAsHead(PostId post) const;
  // For the cadre's first post; also nullopt when the cadre holds no post.
  [[nodiscard]] std::optional<std::int32_t> termsAsHead(CadreId cadre) const {
    const PostId first = firstPost(cadre);
    return first ? termsAsHead(first) : std::nullopt;
  }
  // When the cadre was last relieved, dismissed or resigned before this moment; nullopt when never,
  // as far as is known.
  [[nodiscard]] std::optional<Date> forcedOut(CadreId cadre) const;
  // True when the cadre's service has ended, so the cadre cannot take a post any more.
  [[nodiscard]] bool gone(CadreId cadre) const { return gone_[cadre.index()] != 0; }

  // Tenure and terms are unknown until they are set. REQUIRES: the post is vacant.
  void seat(CadreId cadre, PostId post);
  // No effect on a vacant post.
  void vacate(PostId post);
  // REQUIRES: the post is not vacant.
  void setSince(PostId post, std::optional<Date> since) { since_[post.index()] = since; }
  void setTermsAsHead(PostId post, std::optional<std::int32_t> terms);
  void setForcedOut(CadreId cadre, Date on);
  // Removes the cadre from all posts for good.
  void retire(CadreId cadre);

  [[nodiscard]] std::size_t postCount() const { return holder_.size(); }

 private:
  static constexpr std::int16_t kUnknownTerms = -1;

  std::vector<CadreId> holder_;             // by post
  std::vector<PostId> next_post_;           // by post
  std::vector<PostId> first_post_;          // by cadre
  std::vector<std::optional<Date>> since_;  // by post
  std::vector<std::int16_t> terms_;         // by post
  std::vector<std::uint8_t> gone_;          // by cadre
  // Few entries: sorted by cadre, no duplicates.
  std::vector<std::pair<CadreId, Date>> forced_out_;
};

// The district where the cadre serves (by the first post), or the district of origin for a cadre
// without a post; none when unknown or outside any district.
[[nodiscard]] UnitId districtOf(const Plan& plan, const Seating& seating, CadreId cadre);

}  // namespace cadre
