// The tables of the plan as they are copied: what the board, a round and the findings show, with
// the columns that a spreadsheet wants. Each is offered while its view draws.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "ui/context.h"
#include "ui/views/board/board_memory.h"

namespace cadre::ui {

// A line for each seat of the rows, from top to bottom.
void offerBoard(const Context& context, const std::vector<BoardRow>& rows);
// The moves of the chosen round at these places.
void offerMoves(const Context& context, const Round& round);
// What was said about a move of the chosen round, or one that it does not have.
struct CopiedConsultation {
  CadreId cadre;
  PostId to;
  Views views;
  bool stands = true;
};
void offerConsultation(const Context& context, const Round& round,
                       std::vector<CopiedConsultation> lines);
// A finding with the entry of the timeline that it is of, and why it is waived.
struct CopiedFinding {
  std::size_t entry = 0;
  const Finding* finding = nullptr;
  std::string reason;
};
void offerFindings(const Context& context, std::function<std::vector<CopiedFinding>()> findings);

}  // namespace cadre::ui
