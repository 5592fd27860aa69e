// SPDX-License-Identifier: Apache-2.0
// The pages of this feature stand beside each other.
export const tabs = [
  { to: '/laws', key: 'laws' },
  { to: '/catalogue', key: 'catalogue' },
  { to: '/measures', key: 'measures' },
  { to: '/matters', key: 'matters' },
] as const;
export type TabKey = (typeof tabs)[number]['key'];
