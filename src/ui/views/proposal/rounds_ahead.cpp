#include <algorithm>
#include <memory>
#include <string>
#include <utility>

#include "document/what_if.h"
#include "icons/icons.h"
#include "kit/buttons.h"
#include "kit/fields.h"
#include "kit/text.h"
#include "model/limits.h"
#include "propose/roadmap/roadmap.h"
#include "ui/view_memory.h"
#include "ui/views/pieces.h"
#include "ui/views/proposal/parts.h"
#include "ui/views/proposal/proposal_memory.h"
#include "ui/views/view.h"

namespace cadre::ui {

// A roadmap, running or finished, for one revision of the plan.
struct RoadmapWork {
  std::uint64_t revision = 0;
  std::string scenario;
  propose::RoadmapQuestion question;
  std::unique_ptr<propose::RoadmapJob> job;  // null when finished
  Slices slices;
  propose::Roadmap best;
  Scenario made;  // with the rounds and their moves
};

namespace {

using text::Str;

void finish(const Context& context, RoadmapWork& work) {
  const Session& session = *context.session;
  work.best = work.job->best();
  work.job.reset();
  work.made = propose::withRoadmap(session.plan(), session.scenario(), work.question, work.best);
}

void start(const Context& context, const propose::RoadmapQuestion& question) {
  const Session& session = *context.session;
  auto work = std::make_shared<RoadmapWork>();
  work->revision = session.revision();
  work->scenario = session.selection().scenario;
  work->question = question;
  work->job = std::make_unique<propose::RoadmapJob>(session.plan(), session.scenario(), question);
  context.memory.of<ProposalMemory>().roadmap = std::move(work);
  context.host.requestFrame();
}

// Discards what a change of the plan has made obsolete.
RoadmapWork* workOf(const Context& context) {
  std::shared_ptr<RoadmapWork>& work = context.memory.of<ProposalMemory>().roadmap;
  const Session& session = *context.session;
  if (work != nullptr &&
      (work->revision != session.revision() || work->scenario != session.selection().scenario)) {
    work.reset();
  }
  if (work == nullptr) return nullptr;
  if (work->job != nullptr) {
    if (work->slices.work(*work->job, Slices::Clock::now() + ProposalWork::kBudget)) {
      finish(context, *work);
    } else {
      context.host.requestFrame();
    }
  }
  return work.get();
}

void drawQuestion(const Context& context, ProposalMemory& memory) {
  constexpr int kMostRounds = 8;
  constexpr int kMostMonths = 24;
  const float width = ImGui::GetContentRegionAvail().x - 4;
  label(context, context.fonts.small, context.theme.muted, context.tr(Str::compare_rounds));
  if (const std::optional<int> rounds =
          slider(context, context.tr(Str::compare_rounds), memory.roadmap_rounds, 2, kMostRounds,
                 context.count(memory.roadmap_rounds), width)) {
    memory.roadmap_rounds = *rounds;
  }
  label(context, context.fonts.small, context.theme.muted, context.tr(Str::propose_roadmap_every));
  const std::string months =
      context.count(memory.roadmap_every) + " " + std::string(context.tr(Str::rules_months));
  if (const std::optional<int> every =
          slider(context, context.tr(Str::propose_roadmap_every), memory.roadmap_every, 1,
                 kMostMonths, months, width)) {
    memory.roadmap_every = *every;
  }
}

// Adds a scenario after the one it continues, and shows its first new round.
void take(const Context& context, const RoadmapWork& work) {
  Session& session = *context.session;
  const Plan& plan = session.plan();
  const std::size_t place = plan.findScenario(work.scenario).value_or(0);
  AddScenario command{work.made, place + 1};
  command.scenario.key = freeScenarioKey(plan).key;
  command.scenario.based_on = work.scenario;
  command.scenario.name =
      context.tr(Message{Str::propose_roadmap_name, {{"name", session.scenario().name}}});
  const std::size_t first = session.scenario().rounds.size();
  const std::string key = command.scenario.key;
  const std::string round = command.scenario.rounds[first].key;
  context.run(std::move(command));
  context.later([&context, key, round] {
    context.session->chooseScenario(key);
    context.session->chooseRound(round);
    context.memory.of<ShownViews>().work = &kRoadmapView;
  });
}

void drawRound(const Context& context, const Round& round, const propose::RoadmapRound& made) {
  const std::string words = context.tr(Message{Str::roadmap_plan_round,
                                               {{"name", round.name},
                                                {"date", round.date},
                                                {"moves", made.objective.moves},
                                                {"shortfall", made.objective.shortfall},
                                                {"vacant", made.objective.vacant}}});
  paragraph(context, context.fonts.small, context.theme.text, words);
  context.tree.addLastItem("roadmap", round.name, words);
}

void drawResult(const Context& context, const RoadmapWork& work) {
  const propose::Roadmap& best = work.best;
  const bool is_proven = best.status == propose::Status::kOptimal;
  const auto proven = std::count_if(
      best.parts.begin(), best.parts.end(),
      [](const propose::RoadmapPart& part) { return part.status == propose::Status::kOptimal; });
  const std::string said =
      is_proven ? std::string(context.tr(Str::propose_roadmap_proven))
                : context.tr(Message{Str::propose_roadmap_best,
                                     {{"proven", static_cast<std::int64_t>(proven)},
                                      {"count", static_cast<std::int64_t>(best.parts.size())}}});
  paragraph(context, is_proven ? context.fonts.small : context.fonts.small_bold,
            is_proven ? context.theme.text : context.theme.soft, said);
  context.tree.addLastItem("status", context.tr(Str::propose_roadmap), said);
  ImGui::Dummy({1, 2});
  const std::size_t first = work.made.rounds.size() - best.rounds.size();
  for (std::size_t i = 0; i < best.rounds.size(); ++i) {
    drawRound(context, work.made.rounds[first + i], best.rounds[i]);
  }
  ImGui::Dummy({1, 4});
  if (button(context, icons::kIconGitBranch, context.tr(Str::propose_roadmap_take),
             ButtonLook::kPrimary)) {
    take(context, work);
  }
}

}  // namespace

void drawSeveralRounds(const Context& context) {
  ProposalMemory& memory = context.memory.of<ProposalMemory>();
  const Session& session = *context.session;
  RoadmapWork* work = workOf(context);
  if (work == nullptr) {
    paragraph(context, context.fonts.small, context.theme.muted,
              context.tr(Str::propose_roadmap_empty));
  }
  drawQuestion(context, memory);
  if (work != nullptr && work->job != nullptr) {
    drawSearchProgress(context, work->job->progress());
    if (button(context, icons::kIconX, context.tr(Str::propose_stop))) finish(context, *work);
    return;
  }
  const auto rounds = static_cast<std::size_t>(memory.roadmap_rounds);
  const bool fits = session.scenario().rounds.size() + rounds <= limits::mostRounds(session.plan());
  if (!fits) {
    paragraph(context, context.fonts.small, context.theme.soft,
              context.tr(Str::propose_roadmap_too_many));
  }
  if (button(context, icons::kIconRoute, context.tr(Str::propose_roadmap), ButtonLook::kPlain,
             fits)) {
    start(context, {.rounds = rounds,
                    .every = memory.roadmap_every,
                    .within = memory.within,
                    .language = context.preferences.language});
    return;
  }
  if (work != nullptr) drawResult(context, *work);
}

}  // namespace cadre::ui
