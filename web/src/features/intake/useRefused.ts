// SPDX-License-Identifier: Apache-2.0
// The refused rows of a submission: pages from the server, corrections in this page's memory only
// (they may be of persons), and sending what was corrected as a file of its own.
import { computed, onScopeDispose, ref, shallowRef } from 'vue';
import { addressOf, get } from '@/api/client';
import { basisInWords } from '@/shared/articles';
import { words } from '@/shared/language';
import { useAct, useLoad } from '@/shared/load';
import { usePages } from '@/shared/pages';
import type { GridColumn, GridRow } from '@/ui/grid';
import { sendFile } from '@/ui/upload';
import { type Corrections, afterSending, chosenRows, fileOf, isChanged, valueOf, withChoice, withValue } from './corrections';
import type { Receipt } from './receipts';

export function useRefused(receipt: Receipt, fileName: (name: string) => string) {
  const pages = usePages();
  const loaded = useLoad(
    (signal) => get('/api/v1/submissions/{number}/rejects', { path: { number: receipt.receipt }, query: { after: pages.cursor.value }, signal }),
    { watching: () => pages.cursor.value },
  );
  const rows = computed(() => loaded.data.value?.rows ?? []);
  const header = computed(() => (loaded.data.value?.columns ?? []).map((column) => column.name));
  const columns = computed<GridColumn[]>(() => (loaded.data.value?.columns ?? []).map((column, at) => ({ at, label: column.label ? words(column.label) : column.name })));
  const gridRows = computed<GridRow[]>(() => rows.value.map((row) => ({
    id: row.row,
    cells: row.cells,
    faults: row.errors.map((fault) => ({ column: fault.column ?? undefined, message: words(fault.message), remedy: words(fault.remedy), basis: basisInWords(fault.basis) })),
  })));

  const kept = shallowRef<Corrections>(new Map());
  const settled = shallowRef<ReadonlyMap<number, 'taken' | 'sent'>>(new Map()); // rows that were sent again
  const rowOf = (number: number) => rows.value.find((row) => row.row === number);
  const chosen = computed(() => chosenRows(kept.value));

  function edit(number: number, column: number, value: string): void {
    const row = rowOf(number);
    settled.value = new Map([...settled.value].filter(([one]) => one !== number));
    if (row) kept.value = withValue(kept.value, row, column, value);
  }
  function choose(number: number, wanted: boolean): void {
    const row = rowOf(number);
    if (row) kept.value = withChoice(kept.value, row, wanted);
  }

  const result = ref<Receipt>();
  const sending = useAct(async () => {
    result.value = undefined;
    const file = new Blob([fileOf(header.value, kept.value)], { type: 'text/csv' });
    const query = { file_name: fileName(receipt.file_name), provider: receipt.provider, provider_name: receipt.provider_name };
    const address = addressOf('/api/v1/items/{item}/submissions', { item: receipt.item }, query);
    const rows = [...kept.value].filter(([, one]) => one.chosen).map(([number]) => number);
    const answer = await sendFile<Receipt>(address, file, () => undefined);
    result.value = answer;
    // Which of them were taken is told by the new receipt where not all were.
    settled.value = new Map([...settled.value, ...rows.map((number) => [number, answer.rejected ? 'sent' : 'taken'] as const)]);
    kept.value = afterSending(kept.value);
  });

  const unsent = computed(() => chosen.value.length > 0);
  const warn = (event: BeforeUnloadEvent) => unsent.value && event.preventDefault();
  addEventListener('beforeunload', warn);
  onScopeDispose(() => removeEventListener('beforeunload', warn));

  return {
    ...loaded, pages, columns, gridRows, chosen, unsent, edit, choose, result, sending,
    valueOf: (number: number, column: number) => valueOf(kept.value, rowOf(number) ?? { row: number, cells: [] }, column),
    isChanged: (number: number, column: number) => isChanged(kept.value, number, column),
    settled: (number: number) => settled.value.get(number),
    isChosen: (number: number) => kept.value.get(number)?.chosen ?? false,
    undo: () => (kept.value = new Map()),
  };
}
