// The page of `wikivet serve`, as a user finds it.
import assert from 'node:assert/strict';
import { after, before, beforeEach, afterEach, test } from 'node:test';

import { launch, picture, serve, until } from './browser.js';

let browser;
let server;
let page;
let complaints;

before(async () => {
  server = await serve('0');
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  complaints = [];
  await open('/');
});
afterEach(async () => {
  await page.context().close();
  assert.deepEqual(complaints, [], 'nothing is complained of, and no other host is asked');
});

async function open(path, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 750 }, ...options });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  page = await context.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const address = request.url();
    if (/^https?:/.test(address) && !address.startsWith(server.address)) complaints.push(address);
  });
  await page.goto(server.address + path);
  await linted();
}

const api = async (path, body) => {
  const response = await fetch(server.address + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
};

/// The text in the editor: lines that are far away are not in the document, so short texts only.
const editorText = () =>
  page.locator('.cm-content').evaluate((content) =>
    [...content.querySelectorAll('.cm-line')].map((line) => line.textContent).join('\n'),
  );
const count = async () => Number.parseInt((await page.textContent('#summary')).replace('No', '0'));
const places = () =>
  page.$$eval('.place', (places) => places.map((place) => place.textContent.trim()));

async function linted() {
  await until('findings that can be explained', () => page.$('#list summary'));
}

async function type(text) {
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
  const { findings } = await api('/v1/lint', { text });
  await until(`${findings.length} findings`, async () => (await count()) === findings.length);
  return findings;
}

test('shows what the server finds, in the text, the gutter and the list', async () => {
  const { findings } = await api('/v1/lint', { text: await editorText() });
  assert.ok(findings.length > 3);
  assert.equal(await count(), findings.length);
  assert.deepEqual(
    await places(),
    findings.map(({ line, column, rule }) => `${line}:${column} ${rule}`),
  );
  assert.ok((await page.locator('.cm-lintRange').count()) > 3);
  assert.ok((await page.locator('.cm-lint-marker').count()) > 3);
  assert.equal(await page.locator('#list summary').count(), findings.length);
  await page.screenshot({ path: picture('playground-light') });
});

test('marks exact places, also after characters outside the BMP', async () => {
  const findings = await type('ä漢🏴😀</br>𝒳𝒳 [[😀]]</br> z');
  assert.deepEqual(
    findings.map(({ column }) => column),
    [5, 18],
  );
  assert.deepEqual(
    await page.$$eval('.cm-lintRange', (marks) => marks.map((mark) => mark.textContent)),
    ['</br>', '</br>'],
  );
  await page.locator('#list li').first().getByRole('button').nth(1).click();
  await until('the fix', async () => (await editorText()).startsWith('ä漢🏴😀<br>𝒳𝒳 '));
});

test('jumps to a finding and explains it', async () => {
  await type('one\ntwo </br> three');
  await page.locator('.jump').click();
  assert.equal(await page.evaluate(() => window.getSelection().toString()), '</br>');
  assert.ok(await page.evaluate(() => document.activeElement.classList.contains('cm-content')));
  await page.locator('summary', { hasText: 'About br-end-tag' }).click();
  await until('the docs', async () => /no end tag/.test(await page.textContent('.docs')));
});

test('fixes all, with unsafe fixes only when asked for', async () => {
  const text = 'a</br>\nb</br>\n[[Category:A]]\n[[Category:A]]\n';
  await type(text);
  for (const unsafe of [false, true]) {
    const fixed = await api('/v1/fix', { text, unsafe });
    await page.setChecked('#unsafe', unsafe);
    await page.click('#fix-all');
    await until('the fixed text', async () => (await editorText()) === fixed.text);
    await until('what is left', async () => (await count()) === fixed.findings.length);
  }
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+z');
  await until('the text before', async () => (await count()) > 0);
});

test('lints with the preset that is chosen', async () => {
  const text = await editorText();
  const { findings } = await api('/v1/lint', { text, preset: 'all' });
  assert.ok(findings.length > (await count()));
  await page.selectOption('#preset', 'all');
  await until('more findings', async () => (await count()) === findings.length);
});

test('shares text and choices by the address', async () => {
  await type('Grüße 😀 </br>');
  await page.selectOption('#preset', 'strict');
  await page.fill('#title', 'Ruritania');
  await page.click('#share');
  await until('a word', async () => /copied/.test(await page.textContent('#status')));
  const address = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(address, page.url());
  await page.context().close();
  await open(address.slice(server.address.length));
  await until('the text', async () => (await editorText()) === 'Grüße 😀 </br>');
  assert.equal(await page.inputValue('#preset'), 'strict');
  assert.equal(await page.inputValue('#title'), 'Ruritania');
  await page.evaluate(() => (window.location.hash = '#nonsense'));
  await until('a word', async () => /no text/.test(await page.textContent('#status')));
});

test('can be used without a mouse', async () => {
  await type('a </br> b </br>');
  await page.keyboard.press('F8');
  assert.equal(await page.evaluate(() => window.getSelection().toString()), '</br>');
  const focused = () => page.evaluate(() => document.activeElement.className);
  await page.keyboard.press('Tab');
  for (let i = 0; i < 5 && (await focused()) !== 'jump'; ++i) await page.keyboard.press('Tab');
  assert.equal(await focused(), 'jump', 'Tab leaves the editor');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await until('the fix', async () => (await editorText()) === 'a <br> b </br>');
});

test('is dark where the system is, and as chosen', async () => {
  const ground = () =>
    page.evaluate(() => window.getComputedStyle(document.querySelector('.cm-editor')).backgroundColor);
  const light = 'rgb(255, 255, 255)';
  assert.equal(await ground(), light);
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.notEqual(await ground(), light);
  await page.locator('summary').nth(2).click();
  await page.locator('.cm-lintRange').nth(2).hover();
  await page.waitForSelector('.cm-tooltip-lint');
  await page.screenshot({ path: picture('playground-dark') });
  await page.selectOption('#theme', 'light');
  assert.equal(await ground(), light);
  await page.setViewportSize({ width: 480, height: 800 });
  await page.screenshot({ path: picture('playground-narrow') });
});

test('says what is wrong and keeps the text when the server is gone', async () => {
  await type('a </br>');
  await page.route('**/v1/*', (route) => route.abort());
  await page.click('#fix-all');
  await until('a word', async () => /can’t be reached/.test(await page.textContent('#status')));
  assert.equal(await editorText(), 'a </br>');
  await page.selectOption('#preset', 'strict');
  await until('no word of findings', async () => (await page.textContent('#summary')) === 'Not linted');
  complaints = complaints.filter((text) => !/ERR_FAILED/.test(text));
});
