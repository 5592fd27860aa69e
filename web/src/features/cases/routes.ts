// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const CasesPage = () => import('./CasesPage.vue');
const NewCasePage = () => import('./NewCasePage.vue');
const CasePage = () => import('./CasePage.vue');

const feature: Feature = {
  // meta.own: see me/routes.ts; `true` stands in no row of tabs.
  portal: [
    { path: '/cases', component: CasesPage, meta: { own: { zh: '案件', en: 'Cases', order: 5 } } },
    { path: '/cases/new', component: NewCasePage, meta: { own: true } },
    { path: '/cases/:number', component: CasePage, meta: { own: true } },
  ],
  work: [
    { path: '/work/cases', component: CasesPage },
    { path: '/work/cases/new', component: NewCasePage },
    { path: '/work/cases/:number', component: CasePage },
  ],
  nav: [
    { face: 'work', to: '/work/cases', label: { zh: '案件', en: 'Cases' }, group: { zh: '办理', en: 'Cases' }, order: 20, powers: ['handle_cases', 'supervise_cases', 'steward'] },
  ],
};
export default feature;
