#include "model/seating.h"

#include <algorithm>

#include "model/plan.h"

namespace cadre {

Seating::Seating(const Plan& plan) {
  const auto& posts = plan.structure->posts;
  const auto& cadres = plan.roster->cadres;
  holder_.resize(posts.size());
  next_post_.resize(posts.size());
  first_post_.resize(cadres.size());
  gone_.resize(cadres.size());
  since_.resize(posts.size());
  terms_.resize(posts.size(), kUnknownTerms);
  // Backwards, so that the chain of a cadre's posts runs in file order.
  for (std::size_t i = posts.size(); i-- > 0;) {
    if (posts[i].incumbent) seat(posts[i].incumbent, PostId{i});
  }
  for (std::size_t i = 0; i < posts.size(); ++i) {
    if (!posts[i].incumbent) continue;
    const Cadre& holder = plan.cadre(posts[i].incumbent);
    setSince(PostId{i}, holder.in_post_since);
    // The roster gives the number of terms for one unit: that of the first post.
    const UnitId counted_in = plan.post(firstPost(posts[i].incumbent)).unit;
    if (posts[i].unit == counted_in) setTermsAsHead(PostId{i}, holder.terms_as_head_here);
  }
}

std::optional<std::int32_t> Seating::termsAsHead(PostId post) const {
  const std::int16_t terms = terms_[post.index()];
  if (terms == kUnknownTerms) return std::nullopt;
  return terms;
}

void Seating::setTermsAsHead(PostId post, std::optional<std::int32_t> terms) {
  constexpr std::int32_t kMost = INT16_MAX;
  terms_[post.index()] =
      static_cast<std::int16_t>(terms ? std::min(*terms, kMost) : std::int32_t{kUnknownTerms});
}

std::optional<Date> Seating::forcedOut(CadreId cadre) const {
  const auto found = std::lower_bound(
      forced_out_.begin(), forced_out_.end(), cadre,
      [](const std::pair<CadreId, Date>& known, CadreId wanted) { return known.first < wanted; });
  if (found == forced_out_.end() || found->first != cadre) return std::nullopt;
  return found->second;
}

void Seating::setForcedOut(CadreId cadre, Date on) {
  const auto found = std::lower_bound(
      forced_out_.begin(), forced_out_.end(), cadre,
      [](const std::pair<CadreId, Date>& known, CadreId wanted) { return known.first < wanted; });
  if (found != forced_out_.end() && found->first == cadre) {
    found->second = std::max(found->second, on);
  } else {
    forced_out_.insert(found, {cadre, on});
  }
}

void Seating::seat(CadreId cadre, PostId post) {
  holder_[post.index()] = cadre;
  next_post_[post.index()] = first_post_[cadre.index()];
  first_post_[cadre.index()] = post;
}

void Seating::vacate(PostId post) {
  const CadreId cadre = holder_[post.index()];
  if (!cadre) return;
  PostId* link = &first_post_[cadre.index()];
  while (*link != post) link = &next_post_[link->index()];
  *link = next_post_[post.index()];
  next_post_[post.index()] = PostId{};
  holder_[post.index()] = CadreId{};
  since_[post.index()].reset();
  terms_[post.index()] = kUnknownTerms;
}

void Seating::retire(CadreId cadre) {
  while (const PostId post = firstPost(cadre)) vacate(post);
  gone_[cadre.index()] = 1;
}

UnitId districtOf(const Plan& plan, const Seating& seating, CadreId cadre) {
  const PostId post = seating.firstPost(cadre);
  return plan.structure->districtOf(post ? plan.structure->unitOf(post)
                                         : plan.cadre(cadre).native_place);
}

}  // namespace cadre
