"""Writes the tables of src/crypto/composition_table.h, from the Unicode data of Python itself.

Usage: make_composition_table.py OUT.cpp

Unicode never changes the normal form of a character that it has once assigned, so a newer Python
only adds characters.
"""

import sys
import unicodedata

HANGUL = range(0xAC00, 0xAC00 + 11172)
SURROGATES = range(0xD800, 0xE000)


def main():
    wholes, parts, classes, pairs = [], [], [], []
    for code in range(0x110000):
        if code in HANGUL or code in SURROGATES:
            continue
        character = chr(code)
        if unicodedata.combining(character):
            classes.append(f"{{0x{code:X}, {unicodedata.combining(character)}}}")
        made_of = unicodedata.normalize("NFD", character)
        if made_of == character:
            continue
        wholes.append(f"{{0x{code:X}, {len(parts)}, {len(made_of)}}}")
        parts.extend(f"0x{ord(part):X}" for part in made_of)
        # A single decomposition step is a pair, unless Unicode never composes the character.
        step = unicodedata.decomposition(character).split()
        if len(step) == 2 and unicodedata.normalize("NFC", character) == character:
            pairs.append((int(step[0], 16), int(step[1], 16), code))
    pairs = [f"{{0x{a:X}, 0x{b:X}, 0x{whole:X}}}" for a, b, whole in sorted(pairs)]

    def table(kind, name, rows):
        lines, line = [], " "
        for row in rows:
            if len(line) + len(row) > 96:
                lines.append(line)
                line = " "
            line += f" {row},"
        lines.append(line)
        body = "\n".join(lines)
        return (f"constexpr {kind} k{name}[] = {{\n{body}\n}};\n")

    text = '#include "crypto/composition_table.h"\n\nnamespace cadre::crypto {\nnamespace {\n\n'
    text += table("Decomposition", "Decompositions", wholes) + "\n"
    text += table("char32_t", "Decomposed", parts) + "\n"
    text += table("CombiningClass", "Classes", classes) + "\n"
    text += table("Composition", "Compositions", pairs) + "\n}  // namespace\n\n"
    for kind, function, name in (
        ("Decomposition", "decompositions", "Decompositions"),
        ("char32_t", "decomposedCharacters", "Decomposed"),
        ("CombiningClass", "combiningClasses", "Classes"),
        ("Composition", "compositions", "Compositions"),
    ):
        text += f"std::span<const {kind}> {function}() {{ return k{name}; }}\n"
    text += "\n}  // namespace cadre::crypto\n"
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        out.write(text)


main()
