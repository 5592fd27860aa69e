// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {

    list: {
      title: '案件', lead: '您提出的，或者关于您的异议、修复等。', state: '状态', all: '全部', open: '未办结', desk: '待本单位办理', procedure: '程序', anyProcedure: '全部程序', number: '编号', what: '事项', subject: '信用主体', stateColumn: '现在', due: '期限', opened: '提出',
      officer: '经办', none: '没有案件。', noneFiltered: '没有符合的案件。', start: '提出', person: '自然人（不列名）', closed: '已办结', noDue: '—', left: '还有 {count} 个工作日', late: '逾期 {count} 日', today: '今天到期', nobody: '尚无人领办',
    },
    file: {
      subject: '信用主体', record: '记录', provider: '提供单位', opened: '提出时间', officer: '经办人', centre: '公共信用信息机构', how: '这个程序怎样办', can: '您现在可以办理', cannot: '现在轮不到您办理；有进展会出现在这里。', closedCannot: '本案已办结。', deadlines: '期限', steps: '经过', facts: '案件', documents: '材料', recordOf: '涉及的记录',
      done: '已办理，已记入案卷。', opened2: '已提出，案号 {number}。', moved: '在您填写的时候，有人办理了“{act}”。案卷已更新，您填写的内容还在，请看过再提交。', gone: '这一步现在不能办理了；您填写的内容还在下面。', grave: '这一步要用口令再次确认', public: '公开页面', personSubject: '自然人', refrained: '没有确认，没有办理。您填写的内容还在。', basis: '依据',
      again: '登录已失效，请在新窗口登录后回到这里再提交。', signIn: '在新窗口登录', cleared: '（清空）', money: '{value} 万元',
    },
    fresh: {
      title: '提出事项', choose: '您要办什么', how: '怎样办、多久办完', about: '关于谁', code: '信用主体的代码', codeHint: '统一社会信用代码；自然人的证件号码只用于这一次查找，不会出现在地址里。', find: '查找', other: '换一个主体', cannot: '您的账号不能提出这类事项。', needRecord: '请先选择一条记录。', form: '填写', act: '办理', procedureNone: '没有您可以提出的事项。', interested: '您不是这条记录的主体本人，请在表中写明与它的利害关系。',
    },
  },
  en: {

    list: {
      title: 'Cases', lead: 'Objections, repairs and the like that you made or that are about you.', state: 'Status', all: 'All', open: 'Open', desk: 'Waiting for our office', procedure: 'Procedure', anyProcedure: 'All procedures', number: 'Number', what: 'Matter', subject: 'Subject', stateColumn: 'Now', due: 'Due', opened: 'Opened',
      officer: 'Officer', none: 'No cases.', noneFiltered: 'No case matches.', start: 'Open a case', person: 'A person (not named)', closed: 'Closed', noDue: '—', left: '{count} working days left', late: '{count} days late', today: 'due today', nobody: 'not taken yet',
    },
    file: {
      subject: 'Subject', record: 'Record', provider: 'Provider', opened: 'Opened', officer: 'Officer', centre: 'the credit centre', how: 'How this works', can: 'What you can do now', cannot: 'It is not your turn now; what comes next will appear here.', closedCannot: 'This case is closed.', deadlines: 'Deadlines', steps: 'What happened', facts: 'The case', documents: 'Documents', recordOf: 'The record',
      done: 'Done, and entered in the file.', opened2: 'The case is open: {number}.', moved: 'While you were writing somebody did “{act}”. The file is renewed and what you wrote is kept: look, then send again.', gone: 'This can no longer be done; what you wrote is kept below.', grave: 'confirmed with your password', public: 'Public page', personSubject: 'A person', refrained: 'Not confirmed, nothing was done. What you wrote is kept.', basis: 'By',
      again: 'You are no longer signed in. Sign in in another window, come back here and send again.', signIn: 'Sign in in another window', cleared: '(cleared)', money: '{value} × 10 000 yuan',
    },
    fresh: {
      title: 'Open a case', choose: 'What is it about', how: 'How it works and how long it takes', about: 'About whom', code: 'The subject’s code', codeHint: 'Unified social credit code; a person’s number is used for this search only and never appears in an address.', find: 'Find', other: 'Another subject', cannot: 'Your account cannot open a case of this kind.', needRecord: 'Choose a record first.', form: 'Fill in', act: 'Act', procedureNone: 'There is nothing you can open.', interested: 'This record is not about you: state your interest in it in the form.',
    },
  },
});
