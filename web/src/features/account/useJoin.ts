// SPDX-License-Identifier: Apache-2.0
// An account opened, or its password set anew, by a one-time link. The link is a secret: it goes to
// the platform and nowhere else.
import { computed, ref } from 'vue';
import { useRouter } from 'vue-router';
import { get, post } from '@/api/client';
import { useAct, useLoad } from '@/shared/load';

export function useJoin(token: string) {
  const router = useRouter();
  const pattern = '/api/v1/joinings/{token}';
  const path = { token };
  // Asked for once: each answer holds another secret, and the one shown is in the phone already.
  const loaded = useLoad((signal) => get(pattern, { path, signal }));
  const opened = computed(() => loaded.data.value?.joining);
  const form = ref({ name: '', password: '', again: '', code: '' });
  const wantsFactor = ref(false);

  const factor = computed(() => opened.value?.second_factor || wantsFactor.value);
  const differ = computed(() => form.value.again !== '' && form.value.again !== form.value.password);
  const secret = computed(() => opened.value?.totp_secret ?? '');
  const name = computed(() => opened.value?.account || form.value.name.trim());

  const joining = useAct(async () => {
    const proof = factor.value ? { totp_secret: secret.value, code: form.value.code.trim() } : { totp_secret: '', code: '' };
    const account = await post(pattern, { path, body: { name: name.value, password: form.value.password, ...proof } });
    await router.replace({ path: '/sign-in', state: { joined: account.name, renewed: Boolean(opened.value?.account) } });
  });

  // A picture of it for the camera of a phone, drawn by the platform.
  const picture = computed(() => `data:image/svg+xml,${encodeURIComponent(loaded.data.value?.totp_qr ?? '')}`);

  return { ...loaded, opened, picture, form, wantsFactor, factor, differ, secret, name, joining };
}
