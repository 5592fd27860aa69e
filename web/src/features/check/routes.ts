// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const feature: Feature = {
  work: [
    { path: '/work/check', component: () => import('./CheckPage.vue') },
    { path: '/work/check/files', component: () => import('./FilesPage.vue') },
    { path: '/work/check/files/:number', component: () => import('./FilePage.vue') },
    { path: '/work/check/use', component: () => import('./UsePage.vue') },
  ],
  nav: [{ face: 'work', to: '/work/check', label: { zh: '核查', en: 'Check' }, group: { zh: '查询与核查', en: 'Look-up and check' }, order: 2, powers: ['ask'] }],
};
export default feature;
