// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const feature: Feature = {
  work: [{ path: '/work/rules', component: () => import('./RulesPage.vue') }],
  nav: [{ face: 'work', to: '/work/rules', label: { zh: '规则版本', en: 'Rules' }, order: 5, group: { zh: '监督', en: 'Oversight' }, powers: ['read_ledger', 'steward', 'operate', 'manage_roles'] }],
};
export default feature;
