// SPDX-License-Identifier: Apache-2.0
// A company signs in and sees what is held about it, who looked, what restricts it and what lifts
// that; it gives a consent and takes it back, asks for something, and takes its report with it.
async function regulatorLooks(visit) {
  const context = await visit.browser.newContext();
  const { request } = context;
  const at = (path) => visit.address + path;
  await request.post(at('/api/v1/session'), { data: { name: 'company', password: visit.people.company, code: '' } });
  const { account } = await (await request.get(at('/api/v1/session'))).json();
  await context.clearCookies();
  await request.post(at('/api/v1/session'), { data: { name: 'regulator', password: visit.people.regulator, code: '' } });
  const { csrf } = await (await request.get(at('/api/v1/session'))).json();
  const matter = `JG${Date.now()}`;
  const looked = await request.post(at('/api/v1/lookups'), {
    headers: { 'X-Credence-Csrf': csrf }, data: { code: account.unit, purpose: 'supervision', matter },
  });
  visit.assert.equal(looked.status(), 200, await looked.text());
  await context.close();
  return matter;
}

export default async function companySeesItsFile(visit) {
  const { page, assert } = visit;
  const tab = (zh, en) => page.getByRole('navigation', { name: visit.text('我的事项', 'My matters') }).getByRole('link', { name: visit.text(zh, en), exact: true }).click();
  const title = (zh, en) => page.getByRole('heading', { level: 1, name: visit.text(zh, en), exact: true }).waitFor();
  const matter = await regulatorLooks(visit);

  await visit.open('/me/file');
  await visit.look('sign-in');
  await page.locator('input[name=name]').fill('company');
  await page.locator('input[name=password]').fill('wrong');
  await visit.refused(async () => {
    await page.locator('form button[type=submit]').click();
    await page.getByRole('alert').waitFor();
  });
  assert.equal(await page.locator('input[name=name]').inputValue(), 'company', 'the name is lost by a refusal');
  await page.locator('input[name=password]').fill(visit.people.company);
  await page.locator('form button[type=submit]').click();

  // What was asked for before the door is what opens behind it.
  await title('我的信息', 'My file');
  await page.locator('.record').first().waitFor();
  const records = await page.locator('.record').count();
  assert.ok(records > 0, 'no records in the own file');
  await visit.look('me-file');
  await page.locator('.tile.dishonesty').click();
  await page.waitForURL(/nature=dishonesty/);
  const penalties = await page.locator('.record').count();
  assert.ok(penalties > 0 && penalties < records, `${penalties} of ${records} after choosing penalties`);

  await tab('谁查询过我', 'Who looked');
  await title('谁查询过我', 'Who looked at me');
  await page.locator('ol li', { hasText: matter }).first().waitFor();
  await visit.sees(visit.text('编号连续，没有缺失', 'Numbers without a gap'));
  await visit.look('me-looks');
  const others = await page.locator('.day li').count();
  await page.getByLabel(visit.text('也显示我自己的查询', 'Show my own looks too')).check();
  await page.waitForFunction((before) => document.querySelectorAll('.day li').length > before, others);

  await tab('限制和解除', 'Restrictions');
  await page.locator('select[name=matter]').selectOption('government_procurement');
  await page.getByText(visit.text('怎样解除', 'What lifts it')).first().waitFor();
  await visit.look('me-restrictions');
  await page.getByRole('button', { name: visit.text('查全部事项', 'Check all matters') }).click();
  await visit.sees(visit.text('影响的事项', 'Matters it bears on'));
  await visit.look('me-restrictions-all');

  await tab('信用修复', 'Repair');
  await title('信用修复', 'Credit repair');
  await page.getByText(visit.text('修复会改变什么', 'What repair changes')).first().waitFor();
  await visit.look('me-repair');

  await tab('授权', 'Consents');
  await title('授权', 'Consents');
  const use = visit.text('流动资金贷款审查', 'Review of a loan') + ` ${matter.slice(-6)}`;
  await page.locator('select[name=grantee]').selectOption({ label: '齐鲁演示银行' });
  await page.locator('input[name=use]').fill(use);
  await page.locator('form button[type=submit]').click();
  await page.getByRole('status').filter({ hasText: visit.text('已授权', 'Consent given') }).waitFor();
  const consent = page.locator('article.card', { hasText: use });
  await consent.waitFor();
  await visit.look('me-consents');
  await consent.getByRole('button', { name: visit.text('撤回', 'Withdraw'), exact: true }).click();
  await consent.getByRole('button', { name: visit.text('确认撤回', 'Yes, withdraw') }).click();
  await page.getByRole('status').filter({ hasText: visit.text('授权已撤回', 'withdrawn') }).waitFor();
  assert.equal(await consent.getByRole('button').count(), 0, 'a withdrawn consent can be withdrawn again');

  await tab('权利请求', 'Requests');
  await title('权利请求', 'Rights requests');
  const wish = visit.text('请说明限制参加政府采购的依据', 'Please explain the ban from procurement') + ` ${matter.slice(-6)}`;
  await page.locator('select[name=right]').selectOption('explanation');
  await page.locator('textarea[name=text]').fill(wish);
  await page.locator('form button[type=submit]').click();
  await page.getByRole('status').filter({ hasText: visit.text('已提出', 'Sent') }).waitFor();
  const request = page.locator('article.card', { hasText: wish });
  await request.waitFor();
  await visit.look('me-requests');
  await request.getByRole('button', { name: visit.text('撤回', 'Withdraw'), exact: true }).click();
  await request.getByRole('button', { name: visit.text('确认撤回', 'Yes, withdraw') }).click();
  await page.getByRole('status').filter({ hasText: visit.text('请求已撤回', 'withdrawn') }).waitFor();

  await tab('信用报告', 'Report');
  await page.getByRole('button', { name: visit.text('出具报告', 'Make the report') }).click();
  const pdf = page.getByRole('link', { name: visit.text('下载 PDF', 'Download PDF') });
  await pdf.waitFor();
  await visit.look('me-report');
  const file = await page.request.get(visit.address + (await pdf.getAttribute('href')));
  assert.equal((await file.body()).subarray(0, 5).toString(), '%PDF-');

  await tab('我的账号', 'Account');
  await title('我的账号', 'My account');
  await visit.sees('company');
  await visit.look('me-account');
  const end = page.getByRole('button', { name: visit.text('结束其他登录', 'End the others') });
  if (await end.count()) {
    await end.click();
    await page.getByRole('status').filter({ hasText: visit.text('其他登录已结束', 'are ended') }).waitFor();
  }
  await page.getByRole('button', { name: visit.text('退出', 'Sign out') }).click();
  await page.getByRole('link', { name: visit.text('登录', 'Sign in'), exact: true }).waitFor();
}
