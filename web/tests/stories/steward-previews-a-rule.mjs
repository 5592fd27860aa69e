// SPDX-License-Identifier: Apache-2.0
// A clerk of the credit centre looks at what a change of rules would do, before anybody signs it: a
// shorter term of a list, a fault in the file, and a measure taken away.
import fs from 'node:fs';
import { signIn } from '../acting.mjs';

const rule = fs.readFileSync(new URL('../../../rules/lists/tax_major.yaml', import.meta.url), 'utf8');

export default async function stewardPreviewsARule(visit) {
  const { page, assert } = visit;
  await signIn(visit, 'steward');
  await visit.open('/work/preview');
  const run = page.getByRole('button', { name: visit.text('看影响', 'See what it would do') });
  assert.ok(await run.isDisabled(), 'nothing to run yet');
  await visit.look('preview-empty');

  // A rule in force is opened by its name, and read as it is.
  await page.locator('select[name=current]').selectOption('lists/tax_major.yaml');
  await page.waitForFunction(() => document.querySelector('textarea')?.value.includes('term_months: 36'));
  await page.getByRole('button', { name: visit.text('全部清空', 'Start over') }).click();

  // A file from the computer takes the place of the rule of its name.
  await page.locator('input[type=file]').setInputFiles({ name: 'tax_major.yaml', mimeType: 'text/yaml', buffer: Buffer.from(rule.replace('term_months: 36', 'term_months: thirty')) });
  const where = page.getByLabel(visit.text('文件位置', 'Where the file is'));
  await page.waitForFunction(() => document.querySelector('fieldset input.code')?.value !== '');
  assert.equal(await where.inputValue(), 'lists/tax_major.yaml');
  await visit.refused(async () => {
    await run.click();
    await page.getByRole('alert').waitFor();
  });

  // What was typed is still there, after a reload too; corrected, it runs.
  await page.reload();
  const text = page.getByLabel(visit.text('改后的内容', 'As it would read'));
  assert.match(await text.inputValue(), /term_months: thirty/);
  await text.fill(rule.replace('term_months: 36', 'term_months: 1'));
  await run.click();
  await page.locator('.result .tally').waitFor();
  const counts = (await page.locator('.result .tally strong').allInnerTexts()).map((one) => Number(one.replaceAll(',', '')));
  assert.ok(counts[1] + counts[2] >= 1, 'somebody leaves the list earlier');
  await page.locator('.result').getByText(visit.text('重大税收违法失信主体', 'Major tax offenders')).first().waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
  await visit.look('preview-list');

  // A measure taken away reaches many: the numbers tell all, the names are cut.
  await page.getByRole('button', { name: visit.text('全部清空', 'Start over') }).click();
  await page.getByLabel(visit.text('取消一项措施', 'Take a measure away')).selectOption('more_inspections');
  assert.equal(await where.inputValue(), 'measures/more_inspections.yaml');
  await run.click();
  await page.locator('.result .chart canvas').first().waitFor();
  await page.evaluate(() => window.scrollTo(0, 0)); // whole: nothing half under the head of the page
  await visit.look('preview-draft');
  await page.locator('#preview-result').evaluate((heading) => heading.scrollIntoView());
  await visit.shot('preview-measure');
  assert.ok((await page.locator('.result .people > li').count()) > 50);
  await page.locator('.result .chart').first().scrollIntoViewIfNeeded();
  await visit.shot('preview-charts');
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()]);
  assert.equal(saved.suggestedFilename(), 'preview.csv');
  await page.getByRole('button', { name: visit.text('全部清空', 'Start over') }).click();
  assert.equal(await page.locator('.result').count(), 0);
}
