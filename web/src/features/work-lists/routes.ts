// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const feature: Feature = {
  work: [
    { path: '/work/lists', component: () => import('./ListsPage.vue') },
    { path: '/work/lists/:id', component: () => import('./ListPage.vue') },
  ],
  nav: [{ face: 'work', to: '/work/lists', label: { zh: '名单', en: 'Lists' }, group: { zh: '名单与措施', en: 'Lists and measures' }, order: 30, powers: ['steward', 'supervise_cases'] }],
};
export default feature;
