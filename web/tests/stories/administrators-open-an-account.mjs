// SPDX-License-Identifier: Apache-2.0
// Two administrators open an account together: one registers the unit and proposes, the other
// approves and hands over the link, which is shown once.
async function signIn(visit, who) {
  await visit.context.clearCookies();
  await visit.context.request.post(`${visit.address}/api/v1/session`, { data: { name: who, password: visit.people[who], code: '' } });
  await visit.context.addInitScript(() => localStorage.setItem('signed-in', '1'));
}

async function prove(visit, who) {
  const dialog = visit.page.getByRole('dialog', { name: visit.text('请再次证明是您本人', 'Prove once more that it is you') });
  await dialog.locator('input[type=password]').fill(visit.people[who]);
  await visit.look('prove-again');
  await dialog.getByRole('button', { name: visit.text('确认', 'Confirm') }).click();
}

async function propose(visit, person) {
  const { page } = visit;
  await signIn(visit, 'system');
  await visit.open('/work/units');
  await visit.look('units');
  await page.getByRole('button', { name: visit.text('登记单位', 'Register a unit') }).click();
  await visit.look('unit-form');
  await visit.open('/work/roles');
  await visit.look('roles');
  await visit.open('/work/invitations');
  await page.getByRole('button', { name: visit.text('提出开户申请', 'Propose an account') }).click();
  await page.locator('input[name=person]').fill(person);
  await page.locator('select[name=unit]').selectOption({ label: '山东省市场监督管理局（演示）' });
  await page.getByLabel(visit.text('信息提供单位经办人', 'Clerk of a providing unit')).check();
  await visit.look('invitation-form');
  await page.getByRole('button', { name: visit.text('提交申请', 'Send the proposal') }).click();
  await visit.sees(visit.text(`已为 ${person} 提出申请`, `Proposed for ${person}`));
  // Who proposes never approves.
  visit.assert.equal(await page.getByRole('button', { name: visit.text(`批准：${person}`, `Approve: ${person}`) }).count(), 0);
}

async function approve(visit, person) {
  const { page } = visit;
  await signIn(visit, 'security');
  await visit.open('/work/invitations');
  await visit.look('invitations');
  await page.getByRole('button', { name: visit.text(`批准：${person}`, `Approve: ${person}`) }).first().click();
  await prove(visit, 'security');
  const link = page.getByLabel(visit.text('一次性链接', 'One-time link'));
  await link.waitFor();
  await visit.look('one-time-link');
  const address = await link.inputValue();
  visit.assert.match(address, /\/join\/[0-9a-f]+\./);
  await page.reload();
  await page.locator('table').waitFor();
  visit.assert.equal(await page.getByLabel(visit.text('一次性链接', 'One-time link')).count(), 0, 'the link is shown once');
  return address;
}


async function suspend(visit, name) {
  const { page } = visit;
  await signIn(visit, 'system');
  await visit.open('/work/accounts');
  await visit.look('accounts');
  await page.getByRole('button', { name: visit.text(`办理：${name}`, `Manage: ${name}`) }).click();
  await visit.look('account');
  await page.getByRole('dialog').getByRole('button', { name: visit.text('停用', 'Suspend'), exact: true }).click();
  await prove(visit, 'system');
  await visit.sees(visit.text('已停用。', 'Suspended.'));
  await page.getByRole('dialog').getByRole('button', { name: visit.text('恢复', 'Restore') }).click();
  await prove(visit, 'system');
  await visit.sees(visit.text('已恢复。', 'Restored.'));
}

async function issueKey(visit) {
  const { page } = visit;
  await signIn(visit, 'security');
  await visit.open('/work/keys');
  await page.getByRole('button', { name: visit.text('签发密钥', 'Issue a key') }).click();
  const label = visit.text('评审系统', 'Review system');
  await page.getByLabel(visit.text('哪个系统', 'Which system')).fill(label);
  await page.getByLabel(visit.text('单位', 'Unit'), { exact: false }).first().selectOption({ label: '山东省市场监督管理局（演示）' });
  await page.getByLabel(visit.text('政务服务窗口经办人', 'Clerk at a service counter')).check();
  await visit.look('key-form');
  await page.locator('form button[type=submit]').click();
  await prove(visit, 'security');
  visit.assert.ok((await page.locator('input.once').inputValue()).length > 20);
  await visit.look('keys');
  await page.getByRole('button', { name: visit.text(`注销：${label}`, `Revoke: ${label}`) }).first().click();
  await prove(visit, 'security');
  await visit.sees(visit.text(`已注销“${label}”的密钥`, `The key of “${label}” is revoked`));
}

export default async function administratorsOpenAnAccount(visit) {
  const person = `${visit.text('李华', 'Li Hua')} ${Date.now() % 100000}`;
  await propose(visit, person);
  const address = await approve(visit, person);
  visit.assert.ok(address);
  await suspend(visit, 'regulator');
  await issueKey(visit);
}
