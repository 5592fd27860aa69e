// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    machine: '信用查询机', largerText: '大字', normalText: '标准字', finish: '结束', forgetting: '正在结束上一位的查询，请稍候……', stillThere: '您还在使用吗？', forgetIn: '秒后清除您的信息', stay: '继续使用',
    start: '请选择要办的事', startOrganisation: '查企业和组织', startOrganisationHint: '公开的信用信息，打印公开报告', startOwn: '查我自己的', startOwnHint: '需要账号或卡片，可看谁查询过我', scanReady: '也可以直接扫营业执照二维码，或刷卡', forgets: '离开或 60 秒不操作，本机自动清除您的信息。',
    codeTitle: '请输入统一社会信用代码', codeLabel: '营业执照上的 18 位代码', codeHint: '可扫描营业执照二维码，或点下面的键。', erase: '退格', clearAll: '清空', look: '查询', shift: '大写和符号', lower: '小写和数字', keys: '按键',
    nature: { basic: '登记和许可', dishonesty: '失信和处罚', good: '守信和荣誉', other: '其他' }, seeRecords: '看具体内容', seeLooks: '谁查询过我', makeReport: '打印信用报告', printPublic: '打印公开报告', making: '正在出具……',
    made: '报告已出具，编号 {number}', printNow: '现在打印', printHint: '打印窗口打开后按“打印”；纸张从下方取出，请带走。', again: '查另一个', back: '返回',
    records: '记录', recordOf: '第 {place} 条，共 {all} 条', previousOne: '上一条', nextOne: '下一条', decidedOn: '决定日期：', by: '决定机关：', document: '文书号：', publicUntil: '公示至（不含当日）：', incomplete: '记录较多，其余见打印的报告。',
    ownTitle: '请刷卡，或输入账号', account: '账号或卡号', passwordTitle: '请输入口令', password: '口令', oneTimeTitle: '请输入动态口令', oneTime: '手机应用显示的六位数字', next: '下一步', enter: '进入', noAccount: '没有账号：请带证件到服务窗口开户。',
    me: '您的信用信息', looks: '谁查询过我', looksCount: '共 {count} 次有记名的查询', looksWhole: '编号连续，没有缺失。', looksGap: '编号有缺失，请到窗口反映。', looksNone: '没有人记名查询过您。', earlier: '更早的', later: '更近的', sawCount: '看到 {count} 条',
  },
  en: {
    machine: 'Credit kiosk', largerText: 'Larger', normalText: 'Normal', finish: 'Finish', forgetting: 'Ending the last visitor’s session, please wait…', stillThere: 'Are you still there?', forgetIn: 'seconds until your information is wiped', stay: 'Go on',
    start: 'What would you like to do?', startOrganisation: 'Look up an organisation', startOrganisationHint: 'What is public, and print its report', startOwn: 'See my own file', startOwnHint: 'With an account or card; also who looked at me', scanReady: 'Or scan a business licence, or swipe your card', forgets: 'When you leave, or after 60 seconds without a touch, this machine forgets you.',
    codeTitle: 'Enter the unified social credit code', codeLabel: 'The 18 characters on the business licence', codeHint: 'Scan the licence’s QR code, or touch the keys.', erase: 'Erase', clearAll: 'Clear', look: 'Look up', shift: 'Capitals, signs', lower: 'Small, digits', keys: 'Keys',
    nature: { basic: 'Registration and permits', dishonesty: 'Penalties and dishonesty', good: 'Honours', other: 'Other' }, seeRecords: 'See the records', seeLooks: 'Who looked at me', makeReport: 'Print the credit report', printPublic: 'Print the public report', making: 'Being made…',
    made: 'The report is made, number {number}', printNow: 'Print now', printHint: 'Press “Print” in the window that opens; take the paper below with you.', again: 'Look up another', back: 'Back',
    records: 'Records', recordOf: '{place} of {all}', previousOne: 'Previous', nextOne: 'Next', decidedOn: 'Decided: ', by: 'By: ', document: 'Document: ', publicUntil: 'Public until the day before: ', incomplete: 'There are many records; the others stand in the printed report.',
    ownTitle: 'Swipe your card, or enter your account', account: 'Account or card number', passwordTitle: 'Enter your password', password: 'Password', oneTimeTitle: 'Enter the one-time code', oneTime: 'The six digits your phone shows', next: 'Next', enter: 'Enter', noAccount: 'No account? Bring your papers to the service window.',
    me: 'Your credit information', looks: 'Who looked at me', looksCount: '{count} looks with a name', looksWhole: 'The numbers have no gap.', looksGap: 'Numbers are missing; please tell the window.', looksNone: 'Nobody looked at you by name.', earlier: 'Earlier', later: 'Later', sawCount: '{count} seen',
  },
});
