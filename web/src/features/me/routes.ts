// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const AccountPage = () => import('./AccountPage.vue');

// meta.own: only for who is signed in (start.ts); its label and place among a subject's own pages.
const feature: Feature = {
  portal: [
    { path: '/me', component: AccountPage, meta: { own: { zh: '我的账号', en: 'Account', order: 0 } } },
    { path: '/me/file', component: () => import('./FilePage.vue'), meta: { own: { zh: '我的信息', en: 'My file', order: 1 } } },
    { path: '/me/looks', component: () => import('./LooksPage.vue'), meta: { own: { zh: '谁查询过我', en: 'Who looked', order: 2 } } },
    { path: '/me/restrictions', component: () => import('./RestrictionsPage.vue'), meta: { own: { zh: '限制和解除', en: 'Restrictions', order: 3 } } },
    { path: '/me/repair', component: () => import('./RepairPage.vue'), meta: { own: { zh: '信用修复', en: 'Repair', order: 4 } } },
    // 5: the cases, in their own feature.
    { path: '/me/consents', component: () => import('./ConsentsPage.vue'), meta: { own: { zh: '授权', en: 'Consents', order: 6 } } },
    { path: '/me/requests', component: () => import('./RequestsPage.vue'), meta: { own: { zh: '权利请求', en: 'Requests', order: 7 } } },
    { path: '/me/report', component: () => import('./ReportPage.vue'), meta: { own: { zh: '信用报告', en: 'Report', order: 8 } } },
  ],
  work: [{ path: '/work/account', component: AccountPage }],
  nav: [{ face: 'work', to: '/work/account', label: { zh: '我的账号', en: 'My account' }, group: { zh: '我的', en: 'Mine' }, order: 99 }],
};
export default feature;
