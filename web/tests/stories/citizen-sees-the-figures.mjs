// SPDX-License-Identifier: Apache-2.0
// A citizen sees how much is recorded and where: the sixteen cities, one item, and the records of a
// city behind its tile.
export default async function citizenSeesTheFigures(visit) {
  const { page, assert } = visit;
  await visit.open('/statistics');
  await page.locator('.tiles li').first().waitFor();
  assert.equal(await page.locator('.tiles li').count(), 16, 'each city has a tile');
  await visit.look('statistics');
  const before = await page.locator('.tiles').innerText();
  await page.locator('main select').selectOption('penalty');
  await page.waitForURL(/item=penalty/);
  await page.waitForFunction((all) => document.querySelector('.tiles').innerText !== all, before);
  await page.reload();
  await page.locator('.tiles li').first().waitFor();
  assert.equal(await page.locator('main select').inputValue(), 'penalty', 'the choice survives a reload');
  const tile = page.locator('.tiles a').filter({ hasNotText: /\D0$/ }).first();
  const count = Number(await tile.locator('strong').innerText());
  assert.ok(count > 0, 'a city with penalties');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()]);
  assert.equal(file.suggestedFilename(), 'statistics.csv');
  await tile.click();
  await page.waitForURL(/\/publicity\?region=\d{4}&item=penalty/);
  await page.locator('ol.list > li').first().waitFor();
}
