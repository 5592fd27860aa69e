// SPDX-License-Identifier: Apache-2.0
// An account opened, or its password set anew, by a one-time link. The link is a secret: it goes to
// the platform and nowhere else.
import { computed, ref } from 'vue';
import { useRouter } from 'vue-router';
import { type Words, addressOf, fetchRaw } from '@/api/client';
import { useAct, useLoad } from '@/shared/load';

interface Joining {
  person: string;
  unit: string;
  unit_name: string;
  roles: Words[];
  account: string; // of a renewal
  second_factor: boolean; // must be set up
  totp_secret: string; // base32, fresh
}

// app::Joining and app::JoinForm of the server; not in schema.ts before the server has the address.
const pattern = '/api/v1/joinings/{token}';

export function useJoin(token: string) {
  const router = useRouter();
  const address = addressOf(pattern, { token });
  // Asked for once: each answer holds another secret, and the one shown is in the phone already.
  const loaded = useLoad(async (signal) => (await (await fetchRaw('get', address, { signal })).json()) as Joining);
  const form = ref({ name: '', password: '', again: '', code: '' });
  const wantsFactor = ref(false);

  const factor = computed(() => loaded.data.value?.second_factor || wantsFactor.value);
  const differ = computed(() => form.value.again !== '' && form.value.again !== form.value.password);
  const secret = computed(() => loaded.data.value?.totp_secret ?? '');
  const name = computed(() => loaded.data.value?.account || form.value.name.trim());

  const joining = useAct(async () => {
    const body = JSON.stringify({
      name: name.value, password: form.value.password,
      totp_secret: factor.value ? secret.value : '', code: factor.value ? form.value.code.trim() : '',
    });
    const account = (await (await fetchRaw('post', address, { body, type: 'application/json' })).json()) as { name: string };
    await router.replace({ path: '/sign-in', state: { joined: account.name, renewed: Boolean(loaded.data.value?.account) } });
  });

  return { ...loaded, form, wantsFactor, factor, differ, secret, name, joining };
}
