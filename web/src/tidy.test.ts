// SPDX-License-Identifier: Apache-2.0
// The house of the web: who may include whom, and what no file may hold.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('.', import.meta.url));

function files(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name);
    return entry.isDirectory() ? files(at) : [path.relative(root, at)];
  });
}

// But what is generated, and this file, which names what it forbids.
const all = files(root).filter((name) => /\.(ts|vue|css)$/.test(name) && !['api/schema.ts', 'tidy.test.ts'].includes(name));
const read = (name: string) => fs.readFileSync(path.join(root, name), 'utf8');

// A floor may include itself and what stands before it.
const floors = ['api', 'shared', 'ui', 'features', 'layouts'];
const floorOf = (name: string) => floors.indexOf(name.split('/')[0] ?? '');
const featureOf = (name: string) => /^features\/([^/]+)\//.exec(name)?.[1];

function included(name: string): string[] {
  const found = [...read(name).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  return found
    .filter((one) => one.startsWith('.') || one.startsWith('@/'))
    .map((one) => (one.startsWith('@/') ? one.slice(2) : path.join(path.dirname(name), one)));
}

const faults = (wrong: (name: string) => string | false | undefined) =>
  all.map((name) => [name, wrong(name)] as const).filter(([, what]) => what).map(([name, what]) => `${name}: ${String(what)}`);

describe('the floors', () => {
  it('include only downwards', () => {
    expect(faults((name) => {
      const own = floorOf(name);
      return own >= 0 && included(name).find((one) => floorOf(one) > own);
    })).toEqual([]);
  });
  it('keep features apart', () => {
    expect(faults((name) => {
      const own = featureOf(name);
      return own !== undefined && included(name).find((one) => featureOf(one) !== undefined && featureOf(one) !== own);
    })).toEqual([]);
  });
  it('let only the chart parts know the chart library', () => {
    expect(faults((name) => !/^ui\/[^/]*chart[^/]*\.ts$|^ui\/[^/]*(Chart|Map)\.vue$/i.test(name) && /from 'echarts|import\('echarts/.test(read(name)) && 'echarts')).toEqual([]);
  });
});

describe('every file', () => {
  it('begins with its licence', () => {
    expect(faults((name) => !read(name).slice(0, 60).includes('SPDX-License-Identifier: Apache-2.0') && 'no SPDX line')).toEqual([]);
  });
  it('is short', () => {
    expect(faults((name) => name.endsWith('.vue') && read(name).split('\n').length > 201 && 'more than 200 lines')).toEqual([]);
  });
  it('holds no raw HTML, no inline style and no “any”', () => {
    expect(faults((name) => /v-html|innerHTML/.exec(read(name))?.[0])).toEqual([]);
    expect(faults((name) => name.endsWith('.vue') && /\sstyle="/.exec(read(name))?.[0])).toEqual([]);
    expect(faults((name) => /(?::|<|as) any\b/.exec(read(name))?.[0])).toEqual([]);
  });
  it('names no other host', () => {
    expect(faults((name) => !name.endsWith('.test.ts') && /https?:\/\/(?!www\.w3\.org)[a-z0-9.-]+/.exec(read(name))?.[0])).toEqual([]);
  });
});

// The server opens the application at the addresses of its table alone.
describe('the addresses of the features', () => {
  const table = fs.readFileSync(path.join(root, '../../src/http/web_pages.cc'), 'utf8');
  const served = [...table.matchAll(/\{"(\/[^"]*)", (?:portal|work|kiosk)/g)].map((match) => match[1] ?? '');
  const shape = (address: string) => address.replace(/\{\w+\*\}$/, '*').replace(/\{\w+\}|:\w+/g, '{}').replace(/:\w+\(\.\*\)[+*]$/, '*');
  const fits = (address: string, pattern: string) => shape(pattern).endsWith('*') ? address.startsWith(shape(pattern).slice(0, -1)) : shape(address) === shape(pattern);

  it('are all served', () => {
    const routes = all.filter((name) => name.endsWith('/routes.ts')).flatMap((name) => [...read(name).matchAll(/path: '(\/[^']*)'/g)].map((match) => match[1] ?? ''));
    expect(routes.length).toBeGreaterThan(40);
    expect(routes.filter((address) => !served.some((pattern) => fits(address, pattern)))).toEqual([]);
  });
});
