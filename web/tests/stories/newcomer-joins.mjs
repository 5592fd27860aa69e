// SPDX-License-Identifier: Apache-2.0
// A new clerk: proposed by the system administrator, approved by the security administrator; the
// one-time link opens the account, which signs in at once and finds its menu.
import { elsewhere } from '../acting.mjs';

// Whoever must succeed.
async function person(visit, who) {
  const somebody = await elsewhere(visit, who);
  const post = async (...asked) => {
    const answer = await somebody.post(...asked);
    visit.assert.equal(answer.status(), 200, await answer.text());
    return answer.json();
  };
  return { post, close: somebody.close };
}

async function oneTimeLink(visit) {
  const system = await person(visit, 'system');
  const grant = { roles: ['provider_clerk'], purposes: [], items: [], regions: [] };
  const { id } = await system.post('/api/v1/invitations', { person: '演示新人', unit: '11370000MB2850121L', grant });
  await system.close();
  const security = await person(visit, 'security');
  const { confirmation } = await security.post('/api/v1/confirmations', { password: visit.people.security, code: '', act: 'POST /api/v1/invitations/{id}/approval' });
  const { address } = await security.post(`/api/v1/invitations/${id}/approval`, undefined, { 'Credence-Confirmation': confirmation });
  await security.close();
  return new URL(address).pathname;
}

export default async function newcomerJoins(visit) {
  const { page, assert } = visit;
  const name = `newcomer-${Date.now().toString(36)}`;
  const password = `Nuan-${Date.now().toString(36)}-Chun`;
  const link = await oneTimeLink(visit);

  await visit.open(link);
  await visit.sees('演示新人');
  await visit.look('join');
  await page.locator('input[name=name]').fill(name);
  await page.locator('input[name=password]').fill(password);
  await page.locator('input[name=again]').fill('another');
  await visit.sees(visit.text('两次输入的口令不同', 'The two passwords differ'));
  assert.ok(await page.locator('form button[type=submit]').isDisabled());
  await page.locator('input[name=again]').fill(password);
  await page.getByLabel(visit.text('现在设置动态口令', 'Set up an authenticator now')).check();
  await page.locator('code.secret').waitFor();
  await visit.look('join-authenticator');
  await page.getByLabel(visit.text('现在设置动态口令', 'Set up an authenticator now')).uncheck();
  await page.locator('form button[type=submit]').click();

  await page.waitForURL(/\/sign-in/);
  await page.getByRole('status').filter({ hasText: name }).waitFor();
  assert.equal(await page.locator('input[name=name]').inputValue(), name);
  await visit.look('joined');
  await page.locator('input[name=password]').fill(password);
  await page.locator('form button[type=submit]').click();
  await page.waitForURL((url) => url.pathname === '/work');
  await visit.open('/work/account');
  await visit.sees(name);

  // The link has served.
  await visit.refused(async () => {
    await visit.open(link);
    await page.getByRole('alert').waitFor();
  });
}
