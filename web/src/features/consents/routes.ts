// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const feature: Feature = {
  work: [{ path: '/work/consents', component: () => import('./ConsentsPage.vue') }],
  nav: [{ face: 'work', to: '/work/consents', label: { zh: '书面授权', en: 'Consents' }, order: 2, group: { zh: '权利保护', en: 'Rights' }, powers: ['lodge_consent'] }],
};
export default feature;
