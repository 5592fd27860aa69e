// SPDX-License-Identifier: Apache-2.0
// The cities of the province and their counties.
import { type Ref, computed } from 'vue';
import { get } from '@/api/client';
import { useLoad } from '@/shared/load';
import { cityOf, countyOf } from './filters';

export function useRegions(region: Ref<string>) {
  const { data } = useLoad((signal) => get('/api/v1/regions', { signal }));
  const cities = computed(() => (data.value ?? []).filter((one) => one.level === 'city'));
  const city = computed(() => cityOf(region.value));
  const county = computed(() => countyOf(region.value));
  const counties = computed(() => (data.value ?? []).filter((one) => one.level === 'county' && city.value && one.code.startsWith(city.value)));
  return { cities, counties, city, county };
}
