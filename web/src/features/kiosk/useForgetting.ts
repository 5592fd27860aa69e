// SPDX-License-Identifier: Apache-2.0
import { onMounted, onScopeDispose, ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { type Patience, patienceAt } from './forgetting';
import { forget } from './visitor';

const touches = ['pointerdown', 'keydown', 'wheel'] as const;

export function useForgetting() {
  const route = useRoute();
  const router = useRouter();
  const patience = ref<Patience>(patienceAt(0));
  let touched = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;

  function touch(): void {
    touched = Date.now();
    patience.value = patienceAt(0);
  }
  // The warning is answered by its own button: it would vanish under a finger that is still down,
  // and the touch would fall on what lies beneath.
  function used(): void {
    if (patience.value.state !== 'warning' || route.path === '/kiosk') touch();
  }
  // The page goes first: nothing of it stays in sight while the server is told.
  async function finish(): Promise<void> {
    touch();
    await router.replace('/kiosk');
    await forget();
  }
  function look(): void {
    patience.value = patienceAt(Date.now() - touched);
    if (patience.value.state !== 'over') return;
    if (route.path === '/kiosk') void forget(); // language and size of the last one
    else void finish();
    touch();
  }
  // A page that the browser kept aside shows the visitor before: it is loaded anew.
  function shownAgain(event: PageTransitionEvent): void {
    if (event.persisted) location.replace('/kiosk');
  }

  onMounted(() => {
    timer = setInterval(look, 1000);
    for (const one of touches) addEventListener(one, used, { capture: true, passive: true });
    addEventListener('pageshow', shownAgain);
    void finish(); // whoever was here before the page was loaded
  });
  onScopeDispose(() => {
    clearInterval(timer);
    for (const one of touches) removeEventListener(one, used, { capture: true });
    removeEventListener('pageshow', shownAgain);
  });
  return { patience, touch, finish };
}
