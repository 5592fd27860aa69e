// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const feature: Feature = {
  portal: [
    {
      path: '/procedures', // the menu marks its entry on all of these
      children: [
        { path: '', component: () => import('./ProceduresPage.vue') },
        { path: ':id', component: () => import('./ProcedurePage.vue') },
        { path: '/breaches', component: () => import('./BreachesPage.vue') },
      ],
    },
  ],
  nav: [{ face: 'portal', to: '/procedures', label: { zh: '办事指南', en: 'Guide' }, order: 4 }],
};
export default feature;
