// SPDX-License-Identifier: Apache-2.0
// Chinese first, English by a switch that is remembered in this browser. `?lang=en` sets it too.
import { type Ref, ref, watchEffect } from 'vue';
import { createI18n, useI18n } from 'vue-i18n';
import type { Words } from '@/api/client';
import { type Both, type Texts, common } from './texts';

export type Language = 'zh' | 'en';

// Browsers may refuse storage; then the choice holds for this page.
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
export function remember(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // As above.
  }
}

function first(): Language {
  const asked = typeof location === 'undefined' ? null : new URLSearchParams(location.search).get('lang');
  return (asked ?? remembered('language')) === 'en' ? 'en' : 'zh';
}

type Translate = (key: string, values?: Record<string, unknown>) => string;

// Missing texts are no matter of run time: they do not compile (texts.ts).
const quiet = { missingWarn: false, fallbackWarn: false };
const locale: Ref<string> = ref(first());

export const i18n = createI18n({ legacy: false, locale: locale.value, fallbackLocale: 'zh', messages: common as Record<string, Texts>, ...quiet });

export function language(): Language {
  return locale.value as Language;
}

export function setLanguage(to: Language): void {
  locale.value = to;
  (i18n.global as unknown as { locale: Ref<string> }).locale.value = to;
  remember('language', to);
}

if (typeof document !== 'undefined')
  watchEffect(() => {
    document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
  });

// A feature's own texts, beside it in texts.ts; those of shared/ behind them.
export function useTexts(own: Both<Texts>): { t: Translate } {
  const local = useI18n as unknown as (settings: object) => { t: Translate };
  const { t } = local({ useScope: 'local', inheritLocale: true, messages: own, ...quiet });
  return { t };
}

// What the server says in both languages, in the one that is read here.
export function words(both: Words | undefined | null): string {
  if (!both) return '';
  return (language() === 'en' ? both.en || both.zh : both.zh) || '';
}
