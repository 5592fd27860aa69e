// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const feature: Feature = {
  work: [
    { path: '/work/campaigns', component: () => import('./CampaignsPage.vue') },
    { path: '/work/campaigns/new', component: () => import('./StartPage.vue') },
    { path: '/work/campaigns/:id', component: () => import('./CampaignPage.vue') },
  ],
  nav: [{ face: 'work', to: '/work/campaigns', label: { zh: '专项治理', en: 'Campaigns' }, group: { zh: '名单与措施', en: 'Lists and measures' }, order: 33, powers: ['steward', 'supervise_cases'] }],
};
export default feature;
