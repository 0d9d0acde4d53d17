// The open plan as the interface sees it: document, simulation and selection.
//
// Views read a Session and change it only through its functions; every change of the plan goes
// through run(), undo() or redo(), which write it to the journal. The timeline is simulated once
// per plan and scenario and cached until one of them changes.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "document/what_if.h"
#include "platform/host.h"
#include "simulate/timeline.h"
#include "text/format.h"

namespace cadre::ui {

// The selection. Keys that the plan no longer has count as not selected.
struct Selection {
  std::string scenario;  // key
  std::string round;     // key; empty: the baseline
  std::string quota;     // key
  UnitId unit;           // of the quota's group level; none: the whole plan
  CadreId cadre;
  PostId post;
};

class Session {
 public:
  explicit Session(Document document);

  [[nodiscard]] const Plan& plan() const { return document_.plan(); }
  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] const Selection& selection() const { return selection_; }

  // The timeline of the selected scenario (an empty scenario when the plan has none).
  [[nodiscard]] const Scenario& scenario() const;
  [[nodiscard]] const Timeline& timeline() const;
  // Its index among the plan's scenarios; 0 when there is none.
  [[nodiscard]] std::size_t scenarioPlace() const;
  // Timelines of any scenarios, in the order given; that of the selected one is cached.
  [[nodiscard]] std::vector<std::shared_ptr<const Timeline>> timelinesOf(
      const ScenarioList& scenarios) const;
  // The selected entry of the timeline: 0 is the baseline.
  [[nodiscard]] std::size_t entry() const;
  [[nodiscard]] const RoundState& state() const { return timeline().rounds[entry()]; }
  // The selected round; null at the baseline.
  [[nodiscard]] const Round* round() const;
  [[nodiscard]] Stage stage(text::Language language) const;
  // The selected quota; null when the plan has none.
  [[nodiscard]] const Quota* quota() const;
  [[nodiscard]] QuotaId quotaId() const;
  // The units shown as tiles and rows: those of the quota's group level, in file order.
  [[nodiscard]] std::vector<UnitId> groups() const;
  // The group of the selected quota to which a post belongs; none if there is none.
  [[nodiscard]] UnitId groupOf(PostId post) const;

  // Restores an earlier selection as far as the plan has it.
  void restoreSelection(const std::string& scenario_key, const std::string& round_key,
                        const std::string& quota_key, const std::string& unit_key);
  void chooseScenario(std::string key);
  void chooseRound(std::string key) { selection_.round = std::move(key); }
  void chooseEntry(std::size_t entry);
  void chooseQuota(std::string key);
  void chooseUnit(UnitId unit) { selection_.unit = unit; }
  void choosePost(PostId post);
  void chooseCadre(CadreId cadre);

  // Incremented by every change of the plan; for caches in views.
  [[nodiscard]] std::uint64_t revision() const { return revision_; }

  // Changes of the plan. The owner of the session (Planner) writes the journal: these return the
  // record to append.
  Expected<std::string> run(Command command);
  // The same, replacing the last command, for a control being dragged: the record replaces the last
  // one. REQUIRES: there is a step to undo.
  Expected<std::string> amend(Command command);
  void undo();
  void redo();
  void moveTo(std::size_t position);

 private:
  // Common part of run() and amend(); `put` is the document's function.
  Expected<std::string> change(Expected<void> (Document::*put)(Command), Command command);
  void planChanged();
  void keepSelectionValid();

  Document document_;
  Selection selection_;
  std::uint64_t revision_ = 1;
  mutable std::shared_ptr<const Timeline> timeline_;
  mutable std::shared_ptr<const Scenario> simulated_;
};

}  // namespace cadre::ui
