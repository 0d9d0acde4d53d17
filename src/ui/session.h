// The open plan as the interface sees it: document, simulation, and what the person has chosen.
//
// Views read a Session and change it only through its functions; every change of the plan goes
// through run(), undo() or redo(), which write it to the journal. The timeline is simulated once
// for each plan and scenario and kept until one of them changes.
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

// What is chosen. Names that the plan no longer has count as not chosen.
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

  // Of the chosen scenario (an empty one when the plan has none).
  [[nodiscard]] const Scenario& scenario() const;
  [[nodiscard]] const Timeline& timeline() const;
  // Its place among the plan's scenarios; 0 when there is none.
  [[nodiscard]] std::size_t scenarioPlace() const;
  // Of any scenarios of the plan, in their order: the chosen one has its timeline already.
  [[nodiscard]] std::vector<std::shared_ptr<const Timeline>> timelinesOf(
      const ScenarioList& scenarios) const;
  // The chosen entry of the timeline: 0 is the baseline.
  [[nodiscard]] std::size_t entry() const;
  [[nodiscard]] const RoundState& state() const { return timeline().rounds[entry()]; }
  // The chosen round; null in the baseline.
  [[nodiscard]] const Round* round() const;
  [[nodiscard]] Stage stage(text::Language language) const;
  // The chosen quota; null when the plan has none.
  [[nodiscard]] const Quota* quota() const;
  [[nodiscard]] QuotaId quotaId() const;
  // The units that are tiles and rows: those of the quota's group level, in file order.
  [[nodiscard]] std::vector<UnitId> groups() const;
  // The group of the chosen quota that a post counts for; none when there is none.
  [[nodiscard]] UnitId groupOf(PostId post) const;

  // Chooses what the plan has of a place that was chosen earlier.
  void choosePlace(const std::string& scenario_key, const std::string& round_key,
                   const std::string& quota_key, const std::string& unit_key);
  void chooseScenario(std::string key);
  void chooseRound(std::string key) { selection_.round = std::move(key); }
  void chooseEntry(std::size_t entry);
  void chooseQuota(std::string key);
  void chooseUnit(UnitId unit) { selection_.unit = unit; }
  void choosePost(PostId post);
  void chooseCadre(CadreId cadre);

  // Counts up with every change of the plan; for caches of what views derive from it.
  [[nodiscard]] std::uint64_t revision() const { return revision_; }

  // Changes of the plan. The journal is told by whoever owns the session (Planner): these return
  // the record to append.
  Expected<std::string> run(Command command);
  // The same in the place of the last command, for a control that is being dragged: the record
  // replaces the last one. REQUIRES: something can be undone.
  Expected<std::string> amend(Command command);
  void undo();
  void redo();
  void moveTo(std::size_t position);

 private:
  // What run() and amend() have in common; `put` is the function of the document.
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
