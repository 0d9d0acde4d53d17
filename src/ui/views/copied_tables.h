// The plan's tables as they are copied: the contents of the board, a round and the findings, with
// the columns that are useful in a spreadsheet. Each is offered while its view draws.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "ui/context.h"
#include "ui/views/board/board_memory.h"

namespace cadre::ui {

// One line per seat of the rows, from top to bottom.
void offerBoard(const Context& context, const std::vector<BoardRow>& rows);
// The moves of the selected round at these indices.
void offerMoves(const Context& context, const Round& round);
// What was said about a move, whether or not the selected round contains it.
struct CopiedConsultation {
  CadreId cadre;
  PostId to;
  Views views;
  bool stands = true;
};
void offerConsultation(const Context& context, const Round& round,
                       std::vector<CopiedConsultation> lines);
// A finding with its entry of the timeline, and why it is waived.
struct CopiedFinding {
  std::size_t entry = 0;
  const Finding* finding = nullptr;
  std::string reason;
};
void offerFindings(const Context& context, std::function<std::vector<CopiedFinding>()> findings);

}  // namespace cadre::ui
