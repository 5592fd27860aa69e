// SPDX-License-Identifier: Apache-2.0
// A report checks itself, offline: that its visible text is what the issuer logged and signed.
// It is inlined in the page, which a browser opens from file://, where WebCrypto may be missing.
// After FIPS 180-4 and RFC 6234 (SHA-2), RFC 8032 (Ed25519), RFC 6962 and RFC 9162 (Merkle
// trees), RFC 4648 (Base 64), c2sp.org/signed-note, tlog-checkpoint and tlog-proof.
(function () {
  'use strict';

  const FORM_KIND = 0x0d; // the log's entry kind for a report form
  const SALT_BYTES = 16;
  const ED25519_KEY = 0x01; // the signed note's algorithm byte
  const MEMBERS = ['statement', 'number', 'form', 'made', 'issuer', 'subject', 'text_sha256'];

  // ---- bytes

  const utf8 = (text) => new TextEncoder().encode(text);
  const hex = (bytes) => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');

  function joined(...parts) {
    const out = [];
    for (const part of parts) for (const byte of part) out.push(byte);
    return Uint8Array.from(out);
  }

  const UNREADABLE = '证明或公钥无法读取。The proof or the key is unreadable.';

  // What else is thrown (by atob, JSON.parse and so on) counts as unreadable.
  function must(holds, reason = UNREADABLE) {
    if (!holds) throw { reason };
  }

  // atob forgives blanks, padding and stray bits; one value must have one spelling.
  function base64(text, length) {
    const raw = atob(text);
    must(btoa(raw) === text && (!length || raw.length === length));
    return Uint8Array.from(raw, (c) => c.charCodeAt(0));
  }

  // ---- SHA-2 (FIPS 180-4). Its constants are the first bits of roots of primes; SHA-256 takes
  // the upper halves of SHA-512's, so both are computed here rather than listed.

  function primes(count) {
    const found = [];
    for (let n = 2; found.length < count; ++n) if (found.every((p) => n % p)) found.push(n);
    return found;
  }

  // The first 64 bits after the point of the root: the whole root of prime * 2^(64 * degree).
  function rootBits(prime, degree) {
    const value = BigInt(prime) << (64n * degree);
    let root = 0n;
    for (let bit = 1n << 67n; bit; bit >>= 1n) if ((root | bit) ** degree <= value) root |= bit;
    return BigInt.asUintN(64, root);
  }

  const wrap64 = (x) => BigInt.asUintN(64, x);
  const upper = (word) => Number(word >> 32n) | 0;

  const SHA512 = {
    start: primes(8).map((p) => rootBits(p, 2n)), round: primes(80).map((p) => rootBits(p, 3n)),
    block: 128, get: 'getBigUint64', set: 'setBigUint64', wrap: wrap64,
    turn: (x, n) => wrap64((x >> n) | (x << (64n - n))), shift: (x, n) => x >> n,
    turns: [1n, 8n, 7n, 19n, 61n, 6n, 14n, 18n, 41n, 28n, 34n, 39n],
  };
  const SHA256 = {
    start: SHA512.start.map(upper), round: SHA512.round.slice(0, 64).map(upper),
    block: 64, get: 'getInt32', set: 'setInt32', wrap: (x) => x | 0,
    turn: (x, n) => (x >>> n) | (x << (32 - n)), shift: (x, n) => x >>> n,
    turns: [7, 18, 3, 17, 19, 10, 6, 11, 25, 2, 13, 22],
  };

  function padded(bytes, block) {
    const size = Math.ceil((bytes.length + 1 + block / 8) / block) * block;
    const view = new DataView(new ArrayBuffer(size));
    const all = new Uint8Array(view.buffer);
    all.set(bytes);
    all[bytes.length] = 0x80;
    view.setBigUint64(size - 8, BigInt(bytes.length) * 8n);
    return view;
  }

  function sha2({ start, round, block, get, set, wrap, turn, shift, turns }, bytes) {
    const view = padded(bytes, block);
    const width = block / 16;
    const [l0, l1, l2, m0, m1, m2, e0, e1, e2, a0, a1, a2] = turns;
    let state = start;
    const w = [];
    for (let at = 0; at < view.byteLength; at += block) {
      for (let i = 0; i < round.length; ++i) {
        if (i < 16) {
          w[i] = view[get](at + width * i);
        } else {
          const x = w[i - 15];
          const y = w[i - 2];
          const low = turn(x, l0) ^ turn(x, l1) ^ shift(x, l2);
          const high = turn(y, m0) ^ turn(y, m1) ^ shift(y, m2);
          w[i] = wrap(w[i - 16] + low + w[i - 7] + high);
        }
      }
      let [a, b, c, d, e, f, g, h] = state;
      for (let i = 0; i < round.length; ++i) {
        const choice = (turn(e, e0) ^ turn(e, e1) ^ turn(e, e2)) + ((e & f) ^ (~e & g));
        const majority = (turn(a, a0) ^ turn(a, a1) ^ turn(a, a2)) + ((a & b) ^ (a & c) ^ (b & c));
        const t = h + choice + round[i] + w[i];
        h = g; g = f; f = e; e = wrap(d + t);
        d = c; c = b; b = a; a = wrap(t + majority);
      }
      state = [a, b, c, d, e, f, g, h].map((word, i) => wrap(word + state[i]));
    }
    const out = new DataView(new ArrayBuffer(block / 2));
    state.forEach((word, i) => out[set](width * i, word));
    return new Uint8Array(out.buffer);
  }

  const sha256 = (bytes) => sha2(SHA256, bytes);
  const sha512 = (bytes) => sha2(SHA512, bytes);

  // ---- Ed25519 (RFC 8032 section 5.1); a point is [X, Y, Z, T], extended coordinates

  const P = 2n ** 255n - 19n;
  const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
  const mod = (x) => ((x % P) + P) % P;

  function power(base, exponent) {
    let out = 1n;
    for (let b = base, e = exponent; e; e >>= 1n, b = (b * b) % P) if (e & 1n) out = (out * b) % P;
    return out;
  }

  const inverse = (x) => power(mod(x), P - 2n);
  const D = mod(-121665n * inverse(121666n));
  const little = (bytes) => BigInt('0x' + hex(Uint8Array.from(bytes).reverse()));

  // Section 5.1.3; null where the bytes are no point.
  function point(bytes) {
    const odd = BigInt(bytes[31] >> 7);
    const y = BigInt.asUintN(255, little(bytes));
    if (y >= P) return null;
    const square = mod((y * y - 1n) * inverse(D * y * y + 1n));
    let x = power(square, (P + 3n) / 8n);
    if (mod(x * x) !== square) x = mod(x * power(2n, (P - 1n) / 4n));
    if (mod(x * x) !== square || (x === 0n && odd)) return null;
    if ((x & 1n) !== odd) x = P - x;
    return [x, y, 1n, mod(x * y)];
  }

  // Section 5.1.4; the formula is complete, so it doubles too.
  function sum([x1, y1, z1, t1], [x2, y2, z2, t2]) {
    const a = (y1 - x1) * (y2 - x2);
    const b = (y1 + x1) * (y2 + x2);
    const c = mod(2n * t1 * t2) * D;
    const d = 2n * z1 * z2;
    const [e, f, g, h] = [mod(b - a), mod(d - c), mod(d + c), mod(b + a)];
    return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
  }

  function times(scalar, start) {
    let out = [0n, 1n, 1n, 0n];
    for (let s = scalar, q = start; s; s >>= 1n, q = sum(q, q)) if (s & 1n) out = sum(out, q);
    return out;
  }

  const BASE = point(Uint8Array.from([0x58].concat(Array(31).fill(0x66)))); // y = 4/5, x even

  // Section 5.1.7: S B = R + k A, asked as S B - k A = R so that R is compared as written.
  function ed25519Verify(key, message, signature) {
    if (key.length !== 32 || signature.length !== 64) return false;
    const a = point(key);
    const r = signature.slice(0, 32);
    const s = little(signature.slice(32));
    if (!a || s >= ORDER) return false;
    const k = little(sha512(joined(r, key, message))) % ORDER;
    const [x, y, z] = sum(times(s, BASE), times(k, [P - a[0], a[1], 1n, P - a[3]]));
    const back = inverse(z);
    return little(r) === (mod(y * back) | ((mod(x * back) & 1n) << 255n));
  }

  // ---- the log's key, the proof and the statement

  function readKey(text) {
    const [line, name, id, coded] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim());
    const bytes = base64(coded, 33);
    must(bytes[0] === ED25519_KEY);
    must(hex(sha256(joined(utf8(name + '\n'), bytes)).slice(0, 4)) === id,
      '公钥与其编号不符。The key does not have its key id.');
    return { line, name, id, bytes: bytes.slice(1) };
  }

  function decimal(text) {
    must(/^(0|[1-9][0-9]{0,18})$/.test(text));
    return BigInt(text);
  }

  // Three blocks parted by empty lines: index and path, checkpoint, signatures. The page's
  // writer may set newlines around the whole.
  function readProof(text) {
    const blocks = text.replace(/^\n+|\n+$/g, '').split('\n\n');
    must(blocks.length === 3);
    const [version, extra, index, ...path] = blocks[0].split('\n');
    must(version === 'c2sp.org/tlog-proof@v1');
    must(extra.startsWith('extra ') && index.startsWith('index '));
    const [origin, size, root] = blocks[1].split('\n');
    return {
      extra: base64(extra.slice(6)), index: decimal(index.slice(6)),
      path: path.map((line) => base64(line, 32)),
      origin, size: decimal(size), root: base64(root, 32),
      signed: utf8(blocks[1] + '\n'), signatures: blocks[2].split('\n'),
    };
  }

  // Signatures of unknown keys are ignored; one of our key that fails refuses the whole note.
  function checkSignature(proof, key) {
    const ours = proof.signatures
      .map((line) => /^\u2014 ([^\s+]+) (\S+)$/.exec(line))
      .map(([, name, coded]) => ({ name, bytes: base64(coded) }))
      .filter(({ name, bytes }) => name === key.name && hex(bytes.slice(0, 4)) === key.id);
    must(ours.length, '没有该公钥的签名。There is no signature by the key.');
    must(ours.every(({ bytes }) => ed25519Verify(key.bytes, proof.signed, bytes.slice(4))),
      '签名不正确。The signature is wrong.');
    // A key may sign for other logs; what they hold is not what this one holds.
    must(proof.origin === key.name, '签名属于另一日志。The signed log is another.');
  }

  const nodeHash = (left, right) => sha256(joined([1], left, right)); // RFC 6962 section 2.1

  // RFC 9162 section 2.1.3.2, with its names fn and sn.
  function included(leaf, index, size, path, root) {
    if (index >= size) return false;
    let [fn, sn, r] = [index, size - 1n, leaf];
    for (const p of path) {
      if (sn === 0n) return false;
      if (fn & 1n || fn === sn) {
        r = nodeHash(p, r);
        while (!(fn & 1n) && fn) [fn, sn] = [fn >> 1n, sn >> 1n];
      } else {
        r = nodeHash(r, p);
      }
      [fn, sn] = [fn >> 1n, sn >> 1n];
    }
    return sn === 0n && hex(r) === hex(root);
  }

  function checkInclusion({ extra, index, size, path, root }) {
    const leaf = sha256(joined([0, FORM_KIND], sha256(extra)));
    must(included(leaf, index, size, path, root), '证明与日志不符。The proof does not fit the log.');
  }

  function readStatement(extra) {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const statement = JSON.parse(decoder.decode(extra.slice(SALT_BYTES)));
    must(MEMBERS.every((name) => typeof statement[name] === 'string') &&
      statement.statement === 'report_form' && statement.form === 'html' &&
      /^[0-9a-f]{64}$/.test(statement.text_sha256),
      '日志所载不是网页报告。What was logged is not an HTML report.');
    return statement;
  }

  const plainText = (text) => text.replace(/[\t\n\f\r ]+/g, ' ').replace(/^ | $/g, '');

  // The outcome: { state: 'genuine' | 'changed' | 'broken', ... }. Never throws.
  function checkReport(proofText, keyText, visibleText) {
    try {
      const key = readKey(keyText);
      const proof = readProof(proofText);
      checkSignature(proof, key);
      checkInclusion(proof);
      const statement = readStatement(proof.extra);
      const unchanged = hex(sha256(utf8(plainText(visibleText)))) === statement.text_sha256;
      return { state: unchanged ? 'genuine' : 'changed', statement, key };
    } catch (error) {
      return broken(error);
    }
  }

  const broken = (error) => ({ state: 'broken', reason: error.reason || UNREADABLE });

  // ---- the page

  const HEADINGS = {
    genuine: '✓ 本报告内容与出具机构签名日志一致，未被改动（离线核验）。' +
      'Unchanged: the visible text is the one the issuer logged and signed.',
    changed: '✗ 本报告内容已被改动，与出具机构签名日志不一致。' +
      'Changed: the visible text is not the one the issuer logged and signed.',
    broken: '✗ 无法核验本报告，请勿采信。This report cannot be verified; do not rely on it.',
  };

  // The whole key is shown: its id has 32 bits, and another key with that id can be found.
  function describe({ state, reason, statement, key }) {
    if (state === 'broken') return HEADINGS.broken + '\n' + reason;
    return [
      HEADINGS[state],
      `报告编号 Report: ${statement.number}`,
      `出具机构 Issuer: ${statement.issuer}`,
      `出具时间 Made: ${statement.made}`,
      `签名公钥 Key: ${key.name}, ${key.id}`,
      key.line,
      '请与出具机构公布的公钥逐字核对，整页仿造的报告会自带公钥。' +
        'Compare the whole key with the one the issuer publishes: a forged page brings its own.',
    ].join('\n');
  }

  // A second main or proof could show one text and have another checked.
  function onlyText(page, selector) {
    const found = page.querySelectorAll(selector);
    must(found.length === 1, `页面应恰有一个 ${selector}。The page must hold one ${selector}.`);
    return found[0].textContent;
  }

  function checkPage(page) {
    try {
      return checkReport(...['#credence-proof', '#credence-key', 'main']
        .map((selector) => onlyText(page, selector)));
    } catch (error) {
      return broken(error);
    }
  }

  function show(page) {
    const place = page.querySelector('#self-check');
    if (!place) return;
    const outcome = checkPage(page);
    place.className = outcome.state;
    place.textContent = describe(outcome);
  }

  globalThis.credenceCheck = {
    sha256, sha512, ed25519Verify, included, plainText, checkReport, checkPage, describe, show,
  };

  if (typeof document === 'undefined') return;
  if (document.readyState !== 'loading') show(document);
  else document.addEventListener('DOMContentLoaded', () => show(document));
})();
