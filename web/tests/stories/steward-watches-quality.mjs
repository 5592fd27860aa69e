// SPDX-License-Identifier: Apache-2.0
// A steward watches the quality of what providers send: the shares with part and whole, the course of
// the months, and from there to a receipt and its refused rows.
import { signIn } from '../acting.mjs';

export default async function stewardWatchesQuality(visit) {
  const { page, assert } = visit;
  await signIn(visit, 'steward', '/work/sign-in');
  await visit.open('/work/quality');
  const penalties = page.getByRole('link', { name: visit.text('行政处罚信息', 'Administrative penalties') });
  await penalties.waitFor();
  assert.ok((await page.locator('tbody tr').count()) >= 4, 'every item that was sent has a line');
  await page.locator('canvas').first().waitFor();
  await visit.look('quality');

  await page.getByLabel(visit.text('事项', 'Item'), { exact: true }).selectOption({ label: visit.text('行政处罚信息', 'Administrative penalties') });
  await page.getByRole('button', { name: visit.text('查看', 'Show') }).click();
  await page.waitForURL(/item=penalty/);
  await page.reload();
  await penalties.click();
  await page.getByRole('heading', { level: 1, name: visit.text('行政处罚信息', 'Administrative penalties') }).waitFor();
  await page.locator('canvas').first().waitFor();
  assert.equal(await page.locator('ul.grid').count(), 2, 'the seven dimensions, and the measures of permits and penalties');
  assert.equal(await page.locator('ul.grid').first().locator('li').count(), 7);
  await visit.look('quality-line');
  await page.locator('canvas').first().scrollIntoViewIfNeeded();
  await page.getByText(visit.text('以表格查看', 'As a table')).first().click();
  await visit.look('quality-trend');

  await page.getByRole('link', { name: visit.text('看拒收的', 'See the') }).last().click();
  await page.waitForURL(/\/work\/intake\/\d+#rejects/);
  await page.getByRole('heading', { level: 2, name: visit.text('拒收的行', 'Refused rows') }).waitFor();
  await page.locator('tbody textarea').first().waitFor();
}
