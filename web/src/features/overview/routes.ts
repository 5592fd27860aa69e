// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const feature: Feature = {
  work: [{ path: '/work/overview', component: () => import('./OverviewPage.vue') }],
  nav: [{ face: 'work', to: '/work/overview', label: { zh: '总览', en: 'Overview' }, group: { zh: '工作台', en: 'Workbench' }, order: 1, powers: ['steward', 'supervise_cases', 'read_ledger'] }],
};
export default feature;
