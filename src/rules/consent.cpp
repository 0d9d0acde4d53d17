// Consent (ý kiến đồng thuận): neither the official nor the origin nor the destination disagrees. A
// view that is unasked or a concern is no breach; the list for the meeting shows those. Also
// applies to a move to no post. A relief or dismissal is ordered and a resignation requested, so
// none of them needs consent. The rule does not depend on leaving alone, since views are given
// about one destination, nor on other moves, since changing those does not change the round's
// register.
#include <array>
#include <string_view>
#include <utility>

#include "rules/rule.h"

namespace cadre::rules {
namespace {

std::optional<Message> checkConsent(const MoveFacts& facts, const RuleSetting& setting) {
  if (isForcedDeparture(facts.move.type)) return std::nullopt;
  const std::array asked = {
      std::pair{facts.views.cadre, text::Str::rule_consent_cadre},
      std::pair{facts.views.origin, text::Str::rule_consent_origin},
      std::pair{facts.views.destination, text::Str::rule_consent_destination},
  };
  constexpr std::array<std::string_view, asked.size()> kPlaces = {"first", "second", "third"};
  Message out;
  for (const auto& [view, who] : asked) {
    if (view == View::kDisagree) out.args.push_back({kPlaces.at(out.args.size()), who});
  }
  if (out.args.empty()) return std::nullopt;
  constexpr std::array kKeys = {text::Str::rule_consent_finding,
                                text::Str::rule_consent_finding_two,
                                text::Str::rule_consent_finding_three};
  out.key = kKeys.at(out.args.size() - 1);
  out.args.push_back({"source", sourceOf(setting)});
  return out;
}

}  // namespace

constinit const RuleInfo kConsent = {.id = "consent",
                                     .name = text::Str::rule_consent_name,
                                     .default_severity = Severity::kSoft,
                                     .default_source = text::Str::rule_consent_source,
                                     .in_proposal = InProposal::kMoves,
                                     .check_move = checkConsent};

}  // namespace cadre::rules
