// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const group = { zh: '系统管理', en: 'Administration' };
const rights = { zh: '权利保护', en: 'Rights' };
const administrators = ['manage_accounts', 'manage_roles', 'read_ledger'];

const feature: Feature = {
  work: [
    { path: '/work/units', component: () => import('./UnitsPage.vue') },
    { path: '/work/accounts', component: () => import('./AccountsPage.vue') },
    { path: '/work/invitations', component: () => import('./InvitationsPage.vue') },
    { path: '/work/keys', component: () => import('./KeysPage.vue') },
    { path: '/work/roles', component: () => import('./RolesPage.vue') },
    { path: '/work/enrolments', component: () => import('./EnrolmentPage.vue') },
  ],
  nav: [
    { face: 'work', to: '/work/units', label: { zh: '单位', en: 'Units' }, order: 10, group, powers: administrators },
    { face: 'work', to: '/work/accounts', label: { zh: '账号', en: 'Accounts' }, order: 11, group, powers: administrators },
    { face: 'work', to: '/work/invitations', label: { zh: '开户申请', en: 'Invitations' }, order: 12, group, powers: administrators },
    { face: 'work', to: '/work/keys', label: { zh: '密钥', en: 'Keys' }, order: 13, group, powers: ['manage_roles', 'read_ledger'] },
    { face: 'work', to: '/work/roles', label: { zh: '角色和权限', en: 'Roles and powers' }, order: 14, group, powers: administrators },
    { face: 'work', to: '/work/enrolments', label: { zh: '核验身份开户', en: 'Enrol a subject' }, order: 3, group: rights, powers: ['enrol'] },
  ],
};
export default feature;
