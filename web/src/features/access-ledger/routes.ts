// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const group = { zh: '监督', en: 'Oversight' };
const powers = ['read_ledger'];

const feature: Feature = {
  work: [
    { path: '/work/ledger', component: () => import('./LedgerPage.vue') },
    { path: '/work/acts', component: () => import('./ActsPage.vue') },
  ],
  nav: [
    { face: 'work', to: '/work/ledger', label: { zh: '查询台账', en: 'Ledger of looks' }, order: 1, group, powers },
    { face: 'work', to: '/work/acts', label: { zh: '操作记录', en: 'Register of acts' }, order: 2, group, powers },
  ],
};
export default feature;
