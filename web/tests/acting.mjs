// SPDX-License-Identifier: Apache-2.0
// What others do meanwhile in a story, over the API and in the same browser.

export async function signIn(visit, who) {
  if (visit.page.url().startsWith(visit.address)) await visit.page.evaluate(() => localStorage.removeItem('signed-in'));
  await visit.context.clearCookies();
  await visit.open('/');
  await visit.page.evaluate(async ({ name, password }) => {
    const answer = await fetch('/api/v1/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ name, password, code: '' }) });
    if (!answer.ok) throw new Error(await answer.text());
    localStorage.setItem('signed-in', '1');
  }, { name: who, password: visit.people[who] });
}

// A refusal gives the problem document: the story says what it expects.
export function call(visit, method, address, body, type = 'application/json') {
  return visit.page.evaluate(async (asking) => {
    const { csrf } = await (await fetch('/api/v1/session')).json();
    const headers = { 'Content-Type': asking.type, 'X-Credence-Csrf': csrf };
    const content = asking.body === undefined || typeof asking.body === 'string' ? asking.body : JSON.stringify(asking.body);
    const answer = await fetch(asking.address, { method: asking.method, headers, body: content });
    return answer.json();
  }, { method, address, body, type });
}
