// SPDX-License-Identifier: Apache-2.0
// A company asks for a correction; the steward asks another unit, answers, and the company reads
// what was decided and why. A consent on paper is lodged and withdrawn; a subject is enrolled.
async function signIn(visit, who) {
  await visit.context.clearCookies();
  const given = await visit.context.request.post(`${visit.address}/api/v1/session`, { data: { name: who, password: visit.people[who], code: '' } });
  visit.assert.equal(given.status(), 200);
  await visit.context.addInitScript(() => localStorage.setItem('signed-in', '1'));
}

async function ask(visit, text) {
  await signIn(visit, 'company');
  const { csrf } = await (await visit.context.request.get(`${visit.address}/api/v1/session`)).json();
  const made = await visit.context.request.post(`${visit.address}/api/v1/requests`, {
    headers: { 'X-Credence-Csrf': csrf },
    data: { right: 'correction', text, code: '', consent: '', evidence: '' },
  });
  visit.assert.equal(made.status(), 200, await made.text());
  return (await made.json()).number;
}

async function answer(visit, number, reasons) {
  const { page } = visit;
  await signIn(visit, 'steward');
  await visit.open('/work/requests');
  await visit.look('requests');
  const card = page.locator('article.card').filter({ hasText: number });
  await card.getByRole('button', { name: visit.text('转请协查', 'Ask another unit') }).click();
  await card.locator('select[name=unit]').selectOption({ label: '山东省市场监督管理局（演示）' });
  await card.getByRole('button', { name: visit.text('转出', 'Refer') }).click();
  await visit.sees(visit.text('期限相应延长', 'the day moves'));
  await card.getByText(visit.text('协查单位', 'Unit asked')).waitFor();
  await card.getByRole('button', { name: visit.text('答复', 'Answer') }).click();
  // Reasons are asked for before anything is sent.
  await card.getByLabel(visit.text('予以办理', 'Grant'), { exact: true }).check();
  await card.locator('textarea[name=answer]').fill(visit.text('已更正住所。', 'The address is corrected.'));
  await visit.refused(async () => {
    await card.locator('textarea[name=reasons]').fill('37010219900307851X');
    await card.locator('button[type=submit]').click();
    await card.getByRole('alert').waitFor();
  });
  visit.assert.equal(await card.locator('textarea[name=answer]').inputValue(), visit.text('已更正住所。', 'The address is corrected.'), 'what was typed stays');
  await visit.look('request-decision');
  await card.locator('textarea[name=reasons]').fill(reasons);
  await card.locator('button[type=submit]').click();
  await visit.sees(visit.text(`已答复 ${number}`, `${number} is answered`));
  await page.getByRole('link', { name: visit.text('已办理', 'Granted') }).click();
  await page.locator('article.card').filter({ hasText: number }).waitFor();
  await visit.look('requests-answered');
}

async function lodgeConsent(visit) {
  const { page } = visit;
  await visit.open('/work/consents');
  await page.getByRole('button', { name: visit.text('登记纸质授权书', 'Lodge a consent on paper') }).click();
  await page.locator('input[name=code]').fill('91370783MA15447T8D');
  await page.locator('select[name=grantee]').selectOption({ label: '齐鲁演示银行' });
  await page.locator('input[name=use]').fill(visit.text('申请流动资金贷款', 'working-capital loan'));
  await page.locator('input[name=document]').fill('授字2026-7');
  await page.locator('input[type=file]').setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 scan') });
  await visit.sees(visit.text('已读取', 'Read; checksum'));
  await visit.look('consent-form');
  await page.locator('form button[type=submit]').click();
  const said = page.getByRole('status').filter({ hasText: visit.text('已登记', 'Lodged as') });
  await said.waitFor();
  const number = /SQ\d{8}-[0-9a-f]+/.exec(await said.innerText())[0];
  await visit.look('consents');
  await page.getByRole('button', { name: visit.text(`撤回 ${number}`, `Withdraw ${number}`) }).click();
  await page.getByRole('button', { name: visit.text('确定撤回', 'Yes, withdraw') }).click();
  await visit.sees(visit.text(`已撤回 ${number}`, `${number} is withdrawn`));
}

async function enrol(visit) {
  const { page } = visit;
  await visit.open('/work/enrolments');
  await page.locator('form input').first().fill('913706871454088915');
  await page.locator('form input').last().fill(visit.text('营业执照、法定代表人身份证', 'business licence'));
  await page.locator('form button[type=submit]').click();
  await page.locator('input.once').waitFor();
  await visit.look('enrolment');
}

export default async function stewardAnswersARequest(visit) {
  const reasons = visit.text('登记机关确认住所已变更。', 'The registrar confirms the new address.');
  const number = await ask(visit, visit.text('住所已迁至高新区，请更正。', 'We moved; please correct the address.'));
  await answer(visit, number, reasons);
  await lodgeConsent(visit);
  await enrol(visit);
  await signIn(visit, 'company');
  const { requests } = await (await visit.context.request.get(`${visit.address}/api/v1/requests`)).json();
  const mine = requests.find((one) => one.number === number);
  visit.assert.equal(mine.state, 'answered');
  visit.assert.equal(mine.reasons, reasons);
  visit.assert.equal(mine.by, '', 'the office answers, not the official');
}
