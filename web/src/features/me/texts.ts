// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
 comma: '、', colon: '：',
    account: {
      title: '我的账号', name: '账号', person: '姓名', unit: '单位', organisation: '组织', roles: '角色', proof: '登录方式', passwordSince: '口令设置于',
      factorOn: '口令和第二因素', factorOff: '只用口令', factorHint: '要启用或更换动态口令：单位经办人找安全管理员，企业和个人到窗口，取得一次性链接重设。',
      bench: '去工作台', outdated: '口令已到更换期限，请先更换。', sessions: '登录记录', thisOne: '本次登录', other: '其他登录', started: '登录于', seen: '最近使用', factor: '第二因素',
      endOthers: '结束其他登录', ended: '其他登录已结束。', onlyThis: '只有这一处登录。', change: '更换口令', old: '当前口令', fresh: '新口令', again: '再输入一遍新口令',
      differ: '两次输入的口令不同。', changed: '口令已更换，其他登录已结束。',
    },
    file: {
      title: '我的信息', lead: '平台上关于您的全部记录，包括不对外公开的。只有您自己和依法查询的单位看得到这一页。', none: '平台上没有您的信息。', report: '取得信用报告',
      restrictions: '这些记录限制了我什么', object: '有误？提出异议', repair: '申请修复', archived: '已归档（{count} 条）', archivedHint: '不再展示、共享和使用，只作为档案保存，仅您本人可见。',
      withheld: '另有 {count} 条未展示：', asOf: '截至 {day}，依据规则版本 {edition}', all: '全部', noneOf: '没有这一类记录。', tally: '按性质筛选', incomplete: '记录较多，这里只列出一部分；全部见信用报告。',
      nature: { basic: '登记和许可', dishonesty: '失信和处罚', good: '守信和荣誉', other: '其他' },
    },
    looks: {
      title: '谁查询过我', lead: '每一次有记名的查询都在答复之前写下来，编号连续，任何人改不了。', total: '有记名的查询', totalUnit: '{count} 次', complete: '编号连续，没有缺失', gap: '编号有缺失，请向信用中心查询',
      own: '也显示我自己的查询', ownOnly: '这一页只有您自己的查询（{count} 次）。', none: '还没有人查询过您。', sealed: '曾依法保密，现已公开', shown: '看到 {count} 条', nothing: '没有看到记录',
      withheld: '未向其展示 {count} 条', matter: '办件', consent: '依据您的授权', views: '公开页面的浏览', viewsHint: '任何人都能看公开页面，不记名，只按日计数。', viewsUnit: '{count} 次', by: '依据', number: '第 {number} 次',
    },
    consents: {
      title: '授权', lead: '银行、信用服务机构要查询不公开的信息，须有您的书面授权。授权只用于所写用途，可以随时撤回，立即生效。', none: '您没有授权任何单位查询。', given: '已给的授权', give: '给一项授权',
      grantee: '授权给', choose: '请选择', use: '用途', useHint: '例如：流动资金贷款审查', from: '自', to: '至', items: '只授权下列事项', itemsHint: '一项都不选，就是全部事项。', send: '授权', done: '已授权，编号 {id}。',
      withdraw: '撤回', withdrawSure: '确认撤回', withdrawn: '授权已撤回，立即生效。', live: '有效', over: '已过期', later: '尚未开始', ended: '{day}撤回', number: '编号', allItems: '全部事项', period2: '{from} 至 {to}', order: '结束日期不能早于开始日期。',
    },
    requests: {
      title: '权利请求', lead: '您可以要求更正、删除、解释说明。不予办理的，会说明理由。', none: '您没有提出过请求。', mine: '我提出的', make: '提出请求', right: '要求', choose: '请选择', text: '哪条信息、要求怎样处理', textHint: '最多约 200 个汉字；请不要写身份证号码。', send: '提出', done: '已提出，编号 {number}，{day}前答复。',
      atOnce: '不用等答复的', seeFile: '查阅、复制：我的信息', seeConsents: '撤回授权：授权', byCase: '一条记录有误，走异议更快：三个工作日内处理并告知。', object: '提出异议', due: '答复期限', late: '已逾期', provisional: '（暂定）', answer: '答复', reasons: '理由', unit: '协助核查', opened: '提出',
      withdraw: '撤回', withdrawSure: '确认撤回', withdrawn: '请求已撤回。', state: { open: '办理中', answered: '已办理', refused: '未予办理', withdrawn: '已撤回' },
    },
    repair: {
      title: '信用修复', none: '没有需要修复的记录。', now: '现在可以申请', from: '{day}起可以申请', never: '依规不予修复', apply: '申请修复', needs: '要准备', noNeeds: '无须提交材料', conditions: '条件', where: '在哪里办', rule: '依据',
      otherwise: '不修复的话', publicUntil: '公示到', usedUntil: '共享和使用到', forever: '有效期内', who: '谁', today: '现在', after: '修复以后', seesUntil: '看得到，到{day}', sees: '看得到', not: '看不到', archive: '仅在档案中', changes: '修复会改变什么', provisional: '期限为暂定，待主管部门确认。', document: '文书号', body: '机关', decided: '决定日期',
    },
    report: {
      title: '我的信用报告', lead: '报告列出平台上您的全部信息，带编号、校验码和二维码。收到的人用它在“核验报告”页确认真伪。', make: '出具报告', again: '再出具一份', made: '报告已出具', number: '报告编号', code: '校验码', pdf: '下载 PDF', html: '打开网页版', json: '下载 JSON',
      free: '不收费，次数不限。', what: '报告里有什么', points: { one: '登记信息和全部记录，包括不对外公开的', two: '每条记录的来源、公示期限和处理中的标注', three: '出具时刻的规则版本和签名，可以离线核验' }, howHint: '给别人看的是您自己选的；平台不会把这份报告给任何人。', confirm: '核验页',
    },
    restrictions: {
      title: '限制和解除', lead: '就一件要办的事，看哪些记录会限制您、依据哪一条、怎样解除。是否采取、如何采取，由办理机关依法决定。', matter: '要办的事', choose: '请选择', all: '查全部事项', progress: '正在核查 {done} / {total}', stop: '停止', none: '没有查到限制。', constraints: '限制', rewards: '激励和便利', limits: '任职限制', lifted: '怎样解除', since: '自', until: '至', open: '未定', because: '因为', content: '内容', by: '由谁决定', relation: '为什么有关联', proportion: '为什么适当',
      article: '依据', force: { mandatory: '依法应当执行', reference: '参考使用' }, resting: '目前不生效', restingHint: '相关记录正在异议处理中、已解除或者尚未生效。', disputed: '异议处理中', matters: '影响的事项', kinds: { permit: '行政许可', procurement: '政府采购', tendering: '招标投标', funds: '资金和项目', land: '土地', qualification: '资质', award: '表彰奖励', credit: '金融和交易', convenience: '便利服务', supervision: '监管', appointment: '任职' }, otherKind: '其他', repair: '看修复路径', asked: '核查时刻', number: '核查编号', signed: '答复已签名，可以核验。', provisional: '（暂定）', whole: '已核查 {count} 个事项：', summary: '限制 {constraints} 项，激励 {rewards} 项。',
    },
  },
  en: {
 comma: ', ', colon: ': ',
    account: {
      title: 'My account', name: 'Account', person: 'Name', unit: 'Office', organisation: 'Organisation', roles: 'Roles', proof: 'Signs in with', passwordSince: 'Password set',
      factorOn: 'Password and second factor', factorOff: 'Password only', factorHint: 'To set up or change an authenticator: staff ask the security administrator, companies and individuals the counter, for a one-time link.',
      bench: 'To the workbench', outdated: 'The password is due to be changed; please change it first.', sessions: 'Signed in', thisOne: 'Here, now', other: 'Elsewhere', started: 'since', seen: 'last used', factor: 'second factor',
      endOthers: 'End the others', ended: 'The other sessions are ended.', onlyThis: 'Nowhere else.', change: 'Change the password', old: 'Present password', fresh: 'New password', again: 'New password again',
      differ: 'The two passwords differ.', changed: 'The password is changed; other sessions are ended.',
    },
    file: {
      title: 'My file', lead: 'All the platform holds about you, what is not public included. Only you see this page, and offices that may ask by law see their part.', none: 'The platform holds nothing about you.', report: 'Get the credit report',
      restrictions: 'What these records restrict', object: 'Wrong? Object', repair: 'Ask for repair', archived: 'Archived ({count})', archivedHint: 'No longer shown, shared or used; kept as an archive and visible to you only.',
      withheld: '{count} more are not shown: ', asOf: 'As of {day}, under rules {edition}', all: 'All', noneOf: 'No records of this kind.', tally: 'By nature', incomplete: 'There are many records; a part is listed here, all of them in the report.',
      nature: { basic: 'Registration and permits', dishonesty: 'Penalties and dishonesty', good: 'Honours and good conduct', other: 'Other' },
    },
    looks: {
      title: 'Who looked at me', lead: 'Each attributed look is written down before it is answered, numbered without a gap, and nobody can change it.', total: 'Attributed looks', totalUnit: '{count}', complete: 'Numbers without a gap', gap: 'Numbers are missing; ask the credit centre',
      own: 'Show my own looks too', ownOnly: 'Only your own looks on this page ({count}).', none: 'Nobody has looked at you yet.', sealed: 'was kept secret by law, now open', shown: '{count} records seen', nothing: 'No records seen',
      withheld: '{count} not shown to them', matter: 'Case', consent: 'By your consent', views: 'Views of the public page', viewsHint: 'Anyone may see the public page; views are counted by day, not by name.', viewsUnit: '{count}', by: 'By', number: 'No. {number}',
    },
    consents: {
      title: 'Consents', lead: 'Banks and agencies need your written consent to see what is not public. It holds for the stated use only and may be withdrawn at any time, at once.', none: 'You have given no consent.', given: 'Consents given', give: 'Give a consent',
      grantee: 'To', choose: 'Choose', use: 'Use', useHint: 'E.g. review of a working-capital loan', from: 'From', to: 'Until', items: 'Only for these items', itemsHint: 'None chosen means all items.', send: 'Give consent', done: 'Consent given, number {id}.',
      withdraw: 'Withdraw', withdrawSure: 'Yes, withdraw', withdrawn: 'The consent is withdrawn, at once.', live: 'In force', over: 'Expired', later: 'Not yet', ended: 'withdrawn {day}', number: 'Number', allItems: 'All items', period2: '{from} to {to}', order: 'The end cannot be before the beginning.',
    },
    requests: {
      title: 'Rights requests', lead: 'You may ask for correction, deletion or an explanation. A refusal gives its reasons.', none: 'You have made no request.', mine: 'My requests', make: 'Make a request', right: 'I ask for', choose: 'Choose', text: 'Which information, and what should be done', textHint: 'About 600 letters at most; no identity numbers, please.', send: 'Send', done: 'Sent, number {number}; it is answered by {day}.',
      atOnce: 'What needs no answer', seeFile: 'Access and copy: my file', seeConsents: 'Withdrawal: consents', byCase: 'For a record that is wrong an objection is faster: decided in three working days.', object: 'Object', due: 'Answer due', late: 'late', provisional: ' (provisional)', answer: 'Answer', reasons: 'Reasons', unit: 'Asked to help', opened: 'Made',
      withdraw: 'Withdraw', withdrawSure: 'Yes, withdraw', withdrawn: 'The request is withdrawn.', state: { open: 'In progress', answered: 'Done', refused: 'Refused', withdrawn: 'Withdrawn' },
    },
    repair: {
      title: 'Credit repair', none: 'No record needs repair.', now: 'You may apply now', from: 'You may apply from {day}', never: 'Not open to repair by rule', apply: 'Apply for repair', needs: 'Have ready', noNeeds: 'No documents', conditions: 'Conditions', where: 'Where', rule: 'Rules',
      otherwise: 'Without repair', publicUntil: 'Public until', usedUntil: 'Shared and used until', forever: 'as long as it is valid', who: 'Who', today: 'Now', after: 'After repair', seesUntil: 'sees it until {day}', sees: 'sees it', not: 'does not see it', archive: 'in the archive only', changes: 'What repair changes', provisional: 'The period is provisional until confirmed.', document: 'Document', body: 'Body', decided: 'Decided',
    },
    report: {
      title: 'My credit report', lead: 'It lists all the platform holds about you, with number, check code and QR code. Whoever receives it can confirm it is genuine.', make: 'Make the report', again: 'Make another', made: 'The report is made', number: 'Report number', code: 'Check code', pdf: 'Download PDF', html: 'Open as a page', json: 'Download JSON',
      free: 'Free of charge, as often as you like.', what: 'What is in it', points: { one: 'all records, what is not public included', two: 'the source of each, until when it is public, and what is noted on it', three: 'the rules of the moment and a signature that can be checked offline' }, howHint: 'Whom you show it to is your choice; the platform gives this report to nobody.', confirm: 'Confirmation page',
    },
    restrictions: {
      title: 'Restrictions and what lifts them', lead: 'For a matter you have in mind: which records restrict you, by which article, and what lifts it. An official decides, as the law provides.', matter: 'Matter', choose: 'Choose', all: 'Check all matters', progress: 'Checking {done} of {total}', stop: 'Stop', none: 'No restriction found.', constraints: 'Restrictions', rewards: 'Rewards and conveniences', limits: 'Limits on office', lifted: 'What lifts it', since: 'From', until: 'until', open: 'open', because: 'Because of', content: 'What it is', by: 'Who decides', relation: 'Why it is related', proportion: 'Why it is proportionate',
      article: 'By', force: { mandatory: 'must be applied', reference: 'for reference' }, resting: 'At rest', restingHint: 'The record is disputed, was lifted, or is not in force yet.', disputed: 'disputed', matters: 'Matters it bears on', kinds: { permit: 'Permits', procurement: 'Procurement', tendering: 'Tendering', funds: 'Funds and projects', land: 'Land', qualification: 'Qualifications', award: 'Awards', credit: 'Finance and trade', convenience: 'Conveniences', supervision: 'Supervision', appointment: 'Office' }, otherKind: 'Other', repair: 'See the path to repair', asked: 'Checked', number: 'Check number', signed: 'The answer is signed and can be verified.', provisional: ' (provisional)', whole: '{count} matters checked: ', summary: '{constraints} restrictions, {rewards} rewards.',
    },
  },
});
