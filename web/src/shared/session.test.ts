// SPDX-License-Identifier: Apache-2.0
import { beforeEach, expect, it, vi } from 'vitest';

const kept = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
  removeItem: (key: string) => kept.delete(key),
});

async function loadedWith(answer: () => Response): Promise<unknown> {
  vi.resetModules();
  vi.stubGlobal('fetch', async () => answer());
  const { loadSession } = await import('./session');
  return loadSession().catch((error: unknown) => error);
}

beforeEach(() => kept.set('signed-in', '1'));

it('is over when the platform says that nobody is signed in', async () => {
  const problem = { detail: { zh: '', en: '' }, remedy: { zh: '', en: '' } };
  await loadedWith(() => new Response(JSON.stringify(problem), { status: 401 }));
  expect(kept.has('signed-in')).toBe(false);
});

it('is not over because an answer was cut off or the platform is busy', async () => {
  expect(await loadedWith(() => new Response('{"account":', { status: 200 }))).toBeInstanceOf(Error);
  expect(kept.get('signed-in')).toBe('1');
  expect(await loadedWith(() => new Response('', { status: 429 }))).toBeInstanceOf(Error);
  expect(kept.get('signed-in')).toBe('1');
});
