export const STYLE = `
:root {
  --page: #f6f7f9; --card: #ffffff; --text: #1b1f27; --soft: #565e6c; --line: #dde1e8; --link: #1f5fbf;
  --good: #166b3f; --good-soft: #e2f4ea; --warn: #7d5200; --warn-soft: #fdf0d2; --bad: #b3261e; --bad-soft: #fde7e5;
  --info: #1b55ac; --info-soft: #e3edfb; --plain: #aab2bf; --plain-soft: #eceff3; --code: #f3f5f8; --mark: #ffe3a3; --mark-line: #e0a100; --teal: #3aa79b;
  color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #12151a; --card: #1a1e25; --text: #e6e9ee; --soft: #a3acba; --line: #2e343e; --link: #8ab6f9;
    --good: #63d297; --good-soft: #173526; --warn: #f2c063; --warn-soft: #3a2e12; --bad: #ff9a91; --bad-soft: #431d1b;
    --info: #8ab6f9; --info-soft: #1a2c47; --plain: #59626f; --plain-soft: #2a303a; --code: #12151a; --mark: #5a4715; --mark-line: #c99a2e; --teal: #4fb8ab;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 4.5rem; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
.wide { max-width: 70rem; margin: 0 auto; padding: 0 1.25rem; }
.skip { position: absolute; left: -100rem; background: var(--card); padding: .5rem 1rem; z-index: 2; }
.skip:focus { left: 1rem; top: 1rem; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 4px; }
main:focus { outline: none; }
a { color: var(--link); }
code { font: .9em/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere; }
h1, h2, h3, p, ul, dl { margin: 0; }
.top { background: var(--card); border-bottom: 1px solid var(--line); position: sticky; top: 0; z-index: 1; }
.top .wide { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center; padding-top: .6rem; padding-bottom: .6rem; }
.brand { font-size: .75rem; letter-spacing: .08em; text-transform: uppercase; color: var(--soft); line-height: 1.2; }
h1 { font-size: 1.15rem; line-height: 1.2; }
.verdict { font-weight: 600; padding: .15rem .7rem; border-radius: 99px; font-size: .9rem; }
nav { margin-left: auto; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; list-style: none; padding: 0; }
nav a { text-decoration: none; font-size: .95rem; }
nav a:hover { text-decoration: underline; }
main > section { margin-top: 2.25rem; }
h2 { font-size: 1.4rem; margin-bottom: .9rem; }
h3 { font-size: 1rem; }
.good { color: var(--good); background: var(--good-soft); fill: var(--good); }
.warn { color: var(--warn); background: var(--warn-soft); fill: var(--warn); }
.bad { color: var(--bad); background: var(--bad-soft); fill: var(--bad); }
.info { color: var(--info); background: var(--info-soft); fill: var(--info); }
.teal { fill: var(--teal); }
.plain { color: var(--soft); background: var(--plain-soft); fill: var(--plain); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; }
.card, .facts, .finding, .event, .level, .tools, .empty, #notes details { background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.card { padding: 1rem 1.1rem; }
.card h3 { color: var(--soft); font-weight: 500; font-size: .9rem; }
.figure { font-size: 2rem; font-weight: 650; line-height: 1.3; font-variant-numeric: tabular-nums; }
.bar { width: 100%; height: 8px; display: block; border-radius: 4px; background: var(--plain-soft); margin: .3rem 0 .6rem; }
.legend { list-style: none; padding: 0; font-size: .85rem; color: var(--soft); display: flex; flex-wrap: wrap; gap: .1rem .9rem; }
.legend b { color: var(--text); font-variant-numeric: tabular-nums; }
.dot { display: inline-block; width: .6rem; height: .6rem; border-radius: 50%; margin-right: .3rem; }
.dot.good { background: var(--good); } .dot.warn { background: var(--warn); } .dot.bad { background: var(--bad); }
.dot.info { background: var(--info); } .dot.teal { background: var(--teal); } .dot.plain { background: var(--plain); }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.25rem; padding: 1rem 1.1rem; margin-top: 1rem; }
.facts dt { color: var(--soft); } .facts dd { margin: 0; overflow-wrap: anywhere; }
.tools { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: end; padding: .8rem 1.1rem; margin-bottom: 1rem; }
.tools[hidden], [hidden] { display: none; }
.tools label { display: flex; flex-direction: column; font-size: .8rem; color: var(--soft); gap: .15rem; max-width: 100%; }
.tools input, .tools select, .tools button { font: inherit; font-size: .95rem; color: var(--text); background: var(--page); border: 1px solid var(--plain); border-radius: 6px; padding: .3rem .5rem; min-height: 2.2rem; max-width: 100%; }
.tools input { width: 17rem; }
.tools button { cursor: pointer; }
.status { margin-left: auto; color: var(--soft); font-size: .9rem; padding-bottom: .3rem; }
.rules { list-style: none; padding: 0; font-size: .9rem; color: var(--soft); margin-bottom: .5rem; }
.rules code { color: var(--text); }
.group { margin-top: 1.4rem; }
.group h3 { margin-bottom: .5rem; font-weight: 600; }
.count { color: var(--soft); font-weight: 400; font-size: .9rem; }
.finding { padding: .8rem 1.1rem; margin-bottom: .7rem; border-left: 4px solid var(--bad); }
.finding.warning { border-left-color: var(--warn); }
.finding > * + * { margin-top: .4rem; }
.meta { color: var(--soft); font-size: .88rem; }
.badge { display: inline-block; font-size: .78rem; font-weight: 600; padding: .05rem .5rem; border-radius: 99px; white-space: nowrap; }
.message code, .places code, td code, p code { background: var(--code); border-radius: 4px; padding: .05em .3em; }
.place { background: none !important; padding: 0 !important; }
.code { background: var(--code); border-radius: 6px; padding: .5rem 0; margin: .5rem 0 0; white-space: normal; }
.line { display: flex; white-space: pre-wrap; overflow-wrap: anywhere; }
.number { flex: none; width: 3.6rem; padding-right: .6rem; text-align: right; color: var(--soft); user-select: none; }
.text { flex: 1; padding-right: 1rem; }
mark { background: var(--mark); color: inherit; border-radius: 2px; }
.line.in .text { box-shadow: inset 3px 0 var(--mark-line); }
.text { padding-left: .6rem; }
summary { cursor: pointer; }
details ul { padding-left: 1.2rem; font-size: .92rem; }
.finding details { font-size: .92rem; }
.event { border-radius: 0; border-bottom-width: 0; padding: 0 1.1rem; }
.event:first-child { border-radius: 10px 10px 0 0; }
.event:last-child { border-bottom-width: 1px; border-radius: 0 0 10px 10px; }
.event:only-child { border-radius: 10px; }
.event summary { display: flex; flex-wrap: wrap; gap: .2rem 1rem; padding: .5rem 0; align-items: center; }
.event summary::before { content: ""; width: 0; height: 0; border: .3rem solid transparent; border-left-color: var(--soft); border-right-width: 0; flex: none; }
.event[open] > summary::before { transform: rotate(90deg); }
.event summary::-webkit-details-marker { display: none; }
.event[open] { padding-bottom: .9rem; }
.event > p { margin-bottom: .5rem; }
.badges { margin-left: auto; display: flex; flex-wrap: wrap; gap: .35rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .88rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .7rem .35rem 0; border-top: 1px solid var(--line); font-weight: 400; }
th code, td { overflow-wrap: break-word; }
.nowrap { white-space: nowrap; }
thead th { color: var(--soft); border-top: 0; }
.tree { list-style: none; padding: 0; }
.tree .tree { margin-left: 1.2rem; padding-left: 1.2rem; border-left: 2px solid var(--line); }
.tree li { margin-top: .7rem; }
.places { list-style: none; padding: 0 !important; margin-top: .4rem; }
.tree .places li, .places li { margin-top: .15rem; }
.level { padding: .7rem 1.1rem; }
.level details { margin-top: .3rem; font-size: .92rem; }
.type { font-weight: 650; font-size: 1rem; background: none !important; padding: 0 !important; }
#levels h3 { margin: 1.2rem 0 .3rem; }
#levels > p, #events > p { margin-bottom: .8rem; color: var(--soft); }
.empty { padding: 1rem 1.1rem; color: var(--soft); }
#notes details { padding: .7rem 1.1rem; margin-bottom: .7rem; }
#notes summary h3 { display: inline; }
footer { margin-top: 3rem; padding-bottom: 2rem; color: var(--soft); font-size: .85rem; }
@media (max-width: 40rem) { .top { position: static; } nav { margin-left: 0; } .badges { margin-left: 0; } .facts { grid-template-columns: 1fr; gap: 0; } .facts dd { margin-bottom: .5rem; } .number { width: 2.8rem; padding-right: .6rem; } .status { margin-left: 0; } }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root { --page: #fff; --card: #fff; --text: #000; --soft: #444; --line: #bbb; --link: #000; --code: #f4f4f4; --mark: #e3e3e3;
    --good: #1a7f4b; --good-soft: #fff; --warn: #8a5a00; --warn-soft: #fff; --bad: #b3261e; --bad-soft: #fff; --info: #1f5fbf; --info-soft: #fff; --plain: #aab2bf; --plain-soft: #fff; }
  body { font-size: 10.5pt; }
  * { print-color-adjust: exact; }
  .tools, nav, .skip { display: none !important; }
  .top { position: static; }
  .cards { grid-template-columns: repeat(4, 1fr); gap: .5rem; }
  .badge { border: 1px solid currentColor; }
  .level, .card, .line, tr { break-inside: avoid; }
  h2, h3, summary { break-after: avoid; }
  .scroll { overflow: visible; }
}
`;
