// SPDX-License-Identifier: Apache-2.0
// A journalist follows permits and penalties: by city, county and days, more of one body, the next
// page, whose it is, and the same as a file and a feed.
import fs from 'node:fs';

const rows = (page) => page.locator('ol.list > li');

async function narrow(visit) {
  const { page, assert } = visit;
  await visit.open('/publicity');
  await rows(page).first().waitFor();
  await visit.look('publicity');
  await page.getByLabel(visit.text('市', 'City'), { exact: true }).selectOption('3707');
  await page.waitForURL(/region=3707/);
  await page.getByRole('button', { name: visit.text('今年', 'This year') }).click();
  await page.waitForURL(/from=\d{4}-01-01/);
  const codes = await page.getByLabel(visit.text('县（市、区）', 'County'), { exact: true }).locator('option').count();
  assert.ok(codes > 10, 'the counties of the city can be chosen');
  await page.reload();
  await rows(page).first().waitFor();
  assert.equal(await page.getByLabel(visit.text('市', 'City'), { exact: true }).inputValue(), '3707', 'the choice survives a reload');
  await visit.look('publicity-city');
}

async function turnPages(visit) {
  const { page } = visit;
  const first = await rows(page).first().innerText();
  await page.getByRole('button', { name: visit.text('下一页', 'Next page') }).click();
  await page.waitForFunction((before) => document.querySelector('ol.list > li')?.innerText !== before, first);
  await page.getByRole('button', { name: visit.text('上一页', 'Previous page') }).click();
  await page.waitForFunction((before) => document.querySelector('ol.list > li')?.innerText === before, first);
}

async function oneBody(visit) {
  const { page, assert } = visit;
  await rows(page).first().locator('button').click();
  await page.waitForURL(/body=/);
  await visit.sees(visit.text('看全部机关', 'All bodies'));
  const body = (await rows(page).first().locator('p.small').innerText()).split(' · ')[0].trim();
  await page.waitForFunction((name) => [...document.querySelectorAll('ol.list > li')].every((one) => one.innerText.includes(name)), body);
  const file = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).click();
  const text = fs.readFileSync(await (await file).path(), 'utf8');
  assert.ok(text.includes(body), 'the file holds what the page shows');
  const feed = await page.getByRole('link', { name: 'Atom' }).getAttribute('href');
  const answer = await page.request.get(visit.address + feed);
  assert.match(await answer.text(), /<feed[^>]*Atom/);
}

export default async function journalistFollowsPublicity(visit) {
  const { page } = visit;
  await narrow(visit);
  await turnPages(visit);
  await oneBody(visit);
  await page.getByRole('link', { name: visit.text('行政许可', 'Permits'), exact: true }).click();
  await page.waitForURL(/item=permit/);
  await visit.open('/publicity?item=permit');
  await rows(page).first().waitFor();
  await visit.look('publicity-permits');
  await rows(page).first().locator('summary').click();
  const name = await rows(page).first().locator('h2 a').innerText();
  await rows(page).first().locator('h2 a').click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}
