// SPDX-License-Identifier: Apache-2.0
import { computed, ref, shallowRef, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { type Words, addressOf, get } from '@/api/client';
import { today } from '@/shared/dates';
import { useLoad } from '@/shared/load';
import { afters, sumOf, toldOf, whyNot } from './counts';

export function useMeasures() {
  const route = useRoute();
  const router = useRouter();
  const day = today();
  const from = ref(String(route.query.from ?? `${day.slice(0, 4)}-01-01`));
  const to = ref(String(route.query.to ?? day));
  const measure = ref(String(route.query.measure ?? ''));
  const region = ref(String(route.query.region ?? ''));
  const asked = computed(() => ({ from: from.value, to: to.value, measure: measure.value, region: region.value }));
  const wrong = computed(() => Boolean(from.value && to.value && from.value > to.value));

  const loaded = useLoad((signal) => get('/api/v1/measures/use', { query: asked.value, signal }), { immediate: !wrong.value });
  watch(asked, () => {
    const { from: since, to: until, ...rest } = asked.value;
    void router.replace({ query: { from: since || undefined, to: until || undefined, measure: rest.measure || undefined, region: rest.region || undefined } });
    if (!wrong.value) void loaded.reload();
  });

  // The names to choose from: those of the first answer, which has them all unless one was chosen.
  const names = shallowRef<{ measure: string; label: Words }[]>([]);
  watch(loaded.data, (found) => {
    if (found && found.measures.length > names.value.length) names.value = found.measures;
  });

  const measures = computed(() => loaded.data.value?.measures ?? []);
  const told = computed(() => toldOf(measures.value));
  const totals = computed(() => ({
    told: sumOf(measures.value, (one) => one.told), applied: sumOf(measures.value, (one) => one.applied), notApplied: sumOf(measures.value, (one) => one.not_applied),
    unanswered: sumOf(measures.value, (one) => one.unanswered), late: sumOf(measures.value, (one) => one.late),
  }));
  const reasons = computed(() => whyNot.map((id) => ({ id, count: sumOf(measures.value, (one) => one.why_not[id]) })));
  const later = computed(() => afters.map((id) => ({ id, count: sumOf(measures.value, (one) => one[id]) })));
  const cities = computed(() => (loaded.data.value?.units ?? []).map((one) => ({ region: one.region, count: one.counts.told })));
  const never = computed(() => measures.value.filter((one) => one.never_applied));
  const doubtful = computed(() => measures.value.filter((one) => one.mostly_overturned));
  const csv = computed(() => addressOf('/api/v1/measures/use', {}, { ...asked.value, format: 'csv' }));
  return { ...loaded, from, to, measure, region, wrong, names, told, totals, reasons, later, cities, never, doubtful, csv };
}
