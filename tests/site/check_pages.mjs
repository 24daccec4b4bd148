// Opens pages in Chromium, on a desk and in a hand, by day and by night, and reports as JSON what is wrong with
// them: accessibility (axe), markup (html-validate), anything wider than the screen, anything fetched from elsewhere.
// Usage: node check_pages.mjs CHROMIUM PAGE.html...

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { HtmlValidate } from "html-validate";
import { chromium } from "playwright-core";

const [executablePath, ...pages] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];
const validator = new HtmlValidate({ root: true, extends: ["html-validate:standard"] });
const found = [];

const browser = await chromium.launch({ executablePath, args: flags });
for (const path of pages) {
  const report = await validator.validateFile(path);
  for (const result of report.results) {
    for (const message of result.messages) found.push({ path, kind: "markup", what: `${message.line}: ${message.message}` });
  }
  for (const [width, colorScheme] of [[1280, "light"], [1280, "dark"], [390, "light"], [320, "dark"]]) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    const note = (kind, what) => found.push({ path, width, colorScheme, kind, what });
    page.on("console", (message) => message.type() === "error" && note("console", message.text()));
    page.on("request", (request) => request.url().startsWith("file:") || note("request", request.url()));
    await page.goto(`file://${path}`);
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (excess > 0) note("overflow", `${excess}px`);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run());
    for (const rule of violations) {
      note(rule.impact, `${rule.id}: ${rule.nodes.map((node) => node.html).slice(0, 3).join(" | ")}`);
    }
    await context.close();
  }
}
await browser.close();
console.log(JSON.stringify(found, null, 1));
