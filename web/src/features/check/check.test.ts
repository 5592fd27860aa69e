// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest';
import { type Answer, firstLines, notInForce } from './answers';
import { type Matter, type Purpose, byKind, mattersFor, missingIn, purposesOf } from './matters';
import { proofFile } from './proof';

const matters = [
  { id: 'honours', kind: 'award', purposes: ['commendation'] },
  { id: 'concession', kind: 'funds', purposes: ['funds', 'tendering'] },
  { id: 'land_use', kind: 'land', purposes: ['land'] },
] as Matter[];
const purposes = [{ id: 'funds', matter_required: true, audience: 'public_body' }, { id: 'tendering', matter_required: true, audience: 'public_body' }] as Purpose[];

it('offers the matters that fit one of the account’s purposes', () => {
  expect(mattersFor(matters, ['tendering', 'land']).map((one) => one.id)).toEqual(['concession', 'land_use']);
  expect(purposesOf(matters[1], purposes, ['tendering']).map((one) => one.id)).toEqual(['tendering']);
  expect(byKind(matters)).toHaveLength(3);
});

it('says what a form lacks, the subject or the file with the rest', () => {
  const form = { matter: '', purpose: 'funds', business: '', consent: '' };
  expect(missingIn(form, purposes[0], 'code', '')).toEqual({ matter: true, business: true, code: true });
  expect(missingIn({ ...form, matter: 'm', business: '1' }, purposes[0], 'file', undefined)).toEqual({ file: true });
});

it('puts the answer into its proof, as the platform does it', () => {
  const header = btoa('c2sp.org/tlog-proof@v1\nindex 0\n\nnode\n');
  const answer = '{"name":"雪蒂"}';
  const extra = Buffer.from(answer, 'utf8').toString('base64');
  expect(proofFile(header, answer)).toBe(`c2sp.org/tlog-proof@v1\nextra ${extra}\nindex 0\n\nnode\n`);
  expect(() => proofFile(btoa('something'), answer)).toThrow();
});

it('reads no more of a file of answers than it shows', async () => {
  const lines = Array.from({ length: 9 }, (_, n) => `{"code":"${n}"}\n`).join('');
  expect((await firstLines(new Blob([lines]).stream(), 3)).map((one) => one.code)).toEqual(['0', '1', '2']);
  expect(await firstLines(new Blob([lines]).stream(), 50)).toHaveLength(9);
});

it('tells what was searched and is not in force', () => {
  const answer = { constraints: [{ measure: 'a' }], rewards: [], resting: [{ measure: 'b' }], searched: { measures: ['a', 'b', 'c'], lists: [], limits: [], facts: [] } };
  expect(notInForce(answer as unknown as Answer)).toEqual(['c']);
});
