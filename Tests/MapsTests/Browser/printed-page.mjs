// Checks how the page of a map is printed: node printed-page.mjs CHROMIUM PAGE.html. Needs pdftotext.
import { execFileSync } from 'node:child_process';
import { check, evaluate, load, page, run, size } from './browser.mjs';

await run(async () => {
  await size(1300, 800);
  check('the page opens', (await load('document.documentElement.dataset.ready === "true"')) >= 0);
  for (const [name, width, height] of [['upright', 8.5, 11], ['across', 11, 8.5]]) {
    const { data } = await page('Page.printToPDF', { printBackground: true, paperWidth: width, paperHeight: height });
    const text = execFileSync('pdftotext', ['-l', '1', '-', '-'], { input: Buffer.from(data, 'base64') }).toString();
    check(`the first page ${name} has more than the title`, /\d/.test(text.replace(/[^]*Public edition/, '')), text.slice(0, 300));
  }
  await evaluate('window.dispatchEvent(new Event("beforeprint"))');
  await page('Emulation.setEmulatedMedia', { media: 'print' });
  const ratios = await evaluate('(() => { const image = document.querySelector("#print-map > svg"); const box = image.getBoundingClientRect(); const view = image.viewBox.baseVal; return [box.width / box.height, view.width / view.height]; })()');
  check('the map keeps its proportions, so that nothing beside its ground is seen', Math.abs(ratios[0] / ratios[1] - 1) < 0.02, ratios.join());
  check('it is no stamp', await evaluate('document.querySelector("#print-map > svg").getBoundingClientRect().width > 400'));
});
