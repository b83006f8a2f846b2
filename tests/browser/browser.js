// What the tests in a browser share: Debian's Chromium, driven by Playwright, and the program's server.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';

/// The folder in which `run` has installed the packages.
const { chromium } = createRequire(`${process.env.BROWSER_MODULES}/`)('playwright-core');

export function launch() {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  // Without its sandbox, which is not to be had in a container or for root.
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

/// Starts `wikivet serve` on a port of this machine ('0': any that is free); gives its address and a
/// function that stops it.
export async function serve(port, ...options) {
  const child = spawn(process.env.WIKIVET, ['serve', '--isolated', '--port', port, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^listening on (http:\S+)\/$/.exec(line)?.[1];
    if (address) return { address, stop };
  }
  throw new Error('the server did not start');
}

/// Waits until a function gives something true, and gives it.
export async function until(what, look, seconds = 15) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const seen = await look();
    if (seen) return seen;
    if (Date.now() > end) throw new Error(`never seen: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/// Where a picture of the screen goes, to be looked at.
export const picture = (name) => path.join(process.env.PICTURES, `${name}.png`);
