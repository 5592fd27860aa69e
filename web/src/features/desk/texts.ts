// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    title: '今日待办',
    tally: '按期限看',
    when: { late: '已逾期', today: '今天到期', week: '本周到期', later: '以后到期', paused: '中止计时' },
    unit: '看哪个单位', allUnits: '全部单位',
    cases: '待办案件', nothing: '没有待办的案件。新的案件到了，会自动出现在这里。', noneSuch: '这一类没有待办。', showAll: '看全部待办',
    owed: '应由{unit}办理', officer: '经办人：{name}', nobody: '还没有人领办', open: '办理', press: '督办',
    due: '{day} 到期', left: '还剩 {count} 个工作日', dueToday: '今天到期', over: '已逾期 {count} 日', paused: '中止计时', provisional: '天数暂定',
    waiting: '另有事项等您处理', quiet: '没有其他等您处理的事项。', doors: '常用',
    wait: {
      findings: '巡查发现待处置', requests: '权利请求待答复', invitations: '开户申请待批准', spread: '名单规模提示待查看',
      late: '其中 {count} 件逾期',
    },
  },
  en: {
    title: 'Today',
    tally: 'By deadline',
    when: { late: 'Late', today: 'Due today', week: 'Due this week', later: 'Due later', paused: 'Clock stopped' },
    unit: 'Which unit', allUnits: 'All units',
    cases: 'Cases to deal with', nothing: 'Nothing to deal with. New cases appear here by themselves.', noneSuch: 'Nothing of this kind.', showAll: 'Show all',
    owed: 'Owed by {unit}', officer: 'Officer: {name}', nobody: 'Nobody has taken it yet', open: 'Open', press: 'Press',
    due: 'due {day}', left: '{count} working days left', dueToday: 'due today', over: '{count} days late', paused: 'clock stopped', provisional: 'number of days provisional',
    waiting: 'Also waiting for you', quiet: 'Nothing else waits for you.', doors: 'Often used',
    wait: {
      findings: 'findings of the patrol to decide', requests: 'requests of data subjects to answer', invitations: 'accounts to approve', spread: 'lists whose numbers ask for a look',
      late: '{count} of them late',
    },
  },
});
