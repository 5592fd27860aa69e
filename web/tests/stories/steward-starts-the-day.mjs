// SPDX-License-Identifier: Apache-2.0
// A clerk of the credit centre and its head begin their day: what is due, by whom, and how the
// province goes.
import { call, signIn } from '../acting.mjs';

const listed = '/api/v1/records?item=serious_dishonesty&limit=1';

// Somebody objects to a record: the credit centre owes an answer in three working days.
async function object(visit) {
  const { records } = await call(visit, 'GET', listed);
  const code = records[0].fields.find((one) => one.code === 'YZ_TYSHXYDM').value;
  const fields = [{ id: 'claim', value: '列入日期有误，应为上月' }, { id: 'ground', value: 'error' }];
  return call(visit, 'POST', '/api/v1/cases', { procedure: 'objection', act: 'lodge', code, record: records[0].record, fields, documents: [] });
}

export default async function stewardStartsTheDay(visit) {
  const { page, assert } = visit;
  await signIn(visit, 'steward');
  await visit.refused(() => object(visit)); // refused where an earlier visit's objection is still open
  await visit.open('/work');
  await page.getByRole('heading', { level: 1, name: visit.text('今日待办', 'Today') }).waitFor();
  await page.locator('.cases .case').first().waitFor();
  await visit.look('desk-steward');

  // The tile of what is due this week shows those alone, and the address keeps it.
  const week = page.locator('.tally .week');
  const due = Number(await week.locator('strong').innerText());
  assert.ok(due >= 1, 'an objection is due within the week');
  await week.click();
  await page.waitForURL(/when=week/);
  assert.equal(await page.locator('.cases .case').count(), due);
  await page.reload();
  await page.locator('.cases .case').first().waitFor();
  assert.equal(await week.getAttribute('aria-pressed'), 'true');
  const number = await page.locator('.cases .case .code').first().innerText();
  assert.equal(await page.locator('.cases .case a').first().getAttribute('href'), `/work/cases/${number}`);

  await signIn(visit, 'lead');
  await visit.open('/work');
  const unit = page.getByLabel(visit.text('看哪个单位', 'Which unit'));
  await unit.focus();
  await page.keyboard.press('ArrowDown'); // as people do it: the first unit of the list
  await page.waitForURL(/unit=11370000MB2850121L/);
  await visit.look('desk-lead');

  await visit.open('/work/overview');
  await page.getByRole('heading', { level: 1, name: visit.text('总览', 'Overview') }).waitFor();
  await page.locator('.chart canvas').first().waitFor();
  await visit.look('overview');
  await page.locator('.panel').last().scrollIntoViewIfNeeded();
  await visit.shot('overview-below');
}
