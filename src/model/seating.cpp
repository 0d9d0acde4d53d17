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
  since_.reserve(cadres.size());
  terms_.reserve(cadres.size());
  for (const Cadre& cadre : cadres) {
    since_.push_back(cadre.in_post_since);
    const std::int32_t terms = cadre.terms_as_head_here.value_or(kUnknownTerms);
    terms_.push_back(static_cast<std::int16_t>(std::min(terms, std::int32_t{INT16_MAX})));
  }
  // Backwards, so that the chain of a cadre's posts runs in file order.
  for (std::size_t i = posts.size(); i-- > 0;) {
    if (posts[i].incumbent) seat(posts[i].incumbent, PostId{i});
  }
}

std::optional<std::int32_t> Seating::termsAsHead(CadreId cadre) const {
  const std::int16_t terms = terms_[cadre.index()];
  if (terms == kUnknownTerms) return std::nullopt;
  return terms;
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
