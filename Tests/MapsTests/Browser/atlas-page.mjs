// Checks the page that leads to all areas: node atlas-page.mjs CHROMIUM PAGE.html [PICTURE-FOLDER]
import { check, contrast, evaluate, key, load, page, picture, run, scheme, size, sleep } from './browser.mjs';

const ready = 'document.readyState === "complete" && location.protocol === "file:"';

await run(async () => {
  await size(1400, 900);
  await scheme('light');
  check('the page opens', (await load(ready)) >= 0);

  // What assistive technology is told
  const { nodes } = await page('Accessibility.getFullAXTree');
  const seen = nodes.filter((node) => !node.ignored);
  const nameless = seen.filter((node) => ['link', 'heading', 'image', 'table'].includes(node.role?.value) && !(node.name?.value ?? '').trim());
  check('each link, heading, picture and table has a name', nameless.length === 0, nameless.map((node) => node.role.value).join(' '));
  for (const role of ['banner', 'main', 'contentinfo', 'heading', 'group', 'table', 'rowheader', 'columnheader', 'link']) { check(`there is a ${role}`, seen.some((node) => node.role?.value === role)); }
  const links = seen.filter((node) => node.role?.value === 'link').map((node) => node.name.value);
  check('no two links have one name', new Set(links).size === links.length, links.join('; '));
  check('the words of a link are in its name', await evaluate('[...document.querySelectorAll("a")].every((a) => (a.getAttribute("aria-label") ?? a.textContent).includes(a.textContent))'));
  check('one main heading', await evaluate('document.querySelectorAll("h1").length === 1'));
  check('the language and the title are set', await evaluate('document.documentElement.lang.length >= 2 && document.title.length > 3'));

  // The keyboard alone
  const count = await evaluate('document.querySelectorAll("a").length');
  const stops = [];
  for (let i = 0; i < count + await evaluate('document.querySelectorAll("[tabindex]").length'); i++) {
    await key('Tab');
    stops.push(await evaluate('(() => { const e = document.activeElement; const s = getComputedStyle(e); return { name: e.getAttribute("aria-label"), outline: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2 }; })()'));
  }
  check('the focus goes through the links in their order', stops.map((stop) => stop.name).join() === (await evaluate('[...document.querySelectorAll("a, [tabindex]")].map((a) => a.getAttribute("aria-label")).join()')), stops.map((stop) => stop.name).join('; '));
  check('each stop can be seen', stops.every((stop) => stop.outline));

  for (const value of ['light', 'dark']) {
    await scheme(value);
    await sleep(200);
    const poor = await evaluate(contrast);
    check(`texts can be read in ${value}`, poor.length === 0, poor.join('; '));
    await picture('atlas-' + value);
  }
  await scheme('light');
  for (const width of [980, 1100, 1200, 1240, 1260]) {
    await size(width, 800);
    await load(ready);
    const cut = await evaluate('[...document.querySelectorAll(".scroll")].filter((e) => e.scrollWidth > e.clientWidth).length');
    check(`no column is cut at ${width} pixels`, cut === 0, cut);
  }
  await size(375, 760, true);
  await load(ready);
  check('nothing runs over a phone\'s edge', await evaluate('document.documentElement.scrollWidth <= 375'), await evaluate('document.documentElement.scrollWidth'));
  const sideways = await evaluate('[...document.querySelectorAll(".scroll")].filter((e) => e.scrollWidth > e.clientWidth).length');
  check('no table scrolls sideways on a phone', sideways === 0, sideways);
  const beside = await evaluate('[...document.querySelectorAll("tbody td[data-title]")].every((e) => getComputedStyle(e, "::before").content.includes(e.dataset.title))');
  check('each figure says on a phone what it is', beside);
  const phone = (await page('Accessibility.getFullAXTree')).nodes.filter((node) => !node.ignored).map((node) => node.role?.value);
  for (const role of ['table', 'row', 'rowheader', 'columnheader', 'cell']) { check(`there is a ${role} on a phone`, phone.includes(role)); }
  await scheme('dark');
  const dim = await evaluate(contrast);
  check('texts can be read on a phone in dark', dim.length === 0, dim.join('; '));
  await scheme('light');
  const small = await evaluate('[...document.querySelectorAll("a")].filter((e) => { const b = e.getBoundingClientRect(); return b.width < 24 || b.height < 24; }).length');
  check('targets are large enough for a finger', small === 0, small);
  await picture('atlas-phone');
});
