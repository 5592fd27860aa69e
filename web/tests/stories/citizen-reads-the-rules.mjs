// SPDX-License-Identifier: Apache-2.0
// A citizen reads the rules: which lists there are and what they lead to, what is collected, what
// may follow from what, how to object and by when, and which offices were late.
// Chinese characters come without keys here; the key before them marks what moves as the reader's doing.
async function type(page, text) {
  const box = page.getByRole('searchbox');
  await box.press('End');
  await box.pressSequentially(text);
}

async function lists(visit) {
  const { page, assert } = visit;
  await visit.open('/lists');
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await visit.look('lists');
  const all = await page.locator('tbody tr').count();
  await type(page, visit.text('税', 'tax'));
  await page.waitForFunction((before) => document.querySelectorAll('tbody tr').length < before, all);
  assert.ok((await page.locator('tbody tr').count()) > 0, 'a list about tax');
  await page.getByRole('link', { name: visit.text('重大税收违法失信主体', 'Major tax offenders') }).click();
  await page.getByRole('heading', { level: 1, name: visit.text('重大税收违法失信主体', 'Major tax offenders') }).waitFor();
  await visit.sees(visit.text('怎样移出', 'How to be removed'));
  await visit.look('list');
}

async function measures(visit) {
  const { page, assert } = visit;
  await page.locator('tbody a').first().click(); // a measure that the list leads to
  await page.waitForURL(/\/measures#/);
  await page.locator('article.target').waitFor();
  assert.ok(await page.locator('article.target').evaluate((card) => card.getBoundingClientRect().top < innerHeight), 'the measure is in sight');
  await visit.look('measure');
  await visit.open('/measures?kind=mandatory');
  await page.locator('article[id]').first().waitFor();
  const mandatory = await page.locator('article[id]').count();
  await visit.look('measures');
  await type(page, visit.text('政府采购', 'procurement'));
  await page.waitForFunction((before) => document.querySelectorAll('article[id]').length < before, mandatory);
  await page.reload();
  await page.locator('article[id]').first().waitFor();
  assert.ok((await page.locator('article[id]').count()) < mandatory, 'what was looked for survives a reload');
  await visit.open('/matters');
  await page.locator('article.card').first().waitFor();
  await visit.look('matters');
}

async function catalogue(visit) {
  const { page, assert } = visit;
  await visit.open('/catalogue');
  await page.getByRole('link', { name: visit.text('行政处罚信息', 'Administrative penalties') }).waitFor();
  await visit.look('catalogue');
  await page.getByRole('link', { name: visit.text('行政处罚信息', 'Administrative penalties') }).click();
  await page.getByText('CF_WSH', { exact: true }).waitFor();
  await visit.look('item');
  const fields = await page.locator('table').first().locator('tbody tr').count();
  await type(page, visit.text('日期', 'date'));
  await page.waitForFunction((before) => document.querySelector('table tbody').rows.length < before, fields);
  const [template] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: visit.text('Excel 空表', 'Excel table') }).click()]);
  assert.match(template.suggestedFilename(), /\.xlsx$/);
}

async function guide(visit) {
  const { page, assert } = visit;
  await visit.open('/procedures');
  await page.locator('a.door').first().waitFor();
  await visit.look('procedures');
  await page.locator('a.door').filter({ hasText: visit.text('异议处理', 'Objection') }).first().click();
  await visit.sees(visit.text('3个工作日', '3 working days'));
  assert.equal(await page.locator('ol.steps > li').count() > 3, true, 'the steps are told');
  await visit.look('procedure');
  await page.locator('ol.steps summary').nth(1).click();
  await page.locator('ol.steps').scrollIntoViewIfNeeded();
  await visit.look('procedure-steps');
  await visit.open('/procedures/report');
  await page.getByRole('link', { name: visit.text('现在办理', 'Begin now') }).waitFor();
  assert.equal(await page.getByRole('link', { name: visit.text('现在办理', 'Begin now') }).getAttribute('href'), '/cases/new?procedure=report');
  await visit.open('/procedures/recall');
  await visit.sees(visit.text('由机关发起', 'Offices begin this procedure'));
}

async function breaches(visit) {
  const { page, assert } = visit;
  await visit.open('/breaches');
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await visit.look('breaches');
  await page.getByRole('button', { name: visit.text('近一个月', 'Last month') }).click();
  await page.waitForURL(/from=\d{4}-\d\d-\d\d/);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV' }).click()]);
  assert.equal(file.suggestedFilename(), 'breaches.csv');
}

async function laws(visit) {
  const { page, assert } = visit;
  await visit.open('/laws');
  await page.locator('tbody tr').first().waitFor();
  await visit.look('laws');
  await type(page, visit.text('山东省社会信用条例', 'Shandong regulation on social credit'));
  await page.locator('tbody a').filter({ hasText: visit.text('山东省社会信用条例', 'Shandong regulation on social credit') }).first().click();
  await page.waitForURL(/\/laws\/SD-2020/);
  await visit.sees(visit.text('平台用在哪里', 'Where the platform uses it'));
  assert.ok((await page.locator('.lines li').count()) > 20, 'the rules that cite it');
  await visit.look('law');
  await page.locator('.lines a').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/laws/'));
  await page.locator('h1').waitFor();
}

async function processing(visit) {
  const { page, assert } = visit;
  await visit.open('/processing-rules');
  await visit.sees(visit.text('绝不做的事', 'What is never done'));
  await visit.look('processing');
  await page.getByRole('link', { name: visit.text('您的权利', 'Your rights') }).click();
  await page.waitForURL(/#rights/);
  assert.ok(await page.locator('#rights').evaluate((title) => Math.abs(title.getBoundingClientRect().top) < innerHeight / 2), 'the rights are in sight');
  await visit.look('processing-rights');
}

export default async function citizenReadsTheRules(visit) {
  await lists(visit);
  await measures(visit);
  await catalogue(visit);
  await guide(visit);
  await breaches(visit);
  await laws(visit);
  await processing(visit);
}
