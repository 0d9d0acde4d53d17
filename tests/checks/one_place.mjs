// A rule, a view and a command are each added in one place: a copy of the sources gets a dummy of
// each, added only where docs/contributing.md says, and everything else must then know them.
//
// Uses the compiler cache; without it, this takes as long as a full build.
import fs from 'node:fs';
import path from 'node:path';
import { end, expect, root, run } from './planted.mjs';

const RULE = `#include "rules/rule.h"
namespace cadre::rules {
namespace {
std::optional<Message> checkDummy(const MoveFacts& facts, const RuleSetting& setting) {
  return Message{text::Str::rule_consent_finding,
                 {{"name", facts.cadre().name}, {"source", sourceOf(setting)}}};
}
}  // namespace
constinit const RuleInfo kDummy = {.id = "dummy",
                                   .name = text::Str::app_name,
                                   .default_source = text::Str::app_name,
                                   .in_proposal = InProposal::kMoves,
                                   .check_move = checkDummy};
}  // namespace cadre::rules
`;
const VIEW = `#include <cstdio>
#include "ui/views/view.h"
namespace cadre::ui {
namespace {
struct DummyMemory {
  int frames = 0;
};
void drawDummy(const Context& context, ImVec2 /*min*/, ImVec2 /*max*/) {
  if (++context.memory.of<DummyMemory>().frames == 2) std::puts("the dummy is drawn");
}
}  // namespace
const ViewInfo kDummyView = {
    .command = "go.dummy", .title = text::Str::app_name, .icon = "", .draw = drawDummy};
}  // namespace cadre::ui
`;
const COMMAND_HEADER = `#pragma once
#include "document/commands/interface.h"
namespace cadre {
struct Dummy {
  static constexpr std::string_view kName = "dummy";
  [[nodiscard]] Expected<Plan> apply(const Plan& plan) const { return plan; }
  [[nodiscard]] Message label(const Plan& /*before*/) const { return {text::Str::app_name, {}}; }
  void write(JsonWriter& /*out*/, const Plan& /*before*/) const {}
  [[nodiscard]] static Dummy read(plan_io::ObjectReader& /*in*/, const ReadContext& /*context*/) {
    return {};
  }
};
}  // namespace cadre
`;
// Reads a record of the dummy and writes it, as the journal does.
const READS = `#include <cstdio>
#include <fstream>
#include <iterator>
#include "document/command.h"
#include "plan_io/plan_io.h"
int main() {
  std::ifstream file("plan.json");
  const auto plan = cadre::plan_io::loadPlan(std::string(std::istreambuf_iterator<char>(file), {}));
  if (!plan) return 1;
  const auto read = cadre::readCommand("{\\"do\\": \\"dummy\\"}", *plan);
  if (!read) return 2;
  std::puts(cadre::writeCommand(*read, *plan).c_str());
}
`;
const PLAN = 'assets/samples/phuc-tho-2021-2023.json';

const copy = path.join(root, 'build', 'one-place');
const inCopy = (command, args) => run(command, args, {}, copy);
const write = (name, text) => fs.writeFileSync(path.join(copy, name), text);
const change = (name, from, to) => {
  const text = fs.readFileSync(path.join(copy, name), 'utf8');
  if (!text.includes(from)) throw new Error(`${name} has no ${from}`);
  write(name, text.replace(from, to));
};
const addLine = (name, line) => fs.appendFileSync(path.join(copy, name), `${line}\n`);

for (const name of ['src', 'tests', 'cmake', 'assets', 'tools', 'web', 'CMakeLists.txt', 'CMakePresets.json']) {
  fs.rmSync(path.join(copy, name), { recursive: true, force: true });
  fs.cpSync(path.join(root, name), path.join(copy, name), {
    recursive: true, filter: (file) => !file.includes('node_modules'),
  });
}

write('src/rules/dummy.cpp', RULE);
addLine('src/rules/rules.def', 'RULE(Dummy)');
write('src/ui/views/analysis/dummy.cpp', VIEW);
addLine('src/ui/views/work_views.def', 'VIEW(Dummy)');
write('src/document/commands/dummy.h', COMMAND_HEADER);
change('src/document/command.h', '#include "document/commands/merge_roster.h"',
  '#include "document/commands/dummy.h"\n#include "document/commands/merge_roster.h"');
change('src/document/command.h', 'std::variant<RenamePlan,', 'std::variant<RenamePlan, Dummy,');
// Not one of the places, but the test that checks them.
write('tests/reads_dummy.cpp', READS);
addLine('tests/CMakeLists.txt',
  'add_executable(reads_dummy reads_dummy.cpp)\ntarget_link_libraries(reads_dummy PRIVATE cadre_document)');

const toolchain = fs.readFileSync(path.join(root, 'build/native/CMakeCache.txt'), 'utf8')
  .match(/CADRE_TOOLCHAIN:PATH=(.*)/)[1];
const configured = inCopy('cmake', ['--preset', 'native', `-DCADRE_TOOLCHAIN=${toolchain}`]);
expect('it is configured', configured.good, configured.says);
const built = inCopy('cmake',
  ['--build', '--preset', 'native', '--target', 'cadre-plan', 'unit_ui', 'reads_dummy']);
expect('it is built', built.good, built.says);

if (built.good) {
  const plan = JSON.parse(fs.readFileSync(path.join(root, PLAN), 'utf8'));
  plan.rules = [{ id: 'dummy', severity: 'hard', source: 'x' }];
  write('plan.json', JSON.stringify(plan));
  const { id } = plan.scenarios.find(({ rounds }) => rounds.some(({ moves }) => moves.length > 0));
  const simulated = inCopy('build/native/cadre-plan', ['simulate', 'plan.json', '--scenario', id, '--json']);
  expect('the rule finds something', simulated.says.includes('"dummy"'), simulated.says);
  const ui = 'build/native/tests/unit/ui/unit_ui';
  const listed = inCopy(ui, ['--gtest_list_tests']);
  expect('the view has a command', listed.says.includes('go_dummy'), listed.says);
  const drawn = inCopy(ui, ['--gtest_filter=EmptyPlans.WithoutQuotas']);
  expect('tests open the view', drawn.good && drawn.says.includes('the dummy is drawn'), drawn.says);
  const said = inCopy('build/native/tests/reads_dummy', []).says;
  expect('the command is read and written', /"do": ?"dummy"/.test(said), said);
}
end();
