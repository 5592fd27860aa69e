// SPDX-License-Identifier: Apache-2.0
// Light, dark, or as the system says.
import { ref, watchEffect } from 'vue';
import { remember, remembered } from './language';

export type Theme = 'auto' | 'light' | 'dark';

const kept = remembered('theme');
export const theme = ref<Theme>(kept === 'light' || kept === 'dark' ? kept : 'auto');

watchEffect(() => {
  const root = document.documentElement;
  if (theme.value === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme.value;
  remember('theme', theme.value === 'auto' ? null : theme.value);
});

export function isDark(): boolean {
  if (theme.value !== 'auto') return theme.value === 'dark';
  return matchMedia('(prefers-color-scheme: dark)').matches;
}
