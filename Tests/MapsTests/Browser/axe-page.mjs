// Checks a page by the rules of axe-core, light and dark, on a phone and on paper:
// WARDLINE_AXE=axe.min.js node axe-page.mjs CHROMIUM PAGE.html
import { readFileSync } from 'node:fs';
import { check, evaluate, load, page, run, scheme, size, sleep } from './browser.mjs';

const rules = readFileSync(process.env.WARDLINE_AXE, 'utf8');
const ready = 'document.readyState === "complete" && location.protocol === "file:" && (!document.getElementById("data") || document.documentElement.dataset.ready === "true")';

const look = async (name) => {
  await evaluate(rules + '; true');
  const found = await evaluate('axe.run(document, { resultTypes: ["violations"] }).then((result) => result.violations.map((rule) => rule.id + ": " + rule.nodes.slice(0, 2).map((node) => node.target.join(" ") + " " + (node.failureSummary || "").slice(0, 120)).join(" | ")))');
  check(`axe-core finds nothing ${name}`, found.length === 0, found.join('; '));
};

await run(async () => {
  await size(1400, 900);
  for (const value of ['light', 'dark']) {
    await scheme(value);
    check(`the page opens, ${value}`, (await load(ready)) >= 0);
    // With a case open, where the page has cases.
    await evaluate('document.querySelector("#cases .case")?.click()');
    await look(`in ${value}`);
  }
  await scheme('light');
  await size(375, 760, true);
  await load(ready);
  await look('on a phone');
  await size(1100, 800);
  await load(ready);
  await evaluate('window.dispatchEvent(new Event("beforeprint"))');
  await page('Emulation.setEmulatedMedia', { media: 'print' });
  await sleep(100);
  await look('on paper');
});
