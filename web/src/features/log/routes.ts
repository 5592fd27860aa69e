// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const feature: Feature = {
  work: [{ path: '/work/log', component: () => import('./LogPage.vue') }],
  nav: [{ face: 'work', to: '/work/log', label: { zh: '台账状态', en: 'State of the logs' }, order: 4, group: { zh: '监督', en: 'Oversight' }, powers: ['read_ledger', 'steward', 'operate'] }],
};
export default feature;
