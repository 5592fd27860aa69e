// SPDX-License-Identifier: Apache-2.0
// The stories of DESIGN 1 in a browser: each on two sizes and in two languages.
//   node tests/run.mjs [story…] [--language zh] [--size phone] [--screens FOLDER]   all screens
//   node tests/run.mjs --shard 1/2                                              every second story
//   node tests/run.mjs --tour FOLDER                                              those of tour.json
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumPath, platform } from './platform.mjs';
import { Visit, sizes } from './visit.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { language: { type: 'string' }, size: { type: 'string' }, screens: { type: 'string' }, tour: { type: 'string' }, shard: { type: 'string', default: '1/1' } },
});
const tour = values.tour ? JSON.parse(fs.readFileSync(new URL('./tour.json', import.meta.url), 'utf8')) : null;
const names = fs.readdirSync(new URL('./stories/', import.meta.url)).filter((name) => name.endsWith('.mjs')).map((name) => name.slice(0, -4)).sort();
const [part, parts] = values.shard.split('/').map(Number);
const wanted = names.filter((name, at) => (positionals.length ? positionals.includes(name) : at % parts === part - 1));
// Of a tour, only the visits that have a screen in it.
const isWanted = (story, size, language) =>
  (!values.size || size === values.size) && (!values.language || language === values.language) &&
  (!tour || tour.some((one) => one.story === story && one.size === size && one.language === language));

async function tell(browser, settings, story) {
  const visit = new Visit(browser, settings);
  const begun = Date.now();
  try {
    await visit.begin();
    await story(visit);
  } catch (error) {
    visit.fault(String(error.stack ?? error));
    await visit.page?.screenshot({ path: path.join(os.tmpdir(), `credence-web-${settings.story}-${settings.size}-${settings.language}.png`) }).catch(() => {});
  } finally {
    await visit.end();
  }
  console.log(`${visit.faults.length ? 'FAULT' : 'ok   '} ${settings.story} [${settings.size}, ${settings.language}] ${Date.now() - begun} ms`);
  for (const fault of visit.faults) console.error(`      ${fault}`);
  return visit.faults;
}

// A fault counts when it shows again: a machine under load delays what the next try sees in time.
async function tellTwice(browser, settings, story) {
  const first = await tell(browser, settings, story);
  if (first.length === 0) return 0;
  const again = await tell(browser, settings, story);
  if (again.length === 0) unsteady += 1;
  return again.length;
}

let faults = 0;
let unsteady = 0;
const views = Object.keys(sizes).flatMap((size) => ['zh', 'en'].map((language) => [size, language]));
const stories = [];
for (const name of wanted) {
  const { default: story, once } = await import(`./stories/${name}.mjs`);
  stories.push({ name, story, once });
}
const served = await platform();
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] });
let told = 0;
try {
  // Story after story, and then all again in the next size and language: the platform takes only so
  // many sign-ins a minute from one address.
  for (const [size, language] of views)
    for (const { name, story, once } of stories) {
      if (!isWanted(name, size, language) || (once && (size !== views[0][0] || language !== views[0][1]))) continue;
      const settings = { address: served.address, people: served.people, language, size, screens: values.tour ?? values.screens, tour, story: name };
      faults += await tellTwice(browser, settings, story);
      told += 1;
    }
} finally {
  await browser.close();
  served.stop();
}
console.log(`${told} visits, ${faults} faults${unsteady ? `, ${unsteady} visits only at the second try` : ''}`);
process.exit(faults || !told ? 1 : 0);
