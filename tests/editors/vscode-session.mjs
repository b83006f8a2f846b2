// Visual Studio Code in Chromium: opens page.wiki, counts the findings, makes all safe fixes and saves.
// usage: vscode-session.mjs ADDRESS page.wiki FINDINGS PICTURE.png
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const [address, file, expected, picture] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
page.setDefaultTimeout(60000);

async function command(title) {
  await page.keyboard.press("F1");
  await page.keyboard.type(title);
  await page.locator(".quick-input-list .monaco-list-row", { hasText: title.replace(/^.*: /, "") }).first().click();
}
const problems = async () => Number(await page.locator(".panel .action-item", { hasText: "Problems" }).locator(".badge-content").textContent());
async function until(what, condition) {
  for (let i = 0; i < 300; ++i) {
    if (await condition())
      return;
    await page.waitForTimeout(100);
  }
  throw new Error(`waited in vain for ${what}`);
}

try {
  await page.goto(address);
  await page.getByText("Yes, I trust the authors").click();
  await page.locator(".explorer-folders-view").getByText("page.wiki").dblclick();
  await page.locator(".squiggly-error").first().waitFor();
  await command("Problems: Focus on Problems View");
  await until(`${expected} findings`, async () => await problems() === Number(expected));
  await page.screenshot({ path: picture });
  await page.locator(".editor-instance .view-lines").first().click();
  await command("wikivet: Make All Safe Fixes");
  await until("fixes", async () => await problems() < Number(expected));
  console.log(`${expected} findings, ${await problems()} after fixing`);
  const before = readFileSync(file, "utf8");
  await page.keyboard.press("Control+s");
  await until("saving", () => readFileSync(file, "utf8") !== before);
} catch (error) {
  await page.screenshot({ path: picture });
  console.log(`${error}\nsee ${picture}`);
  process.exitCode = 1;
}
await browser.close();
