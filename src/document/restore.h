// Restores a document from the journal: a base plan, the commands since then and a position.
#pragma once

#include <cstddef>
#include <expected>
#include <span>
#include <string>
#include <string_view>

#include "core/error.h"
#include "document/document.h"

namespace cadre {

struct Restored {
  Document document;
  // Why only part of the journal could be replayed; empty when all of it was. The document then
  // contains everything before the first unreadable record.
  Errors problems;
};

// Fails when the base itself cannot be read. A position beyond the last applicable record is
// reduced to it.
[[nodiscard]] std::expected<Restored, Errors> restoreDocument(
    std::string_view base_json, std::span<const std::string> command_records, std::size_t position);

}  // namespace cadre
