// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const feature: Feature = {
  work: [{ path: '/work/query', component: () => import('./QueryPage.vue') }],
  nav: [{ face: 'work', to: '/work/query', label: { zh: '查询', en: 'Look-up' }, group: { zh: '查询与核查', en: 'Look-up and check' }, order: 1, powers: ['ask'] }],
};
export default feature;
