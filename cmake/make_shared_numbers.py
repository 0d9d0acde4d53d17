"""Makes shared/numbers.h from web/shared_numbers.mjs, which says what it can hold.

Usage: make_shared_numbers.py NUMBERS.mjs OUTPUT_FOLDER

What stands there otherwise than expected is named with its line, and nothing is written: what a script
reads and what C++ reads must not differ.
"""

import pathlib
import re
import sys

PRODUCT = r"-?\w+(?: \* \w+)*"
VALUE = rf"(?P<value>{PRODUCT}|\[[^\]]*\])"
NOTE = r"(?:  // (?P<note>\S.*))?"
ALONE = re.compile(rf"export const (?P<name>\w+) = {VALUE};{NOTE}")
OPENING = re.compile(r"export const (?P<name>\w+) = \{")
MEMBER = re.compile(rf"  (?P<name>\w+): {VALUE},{NOTE}")
COMMENT = re.compile(r" *(?://|/\*\*| \*) ?(?P<text>.*?)(?: ?\*/)?")

CONSTANT_NAME = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*")
ENUMERATION_NAME = re.compile(r"[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+)*")
MOST_IN_ENUMERATION = 256


class Fault(Exception):
    pass


def constant(name):
    """"ONE_TWO" as C++ has it: "kOneTwo"."""
    if not CONSTANT_NAME.fullmatch(name):
        raise Fault(f"\"{name}\" must be capitals joined by underscores")
    return "k" + "".join(part.capitalize() for part in name.split("_"))


def number(text):
    result = 1
    for factor in text.split(" * "):
        try:
            result *= int(factor, 0)
        except ValueError:
            raise Fault(f"\"{factor}\" is not a whole number") from None
    if not -2**31 <= result < 2**32:
        raise Fault(f"{text} does not fit into 32 bits")
    return result


def declaration(name, text):
    """A number, or a list of bytes as a text, as a constant of C++."""
    if not text.startswith("["):
        value = number(text)
        return f"inline constexpr {'int' if value < 0 else 'std::uint32_t'} {constant(name)} = {value};"
    values = [number(part) for part in text[1:-1].split(", ")]
    if not all(0 <= value < 256 for value in values):
        raise Fault(f"{text} holds more than bytes")
    listed = "".join(f"\\{value:03o}" for value in values)
    return f'inline constexpr std::string_view {constant(name)}{{"{listed}", {len(values)}}};'


class Header:
    def __init__(self):
        self.lines = []
        self.names = set()
        self.group = None  # what is open: name, its kind of names, whether it is an enumeration
        self.members = 0

    def fresh(self, name):
        scope = self.group or ""
        if (scope, name) in self.names:
            raise Fault(f"{name} stands there twice")
        self.names.add((scope, name))

    def put(self, text, note=None):
        self.lines.append(f"{text}  // {note}" if note else text)

    def open(self, name):
        self.fresh(name)
        self.members = 0
        self.group = name
        if CONSTANT_NAME.fullmatch(name):
            self.put(f"namespace {name.lower()} {{")
        elif ENUMERATION_NAME.fullmatch(name):
            self.put(f"enum class {name} : std::uint8_t {{")
        else:
            raise Fault(f"\"{name}\" is neither a NAME of numbers nor the Name of an enumeration")

    def is_enumeration(self):
        return not CONSTANT_NAME.fullmatch(self.group)

    def add(self, name, value, note):
        self.fresh(constant(name))
        if self.group is None or not self.is_enumeration():
            self.put(declaration(name, value), note)
        else:
            if value.startswith("[") or number(value) != self.members:
                raise Fault(f"{self.group} counts from 0: {name} must be {self.members}")
            if self.members == MOST_IN_ENUMERATION:
                raise Fault(f"{self.group} has more members than a byte can number")
            self.put(f"  {constant(name)} = {value},", note)
        self.members += 1

    def close(self):
        if self.members == 0:
            raise Fault(f"there is nothing in {self.group}")
        if self.is_enumeration():
            self.put("};")
            self.put(f"inline constexpr int k{self.group}Count = {self.members};")
        else:
            self.put(f"}}  // namespace {self.group.lower()}")
        self.group = None

    def take(self, line):
        if line == "":
            self.put("")
        elif self.group is not None and line == "};":
            self.close()
        elif self.group is None and (found := OPENING.fullmatch(line)):
            self.open(found["name"])
        elif found := (MEMBER if self.group else ALONE).fullmatch(line):
            self.add(found["name"], found["value"], found["note"])
        elif found := COMMENT.fullmatch(line):
            # The end of a multi-line comment is on a line of its own.
            if found["text"] not in ("", "/"):
                self.put(f"// {found['text']}")
        else:
            raise Fault(f"cannot read \"{line}\"")

    def text(self):
        body = "\n".join(self.lines).strip("\n")
        return (
            "// Generated from web/shared_numbers.mjs by cmake/make_shared_numbers.py.\n"
            "#pragma once\n\n#include <cstdint>\n#include <string_view>\n\n"
            f"namespace cadre::shared {{\n\n{body}\n\n}}  // namespace cadre::shared\n")


def main():
    path, folder = (pathlib.Path(argument) for argument in sys.argv[1:3])
    lines = path.read_text(encoding="utf-8").splitlines()
    # The module's own header comment is only for its readers.
    first = lines.index("") if "" in lines else 0
    header = Header()
    for place, line in enumerate(lines[first:], first + 1):
        try:
            header.take(line)
        except Fault as fault:
            sys.exit(f"{path}:{place}: error: {fault}")
    if header.group is not None:
        sys.exit(f"{path}: error: {header.group} does not end")
    text = header.text()
    target = folder / "numbers.h"
    if target.exists() and target.read_text(encoding="utf-8") == text:
        return
    folder.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


main()
