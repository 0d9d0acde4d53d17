#include "plan_io/key_index.h"

namespace cadre::plan_io {
namespace {

template <class I, class Record>
KeyMap<I> mapOf(const std::vector<Record>& records) {
  KeyMap<I> out;
  out.reserve(records.size());
  for (std::size_t i = 0; i < records.size(); ++i) out.emplace(records[i].key, I{i});
  return out;
}

}  // namespace

KeyIndex indexOf(const Plan& plan) {
  return {.units = mapOf<UnitId>(plan.structure->units),
          .titles = mapOf<TitleId>(plan.structure->titles),
          .posts = mapOf<PostId>(plan.structure->posts),
          .cadres = mapOf<CadreId>(plan.roster->cadres)};
}

}  // namespace cadre::plan_io
