// SPDX-License-Identifier: Apache-2.0
// A citizen looks up a company: types, opens its page, takes its report, confirms it.
export default async function citizenLooksUp(visit) {
  const { page } = visit;
  await visit.open('/');
  await visit.look('home');
  await page.locator('#q').pressSequentially('科技', { delay: 30 });
  const first = page.locator('.hits a').first();
  await first.waitFor();
  await visit.look('search');
  const name = await first.locator('.name').innerText();
  await first.click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await visit.look('organisation');
  await page.getByRole('button', { name: visit.text('取得信用报告', 'Get the credit report') }).click();
  await visit.sees(visit.text('报告已出具', 'The report is made'));
}
