// Checks a report's page on a phone: node document-phone.mjs CHROMIUM PAGE.html.
import { check, evaluate, load, run, size } from './browser.mjs';

await run(async () => {
  await size(375, 760, true);
  check('the page opens', (await load('document.readyState === "complete" && location.protocol === "file:"')) >= 0);
  check('nothing runs over a phone\'s edge', await evaluate('document.documentElement.scrollWidth <= 375'), await evaluate('document.documentElement.scrollWidth'));
});
