// SPDX-License-Identifier: Apache-2.0
import { computed, ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useAct } from '@/shared/load';
import { session, signIn } from '@/shared/session';
import { faceOf, ownAddress } from './then';

export function useSignIn() {
  const route = useRoute();
  const router = useRouter();
  const face = faceOf(location.pathname);
  const name = ref(String(history.state?.joined ?? ''));
  const password = ref('');
  const code = ref('');
  const codeAsked = ref(false); // once the server has said so

  function home(): string {
    return session.value?.account.is_subject === false || face === 'work' ? '/work' : '/me';
  }

  async function goOn(): Promise<void> {
    const to = ownAddress(route.query.then, home());
    // Another face is another page.
    if (faceOf(to) === face) await router.replace(to);
    else location.replace(to);
  }

  const { busy, problem, run } = useAct(async () => {
    await signIn(name.value.trim(), password.value, code.value.trim());
    await goOn();
  });

  const needsCode = computed(() => problem.value?.code === 'sign_in.code_required');
  // That a code is needed is the next step, no reproach.
  const refusal = computed(() => (needsCode.value && !code.value ? undefined : problem.value));

  async function enter(): Promise<void> {
    if (await run()) return;
    if (needsCode.value) codeAsked.value = true;
    else if (!codeAsked.value) password.value = '';
    code.value = '';
  }

  return { face, name, password, code, codeAsked, busy, problem: refusal, enter, hasNext: computed(() => Boolean(route.query.then)) };
}
