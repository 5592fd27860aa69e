// SPDX-License-Identifier: Apache-2.0
// A person named in a record sees their own file and who looked at it, and objects — and nobody
// finds them: not by name, not in a list, not by number in an address.
export default async function personSeesTheirFile(visit) {
  const { page, assert } = visit;
  const addresses = [];
  page.on('request', (request) => addresses.push(request.url()));
  await visit.signIn('citizen');
  await visit.open('/me/file');
  const record = page.locator('.record', { hasText: '占用城市道路经营' });
  await record.first().waitFor();
  await visit.look('person-file');
  await visit.open('/me/looks');
  await visit.look('person-looks');

  await visit.open('/cases/new?procedure=objection');
  await page.getByText('占用城市道路经营').first().click();
  await page.locator('textarea[name=claim], input[name=claim]').first().fill(visit.text('地点写错了，我在规定的摊位内。', 'The place is wrong; I stood within my stall.'));
  await visit.look('person-objects');
  assert.deepEqual(addresses.filter((one) => /370100199001010025|%E6%BC%94%E7%A4%BA%E4%BA%BA/.test(one)), [], 'a person’s number or name in an address');

  await page.context().clearCookies();
  await page.evaluate(() => localStorage.removeItem('signed-in'));
  await visit.open('/');
  await page.locator('#q').fill('演示人');
  await visit.sees(visit.text('没有找到', 'Nothing found'));
  const listed = await (await page.request.get(`${visit.address}/api/v1/records?item=penalty&limit=500`)).text();
  assert.ok(!listed.includes('演示1号'), 'a person’s record stands in a public list');
}
