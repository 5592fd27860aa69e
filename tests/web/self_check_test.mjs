// SPDX-License-Identifier: Apache-2.0
// The script by which a report checks itself, against node's own cryptography and a log made here.
// node tests/web/self_check_test.mjs [page.html]   also writes a genuine page, to open by hand
import assert from 'node:assert/strict';
import crypto from 'node:crypto';
import fs from 'node:fs';
import vm from 'node:vm';

const source =
  fs.readFileSync(new URL('../../src/app/report/self_check.js', import.meta.url), 'utf8');

function loaded(extra = {}) {
  const context = vm.createContext({ TextEncoder, TextDecoder, atob, btoa, ...extra });
  vm.runInContext(source, context);
  return context.credenceCheck;
}

const check = loaded();
const hex = (bytes) => Buffer.from(bytes).toString('hex');
const fromHex = (text) => Uint8Array.from(Buffer.from(text, 'hex'));
const sha256 = (...parts) => crypto.createHash('sha256').update(Buffer.concat(parts)).digest();

// ---- a reference log, after the recursive definitions of RFC 6962 section 2.1

const leafHash = (entry) => sha256(Buffer.of(0), entry);
const nodeHash = (left, right) => sha256(Buffer.of(1), left, right);

function split(size) {
  let k = 1;
  while (k * 2 < size) k *= 2;
  return k;
}

function treeHash(entries) {
  if (entries.length === 1) return leafHash(entries[0]);
  const k = split(entries.length);
  return nodeHash(treeHash(entries.slice(0, k)), treeHash(entries.slice(k)));
}

function auditPath(index, entries) {
  if (entries.length === 1) return [];
  const k = split(entries.length);
  const [left, right] = [entries.slice(0, k), entries.slice(k)];
  return index < k ? [...auditPath(index, left), treeHash(right)]
    : [...auditPath(index - k, right), treeHash(left)];
}

// ---- a made-up report and its proof; `change` alters one part before all is put together

const origin = 'log.example.cn/credence';
const visible = '\n  公共信用信息报告\n\t报告编号：R-2026-0001 \r\n 行政处罚\f0 条  ';
const plain = '公共信用信息报告 报告编号：R-2026-0001 行政处罚 0 条';
const pair = crypto.generateKeyPairSync('ed25519');
const rawKey = (pub) => Buffer.from(pub.export({ format: 'jwk' }).x, 'base64url');

function verifierKey(name, key, algorithm = 1) {
  const typed = Buffer.concat([Buffer.of(algorithm), key]);
  const id = sha256(Buffer.from(name + '\n'), typed).subarray(0, 4);
  return { id, text: `${name}+${hex(id)}+${typed.toString('base64')}` };
}

const logKey = verifierKey(origin, rawKey(pair.publicKey));

function statementOf(changes = {}) {
  return {
    statement: 'report_form', number: 'R-2026-0001', form: 'html',
    made: '2026-03-02T09:30:00+08:00', issuer: '某市公共信用信息中心', subject: '某某有限公司',
    text_sha256: hex(sha256(Buffer.from(plain))),
    sha256: '00'.repeat(32), ...changes,
  };
}

function signatureLine(name, id, secret, text) {
  const signature = crypto.sign(null, Buffer.from(text), secret);
  return `— ${name} ${Buffer.concat([id, signature]).toString('base64')}`;
}

function made(size, index, change = {}) {
  const salt = crypto.randomBytes(16);
  const json = change.json ?? Buffer.from(JSON.stringify(statementOf(change.statement)));
  const extra = Buffer.concat([salt, json]);
  const entries = Array.from({ length: size }, (_, i) => sha256(Buffer.from(`other ${i}`)));
  entries[index] = Buffer.concat([Buffer.of(change.kind ?? 0x0d), sha256(extra)]);
  const root = treeHash(entries).toString('base64');
  const checkpoint = `${change.origin ?? origin}\n${size}\n${root}\n${change.extension ?? ''}`;
  return {
    extra, index: String(index), path: auditPath(index, entries), checkpoint,
    signatures: [signatureLine(origin, logKey.id, pair.privateKey, checkpoint)],
  };
}

function proofText({ extra, index, path, checkpoint, signatures }) {
  return ['c2sp.org/tlog-proof@v1', `extra ${extra.toString('base64')}`, `index ${index}`,
    ...path.map((hash) => hash.toString('base64')), '',
    checkpoint + '\n' + signatures.join('\n'), ''].join('\n');
}

const outcome = (proof, key = logKey.text, text = visible) =>
  check.checkReport(typeof proof === 'string' ? proof : proofText(proof), key, text);

function expectBroken(outcomeOf, reason = /./) {
  assert.equal(outcomeOf.state, 'broken');
  assert.match(outcomeOf.reason, reason);
}

const unreadable = /unreadable/;
const wrongSignature = /signature is wrong/;
const unsigned = /no signature/;
const unfit = /does not fit/;

function flipped(bytes, at, bit = 1) {
  const copy = Buffer.from(bytes);
  copy[at] ^= bit;
  return copy;
}

// ---- facts

const facts = {
  'the script can stand inside a script element'() {
    assert.ok(!/<\/script|<!--/i.test(source));
    assert.ok(source.startsWith('// SPDX-License-Identifier: Apache-2.0\n'));
    assert.ok(Buffer.byteLength(source) < 14 * 1024);
  },

  'SHA-256 and SHA-512 give the known values'() {
    const abc = Buffer.from('abc');
    assert.equal(hex(check.sha256(abc)),
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    assert.equal(hex(check.sha256(Buffer.alloc(0))),
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    assert.equal(hex(check.sha512(abc)),
      'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a' +
      '2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f');
  },

  'SHA-256 and SHA-512 agree with node at every length around the block sizes'() {
    for (const length of [...Array(300).keys(), 4095, 70000]) {
      const bytes = crypto.randomBytes(length);
      for (const name of ['sha256', 'sha512']) {
        const expected = crypto.createHash(name).update(bytes).digest('hex');
        assert.equal(hex(check[name](bytes)), expected, `${name} of ${length} bytes`);
      }
    }
  },

  'Ed25519 accepts the vectors of RFC 8032 section 7.1'() {
    const vectors = [
      ['d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', '',
        'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'],
      ['3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', '72',
        '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'],
      ['fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025', 'af82',
        '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a'],
    ].map((vector) => vector.map(fromHex));
    for (const [key, message, signature] of vectors) {
      assert.ok(check.ed25519Verify(key, message, signature));
      assert.ok(!check.ed25519Verify(key, Buffer.concat([message, Buffer.of(0)]), signature));
    }
  },

  'Ed25519 agrees with node on good and on damaged signatures'() {
    for (let i = 0; i < 24; ++i) {
      const { publicKey, privateKey } = crypto.generateKeyPairSync('ed25519');
      const message = crypto.randomBytes(i * 7);
      const good = crypto.sign(null, message, privateKey);
      const key = rawKey(publicKey);
      assert.ok(check.ed25519Verify(key, message, good));
      const bad = flipped(good, crypto.randomInt(64), 1 << crypto.randomInt(8));
      assert.equal(crypto.verify(null, message, publicKey, bad), false);
      assert.ok(!check.ed25519Verify(key, message, bad));
      assert.ok(!check.ed25519Verify(flipped(key, i), message, good));
    }
  },

  'Ed25519 refuses a second spelling of the same signature, and wrong lengths'() {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const message = Buffer.from('m');
    const key = rawKey(pair.publicKey);
    const good = crypto.sign(null, message, pair.privateKey);
    const s = BigInt('0x' + hex(Buffer.from(good.subarray(32)).reverse())) + order;
    const high = Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse();
    assert.ok(!check.ed25519Verify(key, message, Buffer.concat([good.subarray(0, 32), high])));
    assert.ok(!check.ed25519Verify(key, message, good.subarray(0, 63)));
    assert.ok(!check.ed25519Verify(key.subarray(1), message, good));
    assert.ok(!check.ed25519Verify(Buffer.alloc(32, 0xff), message, good));
    // The neutral point "signs" everything with S = 0; two other spellings of it are no points.
    const neutral = Buffer.concat([Buffer.of(1), Buffer.alloc(63)]);
    const signed = flipped(neutral.subarray(0, 32), 31, 0x80);
    const beyondP = Buffer.concat([Buffer.of(0xee), Buffer.alloc(30, 0xff), Buffer.of(0x7f)]);
    for (const spelling of [signed, beyondP])
      assert.ok(!check.ed25519Verify(spelling, message, neutral));
  },

  'inclusion holds for every leaf of small trees, at its own index and size only'() {
    for (let size = 1; size <= 17; ++size) {
      const entries = Array.from({ length: size }, (_, i) => Buffer.of(i));
      const root = treeHash(entries);
      for (let index = 0; index < size; ++index) {
        const path = auditPath(index, entries);
        for (let asked = 0; asked <= size; ++asked) {
          const leaf = leafHash(entries[index]);
          const got = check.included(leaf, BigInt(asked), BigInt(size), path, root);
          assert.equal(got, asked === index, `leaf ${index} of ${size} asked as ${asked}`);
        }
      }
    }
  },

  'a path longer than the tree is high is refused, whatever it hashes to'() {
    const [leaf, more] = [leafHash(Buffer.of(1)), crypto.randomBytes(32)];
    for (const root of [nodeHash(leaf, more), nodeHash(more, leaf)])
      assert.equal(check.included(leaf, 0n, 1n, [more], root), false);
  },

  'a report as it was made is genuine, in under a second'() {
    for (const [size, indexes] of [[1, [0]], [2, [0, 1]], [7, [0, 3, 5, 6]], [8, [0, 4, 7]],
      [300, [0, 1, 127, 255, 256, 287, 298, 299]]]) {
      for (const index of indexes) {
        const text = proofText(made(size, index));
        const start = performance.now();
        const got = outcome(text);
        assert.ok(performance.now() - start < 1000);
        assert.equal(got.state, 'genuine', got.reason);
        assert.equal(got.statement.number, 'R-2026-0001');
        assert.equal(got.key.id, hex(logKey.id));
      }
    }
  },

  'a changed text is changed, blanks aside'() {
    const proof = made(7, 3);
    assert.equal(outcome(proof, logKey.text, visible.replace('0 条', '1 条')).state, 'changed');
    assert.equal(outcome(proof, logKey.text, '').state, 'changed');
    assert.equal(outcome(proof, logKey.text, plain).state, 'genuine');
    assert.equal(outcome(proof, logKey.text, plain.replace(' ', '\u00a0')).state, 'changed');
  },

  'a damaged path, root or signature is refused'() {
    for (const [size, index] of [[2, 1], [7, 6], [300, 257]]) {
      const good = made(size, index);
      good.path.forEach((hash, i) => {
        for (let at = 0; at < 32; at += 5) {
          const path = good.path.map((one, j) => (j === i ? flipped(hash, at) : one));
          expectBroken(outcome({ ...good, path }), unfit);
        }
        expectBroken(outcome({ ...good, path: good.path.filter((_, j) => j !== i) }), unfit);
      });
      for (const more of [good.path[0], crypto.randomBytes(32)]) {
        expectBroken(outcome({ ...good, path: [...good.path, more] }), unfit);
        expectBroken(outcome({ ...good, path: [more, ...good.path] }), unfit);
      }
      expectBroken(outcome({ ...good, path: [...good.path].fill(Buffer.alloc(31)) }), unreadable);

      const [name, shown, root] = good.checkpoint.split('\n');
      const otherRoot = flipped(Buffer.from(root, 'base64'), 9).toString('base64');
      for (const checkpoint of [`${name}\n${shown}\n${otherRoot}\n`,
        `${name}\n${size + 1}\n${root}\n`, `x${name}\n${shown}\n${root}\n`])
        expectBroken(outcome({ ...good, checkpoint }), wrongSignature);
      const coded = Buffer.from(good.signatures[0].split(' ')[2], 'base64');
      for (let at = 0; at < 68; at += 3) {
        const signatures = [`— ${origin} ${flipped(coded, at).toString('base64')}`];
        expectBroken(outcome({ ...good, signatures }), at < 4 ? unsigned : wrongSignature);
      }
    }
  },

  'a damaged salt, statement, index or kind is refused'() {
    const good = made(300, 130);
    for (let at = 0; at < good.extra.length; at += 7)
      expectBroken(outcome({ ...good, extra: flipped(good.extra, at) }), unfit);
    for (const index of ['0', '129', '131', '299', '300', '130000'])
      expectBroken(outcome({ ...good, index }), unfit);
    for (const index of ['', '-1', '0130', '130 ', '1e2', '99999999999999999999'])
      expectBroken(outcome({ ...good, index }), unreadable);
    for (const kind of [0x00, 0x0c, 0x0e, 0xff]) expectBroken(outcome(made(7, 3, { kind })), unfit);
  },

  'a logged statement of another sort is refused'() {
    for (const statement of [{ statement: 'report' }, { form: 'pdf' }, { number: 7 },
      { issuer: undefined }, { text_sha256: 'AB'.repeat(32) }])
      expectBroken(outcome(made(7, 3, { statement })), /not an HTML report/);
    for (const json of ['', 'null', '{', '\ufeff{}'])
      expectBroken(outcome(made(7, 3, { json: Buffer.from(json) })), unreadable);
    expectBroken(outcome(made(7, 3, { json: Buffer.of(0x22, 0xff, 0x22) })), unreadable);
  },

  'a key that is not its id, or of another algorithm, is refused'() {
    const good = made(8, 4);
    const key = rawKey(pair.publicKey);
    const [name, id, coded] = logKey.text.split(/\+(.{8})\+/);
    const otherId = (id[0] === '0' ? '1' : '0') + id.slice(1);
    expectBroken(outcome(good, `${name}+${otherId}+${coded}`), /its key id/);
    expectBroken(outcome(good, `${name}x+${id}+${coded}`), /its key id/);
    expectBroken(outcome(good, verifierKey(origin, key, 2).text), unreadable);
    expectBroken(outcome(good, verifierKey(origin, key.subarray(1)).text), unreadable);
    const stranger = rawKey(crypto.generateKeyPairSync('ed25519').publicKey);
    expectBroken(outcome(good, verifierKey(origin, stranger).text), unsigned);
    expectBroken(outcome(good, verifierKey('other.example', key).text), unsigned);
    for (const text of ['', name, `${name}+${id}`, `${name}+${id}+***`, `a b+${id}+${coded}`])
      expectBroken(outcome(good, text), unreadable);
    assert.equal(outcome(good, `\n  ${logKey.text}\n`).state, 'genuine');
  },

  'signatures of unknown keys are ignored, a failing one of our key is not'() {
    const good = made(8, 7);
    const witness = `— witness.example ${crypto.randomBytes(76).toString('base64')}`;
    const sameName = `— ${origin} ${crypto.randomBytes(68).toString('base64')}`;
    const failing =
      `— ${origin} ${Buffer.concat([logKey.id, crypto.randomBytes(64)]).toString('base64')}`;
    const [ours] = good.signatures;
    assert.equal(outcome({ ...good, signatures: [witness, ours, sameName] }).state, 'genuine');
    expectBroken(outcome({ ...good, signatures: [witness, sameName] }), unsigned);
    expectBroken(outcome({ ...good, signatures: [ours, failing] }), wrongSignature);
    expectBroken(outcome({ ...good, signatures: [ours.replace('—', '-')] }), unreadable);
    expectBroken(outcome({ ...good, signatures: [] }), unreadable);
  },

  'extension lines are signed text; a checkpoint of another log is refused'() {
    assert.equal(outcome(made(7, 6, { extension: 'extension\n' })).state, 'genuine');
    expectBroken(outcome(made(7, 6, { origin: 'other.example' })), /another/);
  },

  'an unreadable proof is refused, and nothing is thrown'() {
    const text = proofText(made(7, 3));
    assert.equal(outcome('\n' + text).state, 'genuine');
    for (const bad of ['', '\n\n', 'x', text.replace('@v1', '@v2'), text.replace(/^extra.*\n/m, ''),
      text.replace(/^index.*\n/m, ''), text.replace('\n\n', '\n'), text.replace('\n\n', '\n\n\n\n'),
      text.replace(/\n/g, '\r\n'), text.replace('extra ', 'extra  '), text.replace('extra ', 'other '),
      text.replace('index ', 'where '), text + '\nmore\n', text.replace(/=\n/, '\n')])
      expectBroken(outcome(bad), unreadable);
    for (let length = 0; length < text.length - 1; length += 3)
      expectBroken(outcome(text.slice(0, length)));
    for (const odd of [undefined, null, 7, {}]) {
      expectBroken(check.checkReport(odd, logKey.text, visible), unreadable);
      expectBroken(check.checkReport(text, odd, visible), unreadable);
      expectBroken(check.checkReport(text, logKey.text, odd), unreadable);
    }
  },

  'the page shows the outcome as text, with a class'() {
    const proof = made(7, 3);
    const genuine = shown(proofText(proof), logKey.text, visible);
    assert.equal(genuine.className, 'genuine');
    for (const part of ['✓', 'Unchanged', 'R-2026-0001', '某市公共信用信息中心', '2026-03-02T09:30:00+08:00',
      origin, hex(logKey.id), logKey.text]) assert.ok(genuine.textContent.includes(part), part);
    const changed = shown(proofText(proof), logKey.text, visible + '。');
    assert.equal(changed.className, 'changed');
    assert.match(changed.textContent, /^✗ 本报告内容已被改动/);
    const broken = shown('', logKey.text, visible);
    assert.equal(broken.className, 'broken');
    assert.match(broken.textContent, /^✗ 无法核验/);
  },

  'the page waits until it is read whole'() {
    const page = fakePage(proofText(made(1, 0)), logKey.text, visible, 'loading');
    loaded({ document: page });
    assert.equal(page.place.className, undefined);
    page.ready();
    assert.equal(page.place.className, 'genuine');
  },

  'a page with two reports, or none, is refused'() {
    const page = fakePage(proofText(made(1, 0)), logKey.text, visible);
    page.parts.main.push({ textContent: 'another' });
    loaded({ document: page });
    assert.equal(page.place.className, 'broken');
    assert.match(page.place.textContent, /one main/);
    page.parts.main = [];
    assert.equal(check.checkPage(page).state, 'broken');
    assert.equal(check.checkPage({}).state, 'broken');
    check.show({ querySelector: () => null }); // no place to write: nothing to do
  },
};

// ---- a document with as much as the script asks of one; what it does not have would throw

function fakePage(proof, key, text, readyState = 'interactive') {
  const place = {};
  const parts = {
    main: [{ textContent: text }], '#self-check': [place],
    '#credence-proof': [{ textContent: proof }], '#credence-key': [{ textContent: key }],
  };
  const page = {
    place, parts, readyState,
    querySelectorAll: (selector) => parts[selector],
    querySelector: (selector) => parts[selector][0] ?? null,
    addEventListener: (name, run) => { if (name === 'DOMContentLoaded') page.ready = run; },
  };
  return page;
}

function shown(...parts) {
  const page = fakePage(...parts);
  loaded({ document: page });
  return page.place;
}

function pageText() {
  return `<!doctype html><html lang="zh"><meta charset="utf-8"><title>report</title>
<style>#self-check{white-space:pre-line}</style>
<main>${visible.replace('0 条', '<b>0</b> 条')}</main><div id="self-check" role="status"></div>
<script type="text/plain" id="credence-proof">\n${proofText(made(300, 257))}</script>
<script type="text/plain" id="credence-key">${logKey.text}</script>
<script>\n${source}</script></html>\n`;
}

for (const [fact, test] of Object.entries(facts)) {
  try {
    test();
  } catch (error) {
    console.error(`failed: ${fact}`);
    throw error;
  }
}
console.log(`${Object.keys(facts).length} facts hold`);
if (process.argv[2]) fs.writeFileSync(process.argv[2], pageText());
