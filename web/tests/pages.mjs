// SPDX-License-Identifier: Apache-2.0
// The public pages of the portal, and what one of them weighs on a first visit: all that comes over
// the wire, packed as it comes.
export const publicPages = (code) => [
  '/', '/?q=科技', `/org/${code}`, '/publicity', '/lists', '/laws', '/laws/SD-2020', '/catalogue', '/catalogue/penalty', '/measures', '/procedures',
  '/procedures/objection', '/breaches', '/statistics', '/processing-rules', '/confirm', '/sign-in',
];

export const mostBytes = 150_000;

export async function weigh(browser, address, where) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const sizes = [];
  page.on('requestfinished', (request) => sizes.push(request.sizes()));
  await page.goto(address + where, { waitUntil: 'networkidle' });
  const bytes = (await Promise.all(sizes)).reduce((sum, one) => sum + one.responseBodySize + one.responseHeadersSize, 0);
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
  await context.close();
  return { bytes, paint };
}
