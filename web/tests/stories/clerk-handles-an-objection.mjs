// SPDX-License-Identifier: Apache-2.0
// An objection came in: the credit centre asks the provider, the provider reports back, the centre
// decides and confirms it with its password. The public page shows the mark as long as it is open.
import { elsewhere } from '../acting.mjs';

async function objection(visit) {
  const company = await elsewhere(visit, 'company');
  const { records } = await company.get('/api/v1/me/file');
  const free = records.filter((one) => one.item === 'permit' && one.marks.length === 0);
  visit.assert.ok(free.length, 'every permit is under objection already');
  const fields = [{ id: 'claim', value: '许可内容有误，应为新设。' }, { id: 'ground', value: 'error' }];
  const opened = await company.post('/api/v1/cases', { procedure: 'objection', act: '', code: '', record: free[0].record, fields, documents: [] });
  visit.assert.equal(opened.status(), 200, await opened.text());
  const { number } = await opened.json();
  await company.close();
  return { number, caption: free[0].caption, document: free[0].document_number, code: company.session.account.unit };
}

export default async function clerkHandlesAnObjection(visit) {
  const { page, assert } = visit;
  const { number, document, code } = await objection(visit);
  const done = () => page.getByRole('status').filter({ hasText: visit.text('已办理，已记入案卷', 'entered in the file') }).waitFor();
  const act = (zh, en) => page.locator('button.opener', { hasText: visit.text(zh, en) }).click();
  const marked = () => page.locator('.record', { hasText: document }).getByText(visit.text('异议处理中', /[Dd]isputed|under objection/)).count();

  await visit.open(`/org/${code}`);
  await page.locator('.record', { hasText: document }).first().waitFor();
  assert.ok((await marked()) > 0, 'the public page does not say that the record is disputed');

  await visit.open('/work/sign-in');
  await visit.look('work-sign-in');
  await visit.signIn('steward', '/work/sign-in');
  await visit.open('/work/cases?only=desk');
  await page.getByRole('link', { name: number }).waitFor();
  await visit.look('work-cases');
  await page.getByRole('link', { name: number }).click();
  await page.getByRole('heading', { level: 1, name: number }).waitFor();
  await visit.look('work-case');
  await act('转提供单位核查', 'Forward to the providing unit');
  await page.locator('textarea[name=question]').fill('请核对许可类别，并附决定书。');
  await page.locator('form.act button[type=submit]').click();
  await done();

  await visit.signIn('provider', '/work/sign-in');
  await visit.open('/work/cases');
  await page.getByRole('link', { name: number }).click();
  await act('回复核查意见', 'Report back');
  await page.locator('textarea[name=opinion]').fill('经核对决定书，许可类别无误。');
  await page.locator('select[name=advice]').selectOption('confirm');
  await visit.look('work-case-act');
  await page.locator('form.act button[type=submit]').click();
  await done();

  await visit.signIn('steward', '/work/sign-in');
  await visit.open(`/work/cases/${number}`);
  await act('更正记录', 'Correct the record');
  await page.locator('form.act fieldset input').first().waitFor();
  await visit.look('work-case-correct');
  await act('维持记录', 'Confirm the record');
  await page.locator('textarea[name=reasons]').fill('提供单位核查属实，维持原记录。');
  await page.locator('form.act button[type=submit]').click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await visit.look('work-case-confirm');
  await dialog.locator('input[type=password]').fill(visit.people.steward);
  await dialog.locator('button[type=submit]').click();
  await done();
  // Closed for good, not on this page only.
  await visit.open(`/work/cases/${number}`);
  await visit.sees(visit.text('经核查，记录无误', 'The record was found to be right'));
  await visit.look('work-case-closed');

  await visit.open('/work/cases/new');
  await page.locator('.door').first().waitFor();
  await visit.look('work-case-choose');
  await visit.open('/work/cases/new?procedure=objection');
  await page.locator('input[name=code]').fill(code);
  await page.getByRole('button', { name: visit.text('查找', 'Find'), exact: true }).click();
  await page.locator('input[type=radio]').first().waitFor();
  assert.ok(!page.url().includes(code), 'a typed code is in the address');
  await visit.look('work-case-new');

  await visit.open(`/org/${code}`);
  await page.locator('.record', { hasText: document }).first().waitFor();
  assert.equal(await marked(), 0, 'the mark outlived the case');
}
