// SPDX-License-Identifier: Apache-2.0
// A clerk checks a company; the auditor finds that look, replays what the clerk was told, compares
// it with today, and finds the own search in the register.
async function signIn(visit, who) {
  await visit.context.clearCookies();
  const given = await visit.context.request.post(`${visit.address}/api/v1/session`, { data: { name: who, password: visit.people[who], code: '' } });
  visit.assert.equal(given.status(), 200);
  await visit.context.addInitScript(() => localStorage.setItem('signed-in', '1'));
}

async function check(visit, business) {
  await signIn(visit, 'counter');
  const { csrf } = await (await visit.context.request.get(`${visit.address}/api/v1/session`)).json();
  const code = '91370783MA15447T8D';
  const told = await visit.context.request.post(`${visit.address}/api/v1/checks`, {
    headers: { 'X-Credence-Csrf': csrf },
    data: { code, matter: 'government_procurement', purpose: 'procurement', business },
  });
  visit.assert.equal(told.status(), 200, await told.text());
  return { code, number: (await told.json()).number };
}

async function search(visit, reason, business) {
  const { page } = visit;
  await page.locator('input[name=reason]').fill(reason);
  await page.locator('input[name=matter]').fill(business);
  await page.locator('select[name=purpose]').selectOption('procurement');
  await page.locator('form[role=search] button[type=submit]').click();
  await page.locator('tbody tr').first().waitFor();
  visit.assert.equal(await page.locator('tbody tr').count(), 1);
}

export default async function auditorSearchesTheLedger(visit) {
  const { page } = visit;
  const business = `SD2026-${visit.size}-${visit.language}-${Date.now() % 1_000_000}`;
  const { code, number } = await check(visit, business);
  await signIn(visit, 'audit');
  await visit.open('/work/ledger');
  await visit.look('ledger');
  // Why it is searched is asked before anything is shown.
  await page.locator('form[role=search] button[type=submit]').click();
  visit.assert.equal(await page.locator('table').count(), 0);
  const reason = `${visit.text('审计通知', 'audit notice')} ${business}`;
  await search(visit, reason, business);
  await visit.look('ledger-found');
  visit.assert.match(page.url(), /purpose=procurement/);
  visit.assert.doesNotMatch(page.url(), /SD2026|audit|reason/);
  await page.locator('tbody tr button').first().click();
  await page.locator('input[name=replay-code]').fill(code);
  await page.getByRole('button', { name: visit.text('重放并比较', 'Replay and compare') }).click();
  await visit.sees(visit.text(`核查编号仍是 ${number}`, `number is still ${number}`));
  await visit.sees(visit.text('与今天比较', 'Compared with today'));
  await visit.look('ledger-replay');
  // Nobody was told so of another subject, and nothing is told of it now.
  await visit.refused(async () => {
    await page.locator('input[name=replay-code]').fill('91370105895765740Y');
    await page.getByRole('button', { name: visit.text('重放并比较', 'Replay and compare') }).click();
    await page.getByRole('alert').waitFor();
  });
  visit.assert.equal(await page.getByText(number).count(), 0);
  await visit.open('/work/acts?kind=ledger_search');
  await visit.sees(reason);
  await visit.open('/work/acts');
  await visit.look('acts');
  await visit.open('/work/patrol');
  await visit.look('patrol');
  await signIn(visit, 'security');
  await visit.open('/work/patrol');
  const decide = page.getByRole('button', { name: visit.text('处置 ', 'Decide ') });
  if (await decide.count()) await decide.first().click();
  await visit.look('patrol-decision');
}
