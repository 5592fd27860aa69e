// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const feature: Feature = {
  kiosk: [
    {
      path: '/kiosk',
      component: () => import('./KioskFrame.vue'),
      children: [
        { path: '', component: () => import('./StartPage.vue') },
        { path: 'code', component: () => import('./CodePage.vue') },
        { path: 'organisation', component: () => import('./OrganisationPage.vue') },
        { path: 'own', component: () => import('./OwnPage.vue') },
        { path: 'me', component: () => import('./MePage.vue') },
        { path: 'records', component: () => import('./RecordsPage.vue') },
        { path: 'looks', component: () => import('./LooksPage.vue') },
      ],
    },
    { path: '/kiosk/:rest(.*)+', redirect: '/kiosk' },
  ],
};
export default feature;
