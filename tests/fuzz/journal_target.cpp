#include <string>
#include <vector>

#include "document/restore.h"
#include "promises.h"
#include "require.h"
#include "small_plan.h"
#include "targets.h"

namespace cadre::fuzz {

void journal(std::string_view bytes) {
  constexpr std::size_t kMostRecords = 64;
  std::vector<std::string> records;
  while (!bytes.empty() && records.size() < kMostRecords) {
    const std::size_t size = std::min(bytes.find('\n'), bytes.size());
    records.emplace_back(bytes.substr(0, size));
    bytes.remove_prefix(std::min(size + 1, bytes.size()));
  }
  const auto restored = restoreDocument(smallPlanText(), records, records.size());
  require(restored.has_value(), "whatever the records are, the base is there");
  const Document& document = restored->document;
  require(restored->problems.empty() == (document.steps().size() == records.size()),
          "a record that is left out is said");
  require(document.position() == document.steps().size(), "the position is the last step");
  if (!document.steps().empty()) requireOpensAgain(document.plan());
}

}  // namespace cadre::fuzz
