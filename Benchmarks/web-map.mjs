// Measures a web map in a headless browser with the network off: node Benchmarks/web-map.mjs CHROMIUM PAGE.html
// Prints the median of five runs: from opening until the page answers, and how long it takes to answer then.
import { evaluate, load, run, size } from '../Tests/MapsTests/Browser/browser.mjs';

const median = (values) => values.slice().sort((a, b) => a - b)[Math.floor(values.length / 2)];
// How long a change takes until the next picture is drawn.
const until = (action) => evaluate(`new Promise((resolve) => { const start = performance.now(); ${action}; requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start))); })`);
const actions = {
  'leave a category out': 'document.querySelector("#filters input").click()',
  'ask for 90 days and more': '(() => { const age = document.getElementById("age"); age.value = "90"; age.dispatchEvent(new Event("change")); })()',
  'open a case': 'document.querySelector("#cases .case").click()',
};

await run(async () => {
  await size(1400, 900);
  const opening = [];
  const answers = Object.fromEntries(Object.keys(actions).map((name) => [name, []]));
  for (let i = 0; i < 5; i++) {
    opening.push(await load());
    for (const [name, action] of Object.entries(actions)) { answers[name].push(await until(action)); }
  }
  console.log(`${await evaluate('JSON.parse(document.getElementById("data").textContent).longitude.length')} cases`);
  console.log(`opened and ready after ${median(opening)} ms`);
  for (const [name, values] of Object.entries(answers)) { console.log(`${name}: ${Math.round(median(values))} ms`); }
});
