// SPDX-License-Identifier: Apache-2.0
// A company finds something wrong on its public page and objects: signs in, fills in, adds a
// document, sees the case with its deadline. While it thinks better of it, a clerk takes the case.
import { elsewhere } from '../acting.mjs';

const evidence = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

export default async function companyObjects(visit) {
  const { page, assert } = visit;
  const company = await elsewhere(visit, 'company');
  const code = company.session.account.unit;
  await company.close();

  await visit.open(`/org/${code}`);
  const card = page.locator('.record', { hasText: visit.text('行政处罚信息', 'Administrative penalties') }).filter({ hasNotText: visit.text('异议处理中', 'isputed') }).first();
  await card.waitFor();
  const caption = await card.getByRole('heading').innerText();
  await card.getByRole('link', { name: visit.text('信息不对？提出异议', 'Not right? Object here') }).click();

  // The door stands between; behind it the form knows which record is meant.
  await page.locator('input[name=name]').fill('company');
  await page.locator('input[name=password]').fill(visit.people.company);
  await page.locator('form button[type=submit]').click();
  await page.getByRole('heading', { level: 1, name: visit.text('异议处理', 'Objection') }).waitFor();
  await page.locator('fieldset', { hasText: caption }).waitFor();
  assert.ok(!page.url().includes('sign-in'));

  const claim = visit.text('罚款数额有误，应为伍佰元，见附件。', 'The fine is wrong; it was five hundred yuan, see the document.');
  await page.locator('textarea[name=claim]').fill(claim);
  await page.locator('select[name=ground]').selectOption('error');
  await page.locator('input[type=file]').setInputFiles([{ name: visit.text('缴款凭证.pdf', 'Receipt.pdf'), mimeType: 'application/pdf', buffer: evidence }]);
  await visit.look('case-new');

  // What the platform refuses stays as it was typed.
  await page.locator('textarea[name=claim]').fill(`${claim} 11010519491231002X`);
  await visit.refused(async () => {
    await page.locator('form.act button[type=submit]').click();
    await page.getByRole('alert').waitFor();
  });
  assert.equal(await page.locator('textarea[name=claim]').getAttribute('aria-invalid'), 'true', 'the field that is meant is not marked');
  await visit.look('case-new-refused');
  assert.ok((await page.locator('textarea[name=claim]').inputValue()).startsWith(claim), 'the text is lost by a refusal');
  await page.locator('textarea[name=claim]').fill(claim);
  await page.locator('form.act button[type=submit]').click();

  await page.waitForURL(/\/cases\/YY/);
  const number = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1));
  await page.getByRole('status').filter({ hasText: number }).waitFor();
  await visit.sees(visit.text('本单位审核、处理并告知', 'Examine, decide and tell'));
  await page.getByText(visit.text(/还有 \d+ 个工作日|今天到期/, /\d+ working days left|Due today/)).first().waitFor();
  await visit.sees(visit.text('信息错误', 'An error'));
  await visit.look('case');
  const link = page.getByRole('link', { name: visit.text('缴款凭证.pdf', 'Receipt.pdf') });
  const document = await page.request.get(visit.address + (await link.getAttribute('href')));
  assert.deepEqual(await document.body(), evidence, 'the document is not what was sent');

  await page.getByRole('link', { name: visit.text('案件', 'Cases'), exact: true }).first().click();
  await page.getByRole('link', { name: number }).waitFor();
  await visit.look('cases');
  await page.getByRole('link', { name: number }).click();

  // Somebody acts in between: said, shown anew, and done when asked again.
  const withdraw = page.getByRole('button', { name: visit.text('撤回异议', 'Withdraw') });
  await withdraw.first().click();
  const steward = await elsewhere(visit, 'steward');
  const taken = await steward.post(`/api/v1/cases/${number}/acts`, { act: 'take', after: 1, fields: [], documents: [] });
  assert.equal(taken.status(), 200, await taken.text());
  await visit.refused(async () => {
    await page.locator('form.act button[type=submit]').click();
    await page.getByRole('status').filter({ hasText: visit.text('领办', 'Take') }).waitFor();
  });
  await visit.look('case-moved-on');
  await page.locator('form.act button[type=submit]').click();
  await page.getByRole('status').filter({ hasText: visit.text('已办理，已记入案卷', 'entered in the file') }).waitFor();
  await visit.sees(visit.text('申请人已撤回异议', 'The objection was withdrawn'));
  await steward.close();
}
