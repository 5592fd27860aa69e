// SPDX-License-Identifier: Apache-2.0
// A clerk of a provider sends a file with wrong cells, sees what became of each row, corrects the
// cells where they stand, sends the rows again, and they are taken.
import { signIn } from '../acting.mjs';

const header = ['行政相对人名称', '行政相对人类别', '统一社会信用代码', '法定代表人', '荣誉名称', '荣誉级别', '认定文号', '认定日期', '认定单位', '认定单位统一社会信用代码', '数据来源单位', '数据来源单位统一社会信用代码'];

// Good rows and two wrong ones, of organisations that are registered; other documents in every visit.
async function fileOf(visit) {
  const found = await visit.page.evaluate(async () => (await fetch('/api/v1/records?item=honour&limit=6')).json());
  const stamp = String(Date.now()).slice(-9);
  const rows = found.records.map((record, index) => {
    const value = (label) => record.fields.find((field) => field.label.zh === label)?.value ?? '';
    return header.map((name) => {
      if (name === '认定文号') return `鲁测表〔2026〕${stamp}${index}号`;
      if (name === '认定日期') return index === 1 ? '2024/3' : '2026/11/20';
      if (name === '荣誉名称' && index === 2) return '';
      if (name === '法定代表人') return '王建国';
      return value(name);
    });
  });
  return { rows, buffer: Buffer.from([header, ...rows].map((row) => row.join(',')).join('\r\n')) };
}

async function totals(page) {
  return (await page.locator('.totals dd').allInnerTexts()).map((text) => Number(text.replace(/\D/g, '')));
}

async function sends(visit, file) {
  const { page, assert } = visit;
  await visit.open('/work/intake');
  await visit.look('intake');
  await page.getByLabel(visit.text('找事项', 'Find an item')).fill(visit.text('表彰', 'Honours'));
  await page.locator('.option').first().click();
  await page.getByRole('link', { name: /XLSX/ }).first().waitFor();
  await page.locator('input[type=file]').setInputFiles({ name: 'honours.csv', mimeType: 'text/csv', buffer: file.buffer });
  await visit.sees('honours.csv');
  await visit.look('intake-file');
  await page.getByRole('button', { name: visit.text('开始报送', 'Send it') }).click();
  await visit.sees(visit.text('报送完成', 'Sent'));
  await page.locator('.totals').waitFor();
  const [sent, added, changed, duplicate, rejected] = await totals(page);
  assert.equal(sent, file.rows.length);
  assert.equal(sent, added + changed + duplicate + rejected);
  assert.equal(rejected, 2);
  await visit.look('intake-result');
}

async function corrects(visit) {
  const { page, assert } = visit;
  await page.getByRole('link', { name: visit.text('更正拒收的 2 行', 'Correct the 2 refused rows') }).click();
  const day = page.locator('textarea[aria-invalid=true]').first();
  await day.waitFor();
  assert.equal(await day.inputValue(), '2024/3');
  const why = await page.locator(`#${(await day.getAttribute('aria-describedby')).split(' ')[0]}`).innerText();
  assert.match(why, visit.language === 'zh' ? /不是有效日期/ : /2024\/3/);
  await visit.look('intake-receipt');
  await page.locator('#rejects').scrollIntoViewIfNeeded();
  await day.fill('2024/03/01');
  await page.locator('textarea[aria-invalid=true]').nth(1).fill('文明单位');
  await visit.look('intake-grid');
  await page.getByRole('button', { name: visit.text('重新报送更正的 2 行', 'Send the 2 corrected rows again') }).click();
  await visit.sees(visit.text('已重新报送 2 行：收下 2 行', '2 rows sent again: 2 taken'));
  await visit.look('intake-again');
}

async function proves(visit) {
  const { page, assert } = visit;
  await page.getByLabel(visit.text('行号', 'Row number')).fill('2');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: visit.text('下载证明', 'Download the proof') }).click();
  assert.match((await saving).suggestedFilename(), /\.tlog-proof$/);
}

export default async function providerSendsAFile(visit) {
  await signIn(visit, 'provider', '/work/sign-in');
  const file = await fileOf(visit);
  await sends(visit, file);
  await corrects(visit);
  await proves(visit);
}
