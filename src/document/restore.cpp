#include "document/restore.h"

#include <utility>

#include "plan_io/plan_io.h"

namespace cadre {

std::expected<Restored, Errors> restoreDocument(std::string_view base_json,
                                                std::span<const std::string> command_records,
                                                std::size_t position) {
  std::expected<Plan, Errors> base = plan_io::loadPlan(base_json);
  if (!base) return std::unexpected(base.error());
  Restored out{Document(std::move(*base)), {}};
  Plan indexed = out.document.base();  // keeps the strings that the keys refer to
  plan_io::KeyIndex keys = plan_io::indexOf(indexed);
  for (std::size_t i = 0; i < command_records.size(); ++i) {
    Expected<Command> command = readCommand(command_records[i], out.document.plan(), keys);
    const bool adds_keys = command && addsKeys(*command);
    Expected<void> applied = command ? out.document.apply(std::move(*command))
                                     : Expected<void>(std::unexpected(command.error()));
    if (!applied) {
      Error problem = applied.error();
      const bool is_path = problem.place.empty() || problem.place.starts_with('/');
      problem.place = "journal/" + std::to_string(i) + (is_path ? "" : ", ") + problem.place;
      out.problems.push_back(std::move(problem));
      break;
    }
    if (!adds_keys) continue;
    indexed = out.document.plan();
    keys = plan_io::indexOf(indexed);
  }
  out.document.moveTo(position);
  return out;
}

}  // namespace cadre
