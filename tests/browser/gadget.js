// The gadget on the edit page of a real MediaWiki, where everybody gets it from the wiki's own pages.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';

import { launch, picture, serve, until } from './browser.js';

const tests = path.join(import.meta.dirname, '..');
const gadget = path.join(tests, '../ci/mediawiki-gadget');
const folder = path.join(process.env.BROWSER_MODULES, 'wiki');
const name = 'Foreign relations of Ruritania';

let browser;
let wiki;
let server;
let page;
let sample;

function run(command, ...options) {
  const { status, stdout, stderr } = spawnSync(command, options, { encoding: 'utf8' });
  if (status === 77) return null;
  assert.equal(status, 0, stderr);
  return stdout.trim();
}

/// Edits pages as Admin, of whom tests/mediawiki/start tells.
async function write(pages) {
  const context = await browser.newContext();
  const api = async (parameters) => {
    const form = { format: 'json', formatversion: '2', ...parameters };
    return (await context.request.post(`${wiki}/api.php`, { form, timeout: 60000 })).json();
  };
  const token = async (type) =>
    (await api({ action: 'query', meta: 'tokens', type })).query.tokens[`${type}token`];
  const lgtoken = await token('login');
  const login = { lgname: 'Admin', lgpassword: 'a password of some length', lgtoken };
  assert.equal((await api({ action: 'login', ...login })).login.result, 'Success');
  const csrf = await token('csrf');
  for (const [title, text] of Object.entries(pages)) {
    const { edit, error } = await api({ action: 'edit', title, text, token: csrf });
    assert.equal(edit?.result, 'Success', JSON.stringify(error));
  }
  await context.close();
}

/// The line that the README gives, for everybody.
async function definition() {
  const readme = await readFile(`${gadget}/README.md`, 'utf8');
  const line = /^ *(\* wikivet\[.*)$/m.exec(readme)[1];
  return line.replace('ResourceLoader|', 'ResourceLoader|default|');
}

const content = async () => {
  const query = new URLSearchParams({
    action: 'query', prop: 'revisions', rvprop: 'content', rvslots: 'main', titles: name,
    format: 'json', formatversion: '2',
  });
  const response = await fetch(`${wiki}/api.php?${query}`);
  return (await response.json()).query.pages[0].revisions[0].slots.main.content;
};

before(async () => {
  sample = await readFile(`${tests}/samples/foreign-relations-of-ruritania.wiki`, 'utf8');
  sample = `${sample.trim()}\n\nFlags 🏴😀 </br> and more.`;
  const settings = path.join(process.env.BROWSER_MODULES, 'settings.php');
  await writeFile(
    settings,
    `<?php
wfLoadExtension( 'Gadgets' );
wfLoadExtension( 'WikiEditor' );
$wgDefaultUserOptions['usebetatoolbar'] = isset( $_GET['toolbar'] ) ? 1 : 0;
`,
  );
  await rm(folder, { recursive: true, force: true });
  wiki = run(`${tests}/mediawiki/start`, folder, '--settings', settings);
  if (!wiki) {
    console.log('MediaWiki is not to be had: this test is left out');
    process.exit(77);
  }
  server = await serve('0', '--allow-origin', wiki);
  browser = await launch();
  const config = JSON.stringify({ server: server.address, timeout: 20000 });
  await write({
    'MediaWiki:Gadget-wikivet.js': await readFile(`${gadget}/gadget.js`, 'utf8'),
    'MediaWiki:Gadget-wikivet.css': await readFile(`${gadget}/gadget.css`, 'utf8'),
    'MediaWiki:Gadgets-definition': await definition(),
    'MediaWiki:Common.js': `window.wikivetConfig = ${config};`,
    [name]: sample,
  });
});
after(async () => {
  await browser?.close();
  await server?.stop();
  run(`${tests}/mediawiki/stop`, folder);
});

let sent;
let complaints;

beforeEach(async () => {
  const context = await browser.newContext({ viewport: { width: 1300, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(60000);
  sent = [];
  complaints = [];
  page.on('request', (request) => {
    if (request.url().startsWith(server.address)) sent.push(request);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (/wikivet|gadget/i.test(message.text())) complaints.push(message.text());
  });
});
afterEach(async () => {
  await page.context().close();
  assert.deepEqual(complaints, []);
});

const status = () => page.textContent('.wikivet-status');
const text = () => page.inputValue('#wpTextbox1');
const items = () => page.locator('.wikivet-findings li');
const lastMarked = () =>
  page.$eval('#wpTextbox1', (area) => area.value.slice(area.selectionStart, area.selectionEnd));

async function edit(more = '') {
  await page.goto(`${wiki}/index.php?title=${encodeURIComponent(name)}&action=edit${more}`);
  await page.waitForSelector('.wikivet');
  await page.evaluate(() => mw.hook('wikivet.ready').add((panel) => (window.wikivetPanel = panel)));
}

/// Replaces the text, as a user does.
const type = (changed) => page.fill('#wpTextbox1', changed);

async function check() {
  await page.click('.wikivet-check');
  await until('findings', async () => /finding|Nothing/.test(await status()), 60);
}

const saved = () => page.waitForURL((url) => !/action=(edit|submit)/.test(url.href));

test('shows findings, jumps to them, mends them, and the mended page is saved', async () => {
  await edit();
  await check();
  const answer = await fetch(`${server.address}/v1/lint`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ text: await text() }),
  });
  const { findings } = await answer.json();
  assert.ok(findings.length > 10);
  assert.equal(await items().count(), findings.length);
  await page.screenshot({ path: picture('gadget') });

  const slip = items().filter({ hasText: "write '<br>'" });
  await slip.locator('.wikivet-jump a').click();
  assert.equal(await lastMarked(), '</br>', 'exactly, though characters outside the BMP come before');
  await slip.locator('.wikivet-fix a').click();
  await until('the fix', async () => (await text()).trim().endsWith('Flags 🏴😀 <br> and more.'));
  await until('a new check', async () => (await items().count()) === findings.length - 1, 60);

  // The page has other errors: saving takes a second look, and does not insist.
  await page.click('#wpSave');
  await until('a warning', async () => /Save again/.test(await status()), 60);
  await page.waitForSelector('.mw-notification:has-text("Save again")');
  assert.ok((await content()).includes('</br>'), 'nothing is saved yet');
  await page.screenshot({ path: picture('gadget-warning') });
  await page.click('#wpSave');
  await saved();
  assert.ok((await content()).endsWith('Flags 🏴😀 <br> and more.'));
});

test('sends only the text', async () => {
  await edit();
  await check();
  const posts = sent.filter((request) => request.method() === 'POST');
  assert.equal(posts.length, 1);
  const headers = await posts[0].allHeaders();
  assert.deepEqual(JSON.parse(posts[0].postData()), { text: await text() });
  assert.equal(headers.cookie, undefined);
  assert.equal(headers.referer, undefined);
});

test('makes all safe fixes, which can be undone', async () => {
  await edit();
  await type('One</br>two\n\nthree</br>😀 four\n');
  await page.click('.wikivet-fix-all');
  await until('the fixes', async () => (await text()) === 'One<br>two\n\nthree<br>😀 four\n', 60);
  await until('a new check', async () => /Nothing/.test(await status()), 60);
  await page.focus('#wpTextbox1');
  await page.keyboard.press('Control+z');
  assert.equal(await text(), 'One</br>two\n\nthree</br>😀 four\n');
});

test('does not touch a text that has changed since', async () => {
  await edit();
  await type('One</br>two');
  await check();
  await type('Other text; One</br>two');
  await items().first().locator('.wikivet-fix a').click();
  await until('a notice', () => page.$('.mw-notification:has-text("checked anew")'), 60);
  assert.equal(await text(), 'Other text; One</br>two');
});

test('makes all edits of a fix at once, and never inserts nothing', async () => {
  await edit();
  const edited = (before, edits) =>
    page.evaluate(
      ({ before, edits }) => {
        const $area = $('#wpTextbox1').val(before);
        // Firefox does nothing when it is told to insert nothing.
        const insert = document.execCommand;
        document.execCommand = (command, shown, text) =>
          text !== '' && insert.call(document, command, shown, text);
        window.wikivetPanel.area.edit(edits);
        document.execCommand = insert;
        return $area.val();
      },
      { before, edits },
    );
  for (const [before, edits, after] of [
    ['ab<x>cd</x>e', [{ from: 7, to: 11, text: '' }, { from: 2, to: 5, text: '' }], 'abcde'],
    ['abc', [{ from: 0, to: 1, text: '' }], 'bc'],
    ['abc', [{ from: 0, to: 3, text: '' }], ''],
    ['😀a😁', [{ from: 2, to: 3, text: '' }], '😀😁'],
    ['a😁', [{ from: 0, to: 1, text: '' }], '😁'],
    ['😀', [{ from: 0, to: 2, text: '😁' }], '😁'],
    ['abc', [{ from: 1, to: 2, text: 'X' }, { from: 1, to: 1, text: 'Y' }], 'aYXc'],
    ['abc', [{ from: 1, to: 1, text: '1' }, { from: 1, to: 1, text: '2' }], 'a12bc'],
    ['abc', [{ from: 1, to: 2, text: 'b' }], 'abc'],
  ])
    assert.equal(await edited(before, edits), after);
});

test('checks again what changes while it is checked', async () => {
  await edit();
  await type('Good.');
  let checks = 0;
  await page.route('**/v1/lint', async (route) => {
    if (++checks === 1) await type('Bad<ref></ref>');
    await route.continue();
  });
  await page.click('#wpSave');
  await until('a warning', async () => /Save again/.test(await status()), 60);
  assert.equal(checks, 2);
  assert.notEqual(await content(), 'Bad<ref></ref>');
});

test('saves though the check itself is broken', async () => {
  await edit();
  await type('Saved all the same.');
  await page.evaluate(() => {
    window.wikivetPanel.check = () => {
      throw new Error('broken');
    };
  });
  await page.click('#wpSave');
  await saved();
  assert.equal(await content(), 'Saved all the same.');
});

test('saves at once where there is no error, and leaves other buttons alone', async () => {
  await edit();
  await type('Ruritania is a country.</br>');
  await page.click('#wpPreview');
  await page.waitForSelector('#wikiPreview');
  assert.equal(sent.length, 0);
  await page.waitForSelector('.wikivet');
  await page.click('#wpSave');
  await saved();
  assert.equal(await content(), 'Ruritania is a country.</br>');
  assert.ok(sent.length > 0);
});

test('works with the toolbar', async () => {
  await edit('&toolbar=1');
  await page.waitForSelector('.wikiEditor-ui');
  await type('One</br>two');
  await check();
  await items().first().locator('.wikivet-fix a').click();
  await until('the fix', async () => (await text()) === 'One<br>two');
  await page.screenshot({ path: picture('gadget-toolbar') });
});

test('blocks only where it is configured to', async () => {
  await page.addInitScript(() => {
    // What the wiki says comes later, without this.
    let config;
    Object.defineProperty(window, 'wikivetConfig', {
      get: () => config,
      set: (value) => (config = { ...value, block: true }),
    });
  });
  await edit();
  await type('A<ref></ref>');
  for (let i = 0; i < 2; ++i) {
    await page.click('#wpSave');
    await until('a refusal', async () => /before saving/.test(await status()), 60);
  }
  assert.notEqual(await content(), 'A<ref></ref>');
  await type('A');
  await page.click('#wpSave');
  await saved();
  assert.equal(await content(), 'A');
});

test('saves, and says that nothing was checked, when the server is down', async () => {
  await edit();
  await server.stop();
  await type('B<ref></ref>');
  await page.click('.wikivet-check');
  await until('a word', async () => /can’t be reached/.test(await status()), 60);
  await page.click('#wpSave');
  await saved();
  assert.equal(await content(), 'B<ref></ref>');
  await page.waitForSelector('.mw-notification:has-text("sent without a check")');
  await page.screenshot({ path: picture('gadget-down') });
  await page.reload();
  await page.waitForLoadState('networkidle');
  assert.equal(await page.locator('.mw-notification').count(), 0, 'once is enough');
});
