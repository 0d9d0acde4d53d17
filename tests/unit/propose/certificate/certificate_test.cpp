// Certificates of random plans hold, and do not once they claim more or say less.
#include "propose/certificate/certificate.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "propose/certificate/check_certificate.h"
#include "propose/certificate/make_certificate.h"
#include "propose/proposal.h"
#include "random_plan.h"
#include "simulate/simulate.h"
#include "support/plan_builder.h"
#include "text/strings.h"

namespace cadre::propose {
namespace {

using text::Str;

struct Case {
  Plan plan = emptyPlan();
  Proposal proposal;
  std::optional<Certificate> certificate;
};

Case caseOf(std::uint32_t seed, const Question& question = {},
            std::optional<std::int32_t> cap = std::nullopt, std::size_t effort = kProofEffort) {
  test::Random random(seed);
  test::PlanBuilder builder = test::randomPlan(random, {});
  if (cap) {
    builder.rule_set.caps = builder.rule_set.caps.value_or(Caps{});
    builder.rule_set.caps->moves_per_round = cap;
  }
  Scenario scenario = test::scenario({test::round("2023-10-01", {})});
  scenario.key = "s";
  builder.scenario(scenario);
  Case out;
  out.plan = builder.build();
  const Scenario& last = *out.plan.scenarios->back();
  const Timeline timeline = simulate(out.plan, last);
  out.proposal = propose(out.plan, last, timeline, 0, question);
  out.certificate = makeCertificate(out.plan, last, timeline, 0, question, out.proposal, effort);
  return out;
}

// Why it is refused; nothing where it is not.
std::optional<Str> refusal(const Plan& plan, const Certificate& certificate) {
  const auto checked = checkCertificate(plan, certificate);
  return checked ? std::nullopt : std::optional(checked.error().key);
}

void expectProven(const Case& one, std::uint32_t seed) {
  ASSERT_TRUE(one.certificate.has_value()) << seed;
  EXPECT_EQ(one.certificate->objective, one.proposal.objective) << seed;
  EXPECT_EQ(one.certificate->bound, one.proposal.bound) << seed;
  const auto checked = checkCertificate(one.plan, *one.certificate);
  EXPECT_TRUE(checked.has_value()) << seed;
}

TEST(Certificate, ProvesWhatTheProposalSays) {
  for (std::uint32_t seed = 1; seed <= 150; ++seed) {
    for (const char* within : {"district", "plan"}) {
      Question question;
      question.within = within;
      expectProven(caseOf(seed, question), seed);
    }
  }
}

TEST(Certificate, SharesACapOut) {
  std::size_t curves = 0;
  for (std::uint32_t seed = 1; seed <= 150; ++seed) {
    const Case one = caseOf(seed, {}, static_cast<std::int32_t>(seed % 5));
    expectProven(one, seed);
    if (!one.certificate) continue;
    for (const ProofPart& part : one.certificate->parts) curves += part.points.size() > 1 ? 1 : 0;
  }
  EXPECT_GT(curves, 20U);
}

// Without time for trees there are the bounds of linear programmes, and no more is claimed.
TEST(Certificate, ClaimsNoMoreThanItProves) {
  std::size_t weaker = 0;
  for (std::uint32_t seed = 1; seed <= 150; ++seed) {
    const Case one = caseOf(seed, {}, static_cast<std::int32_t>(seed % 5), 0);
    ASSERT_TRUE(one.certificate.has_value()) << seed;
    EXPECT_EQ(one.certificate->objective, one.proposal.objective) << seed;
    EXPECT_LE(one.certificate->bound, one.proposal.bound) << seed;
    EXPECT_FALSE(refusal(one.plan, *one.certificate).has_value()) << seed;
    if (one.certificate->bound < one.proposal.bound) ++weaker;
  }
  EXPECT_GT(weaker, 3U);
}

TEST(Certificate, IsNoneWhereNoWordsAreThereForTheQuestion) {
  Question question;
  question.most_moves = 1;
  EXPECT_FALSE(caseOf(1, question).certificate.has_value());
}

// With each of these it says less than it claims.
TEST(Certificate, IsRefusedOnceItIsSpoilt) {
  using Spoil = std::function<bool(Certificate&)>;
  const auto leaf = [](Certificate& c) -> ProofNode* {
    return c.parts.empty() ? nullptr : &c.parts[0].points[0].nodes.back();
  };
  const std::pair<Str, Spoil> spoilers[] = {
      {Str::certificate_why_question, [](Certificate& c) { return c.round = "x", true; }},
      {Str::certificate_why_question, [](Certificate& c) { return c.scenario = "x", true; }},
      {Str::certificate_why_question, [](Certificate& c) { return c.within = "x", true; }},
      {Str::certificate_why_question, [](Certificate& c) { return c.unit = "x", true; }},
      {Str::certificate_why_objective, [](Certificate& c) { return --c.objective.cost, true; }},
      {Str::certificate_why_objective,
       [](Certificate& c) {
         if (c.moves.empty() || !c.moves[0].to) return false;
         c.objective.moves -= 1;
         return true;
       }},
      {Str::certificate_why_move,
       [](Certificate& c) {
         c.moves.push_back({"nobody", std::nullopt});
         return true;
       }},
      {Str::certificate_why_bound, [](Certificate& c) { return ++c.bound.cost, true; }},
      {Str::certificate_why_bound, [](Certificate& c) { return ++c.bound.shortfall, true; }},
      {Str::certificate_why_parts,
       [](Certificate& c) {
         if (c.parts.empty()) return false;
         c.parts.pop_back();
         return true;
       }},
      {Str::certificate_why_parts,
       [](Certificate& c) {
         if (c.parts.empty()) return false;
         c.parts[0].posts[0] += "x";
         return true;
       }},
      {Str::certificate_why_points,
       [](Certificate& c) {
         if (c.parts.empty()) return false;
         c.parts[0].points.clear();
         return true;
       }},
      {Str::certificate_why_tree,
       [](Certificate& c) {
         if (c.parts.empty()) return false;
         c.parts[0].points[0].nodes.pop_back();
         return true;
       }},
      {Str::certificate_why_tree,
       [&](Certificate& c) {
         if (leaf(c) == nullptr) return false;
         const ProofNode last = *leaf(c);
         c.parts[0].points[0].nodes.push_back(last);
         return true;
       }},
      {Str::certificate_why_weights,
       [](Certificate& c) {
         if (c.parts.empty() || !c.parts[0].points[0].bound) return false;
         c.parts[0].points[0].weights.moves = 0;
         return true;
       }},
      {Str::certificate_why_weights,
       [](Certificate& c) {
         if (c.parts.empty() || !c.parts[0].points[0].bound) return false;
         c.parts[0].points[0].weights.shortfall = INT64_MAX;
         return true;
       }},
      {Str::certificate_why_name,
       [&](Certificate& c) {
         if (leaf(c) == nullptr) return false;
         leaf(c)->multipliers->rows.emplace_back("post:nowhere", 1);
         return true;
       }},
      {Str::certificate_why_node,
       [&](Certificate& c) {
         if (leaf(c) == nullptr) return false;
         leaf(c)->multipliers->scale = -1;
         return true;
       }},
      {Str::certificate_why_node,
       [&](Certificate& c) {
         if (leaf(c) == nullptr) return false;
         leaf(c)->multipliers.reset();
         return true;
       }},
      {Str::certificate_why_node,
       [&](Certificate& c) {
         if (leaf(c) == nullptr || c.parts[0].points.size() > 1) return false;
         if (!c.parts[0].points[0].bound || c.bound != c.objective) return false;
         ++c.parts[0].points[0].bound->cost;  // which the moves do not keep
         return true;
       }},
      {Str::certificate_why_node,
       [&](Certificate& c) {
         if (leaf(c) == nullptr) return false;
         if (!c.parts[0].points[0].bound) return false;
         c.parts[0].points[0].bound.reset();  // pins need more posts: it is not so
         return true;
       }},
  };
  std::size_t spoilt = 0;
  for (std::uint32_t seed = 1; seed <= 30; ++seed) {
    const Case one = caseOf(seed);
    ASSERT_TRUE(one.certificate.has_value());
    std::size_t number = 0;
    for (const auto& [why, spoil] : spoilers) {
      ++number;
      Certificate certificate = *one.certificate;
      if (!spoil(certificate)) continue;
      ++spoilt;
      EXPECT_EQ(refusal(one.plan, certificate), why) << seed << ", spoiler " << number;
    }
  }
  EXPECT_GT(spoilt, 400U);
}

TEST(Certificate, OneThatTakesTooLongToCheckIsNotChecked) {
  Case one = caseOf(3);
  ASSERT_TRUE(one.certificate.has_value());
  ProofPart& part = one.certificate->parts.at(0);
  const ProofPoint point = part.points.at(0);
  part.points.assign(2'000'000, {});
  EXPECT_EQ(refusal(one.plan, *one.certificate), Str::certificate_why_too_long);
  part.points.assign(3, point);
  EXPECT_FALSE(refusal(one.plan, *one.certificate).has_value());
}

TEST(Certificate, OfANumberThatIsFarTooLarge) {
  Case one = caseOf(3);
  ASSERT_TRUE(one.certificate.has_value());
  for (ProofPart& part : one.certificate->parts) {
    for (ProofPoint& point : part.points) {
      for (ProofNode& node : point.nodes) {
        if (!node.multipliers) continue;
        node.multipliers->scale = INT64_MAX;
        for (auto& [name, multiplier] : node.multipliers->rows) {
          multiplier = multiplier > 0 ? INT64_MAX : INT64_MIN;
        }
      }
    }
  }
  EXPECT_TRUE(refusal(one.plan, *one.certificate).has_value());
}

}  // namespace
}  // namespace cadre::propose
