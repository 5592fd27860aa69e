// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    title: '权利请求', intro: '企业和个人请求更正、删除、解释说明其信息。在期限内答复；不予办理的，须说明理由（《个人信息保护法》第五十条）。', counts: '待答复 {open} 件，其中逾期 {late} 件。',
    tabs: { label: '按状态查看', open: '待答复', answered: '已办理', refused: '未予办理', withdrawn: '已撤回' }, none: { open: '没有待答复的请求。', answered: '没有已办理的请求。', refused: '没有未予办理的请求。', withdrawn: '没有撤回的请求。' },
    asks: '请求内容', opened: '提出', due: '答复期限', overdue: '逾期 {days} 日', dueToday: '今天到期', dueIn: '还有 {days} 日', provisional: '（期限为暂定）', basis: '依据', evidence: '代为提出，凭', with: '协查单位', answer: '办理结果', reasons: '理由', closed: '办结', by: '经办', late: '逾期办结',
    decide: '答复', decision: '决定', grant: '予以办理', refuse: '不予办理', answerHint: '告诉请求人做了什么，如：已更正注册地址，次日生效。', reasonsHint: '请求人会看到。不要写入身份证号码。', ground: '销毁理由', groundHint: '答复本身不删除信息，须另行提出销毁并经批准。', choose: '请选择', send: '作出答复', done: '已答复 {number}。',
    grounds: { purpose_achieved: '处理目的已实现、无法实现或者不再必要', retention_ended: '保存期限已届满', consent_withdrawn: '个人撤回同意', unlawful_processing: '违反法律、行政法规处理个人信息', must_not_be_collected: '依法不得采集的信息' },
    refer: '转请协查', referWhom: '请哪个单位协查', referHint: '协查后，答复期限改为七个工作日（自提出之日起）。', referSend: '转出', referred: '已请 {unit} 协查，期限相应延长。',
    behalf: '代为提出', behalfIntro: '请求人到窗口或来信提出的，凭委托书等文书登记。', right: '请求什么', code: '谁的权利：统一社会信用代码或公民身份号码', codeHint: '号码只随本次登记发送，不出现在网址里。', paper: '凭什么文书', paperHint: '文书编号，如授权委托书编号。', text: '请求内容', textHint: '哪一条信息、错在哪里、要求怎样处理。', behalfSend: '登记请求', lodged: '已登记，编号 {number}。', consent: '授权编号',
  },
  en: {
    title: 'Rights requests', intro: 'Subjects ask for correction, deletion or explanation. Answer by the day; a refusal always gives its reasons (PIPL art. 50).', counts: '{open} to answer, {late} of them late.',
    tabs: { label: 'By state', open: 'To answer', answered: 'Granted', refused: 'Refused', withdrawn: 'Withdrawn' }, none: { open: 'Nothing waits for an answer.', answered: 'None was granted.', refused: 'None was refused.', withdrawn: 'None was withdrawn.' },
    asks: 'What is asked', opened: 'Asked', due: 'Answer by', overdue: '{days} days late', dueToday: 'due today', dueIn: '{days} days left', provisional: ' (a date is provisional)', basis: 'Article', evidence: 'On behalf, by', with: 'Unit asked', answer: 'What was done', reasons: 'Reasons', closed: 'Closed', by: 'By', late: 'Closed late',
    decide: 'Answer', decision: 'Decision', grant: 'Grant', refuse: 'Refuse', answerHint: 'Tell what was done, such as: the address is corrected from tomorrow.', reasonsHint: 'The asker reads them. No identity numbers.', ground: 'Ground of erasure', groundHint: 'The answer itself deletes nothing: an erasure is proposed and approved for itself.', choose: 'Please choose', send: 'Send the answer', done: '{number} is answered.',
    grounds: { purpose_achieved: 'The purpose is achieved or no longer needs it', retention_ended: 'The retention period has ended', consent_withdrawn: 'The person withdrew consent', unlawful_processing: 'It was processed against the law', must_not_be_collected: 'Information the law forbids to collect' },
    refer: 'Ask another unit', referWhom: 'Which unit', referHint: 'The answer is then due seven working days after the request.', referSend: 'Refer', referred: '{unit} is asked; the day moves.',
    behalf: 'Lodge on behalf', behalfIntro: 'For requests at the window or by letter, on a power of attorney or the like.', right: 'What is asked for', code: 'Whose: credit code or resident identity number', codeHint: 'The number goes with this act only, never into an address.', paper: 'By which paper', paperHint: 'Its number, such as of the power of attorney.', text: 'What is asked', textHint: 'Which record, what is wrong, what should be done.', behalfSend: 'Lodge the request', lodged: 'Lodged as {number}.', consent: 'Consent number',
  },
});
