// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const feature: Feature = {
  work: [{ path: '/work/requests', component: () => import('./RequestsPage.vue') }],
  nav: [{ face: 'work', to: '/work/requests', label: { zh: '权利请求', en: 'Rights requests' }, order: 1, group: { zh: '权利保护', en: 'Rights' }, powers: ['answer_requests'] }],
};
export default feature;
