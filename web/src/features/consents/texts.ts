// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    title: '书面授权', intro: '信用主体授权银行、信用服务机构查询非公开信息。授权可随时撤回，撤回立即生效（《个人信息保护法》第十五条）。', none: '没有授权。', lodge: '登记纸质授权书', lodgeSend: '登记',
    number: '授权编号', grantee: '授权给', use: '用途', days: '期限', how: '方式', state: '状态', acts: '操作', to: ' 至 ', choose: '请选择',
    states: { live: '有效', future: '未开始', ended: '已期满', withdrawn: '已撤回' }, given: { session: '本人在线授权', paper: '纸质授权书' }, withdrawnOn: '撤回于 ',
    withdraw: '撤回', withdrawSure: '确定撤回 {number}？撤回后不能恢复。', withdrawYes: '确定撤回', withdrawDone: '已撤回 {number}，自今日起不再有效。',
    code: '谁的授权：统一社会信用代码或公民身份号码', codeHint: '号码只随本次登记发送，不出现在网址里。', useHint: '照授权书填写，如：申请流动资金贷款。', from: '自', until: '至（含当日）',
    document: '授权书编号', scan: '授权书扫描件', scanHint: '扫描件不上传，只登记它的校验值；原件由本单位保存。', scanRead: '已读取，校验值 {sum}…', scanNeeded: '请选择扫描件。', items: '只授权这些事项（不选则为全部可授权查询的事项）', lodged: '已登记，授权编号 {number}。请告知被授权单位。',
    allItems: '全部可授权查询的事项', someItems: '{count} 个事项',
  },
  en: {
    title: 'Consents', intro: 'A subject consents that a bank or agency queries what is not public. It may withdraw at any moment, at once (PIPL art. 15).', none: 'There are no consents.', lodge: 'Lodge a consent on paper', lodgeSend: 'Lodge it',
    number: 'Consent number', grantee: 'Given to', use: 'What for', days: 'Days', how: 'How given', state: 'State', acts: 'Acts', to: ' to ', choose: 'Please choose',
    states: { live: 'In force', future: 'Not yet', ended: 'Ended', withdrawn: 'Withdrawn' }, given: { session: 'online, by the subject', paper: 'on paper' }, withdrawnOn: 'withdrawn ',
    withdraw: 'Withdraw', withdrawSure: 'Withdraw {number}? This cannot be undone.', withdrawYes: 'Yes, withdraw', withdrawDone: '{number} is withdrawn and counts no more from today.',
    code: 'Whose: credit code or resident identity number', codeHint: 'The number goes with this act only, never into an address.', useHint: 'As the paper says, such as: working-capital loan.', from: 'From', until: 'To (inclusive)',
    document: 'Number of the paper', scan: 'Scan of the paper', scanHint: 'The scan is not sent; only its checksum is lodged. The unit keeps the paper.', scanRead: 'Read; checksum {sum}…', scanNeeded: 'Choose the scan.', items: 'These items only (none chosen: all that may be queried with consent)', lodged: 'Lodged as {number}. Tell the unit it is given to.',
    allItems: 'all items open to consent', someItems: '{count} items',
  },
});
