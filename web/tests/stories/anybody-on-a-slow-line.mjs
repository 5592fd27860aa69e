// SPDX-License-Identifier: Apache-2.0
// Somebody on a slow line opens a public page for the first time: it weighs less than 150 KB.
import { mostBytes, publicPages, weigh } from '../pages.mjs';

export const once = true; // the same in every size and language

export default async function anybodyOnASlowLine(visit) {
  const { address, assert } = visit;
  const home = await fetch(`${address}/`, { headers: { 'Accept-Encoding': 'br' } });
  if (home.headers.get('content-encoding') !== 'br') {
    console.log('      not weighed: these are the sources, not the built pages');
    return;
  }
  const { hits } = await (await fetch(`${address}/api/v1/search?q=${encodeURIComponent('科技')}&limit=1`)).json();
  for (const where of publicPages(hits[0].code)) {
    const { bytes } = await weigh(visit.browser, address, where);
    assert.ok(bytes > 20_000, `${where} weighs only ${bytes} bytes`);
    assert.ok(bytes < mostBytes, `${where} weighs ${bytes} bytes`);
  }
}
