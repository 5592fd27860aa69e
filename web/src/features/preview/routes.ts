// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const feature: Feature = {
  work: [{ path: '/work/preview', component: () => import('./PreviewPage.vue') }],
  nav: [{ face: 'work', to: '/work/preview', label: { zh: '影响预览', en: 'Rule preview' }, group: { zh: '名单与措施', en: 'Lists and measures' }, order: 31, powers: ['steward'] }],
};
export default feature;
