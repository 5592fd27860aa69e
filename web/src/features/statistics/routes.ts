// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const feature: Feature = {
  portal: [{ path: '/statistics', component: () => import('./StatisticsPage.vue') }],
  nav: [{ face: 'portal', to: '/statistics', label: { zh: '数据', en: 'Figures' }, order: 6 }],
};
export default feature;
