// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const feature: Feature = {
  work: [{ path: '/work/measures', component: () => import('./MeasuresPage.vue') }],
  nav: [{ face: 'work', to: '/work/measures', label: { zh: '措施成效', en: 'Effect of measures' }, group: { zh: '名单与措施', en: 'Lists and measures' }, order: 32, powers: ['steward', 'supervise_cases', 'read_ledger'] }],
};
export default feature;
