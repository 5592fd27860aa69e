// SPDX-License-Identifier: Apache-2.0
// A signed answer as a file that anybody can verify: the proof comes in a header beside the answer,
// and carries it in its second line (C2SP tlog-proof, `extra`).

const first = 'c2sp.org/tlog-proof@v1\n';

function base64Of(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}

function textOf(base64: string): string {
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (one) => one.charCodeAt(0)));
}

// `header`: of Credence-Proof. `answer`: the body, byte for byte as it was signed.
export function proofFile(header: string, answer: string): string {
  const proof = textOf(header);
  if (!proof.startsWith(first)) throw new Error('not a tlog-proof');
  return `${first}extra ${base64Of(answer)}\n${proof.slice(first.length)}`;
}
