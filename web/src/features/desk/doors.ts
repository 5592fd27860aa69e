// SPDX-License-Identifier: Apache-2.0
// What people of each role come to the workbench for.
import { may } from '@/shared/session';

const doors = [
  { to: '/work/intake', powers: ['submit'], label: { zh: '报送信息', en: 'Send information' }, hint: { zh: '上传表格，马上知道哪一格不对', en: 'Upload a table; see at once which cell is wrong' } },
  { to: '/work/query', powers: ['ask'], label: { zh: '查询', en: 'Look up' }, hint: { zh: '按目的和办件编号查一个主体', en: 'A subject, for a purpose and a matter' } },
  { to: '/work/check', powers: ['ask'], label: { zh: '核查', en: 'Check' }, hint: { zh: '办事前看有没有在行的奖惩措施', en: 'Which measures are in force for an applicant' } },
  { to: '/work/cases', powers: ['handle_cases', 'supervise_cases'], label: { zh: '全部案件', en: 'All cases' }, hint: { zh: '异议、修复、列入、移出', en: 'Objections, repair, listing, delisting' } },
  { to: '/work/campaigns', powers: ['supervise_cases', 'steward'], label: { zh: '专项治理', en: 'Campaigns' }, hint: { zh: '进度和典型案例', en: 'How they go, and typical cases' } },
  { to: '/work/accounts', powers: ['manage_accounts', 'manage_roles'], label: { zh: '账号', en: 'Accounts' }, hint: { zh: '单位、账号和开户', en: 'Units, accounts, invitations' } },
  { to: '/work/ledger', powers: ['read_ledger'], label: { zh: '查询台账', en: 'Ledger of looks' }, hint: { zh: '谁为什么查了谁', en: 'Who looked at whom, and why' } },
];

export function doorsOpen() {
  return doors.filter((door) => may(...door.powers)).slice(0, 6);
}
