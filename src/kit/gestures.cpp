#include "kit/gestures.h"

#include <algorithm>
#include <cmath>

namespace cadre::kit {
namespace {

using Kind = TouchAction::Kind;

ImVec2 minus(ImVec2 a, ImVec2 b) { return {a.x - b.x, a.y - b.y}; }
float length(ImVec2 v) { return std::hypot(v.x, v.y); }

}  // namespace

Gestures::Finger* Gestures::find(int id) {
  const auto found = std::find_if(fingers_.begin(), fingers_.end(),
                                  [id](const Finger& finger) { return finger.id == id; });
  return found == fingers_.end() ? nullptr : &*found;
}

std::vector<TouchAction> Gestures::take(const Contact& contact, Under under) {
  Actions out;
  switch (contact.phase) {
    case TouchPhase::kDown:
      down(contact, under, out);
      break;
    case TouchPhase::kMove:
      move(contact, out);
      break;
    case TouchPhase::kUp:
      up(contact, out);
      break;
    case TouchPhase::kCancel:
      // A finger that was already lifted has nothing to cancel.
      if (find(contact.id) != nullptr) cancel(out);
      break;
  }
  return out;
}

void Gestures::down(const Contact& contact, Under under, Actions& out) {
  if (find(contact.id) != nullptr) return;
  fingers_.push_back({contact.id, contact.at});
  if (fingers_.size() == 1) {
    stopped_glide_ = state_ == State::kGliding;
    under_ = under;
    start_ = last_ = contact.at;
    since_ = contact.time;
    speed_ = {0, 0};
    state_ = State::kUndecided;
    if (under == Under::kKnob) {
      out.push_back({Kind::kPoint, start_});
      out.push_back({Kind::kPress, start_});
      state_ = State::kDragging;
    }
    return;
  }
  if (fingers_.size() > 2) return;
  if (state_ == State::kSpent) return;
  if (state_ == State::kDragging) {
    // The drag ends outside any target.
    out.push_back({Kind::kLeave, last_});
    out.push_back({Kind::kRelease, last_});
  } else if (state_ == State::kHeld) {
    out.push_back({Kind::kLeave, last_});
  }
  state_ = State::kPinching;
  spread_ = 0;
  pinch(out);
}

// The direction in which an undecided finger starts to move.
void Gestures::decide(const Contact& contact, Actions& out) {
  const ImVec2 way = minus(contact.at, start_);
  if (length(way) < kSlop) return;
  const bool sideways = std::abs(way.x) > std::abs(way.y);
  if (under_ == Under::kDraggable && sideways) {
    out.push_back({Kind::kPoint, start_});
    out.push_back({Kind::kPress, start_});
    out.push_back({Kind::kPoint, contact.at});
    state_ = State::kDragging;
    return;
  }
  state_ = State::kScrolling;
  out.push_back({Kind::kScroll, start_, way});
}

void Gestures::move(const Contact& contact, Actions& out) {
  Finger* finger = find(contact.id);
  if (finger == nullptr) return;
  finger->at = contact.at;
  if (state_ == State::kPinching) {
    pinch(out);
    return;
  }
  const ImVec2 step = minus(contact.at, last_);
  switch (state_) {
    case State::kUndecided:
      decide(contact, out);
      break;
    case State::kHeld:
      if (length(minus(contact.at, start_)) < kSlop) return;
      out.push_back({Kind::kPress, start_});
      out.push_back({Kind::kPoint, contact.at});
      state_ = State::kDragging;
      break;
    case State::kDragging:
      out.push_back({Kind::kPoint, contact.at});
      break;
    case State::kScrolling: {
      out.push_back({Kind::kScroll, start_, step});
      // Smoothed, because a finger's last report is often a jerk.
      const auto seconds = static_cast<float>(std::max(contact.time - since_, 1e-3));
      constexpr float kNew = 0.4F;
      speed_ = {speed_.x * (1 - kNew) + step.x / seconds * kNew,
                speed_.y * (1 - kNew) + step.y / seconds * kNew};
      break;
    }
    default:
      break;
  }
  last_ = contact.at;
  if (state_ == State::kScrolling) since_ = contact.time;
}

void Gestures::up(const Contact& contact, Actions& out) {
  if (find(contact.id) == nullptr) return;
  std::erase_if(fingers_, [&](const Finger& finger) { return finger.id == contact.id; });
  if (!fingers_.empty()) {
    if (state_ == State::kPinching) state_ = State::kSpent;
    return;
  }
  const State was = state_;
  state_ = State::kIdle;
  switch (was) {
    case State::kUndecided:
      if (!stopped_glide_) out.push_back({Kind::kTap, start_});
      break;
    case State::kHeld:
      // A busy page learns late about a finger that was lifted early.
      out.push_back({contact.time < since_ + kHold ? Kind::kTap : Kind::kMenu, start_});
      break;
    case State::kDragging:
      out.push_back({Kind::kPoint, contact.at});
      out.push_back({Kind::kRelease, contact.at});
      out.push_back({Kind::kLeave, contact.at});
      break;
    case State::kScrolling:
      if (length(speed_) >= kLeastGlide && contact.time - since_ < kFingerRested) {
        state_ = State::kGliding;
        since_ = contact.time;
      }
      break;
    default:
      break;
  }
}

void Gestures::cancel(Actions& out) {
  fingers_.clear();
  if (state_ == State::kDragging || state_ == State::kHeld) out.push_back({Kind::kLeave, last_});
  if (state_ == State::kDragging) out.push_back({Kind::kRelease, last_});
  state_ = State::kIdle;
}

void Gestures::pinch(Actions& out) {
  const ImVec2 a = fingers_[0].at;
  const ImVec2 b = fingers_[1].at;
  constexpr float kLeastSpread = 24.0F;  // avoids zoom jumps when fingers touch each other
  const ImVec2 middle = {(a.x + b.x) / 2, (a.y + b.y) / 2};
  const float spread = std::max(length(minus(a, b)), kLeastSpread);
  if (spread_ > 0) {
    out.push_back({Kind::kPinch, middle, minus(middle, middle_), spread / spread_});
  }
  middle_ = middle;
  spread_ = spread;
}

std::vector<TouchAction> Gestures::pass(double now) {
  Actions out;
  if (state_ == State::kUndecided && now >= since_ + kHold) {
    state_ = State::kHeld;
    out.push_back({Kind::kPoint, start_});
  } else if (state_ == State::kGliding && now > since_) {
    const auto seconds = static_cast<float>(now - since_);
    out.push_back({Kind::kScroll, start_, {speed_.x * seconds, speed_.y * seconds}});
    const auto slower = static_cast<float>(std::exp(-(now - since_) / kGlideSlows));
    speed_ = {speed_.x * slower, speed_.y * slower};
    since_ = now;
    if (length(speed_) < kGlideEnds) state_ = State::kIdle;
  }
  return out;
}

std::optional<double> Gestures::deadline() const {
  if (state_ == State::kUndecided) return since_ + kHold;
  if (state_ == State::kGliding) return since_;
  return std::nullopt;
}

}  // namespace cadre::kit
