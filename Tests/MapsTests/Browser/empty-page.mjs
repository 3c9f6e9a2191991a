// Checks the page of an area without cases: node empty-page.mjs CHROMIUM PAGE.html
import { check, evaluate, load, run, size } from './browser.mjs';

await run(async () => {
  await size(1300, 800);
  check('the page opens', (await load('document.documentElement.dataset.ready === "true"')) >= 0);
  const visible = (what) => evaluate(`[...document.querySelectorAll('${what}')].filter((e) => e.checkVisibility()).length`);
  check('there is no filter', (await visible('#filter-box, .list-head label')) === 0);
  check('the words stand over the map', await evaluate('(() => { const words = document.querySelector(".empty").getBoundingClientRect(); const map = document.getElementById("map").getBoundingClientRect(); const top = document.elementFromPoint(words.x + words.width / 2, words.y + words.height / 2); return top.className === "empty" && words.left > map.left && words.right < map.right && words.top > map.top && words.bottom < map.bottom; })()'));
  check('the map takes the room of the filter', await evaluate('document.getElementById("map").getBoundingClientRect().left === 0'));
  await size(390, 800, true);
  await load('document.documentElement.dataset.ready === "true"');
  check('the words can be read on a phone', (await visible('.empty')) === 1 && await evaluate('document.documentElement.scrollWidth <= 390'));
});
