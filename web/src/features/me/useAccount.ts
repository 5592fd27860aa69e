// SPDX-License-Identifier: Apache-2.0
import { computed, ref } from 'vue';
import { get, post } from '@/api/client';
import { useAct, useLoad } from '@/shared/load';
import { loadSession, session } from '@/shared/session';

export function useAccount() {
  const loaded = useLoad(async (signal) => {
    const [roles, sessions] = await Promise.all([get('/api/v1/roles', { signal }), get('/api/v1/sessions', { signal })]);
    return { roles, sessions };
  });

  // An organisation's account has its code for a unit. Its own file would be a look; its public name is none.
  const subjectName = ref('');
  const code = session.value?.account.is_subject ? session.value.account.unit : '';
  if (code.length === 18 && code.startsWith('9'))
    void get('/api/v1/search', { query: { q: code, limit: 1 } })
      .then((found) => (subjectName.value = found.hits[0]?.name ?? code))
      .catch(() => (subjectName.value = code));

  const ended = ref(false);
  const ending = useAct(async () => {
    ended.value = false;
    await post('/api/v1/sessions/end-others');
    await loaded.reload();
    ended.value = true;
  });

  const form = ref({ old: '', fresh: '', again: '' });
  const differ = computed(() => form.value.again !== '' && form.value.again !== form.value.fresh);
  const changed = ref(false);
  const changing = useAct(async () => {
    changed.value = false;
    await post('/api/v1/account/password', { body: { old_password: form.value.old, new_password: form.value.fresh } });
    form.value = { old: '', fresh: '', again: '' };
    await Promise.all([loadSession(true), loaded.reload()]);
    changed.value = true;
  });

  return { ...loaded, ending, ended, form, differ, changing, changed, subjectName };
}
