// The planner in a native window, for debugging: planner-window [--assets FOLDER] [PLAN.json]
#define SDL_MAIN_HANDLED
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include <SDL.h>
#include <imgui.h>

#include "app/stage.h"
#include "platform/file_io.h"
#include "platform/native/native_host.h"
#include "ui/planner.h"

namespace cadre::app {
namespace {

// The folder of fonts and samples: given, or near the working directory or the executable.
std::string findAssets(const std::string& named) {
  std::vector<std::string> places = {"assets"};
  if (!named.empty()) places = {named};
  if (char* base = SDL_GetBasePath(); base != nullptr) {
    if (named.empty()) places.push_back(std::string(base) + "../../assets");
    SDL_free(base);
  }
  for (const std::string& place : places) {
    if (platform::readFile(place + "/fonts/NotoSans-Regular.ttf")) return place;
  }
  return {};
}

int waitFor(const platform::NativeHost& host) {
  if (!host.deadline()) return kNever;
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(
      *host.deadline() - platform::NativeHost::Clock::now());
  return std::max(0, static_cast<int>(left.count()));
}

int shorter(int a, int b) {
  if (a == kNever) return b;
  return b == kNever ? a : std::min(a, b);
}

int runWindow(const std::string& assets_named, const std::string& plan) {
  const std::string assets = findAssets(assets_named);
  if (assets.empty()) {
    std::fprintf(stderr, "no fonts found: name the assets folder with --assets\n");
    return 2;
  }
  const auto regular = platform::readFile(assets + "/fonts/NotoSans-Regular.ttf");
  const auto semibold = platform::readFile(assets + "/fonts/NotoSans-Bold.ttf");
  const auto icons = platform::readFile(assets + "/fonts/LucideIcons.ttf");
  if (!regular || !semibold || !icons) {
    std::fprintf(stderr, "%s/fonts is not complete\n", assets.c_str());
    return 2;
  }
  auto opened = Stage::open("Cadre Rotation Planner", 1440, 900);
  if (!opened) {
    std::fprintf(stderr, "%s\n", opened.error().c_str());
    return 1;
  }
  Stage& stage = **opened;
  platform::NativeHost host(assets + "/samples");
  ui::Planner planner(host, {.regular = *regular, .semibold = *semibold, .icons = *icons}, "");
  if (!plan.empty()) host.openFile(plan, planner);

  int wait = 0;
  for (;;) {
    wait = shorter(wait, waitFor(host));
    if (wait != 0) {
      SDL_WaitEventTimeout(nullptr, wait == kNever ? -1 : wait);
    }
    const Stage::Taken taken = stage.takeEvents();
    if (taken.quit) return 0;
    for (const std::string& file : taken.dropped_files) host.openFile(file, planner);
    host.runPending(planner);
    stage.step(planner);
    stage.present();
    wait = host.takeFrameRequest() ? 0 : stage.waitAfterStep();
  }
}

}  // namespace
}  // namespace cadre::app

int main(int argc, char** argv) {
  std::string assets;
  std::string plan;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--assets" && i + 1 < argc) {
      assets = argv[++i];
    } else if (!word.starts_with("-") && plan.empty()) {
      plan = word;
    } else {
      std::fprintf(stderr, "usage: planner-window [--assets FOLDER] [PLAN.json]\n");
      return 2;
    }
  }
  return cadre::app::runWindow(assets, plan);
}
