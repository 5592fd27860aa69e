// SPDX-License-Identifier: Apache-2.0
// The acts on one account. Each is grave: it is confirmed for itself.
import { ref, shallowRef } from 'vue';
import { type Schemas, post } from '@/api/client';
import { useAct } from '@/shared/load';
import { copyOf } from './grants';
import { gravely } from './register';

type Account = Schemas['AccountView'];
export type AccountAct = 'suspension' | 'restoration' | 'leaving' | 'grant' | 'certificate' | 'renewal';
type Say = (key: string, values?: Record<string, unknown>) => string;

export function useAccount(account: Account, t: Say, changed: () => void) {
  const shown = shallowRef(account);
  const said = ref('');
  const link = shallowRef<Schemas['LinkAnswer']>();
  const grant = ref<Schemas['Grant']>(copyOf(account.grant));
  const certificate = ref('');
  const path = { name: account.name };

  const changes: Record<Exclude<AccountAct, 'renewal'>, (confirmation: string) => Promise<Account>> = {
    suspension: (confirmation) => post('/api/v1/accounts/{name}/suspension', { path, confirmation }),
    restoration: (confirmation) => post('/api/v1/accounts/{name}/restoration', { path, confirmation }),
    leaving: (confirmation) => post('/api/v1/accounts/{name}/leaving', { path, confirmation }),
    grant: (confirmation) => post('/api/v1/accounts/{name}/grant', { path, confirmation, body: grant.value }),
    certificate: (confirmation) => post('/api/v1/accounts/{name}/certificate', { path, confirmation, body: { certificate: certificate.value.trim() } }),
  };

  async function renew(confirmation: string): Promise<true> {
    link.value = await post('/api/v1/accounts/{name}/renewal', { path, confirmation });
    return true;
  }
  async function change(kind: Exclude<AccountAct, 'renewal'>, confirmation: string): Promise<true> {
    shown.value = await changes[kind](confirmation);
    said.value = t(`done.${kind}`);
    certificate.value = '';
    return true;
  }

  const act = useAct(async (kind: AccountAct) => {
    said.value = '';
    const done = await gravely(`POST /api/v1/accounts/{name}/${kind}`, t(`what.${kind}`, { name: account.name }), (confirmation) =>
      kind === 'renewal' ? renew(confirmation) : change(kind, confirmation));
    if (done) changed();
  });

  return { shown, said, link, grant, certificate, act };
}
