// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const feature: Feature = {
  work: [{ path: '/work/patrol', component: () => import('./PatrolPage.vue') }],
  nav: [{ face: 'work', to: '/work/patrol', label: { zh: '常态化巡查', en: 'Patrol' }, order: 3, group: { zh: '监督', en: 'Oversight' }, powers: ['handle_findings', 'read_ledger'] }],
};
export default feature;
