// Checks a web map: node web-page.mjs CHROMIUM PAGE.html [PICTURE-FOLDER]
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, contrast, evaluate, key, load, mouse, page, picture, pictures, run, scheme, size, sleep } from './browser.mjs';

const countText = () => evaluate('document.getElementById("count").textContent');
const amount = (text) => text.match(/[\d,]+/g).map((digits) => Number(digits.replaceAll(',', '')));

// The middles of drawn symbols in the window: pixels of full colour with such ones around them, and nothing over them.
const drawnPlaces = `(() => {
  const canvas = document.querySelector(".leaflet-marker-pane canvas");
  const map = document.getElementById("map");
  const box = canvas.getBoundingClientRect();
  const scale = canvas.width / box.width;
  // A copy, since the browser complains of a canvas that is read again and again.
  const copy = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
  const pen = copy.getContext("2d", { willReadFrequently: true });
  pen.drawImage(canvas, 0, 0);
  const pixels = pen.getImageData(0, 0, copy.width, copy.height).data;
  const isDrawn = (x, y) => pixels[(Math.round(y) * canvas.width + Math.round(x)) * 4 + 3] === 255;
  const reach = 3 * scale;
  const places = [];
  for (let y = reach; y < canvas.height - reach; y += reach) {
    for (let x = reach; x < canvas.width - reach; x += reach) {
      if (![[0, 0], [reach, 0], [-reach, 0], [0, reach], [0, -reach]].every(([dx, dy]) => isDrawn(x + dx, y + dy))) { continue; }
      const place = { x: box.x + x / scale, y: box.y + y / scale };
      if (map.contains(document.elementFromPoint(place.x, place.y))) { places.push(place); }
    }
  }
  return places;
})()`;

await run(async () => {
  await size(1400, 900);
  await scheme('light');
  const milliseconds = await load();
  check('the page is ready', milliseconds >= 0, milliseconds + ' ms');
  await picture('wide');
  const whole = await countText();
  check('the count is said', /case/.test(whole), whole);

  // Filters
  const before = amount(whole)[0];
  const first = await evaluate('(() => { const box = document.querySelector("#filters input[type=checkbox]"); const label = box.closest("label"); box.click(); return Number(label.querySelector(".amount").textContent.replaceAll(",", "")); })()');
  const filtered = amount(await countText())[0];
  check('a category can be left out', filtered === before - first, `${before} - ${first} = ${filtered}`);
  await evaluate('(() => { const age = document.getElementById("age"); age.value = "30"; age.dispatchEvent(new Event("change")); })()');
  const old = await evaluate('[...document.querySelectorAll("#cases .age")].map((e) => parseInt(e.textContent.replaceAll(",", "")))');
  check('an age can be asked for', old.every((days) => days >= 30), old.slice(0, 5));
  await evaluate('document.getElementById("reset").click()');
  check('the filters can be taken back', amount(await countText())[0] === before, await countText());

  // Search, and addresses that can be passed on
  // A map without streets names no places: there the words of a category are looked for.
  const shown = await evaluate('document.querySelector("#cases .where") ? ".where" : ".what"');
  const words = await evaluate(`document.querySelector("#cases ${shown}").textContent`);
  await evaluate(`(() => { const field = document.getElementById("search"); field.value = ${JSON.stringify(words.toUpperCase())}; field.dispatchEvent(new Event("input")); })()`);
  const places = await evaluate(`[...document.querySelectorAll("#cases ${shown}")].map((e) => e.textContent)`);
  check('a search leaves what has its words', places.length > 0 && places.every((place) => words.split(' ').every((word) => place.includes(word))), places.slice(0, 4));
  const lettered = await evaluate(`(() => {
    const field = document.getElementById('search');
    const look = (text) => { field.value = text; field.dispatchEvent(new Event('input')); return [...document.querySelectorAll('#cases .where')].map((e) => e.textContent); };
    const found = look('e block');
    look(${JSON.stringify(words.toUpperCase())});
    return found;
  })()`);
  check('a letter is looked for as a word', lettered.every((place) => /\bE\b/i.test(place)), lettered.slice(0, 4));
  check('the counts follow', await evaluate('[...document.querySelectorAll("[data-kind=category]")].reduce((sum, e) => sum + Number(e.closest("label").querySelector(".amount").textContent.replaceAll(",", "")), 0)') === amount(await countText())[0], await countText());
  const address = await evaluate('location.hash');
  check('the address holds the search', address.startsWith('#q='), address);
  await load(undefined, address);
  check('an address brings the search back', (await evaluate('document.getElementById("search").value')) === words.toUpperCase() && amount(await countText())[0] < before, await countText());
  // What is left out is named: on tomorrow's page another category may stand in its place.
  await load();
  const name = await evaluate('(() => { const box = document.querySelector("[data-kind=category]"); box.click(); return box.closest("label").querySelector(".name").textContent; })()');
  const less = await evaluate('location.hash');
  check('the address names what is left out', less === '#without=' + encodeURIComponent(name), less);
  await load(undefined, less);
  check('an address leaves out what it names', await evaluate('!document.querySelector("[data-kind=category]").checked && document.querySelectorAll("[data-kind]:not(:checked)").length === 1'), await countText());
  await load(undefined, '#without=,0,__proto__,%E0%A4&case=-1&age=31&case=<b>');
  check('an address that names nothing leaves out nothing', amount(await countText())[0] === before, await countText());
  await load(undefined, '#case=3');
  check('an address opens a case by its number', await evaluate('document.querySelector(".case[aria-expanded=true]")?.id === "case-2"'), await evaluate('location.hash'));
  await load();

  // The cases are drawn: pixels of their colours stand on the map
  const drawn = await evaluate('(() => { const canvas = document.querySelector(".leaflet-marker-pane canvas"); const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data; let count = 0; for (let i = 3; i < data.length; i += 4) { if (data[i] === 255) { count += 1; } } return count; })()');
  check('cases are drawn', drawn > 100, drawn);

  // A case, by mouse on the map
  const answers = () => evaluate('document.getElementById("map").classList.contains("over-symbol")');
  const isShown = () => evaluate('Boolean(document.querySelector(".case[aria-expanded=true]")) || !document.getElementById("one-place").hidden');
  // Moves the mouse over drawn pixels until a symbol answers. A click on a group brings others into the picture.
  const findSymbol = async () => {
    for (const { x, y } of await evaluate(drawnPlaces)) {
      await mouse('mouseMoved', x, y);
      if (await answers()) { return { x, y }; }
    }
    return null;
  };
  let found = await findSymbol();
  check('a symbol on the map answers the mouse', found, JSON.stringify(found));
  for (let step = 0; found && step < 12; step++) {
    await mouse('mousePressed', found.x, found.y);
    await mouse('mouseReleased', found.x, found.y);
    await sleep(450);
    if (await isShown()) { break; }
    found = await findSymbol();
  }
  check('a click on the map shows a case or the cases of one place', await evaluate('Boolean(document.querySelector(".case[aria-expanded=true] + dl dd")) || !document.getElementById("one-place").hidden'));
  await picture('clicked');

  // The keyboard alone
  await load();
  const stops = [];
  for (let i = 0; i < 60; i++) {
    await key('Tab');
    const stop = await evaluate('(() => { const e = document.activeElement; if (!e || e === document.body) { return null; } const s = getComputedStyle(e); const box = e.getBoundingClientRect(); return { id: e.id, tag: e.tagName, kind: e.className, outline: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2, width: box.width, height: box.height }; })()');
    if (!stop) { break; }
    stops.push(stop);
    if (stop.kind === 'case') { break; }
  }
  const place = (test) => stops.findIndex(test);
  check('the skip link comes first', stops[0]?.kind === 'skip');
  check('the focus goes from filters to map to list', place((s) => s.tag === 'SUMMARY') > 0 && place((s) => s.tag === 'SUMMARY') < place((s) => s.id === 'map') && place((s) => s.id === 'map') < place((s) => s.kind === 'case'), stops.map((s) => s.id || s.kind || s.tag).join(' '));
  check('each stop can be seen', stops.every((s) => s.outline && s.width > 0), stops.filter((s) => !s.outline).map((s) => s.id || s.tag).join(' '));
  await key('Enter');
  check('Enter opens a case with its facts', await evaluate('document.activeElement.getAttribute("aria-expanded") === "true" && document.activeElement.nextElementSibling?.tagName === "DL"'));
  await key('Escape');
  check('Escape closes it', await evaluate('!document.querySelector(".case[aria-expanded=true]")'));
  await evaluate('document.getElementById("map").focus()');
  const still = await countText();
  for (let i = 0; i < 12; i++) { await key('ArrowRight'); await sleep(120); }
  await sleep(400);
  check('the arrow keys move the map and the list follows', (await countText()) !== still, `${still} → ${await countText()}`);

  // What assistive technology is told
  await load();
  const { nodes } = await page('Accessibility.getFullAXTree');
  const roles = ['button', 'link', 'checkbox', 'combobox', 'heading', 'region', 'option', 'DisclosureTriangle', 'form'];
  const nameless = nodes.filter((node) => !node.ignored && roles.includes(node.role?.value) && !['form'].includes(node.role.value) && !(node.name?.value ?? '').trim());
  check('each control has a name', nameless.length === 0, nameless.map((node) => node.role.value).join(' '));
  const heard = new Set(nodes.filter((node) => !node.ignored).map((node) => node.role?.value));
  for (const role of ['banner', 'main', 'contentinfo', 'heading', 'region', 'status', 'list', 'listitem', 'button', 'checkbox', 'combobox']) { check(`there is a ${role}`, heard.has(role)); }
  check('one main heading, and no level left out', await evaluate('(() => { const levels = [...document.querySelectorAll("h1,h2,h3,h4")].map((h) => Number(h.tagName[1])); return levels.filter((l) => l === 1).length === 1 && levels.every((l, i) => i === 0 || l <= levels[i - 1] + 1); })()'));
  check('no id twice', await evaluate('(() => { const ids = [...document.querySelectorAll("[id]")].map((e) => e.id); return new Set(ids).size === ids.length; })()'));
  check('the language and the title are set', await evaluate('document.documentElement.lang.length >= 2 && document.title.length > 3'));
  await evaluate('document.querySelector("#cases .case").click()');
  for (const value of ['light', 'dark']) {
    await scheme(value);
    await sleep(200);
    const poor = await evaluate(contrast);
    check(`texts can be read in ${value}`, poor.length === 0, poor.join('; '));
    await picture(value);
  }
  await scheme('light');

  // A phone
  await size(375, 760, true);
  await load();
  check('nothing runs over a phone\'s edge', await evaluate('document.documentElement.scrollWidth <= 375'), await evaluate('document.documentElement.scrollWidth'));
  const small = await evaluate('[...document.querySelectorAll("button, select, summary, .leaflet-bar a")].filter((e) => e.checkVisibility()).filter((e) => { const b = e.getBoundingClientRect(); return b.width < 24 || b.height < 24; }).map((e) => e.id || e.className)');
  check('targets are large enough for a finger', small.length === 0, small);
  await picture('phone');

  // Reflow at 320 points, and paper
  await size(320, 640, true);
  await load();
  check('nothing runs over at 320 points', await evaluate('document.documentElement.scrollWidth <= 320'), await evaluate('document.documentElement.scrollWidth'));
  await size(1100, 800);
  await load();
  await picture('middle');
  await scheme('dark');
  await evaluate('window.dispatchEvent(new Event("beforeprint"))');
  const paper = await evaluate('(() => { const map = document.getElementById("print-map"); return { paths: map.querySelectorAll("path").length, symbols: map.querySelectorAll("svg[role=img] path[stroke=\\"#1c2430\\"]").length, legend: map.querySelectorAll("li .symbol").length, outline: map.querySelector("path[stroke=\\"#17456e\\"]") !== null }; })()');
  check('paper gets lines, symbols and a legend', paper.outline && paper.symbols > 0 && paper.legend > 0, JSON.stringify(paper));
  // Each kind of ring and flag on paper is explained there, and no other.
  const signs = await evaluate('(() => { const map = document.getElementById("print-map"); const count = (what) => map.querySelectorAll(what).length; return { rings: count("svg[role=img] path[stroke-dasharray=\\"3 3\\"]"), flags: count("svg[role=img] path[fill=\\"#a3320b\\"]"), ringsExplained: count("li circle[stroke-dasharray]"), flagsExplained: count("li path"), explained: count("li svg[viewBox=\\"-11 -11 22 22\\"]") }; })()');
  check('paper draws and explains the signs', Boolean(signs.rings) === Boolean(signs.ringsExplained) && Boolean(signs.flags) === Boolean(signs.flagsExplained), JSON.stringify(signs));
  await evaluate('window.dispatchEvent(new Event("afterprint"))');
  await scheme('light');
  const printed = await page('Page.printToPDF', { printBackground: true, paperWidth: 8.5, paperHeight: 11 });
  check('the page prints', printed.data.length > 10_000, printed.data.length);
  if (pictures) { writeFileSync(join(pictures, 'printed.pdf'), Buffer.from(printed.data, 'base64')); }
});
