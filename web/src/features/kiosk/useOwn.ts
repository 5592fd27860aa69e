// SPDX-License-Identifier: Apache-2.0
// Signing in at the machine, one question a page, and the own file.
import { ref } from 'vue';
import { useRouter } from 'vue-router';
import { ProblemError, get } from '@/api/client';
import { useAct } from '@/shared/load';
import { session, signIn } from '@/shared/session';
import { forget, show, visitor } from './visitor';

export type Step = 'name' | 'password' | 'code';

export function useOwn() {
  const router = useRouter();
  const name = ref(visitor.typed.value); // a card that was swiped on the page before
  const step = ref<Step>(name.value ? 'password' : 'name');
  visitor.typed.value = '';
  const password = ref('');
  const code = ref('');

  // The wrong one is not told apart, so all of it is asked again; the account stays to be corrected.
  function askAgain(error: unknown): never {
    const needsCode = error instanceof ProblemError && error.problem.code === 'sign_in.code_required';
    if (!needsCode) password.value = '';
    code.value = '';
    step.value = needsCode ? 'code' : 'name';
    throw error;
  }

  async function openOwnFile(): Promise<void> {
    if (!session.value?.account.is_subject) {
      await forget();
      throw new ProblemError(notOwn);
    }
    show(await get('/api/v1/me/file'), true);
    await router.replace('/kiosk/me');
  }

  const { busy, problem, run } = useAct(async () => {
    await signIn(name.value.trim(), password.value, code.value).catch(askAgain);
    password.value = code.value = '';
    await openOwnFile().catch((error: unknown) => {
      step.value = 'name';
      throw error;
    });
  });

  function go(): void {
    if (step.value === 'name' && !password.value) {
      problem.value = undefined;
      step.value = 'password';
    } else {
      void run();
    }
  }
  return { step, name, password, code, busy, problem, go };
}

const notOwn = {
  status: 403,
  code: 'kiosk.not_own',
  detail: { zh: '这不是企业或个人本人的账号，不能在本机使用。', en: 'This is not an organisation’s or person’s own account; it cannot be used here.' },
  remedy: { zh: '请用本人的账号；没有的，请带证件到服务窗口开户。', en: 'Use your own account; without one, bring your papers to the service window.' },
  basis: '',
  request: '',
  retryAfter: 0,
};
