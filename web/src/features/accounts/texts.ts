// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export const unitKinds = ['credit_centre', 'provider', 'counter', 'regulator', 'bank', 'agency', 'node'] as const;
export const keyModes = ['signed', 'certificate', 'bearer'] as const;

export default both({
  zh: {
    comma: '、', colon: '：', semicolon: '；', choose: '请选择', acts: '操作', correct: '更正', unit: '单位', unitName: '单位全称', unitCode: '统一社会信用代码', kinds: '单位类别', region: '行政区划',
    regionHint: '六位区划代码；全省性单位不填。', wholeProvince: '全省', units: '单位', unitsIntro: '先登记单位，再为其经办人开户、为其系统签发密钥。停用后，该单位的人和系统都不能再进入。', noUnits: '还没有登记单位。',
    enterUnit: '登记单位', correctUnit: '更正单位', reopen: '重新启用', closeUnit: '停用', unitEntered: '已登记：{name}', unitClosed: '已停用：{name}', closeUnitWhat: '停用单位“{name}”，其账号和密钥不能再使用',
    kind: { credit_centre: '公共信用信息机构', provider: '信息提供单位', counter: '政务服务窗口', regulator: '监管、执法、司法机关', bank: '金融机构', agency: '信用服务机构', node: '其他平台', subject: '信用主体' },
    state: { label: '状态', active: '在用', closed: '已停用', suspended: '已停用', left: '已离职', proposed: '待批准', open: '待开户', expired: '链接已过期', used: '已开户', withdrawn: '已撤回', revoked: '已注销', ended: '已到期' },
    accounts: '账号', account: '账号', noAccounts: '这里没有账号。', openAccount: '申请开户', ofUnit: '只看这个单位的', person: '姓名', role: '角色', roles: '角色', factor: '第二因素', ownAccount: '信用主体本人',
    factorNone: '未设置', factorCode: '动态口令', factorCertificate: '证书', manage: '办理', passwordSet: '口令设置于', notOwn: '不能对自己的账号办理，请由另一名管理员办理。',
    suspend: '停用', restore: '恢复', leave: '离职销户', changeGrant: '调整角色', saveGrant: '保存授权', renewTitle: '重设口令', renewWhy: '忘记口令或更换手机时，给本人一个一次性链接，重设口令和动态口令。', renew: '取得重设链接',
    certificateTitle: '客户端证书', fingerprint: '证书的 SHA-256 指纹', fingerprintHint: '64 位小写十六进制。登记后可代替动态口令。', fingerprintAway: '已登记证书。填写新的可更换，留空则取消。', certificateEnter: '登记证书', certificateRemove: '取消证书',
    what: {
      suspension: '停用账号 {name}', restoration: '恢复账号 {name}', leaving: '为账号 {name} 办理离职销户，不能恢复', grant: '改变账号 {name} 的角色', certificate: '改变账号 {name} 的客户端证书', renewal: '给账号 {name} 重设口令的链接',
    },
    done: { suspension: '已停用。', restoration: '已恢复。', leaving: '已销户。', grant: '授权已保存，该账号须重新登录。', certificate: '证书已更新。' },
    renewed: '重设链接已生成', link: '一次性链接', linkHint: '只显示这一次。请当面或通过可信渠道交给本人；过期或丢失时，重新办理。', validUntil: '有效至 ', until: '至 ', handedOver: '已交付，关闭',
    invitations: '开户申请', invitationsIntro: '系统管理员提出，安全管理员批准；批准后得到一次性链接，由本人凭链接设置口令。', noInvitations: '没有开户申请。', propose: '提出开户申请', sendProposal: '提交申请',
    forWhom: '为谁开户', proposedBy: '提出人', approvedBy: '批准人', terminal: '服务器终端', approve: '批准', withdraw: '撤回', proposed: '已为 {person} 提出申请，等待安全管理员批准。', approved: '已批准，请把链接交给本人', withdrawn: '已撤回 {person} 的申请。',
    approveWhat: '批准为 {unit} 的 {person} 开户', opens: '可办：', needsFactor: '须有第二因素', unitFirst: '请先选择单位。', noRoles: '这类单位没有可授予的角色。',
    narrow: '限定范围（不填则按角色的全部范围）', narrowPurposes: '只可用于这些查询目的', narrowRegions: '只限这些区划', narrowRegionsHint: '区划代码，用空格分开，如 3701 370203。',
    keys: '密钥', keysIntro: '单位的业务系统凭密钥调用接口。密钥只授予查询、报送类的角色；决定和销毁只能由人办理。', noKeys: '还没有签发密钥。', issueKey: '签发密钥', issueWhat: '为“{label}”签发密钥', system: '哪个系统', systemExample: '如：政府采购评审系统',
    mode: '证明方式', modes: { signed: '请求签名', certificate: '客户端证书', bearer: '携带密钥' }, modeHint: { signed: '每个请求单独签名，推荐', certificate: '双向 TLS', bearer: '随请求发送密钥本身，最简单' },
    lastDay: '最后有效日', lastDayHint: '最长 {days} 日，到期前更换。', perMinute: '每分钟请求数', perMinuteHint: '不填则按统一规定。', perMinuteSaid: '每分钟 {count} 次', keyIssued: '已为“{label}”签发密钥', secret: '密钥',
    secretHint: '只显示这一次，平台不保存原文。请直接存入该系统的密钥库。', secretSignedHint: '密钥编号 {id}。只显示这一次，请直接存入该系统的密钥库。', revoke: '注销', revokeWhat: '注销“{label}”的密钥，立即失效', keyRevoked: '已注销“{label}”的密钥。',
    rolesTitle: '角色和权限', threePowers: '三权分立', threeIntro: '系统、安全、审计三名管理员互相制约：谁也不能兼任其中两项，也不能兼办其他业务。', workRoles: '业务角色', mayDo: '可办', mayAskFor: '可用的查询目的', inUnits: '适用单位', howOpened: '怎样开立',
    managementDoes: { system: '登记单位，提出开户申请，停用和恢复账号，监控运行。不能授予角色。', security: '批准开户，授予角色，签发和注销密钥，处置巡查发现。不能提出开户。', audit: '检索查询台账和操作记录，重放核查。不能改动任何内容。' },
    bySecurity: '安全管理员批准', byEnrolment: '窗口核验身份后开立',
    power: {
      ask: '查询', submit: '报送', steward: '归集管理', lodge_consent: '登记书面授权', enrol: '核验身份开户', answer_requests: '答复个人信息权利请求', propose_erasure: '提出销毁', approve_erasure: '批准销毁', seal: '查询保密',
      handle_findings: '处置巡查发现', handle_cases: '办理案件', supervise_cases: '督办', manage_accounts: '账号管理', manage_roles: '权限管理', read_ledger: '审计查询记录', operate: '运行监控',
    },
    enrol: '核验身份开户', enrolIntro: '核对证件无误后，为企业或个人开立本人账号。本人账号只能看自己的信息、谁查询过自己，并办理异议和修复。', enrolCode: '统一社会信用代码或公民身份号码', enrolCodeHint: '号码只随本次办理发送，不出现在网址和记录里。未满十八周岁的不能开户。',
    evidence: '核验了哪些证件', evidenceHint: '如：营业执照、法定代表人身份证。不要填写证件号码。', enrolSend: '取得开户链接', enrolled: '开户链接已生成，请当面交给本人', enrolLinkHint: '只显示这一次。本人打开链接，自己设置账号名和口令。',
  },
  en: {
    comma: ', ', colon: ': ', semicolon: '; ', choose: 'Please choose', acts: 'Acts', correct: 'Correct', unit: 'Unit', unitName: 'Full name of the unit', unitCode: 'Unified social credit code', kinds: 'Kinds of unit', region: 'Division',
    regionHint: 'Six-digit division code; empty for the whole province.', wholeProvince: 'Whole province', units: 'Units', unitsIntro: 'Register a unit first, then open accounts for its people and issue keys for its systems. Once a unit is closed, neither come in.', noUnits: 'No unit is registered yet.',
    enterUnit: 'Register a unit', correctUnit: 'Correct a unit', reopen: 'Reopen', closeUnit: 'Close', unitEntered: 'Registered: {name}', unitClosed: 'Closed: {name}', closeUnitWhat: 'close the unit “{name}”; its accounts and keys no longer come in',
    kind: { credit_centre: 'Credit centre', provider: 'Providing unit', counter: 'Service counter', regulator: 'Regulator, enforcement or court', bank: 'Bank', agency: 'Credit service agency', node: 'Other platform', subject: 'Credit subject' },
    state: { label: 'State', active: 'In use', closed: 'Closed', suspended: 'Suspended', left: 'Left', proposed: 'Waits for approval', open: 'Link handed out', expired: 'Link expired', used: 'Opened', withdrawn: 'Withdrawn', revoked: 'Revoked', ended: 'Expired' },
    accounts: 'Accounts', account: 'Account', noAccounts: 'There are no accounts here.', openAccount: 'Propose an account', ofUnit: 'Of this unit only', person: 'Name', role: 'Role', roles: 'Roles', factor: 'Second factor', ownAccount: 'The subject itself',
    factorNone: 'none', factorCode: 'authenticator code', factorCertificate: 'certificate', manage: 'Manage', passwordSet: 'Password set', notOwn: 'Nobody does this to the own account; another administrator must.',
    suspend: 'Suspend', restore: 'Restore', leave: 'Its holder left', changeGrant: 'Change roles', saveGrant: 'Save roles', renewTitle: 'Set the password anew', renewWhy: 'When a password is forgotten or a phone replaced: a one-time link to set password and authenticator anew.', renew: 'Get the link',
    certificateTitle: 'Client certificate', fingerprint: 'SHA-256 fingerprint of the certificate', fingerprintHint: '64 small hexadecimal digits. It then counts as the second factor.', fingerprintAway: 'A certificate is entered. Give a new one, or leave empty to take it away.', certificateEnter: 'Enter certificate', certificateRemove: 'Take it away',
    what: {
      suspension: 'suspend the account {name}', restoration: 'restore the account {name}', leaving: 'close the account {name} for good, its holder left', grant: 'change the roles of {name}', certificate: 'change the client certificate of {name}', renewal: 'a link to set the password of {name} anew',
    },
    done: { suspension: 'Suspended.', restoration: 'Restored.', leaving: 'Closed.', grant: 'Roles saved; the account must sign in again.', certificate: 'Certificate changed.' },
    renewed: 'The link is made', link: 'One-time link', linkHint: 'Shown only this once. Hand it over in person or by a trusted way; when it is lost or too old, do this again.', validUntil: 'Valid until ', until: 'until ', handedOver: 'Handed over, close',
    invitations: 'Invitations', invitationsIntro: 'The system administrator proposes, the security administrator approves; approval gives a one-time link by which the person sets a password.', noInvitations: 'There are no invitations.', propose: 'Propose an account', sendProposal: 'Send the proposal',
    forWhom: 'For whom', proposedBy: 'Proposed by', approvedBy: 'Approved by', terminal: 'the server’s terminal', approve: 'Approve', withdraw: 'Withdraw', proposed: 'Proposed for {person}; the security administrator approves it.', approved: 'Approved; hand the link over', withdrawn: 'The invitation of {person} is withdrawn.',
    approveWhat: 'approve an account for {person} of {unit}', opens: 'May: ', needsFactor: 'needs a second factor', unitFirst: 'Choose the unit first.', noRoles: 'There is no role for this kind of unit.',
    narrow: 'Narrow it (left empty: all that the role opens)', narrowPurposes: 'For these purposes only', narrowRegions: 'In these divisions only', narrowRegionsHint: 'Division codes, separated by spaces, such as 3701 370203.',
    keys: 'Keys', keysIntro: 'A unit’s own systems call the interface with a key. Keys hold roles of asking and submitting only; deciding and destroying are for people.', noKeys: 'No key has been issued yet.', issueKey: 'Issue a key', issueWhat: 'issue a key for “{label}”', system: 'Which system', systemExample: 'e.g. Procurement review system',
    mode: 'How it proves itself', modes: { signed: 'Signed requests', certificate: 'Client certificate', bearer: 'Key sent along' }, modeHint: { signed: 'each request signed; preferred', certificate: 'mutual TLS', bearer: 'the key itself goes with each request; simplest' },
    lastDay: 'Last day', lastDayHint: 'At most {days} days away; replace it before.', perMinute: 'Requests a minute', perMinuteHint: 'Left empty: as the rules say.', perMinuteSaid: '{count} a minute', keyIssued: 'A key is issued for “{label}”', secret: 'Key',
    secretHint: 'Shown only this once; the platform does not keep it. Put it straight into the system’s key store.', secretSignedHint: 'Key number {id}. Shown only this once; put it straight into the system’s key store.', revoke: 'Revoke', revokeWhat: 'revoke the key of “{label}”, at once', keyRevoked: 'The key of “{label}” is revoked.',
    rolesTitle: 'Roles and powers', threePowers: 'Three powers apart', threeIntro: 'System, security and audit administrators hold each other in check: nobody holds two of these, nor one beside other work.', workRoles: 'Roles of work', mayDo: 'May', mayAskFor: 'May ask for', inUnits: 'In units', howOpened: 'How opened',
    managementDoes: { system: 'Registers units, proposes accounts, suspends and restores them, watches the running. Gives no roles.', security: 'Approves accounts, gives roles, issues and revokes keys, decides findings. Proposes no accounts.', audit: 'Searches the ledger of looks and the register of acts, replays checks. Changes nothing.' },
    bySecurity: 'approved by the security administrator', byEnrolment: 'opened at the window after identity was seen',
    power: {
      ask: 'ask', submit: 'submit', steward: 'steward', lodge_consent: 'lodge consents', enrol: 'enrol subjects', answer_requests: 'answer rights requests', propose_erasure: 'propose erasure', approve_erasure: 'approve erasure', seal: 'keep looks secret',
      handle_findings: 'decide findings', handle_cases: 'handle cases', supervise_cases: 'supervise', manage_accounts: 'manage accounts', manage_roles: 'manage roles', read_ledger: 'audit looks', operate: 'watch the running',
    },
    enrol: 'Enrol a subject', enrolIntro: 'After its papers were seen, an organisation or person gets an own account. It sees its own file and who looked, and can object and ask for repair.', enrolCode: 'Credit code, or resident identity number', enrolCodeHint: 'The number goes with this act only, never into an address. Nobody under eighteen is enrolled.',
    evidence: 'Which papers were seen', evidenceHint: 'Such as business licence, identity card of the legal representative. No document numbers.', enrolSend: 'Get the link', enrolled: 'The link is made; hand it over in person', enrolLinkHint: 'Shown only this once. The subject opens it and chooses its own name and password.',
  },
});
