"""What clang-tidy looks at in one go: units, each of several sources that are compiled alike.

Most of the time that clang-tidy takes goes into the headers of the libraries, so sources that are
included one after another in one file are looked at five times as quickly. That this changes nothing
but the time is the matter of check.py: what does not compile together is taken apart.
"""

import dataclasses
import functools
import json
import pathlib
import re
import shlex
import subprocess

# Roughly what one run can check in 20 s; a change costs the same again.
LINES_OF_UNIT = 2500

# Options that take an argument.
_DROPPED_PAIRS = {"-o", "-MF", "-MT", "-MQ"}
# The findings depend only on .clang-tidy. Sanitizers, optimisation and Emscripten's linker settings
# do not affect them, so sources that differ in these are treated alike.
_DROPPED = re.compile(r"-c|-MD|-MMD|-Werror|-Winvalid-pch|-O.|-s[A-Z].*|-f(no-)?sanitize.*")


@dataclasses.dataclass(frozen=True)
class Command:
    """How a source is compiled: the program, folders with headers, and everything else."""

    program: str
    includes: tuple
    flags: tuple


@dataclasses.dataclass(frozen=True)
class Unit:
    command: Command
    files: tuple

    def text(self):
        lines = "".join(f'#include "{file}"\n' for file in self.files)
        # The check applies to source files, and this is not one.
        return f"// NOLINTBEGIN(bugprone-suspicious-include)\n{lines}// NOLINTEND(bugprone-suspicious-include)\n"

    def of(self, files):
        return Unit(self.command, tuple(files))


def _parse(words, source):
    program = next(i for i, word in enumerate(words) if re.search(r"(clang|cc|em|g|c)(\+\+)?$", word))
    includes, flags = [], []
    rest = iter(words[program + 1 :])
    for word in rest:
        if word in _DROPPED_PAIRS:
            next(rest)
        elif word == "-isystem":
            includes += [word, next(rest)]
        elif word == "-Xclang":
            value = next(rest)
            if value in ("-include-pch", "-include"):
                # A precompiled header: its contents are included by the sources anyway.
                next(rest), next(rest)
            elif value != "-fno-pch-timestamp":
                flags += [word, value]
        elif word.startswith("-I"):
            includes.append(word)
        elif not _DROPPED.fullmatch(word) and word != source:
            flags.append(word)
    return Command(words[program], tuple(includes), tuple(flags + _hidden_flags(words[program])))


@functools.cache
def _hidden_flags(program):
    """Those that a compiler adds by itself: Emscripten's calls Clang."""
    if pathlib.Path(program).name not in ("emcc", "em++"):
        return []
    told = subprocess.run([program, "--cflags"], capture_output=True, text=True, check=True)
    return shlex.split(told.stdout)


def read_commands(path):
    """{source: Command} of a compile_commands.json; of several for one source the first counts."""
    commands = {}
    for entry in json.loads(path.read_text()):
        source = pathlib.Path(entry["directory"], entry["file"])
        if source not in commands:
            commands[source] = _parse(shlex.split(entry["command"]), entry["file"])
    return commands


def make_units(commands):
    """Units of sources whose flags are the same; folders with headers are put together."""
    alike = {}
    for source in sorted(commands):
        command = commands[source]
        alike.setdefault((command.program, command.flags), []).append(source)
    units = []
    for (program, flags), sources in alike.items():
        chunk, lines = [], 0
        for source in sources:
            chunk.append(source)
            lines += source.read_bytes().count(b"\n")
            if lines >= LINES_OF_UNIT or source == sources[-1]:
                units.append(_unit(program, flags, chunk, commands))
                chunk, lines = [], 0
    return units


def _unit(program, flags, sources, commands):
    pairs = {}
    for source in sources:
        includes = iter(commands[source].includes)
        for word in includes:
            pairs[(word, next(includes)) if word == "-isystem" else (word,)] = None
    return Unit(Command(program, tuple(word for pair in pairs for word in pair), flags), tuple(sources))


_INCLUDE = re.compile(rb'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.MULTILINE)


class Headers:
    """Finds what sources of ours include with quotation marks; each file is read once."""

    def __init__(self):
        self._contents = {}

    def content(self, path):
        if path not in self._contents:
            self._contents[path] = path.read_bytes()
        return self._contents[path]

    def closure(self, unit):
        """The unit's files and all that they include, in a fixed order."""
        folders = [pathlib.Path(word[2:]) for word in unit.command.includes if word.startswith("-I")]
        found, waiting = {}, list(unit.files)
        while waiting:
            path = waiting.pop().resolve()
            if path in found:
                continue
            found[path] = None
            for name in _INCLUDE.findall(self.content(path)):
                for folder in (path.parent, *folders):
                    header = folder / name.decode()
                    if header.is_file():
                        waiting.append(header)
                        break
        return sorted(found)
