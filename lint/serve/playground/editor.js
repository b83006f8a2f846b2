// The editor: CodeMirror with what a page of text needs.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { forceLinting, lintGutter, linter, lintKeymap } from '@codemirror/lint';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, StateEffect } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';

const colours = EditorView.theme({
  '&': { height: '100%', color: 'var(--text)', backgroundColor: 'var(--ground)' },
  '.cm-scroller': { fontFamily: 'ui-monospace, monospace', fontSize: '14px', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--text)' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { backgroundColor: 'var(--selection)' },
  '.cm-gutters': {
    color: 'var(--dim)',
    backgroundColor: 'var(--panel)',
    borderRight: '1px solid var(--line)',
  },
  '.cm-activeLine, .cm-activeLineGutter': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 9%, transparent)',
  },
  '.cm-tooltip, .cm-panels': {
    color: 'var(--text)',
    backgroundColor: 'var(--panel)',
    border: '1px solid var(--line)',
  },
});

const darkness = new Compartment();
const choicesChanged = StateEffect.define();

const asksAnew = (update) =>
  update.transactions.some((transaction) =>
    transaction.effects.some((effect) => effect.is(choicesChanged)),
  );

/// `lint` gives a promise of CodeMirror's diagnostics; `changed` is told of each update.
export function makeEditor(parent, text, lint, changed) {
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        lintGutter(),
        linter(lint, { delay: 300, needsRefresh: asksAnew }),
        history(),
        drawSelection(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        highlightSelectionMatches(),
        search({ top: true }),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': 'Wikitext' }),
        keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap, ...lintKeymap]),
        colours,
        darkness.of(EditorView.darkTheme.of(false)),
        EditorView.updateListener.of(changed),
      ],
    }),
  });
}

export function setDark(view, dark) {
  view.dispatch({ effects: darkness.reconfigure(EditorView.darkTheme.of(dark)) });
}

/// Lints though the text has not changed.
export function relint(view) {
  view.dispatch({ effects: choicesChanged.of(null) });
  forceLinting(view);
}
