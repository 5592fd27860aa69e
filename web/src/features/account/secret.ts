// SPDX-License-Identifier: Apache-2.0
// The secret of an authenticator, as fingers type it.

export function grouped(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}
