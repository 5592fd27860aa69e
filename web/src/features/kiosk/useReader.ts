// SPDX-License-Identifier: Apache-2.0
// The interface of scanners and card readers: they type like a keyboard, and end with Enter. So
// one input of the page — seen or not — has the focus whenever nothing else of the keyboard's has:
// it takes it on opening and after each touch, and a character typed while a button has the focus
// goes to it too. Who walks through the page with the Tab key is not disturbed. A reader is set to
// send what it reads as plain text and Enter after it; card numbers are account names, as the credit
// centre wrote them on the card when the account was opened.
import { type Ref, nextTick, onMounted, onScopeDispose } from 'vue';

export function useReader(input: Readonly<Ref<HTMLInputElement | null>>): { refocus: () => void } {
  function refocus(): void {
    input.value?.focus({ preventScroll: true });
  }
  function touched(event: PointerEvent): void {
    if (!(event.target instanceof HTMLInputElement)) setTimeout(refocus);
  }
  function typed(event: KeyboardEvent): void {
    const takes = document.activeElement instanceof HTMLInputElement;
    if (!takes && event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.altKey && !event.metaKey) refocus();
  }
  onMounted(async () => {
    addEventListener('pointerup', touched);
    addEventListener('keydown', typed, { capture: true });
    await nextTick();
    setTimeout(refocus);
  });
  onScopeDispose(() => {
    removeEventListener('pointerup', touched);
    removeEventListener('keydown', typed, { capture: true });
  });
  return { refocus };
}
