// SPDX-License-Identifier: Apache-2.0
// A regulator opens an organisation's file for a purpose and a matter. Without the matter number it
// is told, kindly, what is missing; what it typed stays. A person's number never reaches an address.
import { signIn } from '../acting.mjs';

export default async function regulatorLooksUp(visit) {
  const { page, assert } = visit;
  await signIn(visit, 'regulator', '/work/sign-in');
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await visit.open('/work/query');
  const ask = page.getByRole('button', { name: visit.text('查询', 'Look up'), exact: true });
  await page.getByLabel(visit.text('查询目的', 'Purpose')).selectOption({ label: visit.text('日常监管', 'Supervision') });
  await visit.look('query-empty');

  const name = page.getByRole('combobox', { name: visit.text('名称或统一社会信用代码', 'Name or unified') });
  await name.pressSequentially('雪蒂', { delay: 30 });
  const hit = page.locator('[role=listbox] [role=option]').first();
  await hit.waitFor();
  const wanted = (await hit.innerText()).split(/\s/)[0];
  await hit.click();
  await ask.click();
  await visit.sees(visit.text('需要填写办件编号', 'needs the matter number'));
  assert.equal(await name.inputValue(), wanted, 'what was typed is kept');
  await visit.look('query-missing-matter');

  await page.locator('input[name=matter]').fill('鲁市监查〔2026〕7号');
  await ask.click();
  await page.getByRole('heading', { level: 2, name: wanted }).waitFor();
  assert.ok((await page.locator('.record').count()) > 0, 'the file shows records');
  await visit.sees('鲁市监查〔2026〕7号');
  await visit.look('query-file');
  await page.getByRole('button', { name: visit.text('出具信用报告', 'Issue a credit report') }).click();
  await visit.sees(visit.text('报告已出具', 'The report is issued'));

  await page.getByRole('button', { name: visit.text('再查一个', 'Look up another') }).click();
  await name.fill('');
  await name.pressSequentially('370102199003070011', { delay: 10 });
  await visit.sees(visit.text('这像是自然人的证件号码', 'looks like the number of a person'));
  await page.waitForTimeout(400);
  await page.getByRole('radio', { name: visit.text('自然人', 'A person') }).check();
  await page.getByLabel(visit.text('证件号码', 'Document number')).fill('11010519491231002X');
  await visit.refused(async () => {
    await ask.click();
    await page.getByRole('alert').first().waitFor();
  });
  await visit.look('query-person');
  const told = asked.filter((url) => /19900|19491231/.test(url));
  assert.deepEqual(told, [], 'no number of a person in any address');
  assert.ok(!/1949/.test(page.url()));
}
