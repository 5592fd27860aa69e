// SPDX-License-Identifier: Apache-2.0
import { ref } from 'vue';
import { useRouter } from 'vue-router';
import { type Schemas, addressOf } from '@/api/client';
import { useAct } from '@/shared/load';
import { session } from '@/shared/session';
import { type Sent, sendFile } from '@/ui/upload';
import { type Missing, missingIn } from './matters';
import { recentFiles, rememberFile } from './recent';
import { useMatter } from './useMatter';

export function useFiles() {
  const router = useRouter();
  const matters = useMatter();
  const { form, purpose } = matters;
  const unit = session.value?.account.unit ?? '';
  const file = ref<File>();
  const sent = ref<Sent>({ loaded: 0, total: 0 });
  const missing = ref<Missing>({});

  const beginning = useAct(async () => {
    if (!file.value) return;
    sent.value = { loaded: 0, total: file.value.size };
    const address = addressOf('/api/v1/checks/files', {}, { matter: form.matter, purpose: form.purpose, business: form.business.trim() });
    const begun = await sendFile<Schemas['CheckFileState']>(address, file.value, (now) => (sent.value = now));
    rememberFile(unit, begun.number);
    await router.push(`/work/check/files/${begun.number}`);
  });
  async function begin(): Promise<void> {
    missing.value = missingIn(form, purpose.value, 'file', file.value);
    if (Object.keys(missing.value).length === 0) await beginning.run();
  }
  return { ...matters, file, sent, missing, beginning, begin, recent: recentFiles(unit) };
}
