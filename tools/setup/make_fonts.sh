#!/usr/bin/env bash
# Regenerates assets/fonts/NotoSans-{Regular,Bold}.ttf. The results are committed, so builds do not
# run this. Sources: Noto Sans, and Noto Sans Math and Symbols 2 for the few symbols that Noto Sans
# lacks (arrows, comparison signs, geometric marks), all from Debian's package fonts-noto-core, OFL
# 1.1.
#
# Kept: Latin with all of Vietnamese, and the punctuation of the interface. Figures are tabular in
# Noto Sans by default. Dropped: hints and shaping tables, which Dear ImGui does not read.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
"$here/system_packages.sh" fonts

noto=/usr/share/fonts/truetype/noto
out="$here/../../assets/fonts"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"

latin='U+0020-007E,U+00A0-017F,U+0192,U+01A0-01A1,U+01AF-01B0,U+0218-021B'
vietnamese='U+0300-0303,U+0306,U+0309,U+031B,U+0323,U+1EA0-1EF9,U+20AB'
punctuation='U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+2030,U+2032-2033,U+2039-203A,U+20AC,U+FFFD'
mathematics='U+2190-2194,U+2212,U+2248,U+2260,U+2264-2265'
marks='U+25A0,U+25A1,U+25B2,U+25B3,U+25BC,U+25C6,U+25C7,U+25CB,U+25CF,U+2713'

subset() {
  pyftsubset "$1" --output-file="$2" --unicodes="$3" --no-hinting --layout-features= \
    --drop-tables+=GSUB,GPOS,GDEF,DSIG,MATH,STAT,gasp,meta --notdef-outline --glyph-names \
    --name-IDs=0,1,2,5,13,14
}

subset "$noto/NotoSansMath-Regular.ttf" "$work/mathematics.ttf" "$mathematics"
subset "$noto/NotoSansSymbols2-Regular.ttf" "$work/marks.ttf" "$marks"
for weight in Regular Bold; do
  subset "$noto/NotoSans-$weight.ttf" "$work/$weight.ttf" "$latin,$vietnamese,$punctuation"
  (cd "$work" && pyftmerge "$weight.ttf" mathematics.ttf marks.ttf --output-file=merged.ttf >/dev/null)
  # A second pass drops the glyph names, which are needed only to merge.
  pyftsubset "$work/merged.ttf" --output-file="$out/NotoSans-$weight.ttf" --unicodes='*' \
    --no-hinting --no-glyph-names --notdef-outline --name-IDs=0,1,2,5,13,14 \
    --drop-tables+=GSUB,GPOS,GDEF
  # Merging uses the largest line height of the three; the interface needs that of Noto Sans.
  /usr/bin/python3 - "$noto/NotoSans-$weight.ttf" "$out/NotoSans-$weight.ttf" <<'EOF'
import sys
from fontTools.ttLib import TTFont

original, merged = TTFont(sys.argv[1]), TTFont(sys.argv[2], recalcTimestamp=False)
for name in ("ascent", "descent", "lineGap"):
    setattr(merged["hhea"], name, getattr(original["hhea"], name))
for name in ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent"):
    setattr(merged["OS/2"], name, getattr(original["OS/2"], name))
# The output is the same on every run.
merged["head"].created = merged["head"].modified = original["head"].modified
merged.save(sys.argv[2])
EOF
  printf '%s %s bytes\n' "NotoSans-$weight.ttf" "$(wc -c <"$out/NotoSans-$weight.ttf")"
done
