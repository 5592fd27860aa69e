// SPDX-License-Identifier: Apache-2.0
// Somebody is handed a credit report and confirms it: by its QR code, and by typing number and
// check code; a wrong check code is not confirmed.
async function makeReport(visit) {
  const { page } = visit;
  await visit.open('/?q=科技');
  await page.locator('.hits a').first().click();
  await page.locator('h1').waitFor();
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().includes('/api/v1/reports') && response.request().method() === 'POST'),
    page.getByRole('button', { name: visit.text('取得信用报告', 'Get the credit report') }).click(),
  ]);
  return answer.json();
}

export default async function holderConfirmsAReport(visit) {
  const { page, assert } = visit;
  const report = await makeReport(visit);
  const printed = new URL(report.confirm_url); // the QR code; the platform's own address stands in it
  await visit.open(printed.pathname + printed.search);
  await page.getByRole('status').filter({ hasText: visit.text('内容仍是最新的', 'still up to date') }).waitFor();
  await visit.sees(report.number);
  await visit.look('confirmed');

  await visit.open('/confirm');
  await visit.look('confirm');
  await page.locator('input[name=number]').fill(report.number);
  const wrong = report.check_code.slice(0, -1) + (report.check_code.endsWith('A') ? 'B' : 'A');
  await page.locator('input[name=code]').fill(wrong);
  await page.locator('main form button[type=submit]').click();
  await page.getByRole('status').filter({ hasText: visit.text('不能确认', 'cannot be confirmed') }).waitFor();
  assert.equal(await page.locator('input[name=number]').inputValue(), report.number, 'what was typed is kept');
  await visit.look('confirm-wrong');

  // As it is copied from paper: small letters and a space.
  await page.locator('input[name=code]').fill(`${report.check_code.slice(0, 4).toLowerCase()} ${report.check_code.slice(4)}`);
  await page.locator('main form button[type=submit]').click();
  await page.getByRole('status').filter({ hasText: visit.text('内容仍是最新的', 'still up to date') }).waitFor();
}
