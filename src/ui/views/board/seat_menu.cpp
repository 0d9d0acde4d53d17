#include "icons/icons.h"
#include "kit/menus.h"
#include "ui/table_copy.h"
#include "ui/view_memory.h"
#include "ui/views/board/inspector_memory.h"
#include "ui/views/pieces.h"
#include "ui/views/views.h"

namespace cadre::ui {
namespace {

using text::Str;

// Shows the list in the inspector, with the post selected.
void choose(const Context& context, PostId post, Choosing what) {
  context.later([&context, post, what] {
    context.session->choosePost(post);
    context.memory.of<InspectorMemory>().choosing = what;
    context.memory.of<InspectorMemory>().search.clear();
    context.preferences.inspector_open = true;
  });
}

}  // namespace

void drawSeatMenu(const Context& context, PostId post) {
  if (!ImGui::BeginPopupContextItem("seat-menu")) return;
  const Session& session = *context.session;
  const bool locked = session.plan().post(post).locked;
  if (session.state().after.holder(post) &&
      menuItem(context, icons::kIconArrowRight, context.tr(Str::inspector_move_to))) {
    choose(context, post, Choosing::kDestinations);
  }
  if (menuItem(context, icons::kIconUsers, context.tr(Str::candidate_who_else))) {
    choose(context, post, Choosing::kComers);
  }
  if (menuItem(context, locked ? icons::kIconLockOpen : icons::kIconLock,
               context.tr(locked ? Str::inspector_unlock : Str::inspector_lock))) {
    context.run(SetLock{post, !locked});
  }
  copyMenuItem(context);
  ImGui::EndPopup();
}

}  // namespace cadre::ui
