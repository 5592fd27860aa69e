// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const feature: Feature = {
  portal: [{ path: '/publicity', component: () => import('./PublicityPage.vue') }],
  nav: [{ face: 'portal', to: '/publicity', label: { zh: '双公示', en: 'Permits and penalties' }, order: 2 }],
};
export default feature;
