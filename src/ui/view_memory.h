// What views remember between frames that is neither plan nor preference: filters, open tabs, text
// being typed. Cleared when another plan is opened.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/date.h"
#include "core/error.h"
#include "core/id.h"
#include "document/refusal.h"
#include "kit/plot_zoom.h"
#include "kit/touch.h"
#include "kit/zoom.h"
#include "platform/host.h"
#include "ui/keyboard_memory.h"
#include "ui/licences.h"
#include "ui/name_mask.h"
#include "ui/password.h"

namespace cadre::ui {

enum class BoardFilter : std::uint8_t { kAll, kLocal, kNonLocal, kVacant, kChanged };

// One line of the board: a unit, or the n-th seat of its titles where it has several.
struct BoardRow {
  UnitId unit;
  bool is_heading = false;    // a district above its communes
  bool names_unit = true;     // the first line of a unit
  std::vector<PostId> seats;  // by title; none where the unit lacks it
};

struct BoardMemory {
  std::string search;
  BoardFilter filter = BoardFilter::kAll;
  bool whole_plan = false;
  PostId reveal;  // scroll to this post in the next frame
  // Rows and what they were made for.
  std::vector<BoardRow> rows;
  std::string made_for;
};

struct CandidateCache;

// Which list of choices lies over the facts.
enum class Choosing : std::uint8_t { kNothing, kDestinations, kComers };

struct InspectorMemory {
  std::string search;  // in the list of destinations or of those who could come
  Choosing choosing = Choosing::kNothing;
  Onto onto = Onto::kSwap;
  bool is_drawer = false;  // lies over the board: the screen is narrow
  std::shared_ptr<CandidateCache> candidates;
  // The finding that a waiver is being written for, and its reason.
  std::string waiving;
  std::string waiver_reason;
};

// The text field that is being typed in.
struct FieldMemory {
  unsigned control = 0;  // ImGui's id; 0: none
  std::string text;
  bool is_wrong = false;
};

enum class ConsultationFilter : std::uint8_t { kAll, kUnasked, kInDoubt };

struct ConsultationMemory {
  ConsultationFilter filter = ConsultationFilter::kAll;
  // What breaks when the chosen move is refused, and what it was worked out for.
  std::shared_ptr<const Refusal> refusal;
  std::string asked_for;
};

struct RoundsMemory {
  std::string name_round;  // the round whose name is being typed
  std::string name;
  std::string date_round;
  std::string date;
  bool date_is_wrong = false;
};

struct DefinitionTable;

struct TargetsMemory {
  std::shared_ptr<const DefinitionTable> table;
  std::string made_for;
};

struct ForecastTable;

struct ForecastMemory {
  int years = 5;            // beyond the last round
  bool last_terms = false;  // one whose last term has run out counts as gone
  std::shared_ptr<const ForecastTable> table;
  std::string made_for;
};

struct RoadmapTable;

struct RoadmapMemory {
  bool by_field = false;  // rows are fields, not groups
  std::shared_ptr<const RoadmapTable> table;
  std::string made_for;
};

enum class PeopleTab : std::uint8_t { kSuccession, kGrades, kDiscipline };

struct PeopleTable;

struct PeopleMemory {
  PeopleTab tab = PeopleTab::kSuccession;
  bool from_anywhere = false;  // successors also from other districts
  std::shared_ptr<const PeopleTable> table;
  std::string made_for;
};

class ProposalWork;
struct RoadmapWork;

enum class ProposalScope : std::uint8_t { kRound, kUnit, kPicked };
enum class ProposalList : std::uint8_t { kMoves, kUnits };
enum class ProposalSide : std::uint8_t { kFrontier, kConditions, kWhyNot, kRounds };

struct ProposalMemory {
  ProposalScope scope = ProposalScope::kRound;
  std::vector<UnitId> picked;  // of the scope kPicked
  bool across_city = false;
  std::optional<bool> live;                // by hand; else on where a search is quick
  std::optional<std::int32_t> most_moves;  // none: no bound
  std::vector<std::pair<CadreId, PostId>> pins;
  bool is_wanted = false;  // a proposal has been asked for and not been discarded
  bool wants_frontier = false;
  ProposalList list = ProposalList::kMoves;
  ProposalSide side = ProposalSide::kFrontier;
  std::string rule;  // whose limit can be dragged beside the proposal; empty: the first
  kit::PlotZoom frontier_zoom;
  std::shared_ptr<ProposalWork> work;
  int roadmap_rounds = 4;
  int roadmap_every = 6;  // months
  std::shared_ptr<RoadmapWork> roadmap;
};

struct CompareTable;

struct CompareMemory {
  std::vector<std::string> scenarios;  // keys, in the order in which they were chosen
  bool chosen = false;                 // by hand; else the view has a first guess
  std::shared_ptr<const CompareTable> table;
  std::string made_for;
};

struct MeetingTable;

struct MeetingMemory {
  bool open = false;            // shown instead of everything else
  bool is_full_screen = false;  // the page fills the screen
  int page = 0;                 // of the chosen districts, where they do not fit on one
  NameMask mask;                // numbers stay for as long as the plan is open
  std::shared_ptr<const MeetingTable> table;
  std::uint64_t made_for = 0;  // revision of the plan
};

// What the middle of the screen shows.
enum class Work : std::uint8_t {
  kBoard,
  kProposal,
  kTargets,
  kRules,
  kConsultation,
  kCompare,
  kRoadmap,
  kForecast,
  kPeople
};

enum class LowerTab : std::uint8_t { kPlot, kFindings };

struct LoadFailure {
  std::string file;
  std::vector<std::string> lines;
  // In the place of the words about a file; empty: those.
  std::string title = {};
  std::string about = {};
  std::string stored_id = {};  // a kept plan whose raw data can be saved
};

class ImportState;

struct ImportMemory {
  bool open = false;  // shown over everything
  std::shared_ptr<ImportState> state;
};

struct ViewMemory {
  BoardMemory board;
  InspectorMemory inspector;
  RoundsMemory rounds;
  ConsultationMemory consultation;
  TargetsMemory targets;
  ForecastMemory forecast;
  RoadmapMemory roadmap;
  PeopleMemory people;
  ProposalMemory proposal;
  CompareMemory compare;
  MeetingMemory meeting;
  FieldMemory field;
  ImportMemory import;
  KeyboardMemory keyboard;
  Work work = Work::kBoard;
  LowerTab lower_tab = LowerTab::kPlot;
  kit::Zoom map_zoom;
  kit::PlotZoom plot_zoom;
  // A district that something is dragged over, and since when: it opens after a moment.
  UnitId hovered_group;
  double hovered_since = 0;
  std::string rename_text;  // of a scenario or the plan, while its popup is open
};

// What the outside has said, for any plan.
struct Outside {
  kit::Touch touch;  // fingers
  std::vector<platform::StoredPlanInfo> stored;
  platform::StorageState storage = platform::StorageState::kSaved;
  std::string storage_time;
  bool storage_known = false;
  PasswordMemory password;    // being asked for
  bool has_password = false;  // the open plan came from a file with one, or was saved to one
  LoadFailure failure;        // shown until it is closed; no lines: none
  std::string notice;         // a line of news in the top bar
  double notice_until = 0;    // ImGui time
  void tell(std::string news, double now) {
    constexpr double kSeconds = 6.0;
    notice = std::move(news);
    notice_until = now + kSeconds;
  }
  AboutMemory about;
  bool start_open = false;  // the start screen is shown over an open plan
  platform::PlanAccess access = platform::PlanAccess::kWritable;
  [[nodiscard]] bool isWritable() const { return access == platform::PlanAccess::kWritable; }
  bool copy_wanted = false;     // the open plan as a new one, to be edited here
  bool trouble_hidden = false;  // the banner about storage, until its state changes
  bool restore_open = false;    // the list of restore points
  std::vector<platform::RestorePointInfo> restore_points;  // newest first
  std::string restoring;  // the time that is being gone back to; empty: none
};

}  // namespace cadre::ui
