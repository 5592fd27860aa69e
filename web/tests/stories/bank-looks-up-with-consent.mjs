// SPDX-License-Identifier: Apache-2.0
// A company gives a bank its consent for one use; the bank opens its file with the consent's number,
// and no longer once the consent is withdrawn.
import { signIn } from '../acting.mjs';

async function give(visit, use) {
  const { page } = visit;
  await visit.signIn('company');
  await visit.open('/me/consents');
  await page.locator('select[name=grantee]').selectOption({ label: '齐鲁演示银行' });
  await page.locator('input[name=use]').fill(use);
  await page.locator('form button[type=submit]').click();
  const card = page.locator('article.card', { hasText: use });
  await card.waitFor();
  return card.locator('.code').innerText();
}

async function ask(visit, name, consent) {
  const { page } = visit;
  await visit.open('/work/query');
  await page.getByLabel(visit.text('查询目的', 'Purpose')).selectOption({ label: visit.text('授权查询', 'With the subject’s written consent') });
  await page.getByLabel(visit.text('授权编号', 'Consent number')).fill(consent);
  await page.getByRole('combobox', { name: visit.text('名称或统一社会信用代码', 'Name or unified') }).fill(name);
  await page.locator('[role=listbox] [role=option]').first().click();
  await page.getByRole('button', { name: visit.text('查询', 'Look up'), exact: true }).click();
}

export default async function bankLooksUpWithConsent(visit) {
  const { page, assert } = visit;
  const use = `${visit.text('授信审查', 'Credit review')} ${Date.now() % 1_000_000}`;
  const consent = await give(visit, use);
  await visit.open('/me/file');
  await page.locator('.record').first().waitFor();
  const { company } = await page.evaluate(async () => ({ company: (await (await fetch('/api/v1/me/file')).json()).subject }));

  await signIn(visit, 'bank', '/work/sign-in');
  await ask(visit, company.name, consent);
  await page.getByRole('heading', { level: 2, name: company.name }).waitFor();
  assert.ok((await page.locator('.record').count()) > 0, 'the file shows records');
  await visit.look('bank-file');

  await page.context().clearCookies();
  await page.evaluate(() => localStorage.removeItem('signed-in'));
  await visit.signIn('company');
  await visit.open('/me/consents');
  const card = page.locator('article.card', { hasText: use });
  await card.getByRole('button', { name: visit.text('撤回', 'Withdraw'), exact: true }).click();
  await card.getByRole('button', { name: visit.text('确认撤回', 'Yes, withdraw') }).click();
  await page.getByRole('status').filter({ hasText: visit.text('授权已撤回', 'withdrawn') }).waitFor();

  await signIn(visit, 'bank', '/work/sign-in');
  await visit.refused(async () => {
    await ask(visit, company.name, consent);
    await page.getByRole('alert').first().waitFor();
  });
  assert.equal(await page.locator('.record').count(), 0, 'a withdrawn consent still opens the file');
  await visit.look('bank-refused');
}
