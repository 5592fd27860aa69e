// SPDX-License-Identifier: Apache-2.0
// The head of the credit centre starts a campaign; a regulator finds its task on the desk and
// reports; the task becomes a typical case; the campaign is closed.
import { call, signIn } from '../acting.mjs';

async function act(visit, number, form) {
  const { steps_done: after } = await call(visit, 'GET', `/api/v1/cases/${number}`);
  return call(visit, 'POST', `/api/v1/cases/${number}/acts`, { after, documents: [], fields: [], ...form });
}

export default async function regulatorRunsACampaign(visit) {
  const { page, assert } = visit;
  await signIn(visit, 'lead');
  await visit.open('/work/campaigns');
  await page.getByRole('link', { name: visit.text('启动专项治理', 'Start a campaign') }).click();
  const send = page.getByRole('button', { name: visit.text('启动并下达任务', 'Start and give the tasks') });
  await send.click();
  await visit.sees(visit.text('请填写标题。', 'Give it a title.'));
  await visit.look('campaign-start');

  const title = `重大税收违法问题专项治理（${visit.size === 'phone' ? '移动端' : '桌面'}${visit.language === 'zh' ? '' : '二'}）`;
  await page.getByRole('textbox', { name: visit.text(/^标题/, /^Title/) }).fill(title);
  await page.getByLabel(visit.text('治理内容', 'What is to be done')).fill('核实欠税情况，督促补缴税款、滞纳金和罚款，三个月内反馈。');
  await page.getByLabel(visit.text('重大税收违法失信主体', 'Major tax offenders')).check();
  await page.getByLabel(visit.text('承办单位', 'Unit')).selectOption({ label: '山东省市场监督管理局（演示）' });
  const id = await page.getByLabel(visit.text('编号', 'Number'), { exact: false }).inputValue();
  await send.click();
  await page.waitForURL((url) => url.pathname === `/work/campaigns/${id}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.locator('.chart canvas').first().waitFor();
  await visit.look('campaign');

  await signIn(visit, 'regulator');
  await visit.open('/work');
  const task = page.locator('.cases .case').filter({ hasText: visit.text('专项治理任务', 'Special governance task') }).last();
  await task.waitFor();
  await visit.look('desk-regulator');
  const { lines } = await call(visit, 'GET', '/api/v1/desk');
  const numbers = lines.filter((line) => line.procedure === 'governance_task').map((line) => line.number);
  const cases = await Promise.all(numbers.map((number) => call(visit, 'GET', `/api/v1/cases/${number}`)));
  const mine = cases.find((one) => one.steps[0].fields.some((field) => field.value === id));
  const reported = await act(visit, mine.number, { act: 'report', fields: [{ id: 'result', value: 'rectified' }, { id: 'findings', value: '税款已补缴' }] });
  assert.equal(reported.state, 'reported', JSON.stringify(reported));

  await signIn(visit, 'lead');
  await visit.open(`/work/campaigns/${id}`);
  await act(visit, mine.number, { act: 'mark_typical', fields: [{ id: 'summary', value: '上门辅导，三日内补缴税款并整改内控制度' }] });
  await act(visit, mine.number, { act: 'accept' });
  await page.reload();
  await visit.sees('上门辅导');
  await page.getByRole('button', { name: visit.text('补充归集', 'Gather again') }).click();
  await page.getByRole('status').filter({ hasText: visit.text('新下达 0 件', '0 new tasks') }).waitFor();
  await page.getByRole('button', { name: visit.text('结束治理', 'Close it') }).click();
  await page.getByRole('button', { name: visit.text('确定结束', 'Close it') }).click();
  await visit.sees(visit.text('这项专项治理已结束。', 'The campaign is closed.'));
  await visit.look('campaign-closed');
  assert.equal(await page.getByRole('button', { name: visit.text('补充归集', 'Gather again') }).count(), 0);

  await visit.open('/work/campaigns');
  await page.locator(`a[href="/work/campaigns/${id}"]`).waitFor();
  await visit.look('campaigns');
}
