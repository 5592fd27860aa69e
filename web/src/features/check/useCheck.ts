// SPDX-License-Identifier: Apache-2.0
// One check. The answer is kept as text, byte for byte as it was signed: its proof is made from it.
import { ref, shallowRef } from 'vue';
import { useRoute } from 'vue-router';
import { fetchRaw } from '@/api/client';
import { saveFile } from '@/shared/csv';
import { useAct } from '@/shared/load';
import type { Answer } from './answers';
import { type Missing, missingIn } from './matters';
import { proofFile } from './proof';
import { useMatter } from './useMatter';

export function useCheck() {
  const matters = useMatter();
  const { form, purpose } = matters;
  const code = ref(String(useRoute().query.code ?? ''));
  const kind = ref<'organization' | 'person'>('organization');
  const missing = ref<Missing>({});
  const signed = shallowRef<{ text: string; proof: string; answer: Answer }>();
  const saved = ref(false);

  const checking = useAct(async () => {
    signed.value = undefined;
    saved.value = false;
    const body = JSON.stringify({ code: code.value, matter: form.matter, purpose: form.purpose, business: form.business.trim(), consent: form.consent.trim() || undefined });
    const response = await fetchRaw('post', '/api/v1/checks', { body, type: 'application/json' });
    const text = await response.text();
    signed.value = { text, proof: response.headers.get('Credence-Proof') ?? '', answer: JSON.parse(text) as Answer };
  });
  async function check(): Promise<boolean> {
    missing.value = missingIn(form, purpose.value, 'code', code.value);
    return Object.keys(missing.value).length === 0 && (await checking.run());
  }
  const saving = useAct(async () => {
    if (!signed.value) return;
    saveFile(`${signed.value.answer.number}.tlog-proof`, proofFile(signed.value.proof, signed.value.text), 'text/plain');
    saved.value = true;
  });
  return { ...matters, code, kind, missing, signed, checking, check, saving, saved };
}
