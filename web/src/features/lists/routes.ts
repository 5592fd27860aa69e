// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const feature: Feature = {
  portal: [
    {
      path: '/lists', // the menu marks its entry on both
      children: [
        { path: '', component: () => import('./ListsPage.vue') },
        { path: ':id', component: () => import('./ListPage.vue') },
      ],
    },
  ],
  nav: [{ face: 'portal', to: '/lists', label: { zh: '名单', en: 'Lists' }, order: 3 }],
};
export default feature;
