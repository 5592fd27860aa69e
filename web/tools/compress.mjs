// SPDX-License-Identifier: Apache-2.0
// Each built file once more as .br and .gz, where that is smaller: the server sends what the
// browser takes.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const out = process.env.CREDENCE_WEB_OUT ?? 'dist';

function* files(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* files(at);
    else if (!/\.(br|gz)$/.test(entry.name)) yield at;
  }
}

for (const file of files(out)) {
  const plain = fs.readFileSync(file);
  const packed = {
    br: zlib.brotliCompressSync(plain, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } }),
    gz: zlib.gzipSync(plain, { level: 9 }),
  };
  for (const [ending, bytes] of Object.entries(packed))
    if (bytes.length < plain.length) fs.writeFileSync(`${file}.${ending}`, bytes);
}
