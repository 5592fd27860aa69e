// SPDX-License-Identifier: Apache-2.0
// Signing in for stories of the workbench that are about something else.

export async function signInAtWork(visit, who) {
  if (visit.page.url().startsWith('http')) await visit.page.evaluate(() => localStorage.removeItem('signed-in'));
  await visit.context.clearCookies(); // whoever was here has left
  await visit.open('/work/sign-in');
  await visit.page.evaluate(async ({ name, password }) => {
    const answer = await fetch('/api/v1/session', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ name, password, code: '' }) });
    if (!answer.ok) throw new Error(`signing in: ${answer.status}`);
    localStorage.setItem('signed-in', '1');
  }, { name: who, password: visit.people[who] });
}
