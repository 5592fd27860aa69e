// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    title: '查询信用档案',
    intro: '按目的和办件查询，看到的是法律允许您看到的内容。每次查询都会留痕，信用主体可以看到是哪个单位、为了什么。',
    purpose: '查询目的', purposeBasis: '依据 {basis}', noPurpose: '您的账号没有可以查询的目的。需要时请向安全管理员申请。',
    matter: '办件编号', matterHint: '正在办理的事项在您单位的编号，如“鲁市监许可〔2026〕12号”。', matterMissing: '以“{purpose}”为目的查询，需要填写办件编号，用来证明这次查询确有公务（{basis}）。',
    consent: '授权编号', consentHint: '信用主体书面授权的编号。', consentMissing: '请填写信用主体的授权编号。', who: '请选一个组织，或者输入完整的代码。',
    sealed: '这次查询 {days} 日内不告知信用主体（办案需要）', ask: '查询', asking: '正在查询……',
    result: '{name}的信用档案', seen: '查询目的：{purpose} · 办件：{matter}', tally: '按性质', nature: { all: '全部', basic: '登记和许可', dishonesty: '失信和处罚', good: '守信和荣誉', other: '其他' },
    noRecords: '没有可以展示的记录。', withheld: '另有 {count} 条未展示：{reason}（{basis}）', archive: '档案中的记录（{count} 条）', archiveHint: '公示期或披露期已满，只为办案、审计等法定目的保存。', onlyItems: '您的账号只能看到部分事项的记录。', onlyRegions: '您的账号只能看到部分地区的记录。',
    incomplete: '记录较多，这里只列最近的。', asOf: '截至 {moment}，依据规则版本 {edition}', report: '出具信用报告', reportMade: '报告已出具，编号 {number}', another: '再查一个',
  },
  en: {
    title: 'Look up a credit file',
    intro: 'By purpose and matter; you see what the law lets you see. Each look leaves a trace: the subject can see which office looked, and why.',
    purpose: 'Purpose', purposeBasis: 'by {basis}', noPurpose: 'Your account has no purpose to look up for. Ask the security administrator if you need one.',
    matter: 'Matter number', matterHint: 'The number your office gave the matter in hand.', matterMissing: 'A look-up for “{purpose}” needs the matter number: it shows that there is official business behind it ({basis}).',
    consent: 'Consent number', consentHint: 'Of the subject’s written consent.', consentMissing: 'Give the number of the subject’s consent.', who: 'Choose an organisation, or type the whole code.',
    sealed: 'The subject is not told of this look for {days} days (investigation)', ask: 'Look up', asking: 'Looking up…',
    result: 'Credit file of {name}', seen: 'Purpose: {purpose} · matter: {matter}', tally: 'By nature', nature: { all: 'All', basic: 'Registration and permits', dishonesty: 'Penalties and dishonesty', good: 'Honours and good conduct', other: 'Other' },
    noRecords: 'There are no records to show.', withheld: '{count} more are not shown: {reason} ({basis})', archive: 'Archived records ({count})', archiveHint: 'Their publicity or disclosure is over; they are kept for purposes such as investigation and audit.', onlyItems: 'Your account sees the records of some items only.', onlyRegions: 'Your account sees the records of some regions only.',
    incomplete: 'There are many records; the newest are listed.', asOf: 'As of {moment}, under rules {edition}', report: 'Issue a credit report', reportMade: 'The report is issued, number {number}', another: 'Look up another',
  },
});
