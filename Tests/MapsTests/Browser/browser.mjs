// Drives Chromium over its debugging pipe, with the network off. The script that imports it is called as
// node SCRIPT CHROMIUM PAGE.html [PICTURE-FOLDER].
// Prints one line of JSON for each check: {"check": …, "passed": …, "detail": …}.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [chromium, file, folder] = process.argv.slice(2);
export const pictures = folder;
const profile = mkdtempSync(join(tmpdir(), 'web-page-'));
const browser = spawn(chromium, [
  '--headless', '--no-sandbox', '--disable-gpu', '--remote-debugging-pipe', `--user-data-dir=${profile}`,
  '--host-resolver-rules=MAP * ~NOTFOUND', '--no-first-run', '--disable-background-networking',
], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], detached: true });

// Messages are JSON, each ended by a zero byte.
const pending = new Map();
const listeners = [];
let rest = '';
let last = 0;
browser.stdio[4].setEncoding('utf8').on('data', (chunk) => {
  const messages = (rest + chunk).split('\0');
  rest = messages.pop();
  for (const text of messages) {
    const message = JSON.parse(text);
    if (message.id) {
      const { resolve, reject } = pending.get(message.id);
      pending.delete(message.id);
      if (message.error) { reject(new Error(message.error.message)); } else { resolve(message.result); }
    } else { listeners.forEach((listen) => listen(message)); }
  }
});
const send = (method, params = {}, sessionId = undefined) => new Promise((resolve, reject) => {
  last += 1;
  pending.set(last, { resolve, reject });
  browser.stdio[3].write(JSON.stringify({ id: last, method, params, sessionId }) + '\0');
});

export const check = (name, passed, detail = '') => console.log(JSON.stringify({ check: name, passed: Boolean(passed), detail: String(detail).slice(0, 600) }));
export const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
export const page = (method, params) => send(method, params, sessionId);
const failures = [];
const requests = [];
listeners.push((message) => {
  if (message.method === 'Runtime.exceptionThrown') { failures.push(message.params.exceptionDetails.exception?.description ?? message.params.exceptionDetails.text); }
  if (message.method === 'Runtime.consoleAPICalled' && message.params.type === 'error') { failures.push(JSON.stringify(message.params.args)); }
  if (message.method === 'Log.entryAdded' && ['error', 'warning'].includes(message.params.entry.level)) { failures.push(message.params.entry.text); }
  if (message.method === 'Network.requestWillBeSent') { requests.push(message.params.request.url.slice(0, 80)); }
});
for (const domain of ['Runtime', 'Log', 'Network', 'Page', 'Accessibility']) { await page(domain + '.enable'); }
await page('Network.emulateNetworkConditions', { offline: true, latency: 0, downloadThroughput: 0, uploadThroughput: 0 });
export const evaluate = async (expression) => {
  const answer = await page('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
  if (answer.exceptionDetails) { throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text); }
  return answer.result.value;
};
export const size = (width, height, mobile = false) => page('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile });
export const scheme = (value) => page('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] });
// Opens the page and returns the milliseconds until a script's answer is true.
export const load = async (isReady = 'document.documentElement?.dataset.ready === "true"', hash = '') => {
  const start = Date.now();
  // Another part of one page would not load it anew.
  await page('Page.navigate', { url: 'about:blank' });
  await page('Page.navigate', { url: pathToFileURL(file).href + hash });
  for (let i = 0; i < 400; i++) {
    // The page that is left may take a question with it.
    if (await evaluate(isReady).catch(() => false)) { return Date.now() - start; }
    await sleep(25);
  }
  return -1;
};
export const key = async (name, code = name, text = undefined) => {
  const codes = { Tab: 9, Enter: 13, Escape: 27, ArrowRight: 39, ArrowDown: 40, ' ': 32, '+': 187 };
  const common = { key: name, code, windowsVirtualKeyCode: codes[name] };
  await page('Input.dispatchKeyEvent', { type: 'keyDown', text: text ?? (name === 'Enter' ? '\r' : name === ' ' ? ' ' : undefined), ...common });
  await page('Input.dispatchKeyEvent', { type: 'keyUp', ...common });
};
export const mouse = (type, x, y) => page('Input.dispatchMouseEvent', { type, x, y, button: type === 'mouseMoved' ? 'none' : 'left', clickCount: 1 });
export const picture = async (name) => {
  if (!pictures) { return; }
  const { data } = await page('Page.captureScreenshot', { format: 'png' });
  writeFileSync(join(pictures, name + '.png'), Buffer.from(data, 'base64'));
};

// Contrast of each visible text against the nearest opaque ground, as WCAG computes it.
export const contrast = `(() => {
  const parse = (text) => { const parts = text.match(/[\\d.]+/g).map(Number); return { r: parts[0], g: parts[1], b: parts[2], a: parts[3] ?? 1 }; };
  const light = (c) => { const f = (v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4); }; return 0.2126 * f(c.r) + 0.7152 * f(c.g) + 0.0722 * f(c.b); };
  const ground = (element) => { for (let e = element; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.a === 1) { return c; } } return { r: 255, g: 255, b: 255 }; };
  const poor = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || ['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(element.tagName)) { continue; }
    const style = getComputedStyle(element);
    if (!element.checkVisibility() || style.visibility === 'hidden') { continue; }
    const a = light(parse(style.color)), b = light(ground(element));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const size = parseFloat(style.fontSize), isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (isLarge ? 3 : 4.5)) { poor.push(walker.currentNode.textContent.trim().slice(0, 30) + ' ' + ratio.toFixed(2)); }
  }
  for (const control of document.querySelectorAll('select, button:not(.case)')) {
    if (!control.checkVisibility()) { continue; }
    const a = light(parse(getComputedStyle(control).borderTopColor)), b = light(ground(control.parentElement));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 3) { poor.push('edge of ' + control.id + ' ' + ratio.toFixed(2)); }
  }
  return poor;
})()`;

// Ends each script: what was asked of other hosts, what the console said, and no browser left behind.
export const run = async (checks) => {
  try {
    await checks();
    const outside = requests.filter((address) => !address.startsWith('file:') && !address.startsWith('data:') && !address.startsWith('blob:'));
    check('nothing is asked of another host', outside.length === 0, outside.join(' '));
    check('the console has no errors', failures.length === 0, failures.join(' | '));
  } catch (error) {
    check('the script ran to its end', false, error.stack);
  } finally {
    // The browser's helpers, which are of its group, may outlive it and write on.
    browser.on('exit', () => {
      try { process.kill(-browser.pid, 'SIGKILL'); } catch (error) { if (error.code !== 'ESRCH') { throw error; } }
      rmSync(profile, { recursive: true, force: true, maxRetries: 30, retryDelay: 100 });
      process.exit(0);
    });
    browser.kill();
  }
};
