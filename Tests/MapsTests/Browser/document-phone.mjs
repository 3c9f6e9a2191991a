// Checks a report's page on a phone: node document-phone.mjs CHROMIUM PAGE.html.
import { check, evaluate, load, run, size } from './browser.mjs';

await run(async () => {
  await size(375, 760, true);
  check('the page opens', (await load('document.readyState === "complete" && location.protocol === "file:"')) >= 0);
  const sideways = await evaluate('[...document.querySelectorAll(".scroll")].filter((e) => e.scrollWidth > e.clientWidth).map((e) => e.getAttribute("aria-label")).join()');
  check('no table scrolls sideways', sideways === '', sideways);
  const beside = await evaluate('[...document.querySelectorAll(".blocks td[data-title]")].length > 0 && [...document.querySelectorAll(".blocks td[data-title]")].every((e) => getComputedStyle(e, "::before").content.includes(e.dataset.title))');
  check('each cell of a wide table says what it is', beside);
  check('nothing runs over a phone\'s edge', await evaluate('document.documentElement.scrollWidth <= 375'), await evaluate('document.documentElement.scrollWidth'));
});
