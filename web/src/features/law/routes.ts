// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const feature: Feature = {
  portal: [
    {
      path: '/laws', // the menu marks its entry on all of these
      children: [
        { path: '', component: () => import('./LawsPage.vue') },
        { path: ':id', component: () => import('./LawPage.vue') },
        { path: '/catalogue', component: () => import('./CataloguePage.vue') },
        { path: '/catalogue/:item', component: () => import('./ItemPage.vue') },
        { path: '/measures', component: () => import('./MeasuresPage.vue') },
        { path: '/matters', component: () => import('./MattersPage.vue') },
      ],
    },
  ],
  nav: [{ face: 'portal', to: '/laws', label: { zh: '法规与清单', en: 'Laws and catalogue' }, order: 5 }],
};
export default feature;
