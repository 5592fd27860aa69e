// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    title: '常态化巡查', intro: '系统每小时巡查查询记录和公开内容，发现异常就列在这里。发现本身不产生任何后果，由安全管理员核实处置（《山东省社会信用条例》第三十六条）。', tabs: '按状态查看',
    states: { open: '待处置', explained: '已说明', confirmed: '属实', passed_on: '已移交' }, none: { open: '没有待处置的发现。', explained: '没有已说明的发现。', confirmed: '没有属实的发现。', passed_on: '没有已移交的发现。' },
    severity: { notice: '提示', serious: '较重', grave: '严重' }, asker: '账号或密钥', unit: '单位', when: '期间', to: ' 至 ', found: '发现于', basis: '依据', evidence: '证据', entries: '查询日志第 {first} 至 {last} 条', seeLooks: '到台账查看', decided: '处置于', by: '处置人', note: '处置理由',
    decide: '处置', decision: '核实结果', decisionHint: { explained: '有正当理由，不再追究', confirmed: '确属违规，由本单位处理', passed_on: '移交有权机关处理' }, noteHint: '写明核实的情况。不要写入身份证号码、手机号码。', send: '作出处置', done: '已处置 {id}。',
  },
  en: {
    title: 'Patrol', intro: 'Every hour looks and public content are gone over; what stands out is listed here. A finding does nothing by itself: the security administrator verifies and decides (Shandong Social Credit Regulation, art. 36).', tabs: 'By state',
    states: { open: 'To decide', explained: 'Explained', confirmed: 'Confirmed', passed_on: 'Passed on' }, none: { open: 'No finding waits.', explained: 'None was explained.', confirmed: 'None was confirmed.', passed_on: 'None was passed on.' },
    severity: { notice: 'notice', serious: 'serious', grave: 'grave' }, asker: 'Account or key', unit: 'Unit', when: 'When', to: ' to ', found: 'Found', basis: 'Article', evidence: 'Evidence', entries: 'entries {first} to {last} of the log of looks', seeLooks: 'See them in the ledger', decided: 'Decided', by: 'By', note: 'Why',
    decide: 'Decide', decision: 'What was found out', decisionHint: { explained: 'there was a good reason', confirmed: 'it was misuse; this unit acts on it', passed_on: 'passed on to who has the power' }, noteHint: 'Say what was verified. No identity or mobile numbers.', send: 'Decide', done: '{id} is decided.',
  },
});
