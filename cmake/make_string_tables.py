"""Makes string_keys.h and string_tables.cpp from the string files of two languages.

Usage: make_string_tables.py VI.json EN.json OUTPUT_FOLDER

Each file is one flat object, "key.with.dots": "text with {placeholders}". Both must have the same
keys, and the same placeholders in each; otherwise every difference is named and nothing is written.
"""

import json
import pathlib
import re
import sys

KEYWORDS = set(
    "alignas alignof and asm auto bool break case catch char class concept const continue default "
    "delete do double else enum explicit export extern false float for friend goto if inline int "
    "long mutable namespace new not nullptr operator or private protected public register requires "
    "return short signed sizeof static struct switch template this throw true try typedef typeid "
    "typename union unsigned using virtual void volatile while xor".split())


def read(path, problems):
    def pairs(items):
        seen = {}
        for key, value in items:
            if key in seen:
                problems.append(f"{path}: the key \"{key}\" appears twice")
            if not isinstance(value, str):
                problems.append(f"{path}: \"{key}\" is not a string")
                value = ""
            seen[key] = value
        return seen

    try:
        strings = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=pairs)
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        sys.exit(f"{path}: {error}")
    if not isinstance(strings, dict):
        sys.exit(f"{path}: expected one object of strings")
    return strings


def placeholders(text):
    return set(re.findall(r"\{([^{}]*)\}", text))


def compare(vi, en, problems):
    for key in sorted(vi.keys() - en.keys()):
        problems.append(f"the key \"{key}\" is missing in English")
    for key in sorted(en.keys() - vi.keys()):
        problems.append(f"the key \"{key}\" is missing in Vietnamese")
    for key in sorted(vi.keys() & en.keys()):
        first, second = placeholders(vi[key]), placeholders(en[key])
        if first != second:
            problems.append(f"\"{key}\" has the placeholders {sorted(first)} in Vietnamese "
                            f"but {sorted(second)} in English")


def enumerators(keys, problems):
    names = {}
    for key in keys:
        name = re.sub(r"[.-]", "_", key)
        if not re.fullmatch(r"[a-z][a-z0-9_]*", name) or "__" in name:
            problems.append(f"the key \"{key}\" must be lower-case words joined by dots")
        elif name in KEYWORDS:
            problems.append(f"the key \"{key}\" is a word of C++; give it a second part")
        elif name in names:
            problems.append(f"the keys \"{names[name]}\" and \"{key}\" give the same name {name}")
        names[name] = key
    return list(names)


def literal(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    escaped = escaped.replace("\t", "\\t").replace("?", "\\?")
    if any(ord(letter) < 32 for letter in escaped):
        sys.exit(f"a control character in \"{text}\"")
    return f'"{escaped}"'


def write_if_changed(path, text):
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return
    path.write_text(text, encoding="utf-8")


def table(name, values):
    lines = "".join(f"    {literal(value)},\n" for value in values)
    return f"const char* const {name}[kStringCount] = {{\n{lines}}};\n"


def main():
    vi_path, en_path, folder = (pathlib.Path(argument) for argument in sys.argv[1:4])
    problems = []
    vi, en = read(vi_path, problems), read(en_path, problems)
    compare(vi, en, problems)
    keys = sorted(vi)
    names = enumerators(keys, problems)
    if not keys:
        problems.append(f"{vi_path}: no strings")
    if len(keys) > 65535:
        problems.append(f"{vi_path}: more keys than the enumeration can number")
    if problems:
        for problem in problems:
            print(f"error: {problem}", file=sys.stderr)
        sys.exit(1)

    folder.mkdir(parents=True, exist_ok=True)
    list_of_names = "".join(f"  {name},\n" for name in names)
    write_if_changed(
        folder / "string_keys.h",
        "// Generated from assets/strings by cmake/make_string_tables.py.\n"
        "#pragma once\n\n#include <cstddef>\n#include <cstdint>\n\n"
        "namespace cadre::text {\n\n"
        f"enum class Str : std::uint16_t {{\n{list_of_names}}};\n\n"
        f"inline constexpr std::size_t kStringCount = {len(keys)};\n"
        "// Indexed by Str.\n"
        "extern const char* const kStringsVi[kStringCount];\n"
        "extern const char* const kStringsEn[kStringCount];\n"
        "extern const char* const kStringKeys[kStringCount];\n\n"
        "}  // namespace cadre::text\n")
    write_if_changed(
        folder / "string_tables.cpp",
        "// Generated from assets/strings by cmake/make_string_tables.py.\n"
        '#include "text/string_keys.h"\n\n'
        "namespace cadre::text {\n\n"
        + table("kStringsVi", [vi[key] for key in keys]) + "\n"
        + table("kStringsEn", [en[key] for key in keys]) + "\n"
        + table("kStringKeys", keys) + "\n"
        "}  // namespace cadre::text\n")


main()
