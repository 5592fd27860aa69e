// SPDX-License-Identifier: Apache-2.0
// At the machine: a citizen scans a licence and prints the public report; a company signs in, reads
// its file and who looked, prints its report; and whoever goes without a word is forgotten.
const code = '91370783MA15447T8D';

// A scanner or card reader types like a keyboard and ends with Enter, wherever the focus is.
async function scan(visit, text) {
  await visit.page.waitForTimeout(100);
  await visit.page.keyboard.type(text);
  await visit.page.keyboard.press('Enter');
}

async function touchKeys(visit, text) {
  const shift = visit.text('大写和符号', 'Capitals, signs');
  const lower = visit.text('小写和数字', 'Small, digits');
  let capitals = false;
  for (const key of text) {
    const wants = key !== key.toLowerCase();
    if (wants !== capitals) await visit.page.getByRole('button', { name: capitals ? lower : shift, exact: true }).click();
    capitals = wants;
    await visit.page.locator('.pad').getByRole('button', { name: key, exact: true }).click();
  }
}

async function isLarge(visit) {
  const small = await visit.page.evaluate(() => {
    const found = [];
    for (const one of document.querySelectorAll('button, a, input:not(.visually-hidden)')) {
      const box = one.getBoundingClientRect();
      if (box.height < 56 || box.width < 56) found.push(`${one.textContent.trim() || one.name} ${box.width.toFixed()}×${box.height.toFixed()}`);
    }
    const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
      if (node.textContent.trim() && node.parentElement.checkVisibility() && size < 20) found.push(`${node.textContent.trim()} ${size} px`);
    }
    return found;
  });
  visit.assert.deepEqual(small, [], 'targets of 56 px, type of 20 px');
}

async function printReport(visit, button) {
  const { page } = visit;
  await page.getByRole('button', { name: button }).click();
  const said = page.getByRole('status').filter({ hasText: visit.text('报告已出具', 'The report is made') });
  await said.waitFor();
  const [paper] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: visit.text('现在打印', 'Print now') }).click()]);
  await paper.waitForLoadState();
  visit.assert.match(await paper.locator('body').innerText(), new RegExp(code));
  return paper;
}

async function publicReport(visit) {
  const { page } = visit;
  await visit.open('/kiosk?machine=1'); // where “back” leads
  await visit.open('/kiosk');
  await isLarge(visit);
  await visit.look('kiosk');
  await page.getByRole('link', { name: visit.text('查企业和组织', 'Look up an organisation') }).click();
  await page.locator('.pad').waitFor();
  await isLarge(visit);
  await page.locator('.pad').getByRole('button', { name: '9', exact: true }).click();
  await page.locator('.pad').getByRole('button', { name: '1', exact: true }).click();
  visit.assert.equal(await page.locator('input[name=code]').inputValue(), '91');
  await visit.look('kiosk-code');
  // The input keeps the focus through the touches: the scanner goes on where the fingers stopped.
  await scan(visit, code.slice(2));
  await page.locator('.counts').waitFor();
  await isLarge(visit);
  await visit.look('kiosk-organisation');
  const paper = await printReport(visit, visit.text('打印公开报告', 'Print the public report'));
  await visit.look('kiosk-report');
  await page.getByRole('button', { name: visit.text('结束', 'Finish') }).click();
  await page.getByRole('heading', { name: visit.text('请选择要办的事', 'What would you like to do?') }).waitFor();
  visit.assert.ok(paper.isClosed(), 'the report is closed with the visit');
}

async function enter(visit) {
  const { page } = visit;
  await page.getByRole('link', { name: visit.text('查我自己的', 'See my own file') }).click();
  await page.locator('input[name=account]').waitFor();
  await isLarge(visit);
  await visit.look('kiosk-account');
  await scan(visit, 'company');
  await page.locator('input[name=password]').waitFor();
  await touchKeys(visit, visit.people.company);
  visit.assert.equal(await page.locator('input[name=password]').inputValue(), visit.people.company);
  await visit.look('kiosk-password');
  await page.getByRole('button', { name: visit.text('进入', 'Enter'), exact: true }).click();
  await page.getByRole('heading', { name: visit.text('您的信用信息', 'Your credit information') }).waitFor();
}

async function ownReport(visit) {
  const { page } = visit;
  await enter(visit);
  await visit.look('kiosk-me');
  await page.getByRole('link', { name: visit.text('看具体内容', 'See the records') }).click();
  await page.locator('article.card').waitFor();
  await isLarge(visit);
  await visit.look('kiosk-records');
  await page.getByRole('link', { name: visit.text('返回', 'Back') }).click();
  await page.getByRole('link', { name: visit.text('谁查询过我', 'Who looked at me') }).click();
  await page.locator('article.card').first().waitFor();
  await isLarge(visit);
  await visit.look('kiosk-looks');
  await page.getByRole('link', { name: visit.text('返回', 'Back') }).click();
  await printReport(visit, visit.text('打印信用报告', 'Print the credit report'));
  await page.getByRole('button', { name: visit.text('大字', 'Larger') }).click();
  await visit.look('kiosk-larger');
}

async function isForgotten(visit) {
  const { page, context } = visit;
  await page.getByRole('heading', { name: visit.text('请选择要办的事', 'What would you like to do?') }).waitFor();
  await page.waitForFunction(() => localStorage.getItem('signed-in') === null);
  const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage, at: location.href, state: history.state }));
  visit.assert.doesNotMatch(kept, /company|91370783MA15447T8D|signed-in/);
  visit.assert.equal((await context.request.get(`${visit.address}/api/v1/session`)).status(), 401, 'the session is ended');
  visit.assert.equal(await page.locator('html.larger').count(), 0);
  visit.assert.doesNotMatch(await page.locator('body').innerText(), new RegExp(code));
  for (const paper of context.pages().filter((one) => one !== page)) visit.assert.fail(`still open: ${paper.url()}`);
  await page.goBack().catch(() => undefined);
  if (page.url().startsWith(visit.address)) visit.assert.doesNotMatch(await page.locator('body').innerText(), new RegExp(code));
}

export default async function citizenAtTheKiosk(visit) {
  const { page } = visit;
  await page.clock.install();
  await publicReport(visit);
  await ownReport(visit);
  // Who reads is not sent away; who went is warned of, then forgotten.
  await page.clock.runFor(36_000);
  visit.assert.equal(await page.getByRole('alertdialog').count(), 0);
  await page.clock.runFor(10_000);
  await page.getByRole('alertdialog').waitFor();
  await visit.look('kiosk-warning');
  await page.getByRole('button', { name: visit.text('继续使用', 'Go on') }).click();
  await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  await page.clock.runFor(61_000);
  await isForgotten(visit);
}
