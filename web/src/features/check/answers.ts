// SPDX-License-Identifier: Apache-2.0
// Answers of checks, as a page shows them.
import type { Schemas, Words } from '@/api/client';

export type Answer = Schemas['CheckAnswer'];
export type Measure = Schemas['CheckedMeasure'];
export type Limit = Schemas['CheckedLimit'];

// What was searched for and is not in force.
export function notInForce(answer: Answer): string[] {
  const found = new Set([...answer.constraints, ...answer.rewards, ...answer.resting].map((one) => one.measure));
  return answer.searched.measures.filter((one) => !found.has(one));
}

// What the law orders comes before what it leaves to judgment.
export function mandatoryFirst(measures: readonly Measure[]): Measure[] {
  return [...measures].sort((a, b) => Number(b.force === 'mandatory') - Number(a.force === 'mandatory'));
}

export interface Line {
  code: string;
  answer?: Answer;
  refused?: { id: string; message: Words; remedy: Words };
}

// The first lines of a file of answers, which may be hundreds of megabytes: what follows is not read.
export async function firstLines(body: ReadableStream<Uint8Array>, most: number): Promise<Line[]> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let breaks = 0; breaks < most; breaks = text.split('\n').length - 1) {
    const { done, value } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return text.split('\n').slice(0, most).filter(Boolean).map((line) => JSON.parse(line) as Line);
}
