#include "roster/drafts.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace cadre::roster {
namespace {

using text::Str;

// Further problems are counted but not kept: a wrong column causes one per row.
constexpr std::size_t kMostKept = 50'000;

class Settling {
 public:
  Settling(const Plan& plan, const std::vector<std::vector<PostId>>& held, const Presence& presence,
           const Options& options, Drafts& drafts)
      : plan_(plan),
        held_(held),
        presence_(presence),
        options_(options),
        drafts_(drafts),
        claimant_(plan.structure->posts.size(), nullptr) {
    const Mapping& mapping = drafts.mapping;
    post_column_ =
        mapping.has(Field::kPost) ? mapping.columnOf(Field::kPost) : mapping.columnOf(Field::kUnit);
  }

  void run() {
    claimListed();
    claimSeats();
    for (Draft& draft : drafts_.rows) {
      if (draft.bad) continue;
      for (const PostId post : draft.posts) refuseIfHeld(draft, post);
    }
    leaveOutDependents();
  }

 private:
  void failAt(Draft& draft, std::size_t column, Message message) {
    drafts_.fail(draft, column, std::move(message));
  }

  void postTwice(Draft& draft, const Draft& other, PostId post) {
    failAt(draft, post_column_,
           {Str::import_problem_post_twice,
            {{"post", nameOfPost(plan_, post)}, {"line", drafts_.lineOf(other)}}});
  }

  // When two rows claim one post, both are in doubt.
  void claim(Draft& draft, PostId post) {
    Draft*& claimant = claimant_[post.index()];
    if (claimant == nullptr) {
      claimant = &draft;
      return;
    }
    postTwice(draft, *claimant, post);
    if (!claimant->bad) postTwice(*claimant, draft, post);
  }

  void claimListed() {
    for (Draft& draft : drafts_.rows) {
      if (draft.bad) continue;
      for (const PostId post : draft.posts) claim(draft, post);
    }
  }

  void claimSeats() {
    // Sorted, so that problems come in the same order on every machine.
    std::map<std::pair<UnitId, TitleId>, std::vector<Draft*>> asking;
    for (Draft& draft : drafts_.rows) {
      if (!draft.bad && draft.seat_unit) {
        asking[{draft.seat_unit, draft.seat_title}].push_back(&draft);
      }
    }
    for (auto& [seat, who] : asking) giveSeats(seat.first, seat.second, who);
  }

  void giveSeats(UnitId unit, TitleId title, const std::vector<Draft*>& who) {
    std::vector<PostId> seats;
    for (const PostId post : plan_.structure->posts_in[unit.index()]) {
      if (plan_.post(post).title == title) seats.push_back(post);
    }
    const MessageValue title_name =
        BothLanguages{plan_.structure->title(title).name.vi, plan_.structure->title(title).name.en};
    const std::string& unit_name = plan_.unit(unit).name;
    if (who.size() > seats.size()) {
      for (Draft* draft : who) {
        Message message =
            seats.empty()
                ? Message{Str::import_problem_no_post, {{"unit", unit_name}, {"title", title_name}}}
                : Message{Str::import_problem_seats_full,
                          {{"unit", unit_name},
                           {"count", static_cast<std::int64_t>(seats.size())},
                           {"title", title_name}}};
        failAt(*draft, post_column_, std::move(message));
      }
      return;
    }
    std::vector<Draft*> waiting;
    for (Draft* draft : who) {
      const auto own = std::find_if(seats.begin(), seats.end(), [&](PostId seat) {
        return draft->existing && plan_.post(seat).incumbent == draft->existing;
      });
      if (own == seats.end()) {
        waiting.push_back(draft);
      } else {
        sit(*draft, *own);
      }
    }
    for (Draft* draft : waiting) {
      const auto is_free = [&](PostId seat) { return claimant_[seat.index()] == nullptr; };
      auto free = std::find_if(seats.begin(), seats.end(), [&](PostId seat) {
        return is_free(seat) && (!plan_.post(seat).incumbent || leaves(plan_.post(seat).incumbent));
      });
      if (free == seats.end()) free = std::find_if(seats.begin(), seats.end(), is_free);
      // All taken by rows that list them: the claim reports whom it collides with.
      sit(*draft, free == seats.end() ? seats.front() : *free);
    }
  }

  void sit(Draft& draft, PostId post) {
    draft.posts.push_back(post);
    claim(draft, post);
  }

  // Whether the holder of a post gives it up, as far as is known yet.
  [[nodiscard]] bool leaves(CadreId holder) const {
    const std::size_t at = presence_.draft_of[holder.index()];
    if (at != Presence::kNoDraft) {
      return !drafts_.rows[at].bad && drafts_.rows[at].says_posts;
    }
    return options_.gone_leave && !presence_.mentioned[holder.index()];
  }

  void refuseIfHeld(Draft& draft, PostId post) {
    const CadreId holder = plan_.post(post).incumbent;
    if (draft.bad || !holder || holder == draft.existing || leaves(holder)) return;
    failAt(draft, post_column_,
           {Str::import_problem_post_held,
            {{"post", nameOfPost(plan_, post)}, {"name", plan_.cadre(holder).name}}});
  }

  // The official of a skipped row keeps the present posts; a new official in such a row does not
  // exist.
  void leaveOutDependents() {
    const std::size_t known = plan_.roster->cadres.size();
    std::unordered_map<std::uint32_t, std::vector<Draft*>> relatives_of;  // by new official
    for (Draft& draft : drafts_.rows) {
      for (const CadreId relative : draft.cadre.relatives) {
        if (relative.index() >= known) relatives_of[relative.value].push_back(&draft);
      }
    }
    std::vector<Draft*> out;
    const auto leaveOut = [&](Draft& draft) { out.push_back(&draft); };
    for (Draft& draft : drafts_.rows) {
      if (draft.bad) leaveOut(draft);
    }
    while (!out.empty()) {
      const Draft& gone = *out.back();
      out.pop_back();
      if (gone.existing) {
        for (const PostId post : held_[gone.existing.index()]) {
          Draft* claimant = claimant_[post.index()];
          if (claimant == nullptr || claimant->bad) continue;
          refuseIfHeld(*claimant, post);
          if (claimant->bad) leaveOut(*claimant);
        }
      } else if (gone.id) {
        for (Draft* relative : relatives_of[gone.id.value]) {
          if (relative->bad) continue;
          failAt(*relative, drafts_.mapping.columnOf(Field::kRelatives),
                 {Str::import_problem_relative, {{"found", gone.key}}});
          leaveOut(*relative);
        }
      }
    }
  }

  const Plan& plan_;
  const std::vector<std::vector<PostId>>& held_;
  const Presence& presence_;
  const Options& options_;
  Drafts& drafts_;
  std::vector<Draft*> claimant_;  // by post
  std::size_t post_column_ = 0;
};

}  // namespace

void Drafts::fail(Draft& draft, std::size_t column, Message message) {
  draft.bad = true;
  ++problem_count;
  if (problems.size() < kMostKept) problems.push_back({draft.row, column, std::move(message)});
}

std::vector<std::vector<PostId>> postsByCadre(const Plan& plan) {
  std::vector<std::vector<PostId>> out(plan.roster->cadres.size());
  const std::vector<Post>& posts = plan.structure->posts;
  for (std::size_t i = 0; i < posts.size(); ++i) {
    if (posts[i].incumbent) out[posts[i].incumbent.index()].push_back(PostId{i});
  }
  return out;
}

void settleDrafts(const Plan& plan, const std::vector<std::vector<PostId>>& held,
                  const Presence& presence, const Options& options, Drafts& drafts) {
  Settling(plan, held, presence, options, drafts).run();
}

}  // namespace cadre::roster
