#include <bit>

#include "analysis/joint_risk.h"
#include "core/disjoint_sets.h"

namespace cadre::risk {
namespace {

// The contribution of a part to a cell: its people's seats, depending on whether its set happens.
struct Gift {
  std::uint32_t cell = 0;
  std::array<std::int32_t, 2> seats{};
};

std::vector<Gift> giftsOf(const Part& part) {
  std::vector<Gift> out;
  for (std::size_t happens = 0; happens < 2; ++happens) {
    for (const Person& person : part.people[happens]) {
      for (const Stake stake : person) {
        Gift& gift = out.emplace_back();
        gift.cell = stake.cell;
        gift.seats[happens] = stake.seats;
      }
    }
  }
  std::sort(out.begin(), out.end(), [](const Gift& a, const Gift& b) { return a.cell < b.cell; });
  std::size_t size = 0;
  for (const Gift& gift : out) {
    if (size > 0 && out[size - 1].cell == gift.cell) {
      out[size - 1].seats[0] += gift.seats[0];
      out[size - 1].seats[1] += gift.seats[1];
    } else {
      out[size++] = gift;
    }
  }
  out.resize(size);
  if (part.set == MoveSets::kNone) {
    for (Gift& gift : out) gift.seats[1] = gift.seats[0];
  }
  return out;
}

class Layouter {
 public:
  explicit Layouter(const Model& model) : model_(model), cells_(model.cells.size()) {
    const std::size_t cells = model.cells.size();
    out_.fields.resize(cells);
    gifts_.reserve(model.parts.size());
    for (const Part& part : model.parts) gifts_.push_back(giftsOf(part));
    std::vector<std::int64_t> best(cells, 0);
    can_lose_.assign(cells, 0);
    for (const std::vector<Gift>& gifts : gifts_) {
      for (const Gift& gift : gifts) {
        best[gift.cell] += std::max(gift.seats[0], gift.seats[1]);
        can_lose_[gift.cell] += canLose(gift);
      }
    }
    for (std::size_t c = 0; c < cells; ++c) {
      const std::int64_t spare = best[c] - model.cells[c].needed;
      if (spare < 0) out_.is_possible = false;
      if (spare >= 0 && spare < can_lose_[c]) {
        out_.fields[c].spare = static_cast<std::int32_t>(spare);
      }
    }
    parts_of_.resize(cells);
    for (std::size_t p = 0; p < gifts_.size(); ++p) {
      std::erase_if(gifts_[p], [&](const Gift& gift) { return out_.fields[gift.cell].spare < 0; });
      for (const Gift& gift : gifts_[p]) {
        parts_of_[gift.cell].push_back(p);
        cells_.join(gift.cell, gifts_[p].front().cell);
      }
    }
    addComponents();
  }

  JointLayout take() { return std::move(out_); }

 private:
  // The most that the part can take away from the cell, relative to its best contribution.
  [[nodiscard]] std::int32_t canLose(const Gift& gift) const {
    const auto [least, most] = std::minmax(gift.seats[0], gift.seats[1]);
    return model_.stays[model_.cells[gift.cell].date] < kSurelyStays ? most : most - least;
  }

  void addComponents() {
    out_.component_of.assign(model_.sets.sets.size(), -1);
    std::vector<std::vector<std::uint32_t>> members(cellCount());
    for (std::uint32_t c = 0; c < cellCount(); ++c) {
      if (out_.fields[c].spare >= 0) members[cells_.find(c)].push_back(c);
    }
    is_placed_.assign(gifts_.size(), 0);
    left_of_.resize(cellCount());
    for (std::size_t c = 0; c < cellCount(); ++c) left_of_[c] = parts_of_[c].size();
    is_open_.assign(cellCount(), 0);
    for (std::size_t c = 0; c < members.size(); ++c) {
      if (!members[c].empty()) addComponent(members[c].front());
    }
  }

  [[nodiscard]] std::size_t cellCount() const { return model_.cells.size(); }

  // Orders the parts so that cells close early: always continues with the open cell that has the
  // fewest parts left.
  void addComponent(std::uint32_t first) {
    std::vector<JointStep> steps;
    std::vector<std::uint32_t> open = {first};
    is_open_[first] = 1;
    while (!open.empty()) {
      const auto next =
          std::min_element(open.begin(), open.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::pair(left_of_[a], a) < std::pair(left_of_[b], b);
          });
      const std::uint32_t cell = *next;
      open.erase(next);
      for (const std::size_t part : parts_of_[cell]) {
        if (is_placed_[part] != 0) continue;
        is_placed_[part] = 1;
        steps.push_back(stepOf(part));
        for (const Gift& gift : gifts_[part]) {
          --left_of_[gift.cell];
          if (is_open_[gift.cell] != 0) continue;
          is_open_[gift.cell] = 1;
          open.push_back(gift.cell);
        }
      }
    }
    const auto component = static_cast<std::int32_t>(out_.components.size());
    for (const JointStep& step : steps) {
      const std::int32_t set = model_.parts[step.part].set;
      if (set != MoveSets::kNone) out_.component_of[static_cast<std::size_t>(set)] = component;
    }
    out_.is_wide.push_back(placeFields(steps) ? 0 : 1);
    out_.components.push_back(std::move(steps));
  }

  JointStep stepOf(std::size_t part) {
    JointStep out;
    out.part = part;
    for (const Gift& gift : gifts_[part]) {
      const std::int32_t most = std::max(gift.seats[0], gift.seats[1]);
      can_lose_[gift.cell] -= canLose(gift);
      out.cells.push_back({gift.cell,
                           {most - gift.seats[0], most - gift.seats[1]},
                           static_cast<std::int32_t>(can_lose_[gift.cell]),
                           false});
    }
    return out;
  }

  // Assigns bits to each cell from its first part to its last; returns false if there are not
  // enough.
  bool placeFields(std::vector<JointStep>& steps) {
    std::uint64_t taken = 0;
    std::vector<std::pair<std::uint32_t, std::size_t>> left;  // by cell: remaining parts
    for (JointStep& step : steps) {
      for (Touched& touched : step.cells) {
        const std::size_t parts = parts_of_[touched.cell].size();
        const auto known = std::find_if(left.begin(), left.end(),
                                        [&](const auto& one) { return one.first == touched.cell; });
        if (known != left.end()) {
          --known->second;
          continue;
        }
        touched.is_first = true;
        left.emplace_back(touched.cell, parts - 1);
        Field& field = out_.fields[touched.cell];
        const auto bits =
            static_cast<unsigned>(std::bit_width(static_cast<std::uint32_t>(field.spare)));
        if (bits == 0) continue;
        field.mask = (std::uint64_t{1} << bits) - 1;
        while (field.offset + bits <= 64 && (taken & (field.mask << field.offset)) != 0) {
          ++field.offset;
        }
        if (field.offset + bits > 64) return false;
        taken |= field.mask << field.offset;
      }
      std::erase_if(left, [&](const auto& one) {
        if (one.second > 0) return false;
        const Field& field = out_.fields[one.first];
        taken &= ~(field.mask << field.offset);
        return true;
      });
    }
    return true;
  }

  const Model& model_;
  JointLayout out_;
  DisjointSets cells_;
  std::vector<std::vector<Gift>> gifts_;            // by part: contributions to cells that may fail
  std::vector<std::vector<std::size_t>> parts_of_;  // by cell
  std::vector<std::int64_t> can_lose_;              // by cell: by parts not placed yet
  std::vector<std::size_t> left_of_;                // by cell: parts not placed yet
  std::vector<std::uint8_t> is_placed_;             // by part
  std::vector<std::uint8_t> is_open_;               // by cell: some part is placed but not all
};

}  // namespace

JointLayout jointLayout(const Model& model) { return Layouter(model).take(); }

}  // namespace cadre::risk
