import { forEachDiagnostic, setDiagnosticsEffect } from '@codemirror/lint';
import { EditorView } from '@codemirror/view';

import { makeEditor, relint, setDark } from './editor.js';
import { showFindings } from './findings.js';
import { difference, wellFormed } from './offsets.js';
import sample from './sample.js';
import * as server from './server.js';
import { fromFragment, toFragment } from './share.js';

const byId = (id) => document.getElementById(id);
const [preset, wiki, title, theme, unsafe] = ['preset', 'wiki', 'title', 'theme', 'unsafe'].map(byId);
const chosen = { preset, wiki, title };
let rules = new Map();

function say(message, failed = false) {
  byId('status').textContent = message;
  byId('status').classList.toggle('failed', failed);
}

/// The text and the choices, as the server takes them.
function request(text) {
  const body = { text: wellFormed(text) };
  for (const [name, field] of Object.entries(chosen)) if (field.value) body[name] = field.value;
  return body;
}

let pending = new AbortController();
let lintFailed = false;

/// For CodeMirror, which asks when the text has not changed for a while and drops what comes too
/// late. Each diagnostic carries its finding.
async function lint(view) {
  pending.abort();
  pending = new AbortController();
  try {
    const findings = await server.lint(request(view.state.doc.toString()), pending.signal);
    if (lintFailed) say('');
    lintFailed = false;
    return findings.map((finding) => ({
      from: finding.from,
      to: finding.to,
      severity: finding.severity,
      source: finding.rule,
      message: finding.message,
      finding,
      actions: finding.fixes.map((fix) => ({
        name: fix.title,
        apply: () => applyFix(view, fix),
      })),
    }));
  } catch (error) {
    // Another one is under way, whose findings come; none of this one are to be shown till then.
    if (error.name === 'AbortError') return new Promise(() => {});
    lintFailed = true;
    say(error.message, true);
    return [];
  }
}

/// The edits of a fix are of the text that was linted.
const isStale = (view) => view.state.doc !== lintedDoc;

function applyFix(view, fix) {
  if (isStale(view)) return say('The text has changed meanwhile; nothing was fixed', true);
  const changes = fix.edits.map(({ from, to, text }) => ({ from, to, insert: text }));
  view.dispatch({ changes, userEvent: 'input.fix' });
}

/// The findings with where they stand now.
function shownItems(state) {
  const items = [];
  forEachDiagnostic(state, ({ finding }, from, to) => {
    const line = state.doc.lineAt(from);
    const column = [...line.text.slice(0, from - line.from)].length + 1;
    items.push({ finding, from, to, line: line.number, column });
  });
  return items.sort((left, right) => left.from - right.from || left.to - right.to);
}

function refresh(view) {
  const items = shownItems(view.state);
  const known = items.length === 1 ? '1 finding' : `${items.length || 'No'} findings`;
  byId('summary').textContent = lintFailed || !lintedDoc ? 'Not linted' : known;
  showFindings(byId('list'), items, rules, {
    jump(item) {
      view.dispatch({
        selection: { anchor: item.from, head: item.to },
        effects: EditorView.scrollIntoView(item.from, { y: 'center' }),
      });
      view.focus();
    },
    apply: (_item, fix) => applyFix(view, fix),
  });
  const stale = isStale(view);
  for (const button of byId('list').querySelectorAll('.fixes button')) button.disabled = stale;
}

let lintedDoc = null;

const view = makeEditor(byId('editor'), sample, lint, (update) => {
  const linted = update.transactions.some((transaction) =>
    transaction.effects.some((effect) => effect.is(setDiagnosticsEffect)),
  );
  if (linted) lintedDoc = update.state.doc;
  // What was said was about the text before.
  if (update.docChanged && !update.transactions.some((each) => each.isUserEvent('input.fix'))) say('');
  if (linted || update.docChanged) refresh(update.view);
});

function replaceText(text) {
  const change = difference(view.state.doc.toString(), text);
  if (change.from !== change.to || change.insert)
    view.dispatch({ changes: change, userEvent: 'input.fix' });
}

byId('fix-all').addEventListener('click', async () => {
  const body = { ...request(view.state.doc.toString()), unsafe: unsafe.checked };
  try {
    const { text, applied, refusedBecauseOf } = await server.fix(body);
    if (wellFormed(view.state.doc.toString()) !== body.text)
      return say('The text has changed meanwhile; nothing was fixed', true);
    if (text !== body.text) replaceText(text);
    const count = Object.values(applied).reduce((sum, number) => sum + number, 0);
    if (refusedBecauseOf.length > 0)
      return say(`Not fixed, since it would make new errors of ${refusedBecauseOf.join(', ')}`, true);
    say(count === 1 ? '1 fix made' : `${count || 'No'} fixes made`);
  } catch (error) {
    say(error.message, true);
  }
});

byId('share').addEventListener('click', async () => {
  try {
    const fragment = await toFragment(request(view.state.doc.toString()));
    window.history.replaceState(null, '', `#${fragment}`);
  } catch (error) {
    return say(`The text can’t be shared: ${error.message}`, true);
  }
  try {
    await navigator.clipboard.writeText(window.location.href);
    say('The address of this text is copied');
  } catch {
    say('The address of this text is in the address bar');
  }
});

async function openFragment() {
  const shown = await fromFragment(window.location.hash.slice(1));
  if (!shown) return say('The address holds no text that can be read', true);
  for (const [name, field] of Object.entries(chosen)) field.value = shown[name] ?? '';
  replaceText(shown.text);
  relint(view);
}

const systemDark = window.matchMedia('(prefers-color-scheme: dark)');

function applyTheme() {
  document.documentElement.dataset.theme = theme.value;
  setDark(view, theme.value ? theme.value === 'dark' : systemDark.matches);
}
systemDark.addEventListener('change', applyTheme);
theme.addEventListener('change', () => {
  window.localStorage.setItem('theme', theme.value);
  applyTheme();
});
theme.value = window.localStorage.getItem('theme') ?? '';
applyTheme();

byId('choices').addEventListener('submit', (event) => event.preventDefault());
for (const field of Object.values(chosen)) field.addEventListener('change', () => relint(view));
window.addEventListener('hashchange', openFragment);

try {
  const known = await server.rules();
  rules = new Map(known.rules.map((rule) => [rule.id, rule]));
  for (const [field, names] of [
    [preset, known.presets],
    [wiki, known.wikis],
  ])
    for (const name of names) field.add(new Option(name, name));
  if (window.location.hash.length > 1) await openFragment();
  refresh(view);
} catch (error) {
  say(error.message, true);
}
