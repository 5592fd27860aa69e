// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export const actKinds = ['sign_in', 'account', 'invitation', 'unit', 'key', 'consent', 'rights_request', 'finding', 'ledger_search', 'submission', 'campaign', 'patrol_run'] as const;

export default both({
  zh: {
    comma: '、', title: '查询台账', recorded: '每次检索都要写明事由；检索本身也会记录，其他审计人员看得到。', reason: '检索事由', reasonHint: '如：审计通知书编号、投诉编号。', search: '检索', unit: '查询单位', purpose: '查询目的', from: '自', to: '至（含当日）', code: '主体代码',
    asker: '账号或密钥', matter: '办件编号', at: '时间', who: '谁查询', why: '目的', what: '看到的内容', more: '详情', moreReplay: '详情和重放', found: '本页 {count} 条，最近的在前。', none: '没有符合条件的查询。', checked: '核查：{matter}', nothingShown: '没有记录', shown: '展示 {shown} 条，未展示 {withheld} 条', sealed: '依法保密',
    entry: '台账第 {leaf} 条', backToList: '返回列表', basis: '依据', outcome: '结果', channel: '途径', channels: { http: '页面或接口', cli: '服务器终端', patrol: '巡查', other: '其他' }, place: '日志位置', placeSaid: '查询日志第 {leaf} 条；该主体的第 {number} 次', subject: '主体编号', consent: '授权编号', request: '请求编号', sealedUntil: '对主体保密至 ',
    replay: '重放这次核查', replayIntro: '按当时的规则和记录重新作答，再与今天比较。台账不存主体代码，请填写；没有这样核查过的，不会作答。', replayCode: '主体代码', replaySend: '重放并比较', same: '重放一致：核查编号仍是 {number}，与当时告知的逐字节相同。', other: '与台账不符：台账编号为 {number}。请核对主体代码；代码无误的，应当追查。',
    today: '与今天比较', otherRules: '期间规则有变动。', change: { begun: '今天新增', ended: '今天已没有', changed: '有变化' }, untilThen: '当时到期：', untilNow: '，现在到期：', toldOn: '{day} 的答复，规则版本 {edition}', group: { constraints: '限制', limits: '任职限制', rewards: '激励', resting: '暂时解除' }, lineUntil: '，至 {day} 前',
    searched: '已查 {lists} 个名单、{measures} 项措施、{limits} 项任职限制。',
    actsTitle: '操作记录', actsIntro: '账号、授权、密钥等每一次变动的登记，最近的在前；每条都在查询日志中存证。', noActs: '没有符合条件的操作。', kind: '类别', act_: '操作', doneBy: '经办', result: '登记的内容', versionSaid: ' · 第 {version} 版 · 日志第 {leaf} 条', terminal: '服务器终端', machine: '自动巡查',
    kinds: { unit: '单位', account: '账号', invitation: '开户申请', key: '密钥', sign_in: '登录', submission: '报送', consent: '书面授权', finding: '巡查发现', patrol_run: '巡查', rights_request: '权利请求', ledger_search: '台账检索', campaign: '专项治理', campaign_task: '专项治理任务', other: '其他' },
    acts: {
      register: '登记', close: '停用', propose: '提出', approve: '批准', withdraw: '撤回', enrol: '核验开户', first_link: '首次链接', use: '凭链接开户', open: '开立', renew: '重设口令', suspend: '停用', restore: '恢复', leave: '离职销户', grant: '授予、同意', certificate: '登记证书', change_password: '更换口令', rehash: '更新口令存储',
      issue: '签发', revoke: '注销', ok: '登录成功', refused: '登录被拒', locked: '登录锁定', submit: '报送文件', give: '本人授权', lodge: '登记纸质授权', find: '发现', explained: '已说明', confirmed: '属实', passed_on: '移交', patrol: '巡查', refer: '转请协查', refuse: '不予办理', search_ledger: '检索台账', start: '启动', gather: '归集', other: '变更',
    },
    fields: {
      name: '名称', person: '姓名', account: '账号', unit: '单位', code: '代码', kinds: '单位类别', region: '区划', roles: '角色', state: '状态', active: '在用', proposed_by: '提出人', approved_by: '批准人', label: '系统', mode: '证明方式', expires: '到期', outcome: '结果', remote: '来源地址', second_factor: '第二因素',
      receipt: '报送编号', item: '事项', grantee: '授权给', grantee_name: '授权给', use: '用途', from: '自', to: '至', given: '方式', document: '文书编号', number: '编号', text: '内容', answer: '办理结果', reasons: '理由', due: '期限', with_unit: '协查单位', reason: '事由', asker: '账号或密钥', purpose: '目的', matter: '办件编号', looks: '查询数', records: '记录数', files: '主体数', found: '新发现', note: '处置理由', decided_by: '处置人', title: '名称', task: '任务',
    },
    values: {
      active: '在用', suspended: '已停用', left: '已离职', proposed: '待批准', open: '待办', used: '已使用', withdrawn: '已撤回', ok: '成功', refused: '被拒', locked: '锁定', answered: '已办理', session: '本人在线', paper: '纸质', signed: '请求签名', bearer: '携带密钥', certificate: '客户端证书', explained: '已说明', confirmed: '属实', passed_on: '移交',
      credit_centre: '公共信用信息机构', provider: '信息提供单位', counter: '政务服务窗口', regulator: '监管、执法、司法机关', bank: '金融机构', agency: '信用服务机构', node: '其他平台', subject: '信用主体',
    },
  },
  en: {
    comma: ', ', title: 'Ledger of looks', recorded: 'Each search says why; the search itself is recorded, and other auditors see it.', reason: 'Why you search', reasonHint: 'Such as the number of the audit notice or complaint.', search: 'Search', unit: 'Unit that looked', purpose: 'Purpose', from: 'From', to: 'To (inclusive)', code: 'Subject’s code',
    asker: 'Account or key', matter: 'Matter number', at: 'When', who: 'Who looked', why: 'Purpose', what: 'What was seen', more: 'Details', moreReplay: 'Details and replay', found: '{count} on this page, newest first.', none: 'No look matches.', checked: 'Check: {matter}', nothingShown: 'no record', shown: '{shown} shown, {withheld} withheld', sealed: 'Kept secret by law',
    entry: 'Entry {leaf} of the ledger', backToList: 'Back to the list', basis: 'Article', outcome: 'Outcome', channel: 'By way of', channels: { http: 'page or interface', cli: 'the server’s terminal', patrol: 'patrol', other: 'other' }, place: 'In the log', placeSaid: 'entry {leaf} of the log of looks; look {number} at this subject', subject: 'Subject number', consent: 'Consent number', request: 'Request number', sealedUntil: 'kept from the subject until ',
    replay: 'Replay this check', replayIntro: 'It is answered again by the rules and records of then, and compared with today. The ledger keeps no code, so give it; what was never asked so is not answered.', replayCode: 'Subject’s code', replaySend: 'Replay and compare', same: 'The same: the check’s number is still {number}; what was told then, byte for byte.', other: 'Not what the ledger says: its number is {number}. Check the code; if it is right, find out why.',
    today: 'Compared with today', otherRules: 'Rules changed in between.', change: { begun: 'new today', ended: 'no more today', changed: 'changed' }, untilThen: 'end then: ', untilNow: ', end now: ', toldOn: 'Answer of {day}, rules {edition}', group: { constraints: 'Constraints', limits: 'Limits on office', rewards: 'Rewards', resting: 'Resting for the time being' }, lineUntil: ', before {day}',
    searched: 'Searched: {lists} lists, {measures} measures, {limits} limits on office.',
    actsTitle: 'Register of acts', actsIntro: 'Each change of an account, consent, key and the like, newest first; each is an entry of the log of looks.', noActs: 'No act matches.', kind: 'Kind', act_: 'Act', doneBy: 'By', result: 'What was entered', versionSaid: ' · version {version} · log entry {leaf}', terminal: 'the server’s terminal', machine: 'the patrol',
    kinds: { unit: 'Unit', account: 'Account', invitation: 'Invitation', key: 'Key', sign_in: 'Sign-in', submission: 'Submission', consent: 'Consent', finding: 'Finding', patrol_run: 'Patrol', rights_request: 'Rights request', ledger_search: 'Ledger search', campaign: 'Campaign', campaign_task: 'Campaign task', other: 'Other' },
    acts: {
      register: 'registered', close: 'closed', propose: 'proposed', approve: 'approved', withdraw: 'withdrawn', enrol: 'enrolled', first_link: 'first link', use: 'link used', open: 'opened', renew: 'password set anew', suspend: 'suspended', restore: 'restored', leave: 'holder left', grant: 'granted', certificate: 'certificate', change_password: 'password changed', rehash: 'password storage renewed',
      issue: 'issued', revoke: 'revoked', ok: 'signed in', refused: 'sign-in refused', locked: 'sign-in locked', submit: 'file sent', give: 'given by the subject', lodge: 'lodged on paper', find: 'found', explained: 'explained', confirmed: 'confirmed', passed_on: 'passed on', patrol: 'patrolled', refer: 'referred', refuse: 'refused', search_ledger: 'ledger searched', start: 'started', gather: 'gathered', other: 'changed',
    },
    fields: {
      name: 'Name', person: 'Person', account: 'Account', unit: 'Unit', code: 'Code', kinds: 'Kinds of unit', region: 'Division', roles: 'Roles', state: 'State', active: 'In use', proposed_by: 'Proposed by', approved_by: 'Approved by', label: 'System', mode: 'How it proves itself', expires: 'Expires', outcome: 'Outcome', remote: 'From address', second_factor: 'Second factor',
      receipt: 'Submission', item: 'Item', grantee: 'Given to', grantee_name: 'Given to', use: 'What for', from: 'From', to: 'To', given: 'How given', document: 'Paper', number: 'Number', text: 'Text', answer: 'What was done', reasons: 'Reasons', due: 'Due', with_unit: 'Unit asked', reason: 'Why', asker: 'Account or key', purpose: 'Purpose', matter: 'Matter number', looks: 'Looks', records: 'Records', files: 'Subjects', found: 'New findings', note: 'Why decided', decided_by: 'Decided by', title: 'Title', task: 'Task',
    },
    values: {
      active: 'in use', suspended: 'suspended', left: 'left', proposed: 'proposed', open: 'open', used: 'used', withdrawn: 'withdrawn', ok: 'ok', refused: 'refused', locked: 'locked', answered: 'granted', session: 'online', paper: 'paper', signed: 'signed requests', bearer: 'key sent along', certificate: 'client certificate', explained: 'explained', confirmed: 'confirmed', passed_on: 'passed on',
      credit_centre: 'credit centre', provider: 'providing unit', counter: 'service counter', regulator: 'regulator or court', bank: 'bank', agency: 'credit service agency', node: 'other platform', subject: 'credit subject',
    },
  },
});
