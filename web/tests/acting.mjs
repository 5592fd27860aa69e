// SPDX-License-Identifier: Apache-2.0
// What is done over the API in a story: by who is in the browser, and by others meanwhile.

// For stories that are about something else than signing in. `where`: a page of the face they are in.
export async function signIn(visit, who, where = '/') {
  if (visit.page.url().startsWith(visit.address)) await visit.page.evaluate(() => localStorage.removeItem('signed-in'));
  await visit.context.clearCookies(); // whoever was here has left
  await visit.open(where);
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

// Somebody at another machine; `post` gives the answer as it came.
export async function elsewhere(visit, who) {
  const context = await visit.browser.newContext();
  const { request } = context;
  await request.post(`${visit.address}/api/v1/session`, { data: { name: who, password: visit.people[who], code: '' } });
  const session = await (await request.get(`${visit.address}/api/v1/session`)).json();
  const post = (path, data, headers = {}) => request.post(visit.address + path, { headers: { 'X-Credence-Csrf': session.csrf, ...headers }, data });
  const get = async (path) => (await request.get(visit.address + path)).json();
  return { session, post, get, close: () => context.close() };
}
