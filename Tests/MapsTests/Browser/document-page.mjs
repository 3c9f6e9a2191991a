// Checks how a report's page is printed: node document-page.mjs CHROMIUM PAGE.html. Needs pdftotext.
import { execFileSync } from 'node:child_process';
import { check, evaluate, load, page, run, size } from './browser.mjs';

await run(async () => {
  await size(1100, 800);
  check('the page opens', (await load('document.readyState === "complete" && location.protocol === "file:"')) >= 0);
  const heads = await evaluate('[...document.querySelectorAll("h2, caption, h2 + p")].map((e) => e.textContent)');
  check('there are headings', heads.length > 3, heads.length);
  const { data } = await page('Page.printToPDF', { printBackground: true, paperWidth: 8.5, paperHeight: 11 });
  const text = execFileSync('pdftotext', ['-', '-'], { input: Buffer.from(data, 'base64') }).toString();
  const pages = text.split('\f').map((sheet) => sheet.split('\n').map((line) => line.trim()).filter(Boolean)).filter((lines) => lines.length);
  check('there are several pages', pages.length > 2, pages.length);
  const last = pages.slice(0, -1).map((lines) => lines.at(-1)).filter((line) => heads.some((head) => head === line || (line.length > 15 && head.endsWith(line))));
  check('no page ends with a heading or what is said below it', last.length === 0, last.join(' | '));
  const first = pages.map((lines) => lines[0]).filter((line) => heads.some((head) => head.endsWith(line) && !head.startsWith(line)));
  check('no heading is parted', first.length === 0, first.join(' | '));
});
