// Brings a document back from what the journal holds: a base plan, the commands since, a position.
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
  // Why the journal could be followed only in part; empty when all of it was. The document then
  // holds everything up to the first record that could not be read.
  Errors problems;
};

// Errors when the base itself cannot be read. A position beyond the records that could be applied
// becomes the last of them.
[[nodiscard]] std::expected<Restored, Errors> restoreDocument(
    std::string_view base_json, std::span<const std::string> command_records, std::size_t position);

}  // namespace cadre
