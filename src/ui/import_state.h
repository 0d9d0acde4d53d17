// State of a roster import: the table, the meaning of its columns, and the result of a merge.
//
// The interpretation is recomputed when the mapping, the choice about missing officials, or the
// plan changes, and cached otherwise. Nothing here changes the plan.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"
#include "model/plan.h"
#include "roster/import.h"

namespace cadre::ui {

// The rows being shown.
enum class ImportFilter : std::uint8_t { kAll, kNew, kChanged, kUnchanged, kError };

class ImportState {
 public:
  // Empty: waits for a table.
  ImportState() = default;
  ImportState(std::string name, std::string_view text, const Plan& plan);

  [[nodiscard]] const std::string& name() const { return name_; }
  // Null when nothing was given yet, or it is not a table.
  [[nodiscard]] const roster::Table* table() const { return table_ ? &*table_ : nullptr; }
  [[nodiscard]] const std::optional<Error>& error() const { return error_; }
  [[nodiscard]] const roster::Mapping& mapping() const { return mapping_; }
  [[nodiscard]] bool goneLeave() const { return options_.gone_leave; }

  void assign(std::size_t column, roster::Field field);
  void setGoneLeave(bool leave);

  // REQUIRES: there is a table. `revision` is the revision of the plan.
  const roster::Reading& reading(const Plan& plan, std::uint64_t revision);
  // Indices of the interpreted rows that pass the filter.
  const std::vector<std::size_t>& rowsOf(ImportFilter filter);
  // The first problem of a table row; null when there is none or it was not kept.
  [[nodiscard]] const roster::Problem* problemOf(std::size_t table_row) const;

  // The display name of a column; its number if it has no name.
  [[nodiscard]] std::string columnName(std::size_t column) const;
  // How many officials the merge changes.
  [[nodiscard]] std::size_t people() const;

  ImportFilter filter = ImportFilter::kAll;

 private:
  std::string name_;
  std::optional<roster::Table> table_;
  std::optional<Error> error_;
  roster::Mapping mapping_;
  roster::Options options_;

  std::optional<roster::Reading> reading_;
  std::uint64_t made_for_ = 0;  // revision
  std::optional<ImportFilter> rows_for_;
  std::vector<std::size_t> rows_;
};

// Whether a file of that name is treated as a table: .csv, .tsv or .txt.
[[nodiscard]] bool isTableName(std::string_view file_name);

struct ImportMemory {
  bool open = false;  // shown over everything
  std::shared_ptr<ImportState> state;
};

}  // namespace cadre::ui
