import assert from 'node:assert/strict';
import { test } from 'node:test';

import { difference, findingsInUnits, unitOffsets, wellFormed } from '../offsets.js';

test('bytes become code units, whatever the characters', () => {
  for (const text of ['', 'abc', 'äöü', '漢字', '🏴🏳', 'a😀ä漢\n𝒳z', '\u0000\uFFFF\u{10FFFF}']) {
    // Each place between characters, as the encoder counts it.
    const places = [[0, 0]];
    for (const char of text) {
      const [byte, unit] = places.at(-1);
      places.push([byte + new TextEncoder().encode(char).length, unit + char.length]);
    }
    const unit = unitOffsets(text, places.map(([byte]) => byte));
    for (const [byte, expected] of places) assert.equal(unit(byte), expected, `${text} at ${byte}`);
  }
});

test('lone surrogates are replaced by what is as long', () => {
  assert.equal(wellFormed('a\uD83Db\uDE00😀'), 'a\uFFFDb\uFFFD😀');
});

test('all places of a finding are mapped', () => {
  const text = '😀</br>';
  const place = { byteStart: 4, byteEnd: 9 };
  const [finding] = findingsInUnits(text, [
    { ...place, related: [place], fixes: [{ title: 'x', edits: [{ ...place, text: '<br>' }] }] },
  ]);
  for (const mapped of [finding, finding.related[0], finding.fixes[0].edits[0]])
    assert.deepEqual([mapped.from, mapped.to], [2, 7]);
  assert.equal(text.slice(finding.from, finding.to), '</br>');
});

test('the difference of two texts makes one of the other', () => {
  for (const [before, after] of [['', ''], ['a', ''], ['', 'a'], ['aa', 'aaa'], ['abc', 'axc'], ['abab', 'ab']]) {
    const { from, to, insert } = difference(before, after);
    assert.equal(before.slice(0, from) + insert + before.slice(to), after);
  }
});

test('a difference splits no surrogate pairs', () => {
  for (const [before, after] of [['😀', '😁'], ['a😀b', 'a😁b'], ['😀', '\u{1FA00}'], ['x\u{1F600}', 'x\u{2F600}'], ['😀', '😀😁'], ['😁😀', '😀'], ['a', '😀a']]) {
    const { from, to, insert } = difference(before, after);
    assert.equal(before.slice(0, from) + insert + before.slice(to), after);
    for (const part of [before.slice(0, from), insert, before.slice(to)]) assert.ok(part.isWellFormed(), after);
  }
});
