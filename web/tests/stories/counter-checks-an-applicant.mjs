// SPDX-License-Identifier: Apache-2.0
// A clerk at a counter checks an applicant: what is in force in this matter, why, and what lifts it;
// saves the proof. Then a whole file of bidders, with progress that a reload does not lose.
import fs from 'node:fs';
import { signIn } from '../acting.mjs';

async function listed(visit) {
  const found = await visit.page.evaluate(async () => (await fetch('/api/v1/records?item=serious_dishonesty')).json());
  // The tax list's, which bars from procurement; other stories put other entries in other lists.
  const entry = found.records.find((one) => one.fields.some((field) => field.value === '重大税收违法失信主体'));
  const value = (label) => entry.fields.find((field) => field.label.zh === label).value;
  return { name: value('主体名称'), code: value('统一社会信用代码') };
}

async function others(visit) {
  const found = await visit.page.evaluate(async () => (await fetch('/api/v1/records?item=honour&limit=60')).json());
  const codes = found.records.map((one) => one.fields.find((field) => field.label.zh === '统一社会信用代码')?.value);
  return [...new Set(codes.filter(Boolean))];
}

async function chooseMatter(visit, number) {
  const { page } = visit;
  await page.locator('select[name=matter]').selectOption({ label: visit.text('政府采购供应商资格审查', 'Qualification of suppliers in government procurement') });
  await page.locator('input[name=business]').fill(number);
}

async function checksOne(visit, applicant) {
  const { page, assert } = visit;
  await visit.open('/work/check');
  await visit.look('check-empty');
  const ask = page.getByRole('button', { name: visit.text('核查', 'Check'), exact: true });
  await ask.click();
  await visit.sees(visit.text('请选择办理事项', 'Choose the matter'));
  await chooseMatter(visit, '鲁采〔2026〕15号');
  await page.getByRole('combobox', { name: visit.text('名称或统一社会信用代码', 'Name or unified') }).pressSequentially(applicant.name.slice(0, 4), { delay: 30 });
  await page.locator('[role=listbox] [role=option]', { hasText: applicant.code }).click();
  await visit.look('check-asked');
  await ask.click();
  await page.getByRole('heading', { level: 3, name: visit.text('限制参加政府采购活动', 'Barred from government procurement') }).waitFor();
  await visit.sees(visit.text('移出名单', 'Removal from the list'));
  await visit.look('check-answer');
  await page.getByRole('heading', { level: 3, name: visit.text('限制参加政府采购活动', 'Barred from government procurement') }).scrollIntoViewIfNeeded();
  await visit.look('check-measure');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: visit.text('保存证明', 'Save the proof') }).click();
  const proof = fs.readFileSync(await (await saving).path(), 'utf8');
  assert.match(proof, /^c2sp\.org\/tlog-proof@v1\nextra [A-Za-z0-9+/=]+\nindex \d+\n/);
  const answer = JSON.parse(Buffer.from(proof.split('\n')[1].slice(6), 'base64').toString('utf8'));
  assert.equal(answer.code, applicant.code);
  await visit.sees(visit.text('证明已保存', 'The proof is saved'));
}

async function checksMany(visit, applicant) {
  const { page, assert } = visit;
  await page.getByRole('link', { name: visit.text('核查一批', 'Many') }).click();
  await page.getByRole('heading', { level: 1, name: visit.text('核查一批主体', 'Check many subjects') }).waitFor();
  await visit.look('check-files');
  await chooseMatter(visit, 'ZB2026-7');
  const rows = ['统一社会信用代码', applicant.code, '91370783MA15447T8X', ...(await others(visit))];
  await page.locator('input[type=file]').setInputFiles({ name: 'bidders.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) });
  await visit.sees('bidders.csv');
  await page.getByRole('button', { name: visit.text('开始核查', 'Start') }).click();
  await page.waitForURL(/\/work\/check\/files\/HP/);
  await page.reload();
  await visit.sees(visit.text('下载结果', 'Download the answers'));
  await page.locator('tbody tr').first().waitFor();
  const [all, found, clear, refused] = (await page.locator('.tally dd').allInnerTexts()).map(Number);
  assert.equal(all, rows.length - 1);
  assert.equal(found + clear + refused, all);
  assert.ok(found >= 1 && refused === 1, 'the listed one is found, the wrong code is not checked');
  await visit.look('check-file');
  const table = await page.evaluate(async () => (await fetch(document.querySelector('a[href$=".csv"]').href)).text());
  assert.ok(table.includes(applicant.name), 'the table names the applicant');
}

// What the check told is counted, for who supervises.
async function leadCounts(visit) {
  const { page, assert } = visit;
  await signIn(visit, 'lead', '/work/sign-in');
  await visit.open('/work/check/use');
  const told = page.locator('tr', { hasText: visit.text('限制参加政府采购活动', 'Barred from government procurement') }).first();
  await told.waitFor();
  assert.ok(Number(await told.locator('td.number').first().innerText()) >= 1, 'the measure was told');
  await visit.look('check-use');
}

export default async function counterChecksAnApplicant(visit) {
  await signIn(visit, 'counter', '/work/sign-in');
  const applicant = await listed(visit);
  await checksOne(visit, applicant);
  await checksMany(visit, applicant);
  await leadCounts(visit);
}
