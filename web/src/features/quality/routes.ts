// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const feature: Feature = {
  work: [
    { path: '/work/quality', component: () => import('./QualityPage.vue') },
    { path: '/work/quality/:provider/:item', component: () => import('./LinePage.vue') },
  ],
  nav: [{ face: 'work', to: '/work/quality', label: { zh: '数据质量', en: 'Data quality' }, group: { zh: '归集', en: 'Intake' }, order: 11, powers: ['submit'] }],
};
export default feature;
