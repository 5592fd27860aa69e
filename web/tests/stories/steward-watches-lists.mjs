// SPDX-License-Identifier: Apache-2.0
// A clerk of the credit centre watches whether lists grow too wide, looks into one of them, and at
// what its measures come to.
import { call, signIn } from '../acting.mjs';

const lists = ['重大税收违法失信主体', '拖欠农民工工资失信联合惩戒对象', '市场监督管理严重违法失信名单', '安全生产严重失信主体'];

// Departments put some more on lists. Sent again, the same rows are duplicates.
async function fillLists(visit) {
  await signIn(visit, 'provider');
  const found = await call(visit, 'GET', '/api/v1/records?item=permit&limit=60');
  const parties = new Map(found.records.map((record) => {
    const value = (code) => record.fields.find((field) => field.code === code)?.value ?? '';
    return [value('XK_XDR_SHXYM'), value('XK_XDR_MC')];
  }));
  const head = '主体名称,统一社会信用代码,列入决定文号,列入事由,名单类别,法定代表人或者主要负责人,列入日期,名单状态,列入机关,列入机关统一社会信用代码,数据来源单位,数据来源单位统一社会信用代码';
  const rows = [...parties].filter(([code]) => /^91/.test(code)).slice(0, 16).map(([code, name], index) => {
    const month = String((index * 5) % 11 + 1).padStart(2, '0');
    return [name, code, `演列〔2026〕${index + 100}号`, '演示', lists[index % lists.length], '王小明', `2026-${month}-15`, '在列', '山东省市场监督管理局（演示）', '11370000MB2850121L', '山东省市场监督管理局（演示）', '11370000MB2850121L'].join(',');
  });
  return call(visit, 'POST', '/api/v1/items/serious_dishonesty/submissions', [head, ...rows].join('\n'), 'text/csv');
}

// The counter checks two of them: the answer tells of measures.
async function check(visit) {
  await signIn(visit, 'counter');
  const { records } = await call(visit, 'GET', '/api/v1/records?item=serious_dishonesty&limit=2');
  for (const record of records) {
    const code = record.fields.find((field) => field.code === 'YZ_TYSHXYDM').value;
    await call(visit, 'POST', '/api/v1/checks', { code, matter: 'government_procurement', purpose: 'procurement', business: `ZB2026-${record.record.slice(-6)}` });
  }
}

export default async function stewardWatchesLists(visit) {
  const { page, assert } = visit;
  await fillLists(visit);
  await check(visit);
  await signIn(visit, 'steward');

  await visit.open('/work/lists');
  await page.locator('.chart canvas').first().waitFor();
  await visit.look('lists');
  await page.getByLabel(visit.text('只看有主体在列的', 'Only lists with somebody on them')).check();
  await page.waitForURL(/used=true/);
  const rows = page.locator('tbody tr').filter({ has: page.locator('a[href^="/work/lists/"]') });
  const shown = await rows.count();
  assert.ok(shown >= 1 && shown < 20, `${shown} lists have somebody on them`);
  await page.reload();
  await rows.first().waitFor();
  assert.equal(await rows.count(), shown);
  await rows.first().scrollIntoViewIfNeeded();
  await visit.shot('lists-table');
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: visit.text('下载表格（CSV）', 'Download the table (CSV)') }).click()]);
  assert.match(saved.suggestedFilename(), /\.csv$/);

  await page.locator('a[href="/work/lists/tax_major"]').first().click();
  await page.getByRole('heading', { level: 1, name: visit.text('重大税收违法失信主体', 'Major tax offenders') }).waitFor();
  await page.locator('.chart canvas').first().waitFor();
  assert.ok(Number(await page.locator('.page strong.number').first().innerText()) >= 1);
  await visit.look('list');
  assert.equal(await page.getByRole('link', { name: visit.text('移出名单', 'Take off a list') }).getAttribute('href'), '/work/cases/new?procedure=delisting');

  await visit.open('/work/measures');
  await page.locator('.chart canvas').first().waitFor();
  assert.ok(Number(await page.locator('.tally strong').first().innerText()) >= 1, 'a check told of a measure');
  await visit.look('measures');
  await page.getByLabel(visit.text('地区', 'Region')).selectOption('3717');
  await page.waitForURL(/region=3717/);
}
