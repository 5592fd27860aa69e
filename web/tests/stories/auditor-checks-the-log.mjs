// SPDX-License-Identifier: Apache-2.0
// The auditor looks at both logs, takes the checkpoint away, starts an audit of everything, sees it
// end sound, and reads what the last edition of the rules changed.
async function signIn(visit, who) {
  await visit.context.clearCookies();
  await visit.context.request.post(`${visit.address}/api/v1/session`, { data: { name: who, password: visit.people[who], code: '' } });
  await visit.context.addInitScript(() => localStorage.setItem('signed-in', '1'));
}

export default async function auditorChecksTheLog(visit) {
  const { page } = visit;
  await signIn(visit, 'audit');
  await visit.open('/work/log');
  const sizes = page.locator('article.card .size strong');
  await sizes.nth(1).waitFor();
  visit.assert.ok(Number((await sizes.first().innerText()).replaceAll(',', '')) > 0);
  await visit.look('log');
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: visit.text('下载检查点', 'Download the checkpoint') }).first().click()]);
  visit.assert.match(file.suggestedFilename(), /checkpoint/);
  const before = new Date();
  await page.getByRole('button', { name: visit.text('开始核对', 'Start the audit') }).click();
  await page.locator('progress').waitFor({ timeout: 3_000 }).catch(() => undefined); // a small log is done at once
  await page.locator('progress').waitFor({ state: 'detached', timeout: 120_000 });
  await visit.sees(visit.text('没有差异', 'No differences'));
  const started = await page.locator('section .card time').last().getAttribute('datetime');
  visit.assert.ok(new Date(started) >= new Date(before.getTime() - 60_000), 'it is this audit that is shown');
  await visit.look('log-audited');
  await visit.open('/work/rules');
  await page.getByText(visit.text('现行', 'In force')).first().waitFor();
  await visit.look('rules');
}
