// SPDX-License-Identifier: Apache-2.0
// The ledger of missed deadlines: its period and office stand in the address.
import { computed } from 'vue';
import { type LocationQueryRaw, useRoute, useRouter } from 'vue-router';
import { addressOf, get } from '@/api/client';
import { addDays, today } from '@/shared/dates';
import { useLoad } from '@/shared/load';

export function useBreaches() {
  const route = useRoute();
  const router = useRouter();
  const asked = computed(() => ({
    from: String(route.query.from ?? ''), to: String(route.query.to ?? ''), unit: String(route.query.unit ?? ''),
  }));
  const loaded = useLoad((signal) => get('/api/v1/breaches', { query: asked.value, signal }), { watching: () => asked.value });
  const csv = computed(() => addressOf('/api/v1/breaches.csv', {}, asked.value));

  // Empty values leave the address.
  function narrow(more: LocationQueryRaw): void {
    const query = { ...route.query, ...more };
    void router.push({ query: Object.fromEntries(Object.entries(query).filter(([, value]) => value)) });
  }
  const periods = computed(() => {
    const now = today();
    return [
      { id: 'year', from: `${now.slice(0, 4)}-01-01`, to: now },
      { id: 'quarter', from: addDays(now, -92), to: now },
      { id: 'month', from: addDays(now, -31), to: now },
    ];
  });
  const unitName = computed(() => loaded.data.value?.units.find((one) => one.unit === asked.value.unit)?.unit_name ?? asked.value.unit);

  return { ...loaded, asked, csv, narrow, periods, unitName };
}
