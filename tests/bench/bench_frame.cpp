// Milliseconds of C++ for one frame of the interface, from the state of the plan to the list of
// triangles: all but the graphics card's part.
#include <benchmark/benchmark.h>

#include "support/headless.h"

namespace cadre::test {
namespace {

void openCity(Headless& page, benchmark::State& state) {
  if (!page.planner->openPlan(sample("ha-noi-2023.json")).empty()) {
    state.SkipWithError("the sample does not open");
  }
  page.settle();
}

void frameWithTheBoardOfADistrict(benchmark::State& state) {
  Headless page;
  openCity(page, state);
  for (auto _ : state) page.frame();
}
BENCHMARK(frameWithTheBoardOfADistrict)->Unit(benchmark::kMillisecond);

void frameWithTheWholeCityOnTheBoard(benchmark::State& state) {
  Headless page;
  openCity(page, state);
  page.click("tab", "Toàn bộ");
  for (auto _ : state) page.frame();
}
BENCHMARK(frameWithTheWholeCityOnTheBoard)->Unit(benchmark::kMillisecond);

// An edit, its simulation, and the frame that shows it on every district.
void frameThatShowsAnEdit(benchmark::State& state) {
  Headless page;
  openCity(page, state);
  page.click("button", "Thêm đợt");
  bool undone = false;
  for (auto _ : state) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, true);
    io.AddKeyEvent(undone ? ImGuiKey_Y : ImGuiKey_Z, true);
    page.frame();
    io.AddKeyEvent(undone ? ImGuiKey_Y : ImGuiKey_Z, false);
    page.frame();
    undone = !undone;
  }
}
BENCHMARK(frameThatShowsAnEdit)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cadre::test

BENCHMARK_MAIN();
