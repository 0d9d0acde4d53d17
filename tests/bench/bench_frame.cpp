// Milliseconds of C++ for one frame of the interface, from the state of the plan to the list of
// triangles: everything except the graphics card's part.
#include <benchmark/benchmark.h>

#include "plan_io/plan_io.h"
#include "samples/samples.h"
#include "support/headless.h"
#include "ui/palette_index.h"

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

void openPaletteOnTheCountry(Headless& page, benchmark::State& state) {
  if (!page.planner->openPlan(plan_io::savePlan(samples::country())).empty()) {
    state.SkipWithError("the country does not open");
  }
  page.settle();
  page.key(ImGuiKey_K, true);
}

// The names of all places, people and posts, prepared for searching.
void paletteNamesOfTheCountry(benchmark::State& state) {
  const Plan plan = samples::country();
  for (auto _ : state) {
    ui::PlanNames names(plan, text::Language::kVietnamese);
    benchmark::DoNotOptimize(names.step(SIZE_MAX));
  }
}
BENCHMARK(paletteNamesOfTheCountry)->Unit(benchmark::kMillisecond);

// A frame in which a letter is typed into the palette: all names are searched again.
void paletteLetterOnTheCountry(benchmark::State& state) {
  Headless page;
  openPaletteOnTheCountry(page, state);
  page.type("n");
  for (auto _ : state) {
    ImGui::GetIO().AddKeyEvent(ImGuiKey_Backspace, true);
    page.frame();
    ImGui::GetIO().AddKeyEvent(ImGuiKey_Backspace, false);
    page.frame();
    ImGui::GetIO().AddInputCharacter('n');
    page.frame();
  }
}
BENCHMARK(paletteLetterOnTheCountry)->Unit(benchmark::kMillisecond);

void frameWithThePaletteOverTheCountry(benchmark::State& state) {
  Headless page;
  openPaletteOnTheCountry(page, state);
  page.type("nguyen");
  for (auto _ : state) page.frame();
}
BENCHMARK(frameWithThePaletteOverTheCountry)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace cadre::test

BENCHMARK_MAIN();
