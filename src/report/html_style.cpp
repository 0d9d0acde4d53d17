#include "report/html_style.h"

namespace cadre::report {
namespace {

constexpr std::string_view kStyle = R"css(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body {
  max-width: 1120px;
  margin: 0 auto;
  padding: 32px 24px;
  font: 15px/1.45 "Noto Sans", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  color: #1d2430;
  background: #fff;
}
h1 { margin: 0 0 4px; font-size: 24px; line-height: 1.25; }
h2 { margin: 32px 0 8px; font-size: 19px; }
h3 { margin: 20px 0 4px; font-size: 16px; }
p { margin: 4px 0 8px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 16px 0; }
dt { color: #5b6472; }
dd { margin: 0; overflow-wrap: anywhere; }
table {
  width: 100%;
  margin: 8px 0 16px;
  border-collapse: collapse;
  font-size: 13px;
  font-variant-numeric: tabular-nums;
}
th, td {
  padding: 3px 6px;
  border: 1px solid #c3cad4;
  text-align: left;
  vertical-align: top;
  overflow-wrap: anywhere;
}
thead { display: table-header-group; }
tfoot { display: table-row-group; }
thead th { text-align: center; vertical-align: middle; overflow-wrap: normal; background: #eef1f5; }
tfoot td, tfoot th { font-weight: 600; background: #f7f8fa; }
tbody th { min-width: 110px; }
tr { break-inside: avoid; }
svg { display: block; }
td svg { margin: 2px 0; }
.number { text-align: right; white-space: nowrap; overflow-wrap: normal; }
.short { color: #a33a00; font-weight: 600; }
.hard { color: #a3121f; font-weight: 600; white-space: nowrap; }
.soft { color: #7a5200; font-weight: 600; white-space: nowrap; }
.quiet { display: block; color: #5b6472; font-size: 12px; }
.chart { width: 124px; }
.signatures {
  display: grid;
  grid-template-columns: 1fr 1fr;
  margin: 48px 0 0;
  text-align: center;
  break-inside: avoid;
}
.signatures p { margin: 0; }
.signatures .place { grid-column: 2; font-style: italic; }
.signatures .role { padding-top: 8px; font-weight: 600; }
.signatures .note { padding-bottom: 96px; font-style: italic; }
@page { size: A4; margin: 15mm 12mm 18mm; @bottom-center { content: counter(page) " / " counter(pages); } }
@page annex { size: A4 landscape; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  table { font-size: 8.5pt; }
  th, td { padding: 2px 4px; }
  .chart { width: 80px; }
  td svg { width: 72px; height: 13px; }
  .quiet { font-size: 8pt; }
  thead th, tfoot td, tfoot th { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  h2, h3 { break-after: avoid; }
  .annex { page: annex; break-before: page; }
}
)css";

constexpr std::string_view kHash = "'sha256-L2bF4NvnE/IeS68uawISpVeRILDZy0COvliSNGw+blc='";

}  // namespace

std::string_view reportStyle() { return kStyle; }

std::string_view reportStyleHash() { return kHash; }

}  // namespace cadre::report
