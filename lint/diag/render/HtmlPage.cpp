// SPDX-License-Identifier: MIT
#include "lint/diag/render/HtmlPage.h"

namespace wikivet {

// The policy keeps what a page might smuggle into a report from loading anything.
const std::string_view htmlHead = R"(<!doctype html>
<html lang=en>
<meta charset=utf-8>
<meta name=viewport content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>wikivet report</title>
<style>
:root {
  color-scheme: light dark;
  --back: #fff; --text: #1f2328; --quiet: #59636e; --line: #d1d9e0; --panel: #f6f8fa; --mark: #fff3b0;
  --error: #c01c28; --warning: #9a6700; --info: #0969da; --good: #116329; --add: #d9f5df; --take: #ffe1e0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #0d1117; --text: #e6edf3; --quiet: #9198a1; --line: #30363d; --panel: #161b22; --mark: #5c4a00;
    --error: #ff7b72; --warning: #e3b341; --info: #79c0ff; --good: #7ee787; --add: #12361d; --take: #4a1a1c;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 70rem; padding: 0 1rem 4rem; background: var(--back); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
header { position: sticky; top: 0; z-index: 1; padding: 1rem 0 .75rem; background: var(--back); border-bottom: 1px solid var(--line); }
h1 { display: inline; margin: 0 1rem 0 0; font-size: 1.25rem; }
h2 { margin: 2rem 0 .25rem; font-size: 1.15rem; overflow-wrap: anywhere; }
h3 { margin: 1.25rem 0 .25rem; font-size: 1rem; }
p { margin: .25rem 0; }
#totals, .path, .about, .count, figcaption, .note { color: var(--quiet); }
#totals { display: inline; }
form { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin-top: .5rem; }
#filter { flex: 1 1 16rem; padding: .4rem .6rem; border: 1px solid var(--line); border-radius: 6px; background: var(--panel); color: inherit; font: inherit; }
#by-rule { display: flex; flex-wrap: wrap; gap: .3rem; margin-top: .5rem; max-height: 5.4rem; overflow-y: auto; }
#by-rule button { padding: 0 .5rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--panel); color: inherit; font: inherit; font-size: .85rem; cursor: pointer; }
#by-rule button[aria-pressed=true] { border-color: var(--info); color: var(--info); }
.page { content-visibility: auto; contain-intrinsic-size: auto 20rem; }
.group { margin: .5rem 0; border: 1px solid var(--line); border-radius: 6px; }
.group > summary { padding: .4rem .75rem; background: var(--panel); border-radius: 6px; cursor: pointer; }
.dot { display: inline-block; width: .6rem; height: .6rem; margin: 0 .15rem; border-radius: 50%; background: currentColor; }
.error > .message .severity, .dot.error { color: var(--error); }
.warning > .message .severity, .dot.warning { color: var(--warning); }
.info > .message .severity, .dot.info { color: var(--info); }
.finding { padding: .5rem .75rem; border-top: 1px solid var(--line); }
.message { overflow-wrap: anywhere; }
.severity { font-weight: 600; }
.rule { color: inherit; font-weight: 600; text-decoration: none; }
.rule:hover { text-decoration: underline; }
figure { margin: .25rem 0; }
figcaption { font-size: .8rem; overflow-wrap: anywhere; }
pre { margin: 0; padding: .35rem 0; overflow-x: auto; border-radius: 6px; background: var(--panel); font: 13px/1.5 ui-monospace, monospace; }
.line { display: block; min-height: 1.5em; padding-right: .5rem; color: var(--quiet); }
.hit { color: var(--text); }
.line i { display: inline-block; width: 4.5rem; padding-right: .75rem; color: var(--quiet); font-style: normal; text-align: right; user-select: none; }
mark { border-radius: 2px; background: var(--mark); color: inherit; }
mark:empty { border-left: 2px solid var(--warning); }
.fix { color: var(--good); overflow-wrap: anywhere; }
del, ins { padding: 0 .2rem; border-radius: 2px; color: var(--text); font: 13px ui-monospace, monospace; text-decoration: none; }
del { background: var(--take); text-decoration: line-through; }
ins { background: var(--add); }
.docs { white-space: pre-wrap; }
#rules { margin-top: 3rem; border-top: 1px solid var(--line); }
#rules article { scroll-margin-top: 12rem; }
[hidden] { display: none !important; }
</style>
<header>
<h1>wikivet</h1><p id=totals></p>
<form>
<input id=filter type=search placeholder="Filter by words of the message, rule or page" aria-label="Filter" autocomplete=off>
<label><input type=checkbox value=error checked> errors</label>
<label><input type=checkbox value=warning checked> warnings</label>
<label><input type=checkbox value=info checked> infos</label>
</form>
<nav id=by-rule aria-label="Rules"></nav>
</header>
<main>
)";

const std::string_view htmlFoot = R"(<script>
const findings = [...document.querySelectorAll('.finding')].map(element => ({
  element, rule: element.dataset.rule, severity: element.dataset.severity,
  text: (element.textContent + ' ' + element.closest('.page').dataset.page).toLowerCase(),
}));
const filter = document.getElementById('filter');
const boxes = [...document.querySelectorAll('form [type=checkbox]')];
const byRule = document.getElementById('by-rule');
let chosenRule = null;

const count = (number, word) => `${number} ${word}${number === 1 ? '' : 's'}`;

function show() {
  const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
  const severities = new Set(boxes.filter(box => box.checked).map(box => box.value));
  const totals = {error: 0, warning: 0, info: 0};
  for (const {element, rule, severity, text} of findings) {
    const isShown = severities.has(severity) && (!chosenRule || rule === chosenRule) &&
      words.every(word => text.includes(word));
    element.hidden = !isShown;
    if (isShown) totals[severity]++;
  }
  for (const group of document.querySelectorAll('.group'))
    group.hidden = !group.querySelector('.finding:not([hidden])');
  for (const page of document.querySelectorAll('.page'))
    page.hidden = !page.querySelector('.group:not([hidden])');
  document.getElementById('totals').textContent =
    `${count(totals.error, 'error')}, ${count(totals.warning, 'warning')}, ${count(totals.info, 'info')} · ` +
    `${pagesWithFindings} of ${count(pages, 'page')} with findings`;
}

const counts = new Map();
for (const {rule} of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
for (const [rule, number] of [...counts].sort((a, b) => b[1] - a[1])) {
  const button = document.createElement('button');
  button.textContent = `${rule} ${number}`;
  button.ariaPressed = 'false';
  button.onclick = () => {
    chosenRule = chosenRule === rule ? null : rule;
    for (const other of byRule.children) other.ariaPressed = String(other === button && chosenRule !== null);
    if (chosenRule)
      for (const {element} of findings.filter(finding => finding.rule === rule))
        element.closest('details').open = true;
    show();
  };
  byRule.append(button);
}
document.querySelector('form').onsubmit = () => false;
document.querySelector('form').oninput = show;
show();
</script>
</html>
)";

} // namespace wikivet
