// SPDX-License-Identifier: Apache-2.0
// The secret of an authenticator, for fingers and for apps.

export function grouped(secret: string): string {
  return secret.replace(/(.{4})(?=.)/g, '$1 ');
}

// As authenticator apps read it (Key URI Format).
export function authenticatorAddress(secret: string, account: string): string {
  const issuer = encodeURIComponent('明信');
  return `otpauth://totp/${issuer}:${encodeURIComponent(account || 'credence')}?secret=${secret}&issuer=${issuer}`;
}
