// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const feature: Feature = {
  work: [{ path: '/work', component: () => import('./DeskPage.vue') }],
  nav: [{ face: 'work', to: '/work', label: { zh: '今日待办', en: 'Today' }, group: { zh: '工作台', en: 'Workbench' }, order: 0 }],
};
export default feature;
