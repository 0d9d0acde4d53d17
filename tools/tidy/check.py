"""Judges every C and C++ source of src, tools and tests with clang-tidy (tools/check_tidy.sh).

    check.py --root CLONE --clang-tidy PROGRAM --passed FOLDER [--jobs N] [--like SOURCE=OTHER]
        COMPILE_COMMANDS.json...

A source is compiled as the first of the compile commands that knows it says, with --like as another one
is. Sources are judged
several at a time (units.py). When some do not compile together, because two have a helper of the same
name for instance, those that the compiler complains about are judged apart: so the verdict does not
hang on who is judged with whom. A unit without findings leaves a file in FOLDER, named by a hash of
all that the verdict hangs on, and is not looked at again until something of that changes.

The last line is "N passed, M failed", in sources and headers; the status is 0 only when M is 0.
"""

import argparse
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import units

FOLDERS = ("src", "tools", "tests")
SOURCES = (".c", ".cpp")
# Passed units are checked again after this time.
KEPT_DAYS = 30

# The first line of a finding; the lines up to the next finding belong to it.
FINDING = re.compile(r"^(?P<file>/[^:\n]+):(?P<line>\d+):(?P<column>\d+): (?:error|warning): .*", re.MULTILINE)
COMPILER = "[clang-diagnostic-error"


class Judge:
    def __init__(self, options):
        self.root = options.root.resolve()
        self.program = options.clang_tidy
        self.passed = options.passed
        self.headers = units.Headers()
        self.folder = self.root / "build" / "tidy"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.passed.mkdir(parents=True, exist_ok=True)
        self.common = self._common(options.version_of)

    def _common(self, version_of):
        """What the verdict on every unit hangs on."""
        version = subprocess.run([self.program, "--version"], capture_output=True, check=True).stdout
        settings = sorted(self.root.glob("cmake/**/*.h")) + [self.root / ".clang-tidy"]
        settings += sorted(pathlib.Path(__file__).parent.glob("*.py")) + version_of
        return [version, *(path.read_bytes() for path in settings)]

    def shown(self, path):
        """A path as it stands in the clone, where headers are found through links of their layers."""
        path = os.path.realpath(path)
        return os.path.relpath(path, self.root) if path.startswith(f"{self.root}/") else path

    def stamp(self, unit, headers=None):
        headers = headers or self.headers
        words = (*unit.command.flags, *unit.command.includes, *map(str, unit.files))
        parts = [*self.common, " ".join(words).replace(str(self.root), ".").encode()]
        for path in headers.closure(unit):
            parts += [self.shown(path).encode(), headers.content(path)]
        digest = hashlib.sha256()
        for part in parts:
            digest.update(b"%d " % len(part) + part)
        return self.passed / digest.hexdigest()

    def is_known(self, unit):
        stamp = self.stamp(unit)
        if not stamp.exists():
            return False
        stamp.touch()
        return True

    def run(self, unit):
        """{the file that it is in: {finding: its lines}} of a unit, of which nothing is known."""
        with tempfile.NamedTemporaryFile(
            "w", suffix=unit.files[0].suffix, dir=self.folder, delete=False
        ) as source:
            source.write(unit.text())
        command = [
            self.program, "--quiet", f"--config-file={self.root / '.clang-tidy'}", source.name, "--",
            *unit.command.flags, *unit.command.includes,
        ]  # fmt: skip
        done = subprocess.run(command, cwd=self.root, capture_output=True, text=True)
        os.unlink(source.name)
        starts = [found.start() for found in FINDING.finditer(done.stdout)]
        findings = {}
        for begin, end in zip(starts, [*starts[1:], len(done.stdout)]):
            text = done.stdout[begin:end].rstrip()
            file = FINDING.match(text)["file"]
            findings.setdefault(self.shown(file), {})[text.replace(file, self.shown(file))] = None
        if done.returncode and not findings:
            says = f"clang-tidy ended with {done.returncode}:\n{done.stderr[-2000:]}"
            findings[self.shown(unit.files[0])] = {says: None}
        return findings

    def judge(self, unit):
        stamp = self.stamp(unit)
        findings = self.run(unit)
        if len(unit.files) > 1 and any(COMPILER in text for texts in findings.values() for text in texts):
            findings = {}
            for part in self.apart(unit, findings):
                for file, texts in self.judge(part).items():
                    findings.setdefault(file, {}).update(texts)
        # Unless they were changed meanwhile.
        if not findings and stamp == self.stamp(unit, units.Headers()):
            stamp.touch()
        return findings

    def apart(self, unit, findings):
        """Two parts: those that do not compile behind the others, and the others."""
        bad = {file for file, texts in findings.items() if any(COMPILER in text for text in texts)}
        second = [file for file in unit.files if self.shown(file) in bad]
        first = [file for file in unit.files if file not in second]
        if not first or not second:
            half = len(unit.files) // 2
            first, second = unit.files[:half], unit.files[half:]
        return unit.of(first), unit.of(second)

    def forget_old(self):
        for stamp in self.passed.iterdir():
            if time.time() - stamp.stat().st_mtime > KEPT_DAYS * 86400:
                stamp.unlink(missing_ok=True)


def commands_of(options):
    """{source: command} of all that is to be judged, and the sources that no build describes."""
    root = options.root.resolve()
    described = {}
    for path in options.commands:
        for source, command in units.read_commands(path).items():
            described.setdefault(source, command)
    sources = {
        path
        for folder in FOLDERS
        for path in (root / folder).rglob("*")
        if path.suffix in SOURCES and "node_modules" not in path.parts
    }
    # A C program compiled by a script only needs the C library.
    plain = {source: units.Command("cc", (), ()) for source in sources if source.suffix == ".c"}
    described = {**plain, **described}
    for source, other in (pair.split("=") for pair in options.like):
        if root / other in described:
            described.setdefault(root / source, described[root / other])
    return {source: described[source] for source in sources & described.keys()}, sources - described.keys()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", type=pathlib.Path, required=True)
    parser.add_argument("--clang-tidy", required=True)
    parser.add_argument("--passed", type=pathlib.Path, required=True)
    parser.add_argument("--version-of", type=pathlib.Path, action="append", default=[])
    parser.add_argument("--like", action="append", default=[])
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("commands", type=pathlib.Path, nargs="+")
    options = parser.parse_args()

    judge = Judge(options)
    judge.forget_old()
    commands, undescribed = commands_of(options)
    if not commands:
        sys.exit("error: no sources found")
    all_units = units.make_units(commands)
    waiting = [unit for unit in all_units if not judge.is_known(unit)]
    print(f"tidy: {len(commands)} sources in {len(all_units)} units, {len(waiting)} to look at", flush=True)

    failed = {judge.shown(file): {"no build compiles it": None} for file in undescribed}
    for file in sorted(failed):
        print(f"{file}: no build compiles it")
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        running = {pool.submit(judge.judge, unit): unit for unit in waiting}
        for done, future in enumerate(concurrent.futures.as_completed(running), 1):
            new = []
            for file, texts in future.result().items():
                known = failed.setdefault(file, {})
                new += [text for text in texts if text not in known]
                known.update(texts)
            name = judge.shown(running[future].files[0])
            print(f"  [{done}/{len(waiting)}] {name} and {len(running[future].files) - 1} more", flush=True)
            if new:
                print("\n".join(new), flush=True)
    bad_sources = sum(judge.shown(source) in failed for source in commands)
    print(f"{len(commands) - bad_sources} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
