// SPDX-License-Identifier: Apache-2.0
// src/api/schema.ts from the OpenAPI document that `credence openapi` prints.
//   node tools/generate-types.mjs CREDENCE           writes it
//   node tools/generate-types.mjs CREDENCE --check   fails when the file is not what it would write
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const [credence = '../build/credence', mode] = process.argv.slice(2);
const file = new URL('../src/api/schema.ts', import.meta.url);
const document = JSON.parse(execFileSync(credence, ['openapi'], { maxBuffer: 1 << 26 }).toString());
const head = '// SPDX-License-Identifier: Apache-2.0\n// Made from the OpenAPI document by `npm run generate`; not to be edited.\n/* eslint-disable */\n';
const text = head + astToString(await openapiTS(document, { alphabetize: true }));

if (mode !== '--check') fs.writeFileSync(file, text);
else if (fs.readFileSync(file, 'utf8') !== text) {
  console.error('web/src/api/schema.ts is not what the server describes: run `npm run generate` in web/.');
  process.exit(1);
}
