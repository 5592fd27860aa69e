// SPDX-License-Identifier: Apache-2.0
// Answers of checks laid together: a measure that rests on the same record is one, with the matters
// it bears on.
import type { Schemas, Words } from '@/api/client';

type Answer = Schemas['CheckAnswer'];
type Measure = Schemas['CheckedMeasure'];
type Limit = Schemas['CheckedLimit'];

export interface Found<T> {
  key: string;
  one: T;
  matters: Words[];
}

function gather<T>(answers: readonly Answer[], of: (answer: Answer) => readonly T[], keyOf: (one: T) => string): Found<T>[] {
  const all = new Map<string, Found<T>>();
  for (const answer of answers)
    for (const one of of(answer)) {
      const key = keyOf(one);
      const known = all.get(key);
      if (known) known.matters.push(answer.matter_label);
      else all.set(key, { key, one, matters: [answer.matter_label] });
    }
  return [...all.values()];
}

const weight: Record<string, number> = { mandatory: 0, reference: 1 };

export function together(answers: readonly Answer[]) {
  const keyOf = (one: Measure) => `${one.measure} ${one.ground.record}`;
  const byForce = (a: Found<Measure>, b: Found<Measure>) => (weight[a.one.force] ?? 2) - (weight[b.one.force] ?? 2);
  return {
    constraints: gather(answers, (answer) => answer.constraints, keyOf).sort(byForce),
    rewards: gather(answers, (answer) => answer.rewards, keyOf),
    resting: gather(answers, (answer) => answer.resting, keyOf),
    limits: gather<Limit>(answers, (answer) => answer.limits, (one) => `${one.limit} ${one.ground.record}`),
  };
}
