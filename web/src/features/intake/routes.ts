// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const feature: Feature = {
  work: [
    { path: '/work/intake', component: () => import('./IntakePage.vue') },
    { path: '/work/intake/:receipt', component: () => import('./ReceiptPage.vue') },
  ],
  nav: [{ face: 'work', to: '/work/intake', label: { zh: '数据报送', en: 'Send data' }, group: { zh: '归集', en: 'Intake' }, order: 10, powers: ['submit'] }],
};
export default feature;
