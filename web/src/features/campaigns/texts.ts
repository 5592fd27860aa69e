// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    title: '专项治理', lead: '按名单、事项或者代码归集有关组织，逐户向各单位下达核查、整改任务，跟踪到办结。只督促和记录，不增加对信用主体的任何限制，也不针对自然人。',
    start: '启动专项治理', none: '还没有专项治理。', running: '进行中', closed: '已结束', started: '{day} 启动', back: '全部专项治理', loading: '专项治理', number: '编号',
    tasks: '任务', done: '已办结', late: '逾期', open: '办理中', progress: '办结 {done} / {tasks}', about: '治理范围', task: '治理内容', article: '依据', units: '承办单位', elsewhere: '其他地区', everywhere: '全部地区',
    lists: '名单', items: '信息事项', severity: '违法程度', severities: { minor: '轻微', general: '一般', serious: '严重', any: '不限' }, codes: '指定的统一社会信用代码', codesCount: '{count} 个', regions: '地区',
    gather: '补充归集', gatherHint: '把新符合范围的组织也下达任务；已有任务的不会重复下达。', gathered: '归集完毕：新下达 {count} 件任务。', close: '结束治理', closeHint: '结束后不再归集新的任务；已下达的任务仍应办结。', closeSure: '确定结束这项专项治理？结束后不能恢复。', closeYes: '确定结束', closedNow: '这项专项治理已结束。',
    withoutUnit: '有 {count} 个组织所在地区没有承办单位，未下达任务。请为其他地区指定承办单位，另行启动。',
    byState: '任务进展', byUnit: '各单位', state: '状态', unit: '单位', count: '件数', typical: '典型案例', typicalNone: '还没有选出典型案例。办结的任务可以在案件页选为典型案例。', typicalPublic: '典型案例公开；记录不公开的不写名称。', unnamed: '（名称不公开）', cases: '逐件查看任务',
    form: {
      what: '治理什么', id: '编号', idHint: '大写字母、数字和连字符，如 ZX-2026-01', name: '标题', nameHint: '如：拖欠农民工工资问题专项治理', basis: '依据', plan: '《山东省“十四五”社会信用体系建设规划》（四）', other: '其他依据', otherHint: '法规编号/条款，如 SD-2020/29',
      task: '治理内容', taskHint: '要求承办单位核查什么、整改什么，三个月内反馈', whom: '治理谁', whomHint: '名单、事项、代码至少填一种。', lists: '在这些名单上的组织', listsMore: '没有主体在列的名单', items: '有这些记录的组织', itemsPick: '选择信息事项', severity: '违法程度（只限上面的事项）',
      codes: '指定的统一社会信用代码', codesHint: '一行一个。不能填自然人证件号码。', regions: '只限这些市（不选即全省）', who: '谁来办', whoHint: '每个组织的任务交给其所在地区对应的单位；没有对应的交给“其他地区”。', region: '组织所在地区', unit: '承办单位', choose: '请选择', addUnit: '再加一个地区', remove: '去掉',
      submit: '启动并下达任务', on: '在列 {count}', needTitle: '请填写标题。', needTask: '请填写治理内容。', needWhom: '请选择名单、事项，或者填写代码。', needUnit: '请选择承办单位。', badId: '只能用大写字母、数字和连字符。', badCode: '第 {line} 行不是 18 位统一社会信用代码。',
    },
  },
  en: {
    title: 'Campaigns', lead: 'Gather organisations by list, item or code, give units a task about each, and follow them to the end. A campaign presses and records; it adds no constraint, and is never about persons.',
    start: 'Start a campaign', none: 'There is no campaign yet.', running: 'running', closed: 'closed', started: 'started {day}', back: 'All campaigns', loading: 'A campaign', number: 'Number',
    tasks: 'Tasks', done: 'Done', late: 'Late', open: 'Under way', progress: '{done} of {tasks} done', about: 'Whom it is about', task: 'What is to be done', article: 'Basis', units: 'Units', elsewhere: 'Elsewhere', everywhere: 'Everywhere',
    lists: 'Lists', items: 'Items', severity: 'Severity', severities: { minor: 'minor', general: 'general', serious: 'serious', any: 'any' }, codes: 'Named codes', codesCount: '{count}', regions: 'Regions',
    gather: 'Gather again', gatherHint: 'Gives tasks about those who fit by now; nobody gets a second one.', gathered: 'Gathered: {count} new tasks.', close: 'Close it', closeHint: 'Nothing more is gathered then; tasks given stay owed.', closeSure: 'Close this campaign? It cannot be opened again.', closeYes: 'Close it', closedNow: 'The campaign is closed.',
    withoutUnit: '{count} organisations lie where no unit was named and got no task. Start another one with a unit for elsewhere.',
    byState: 'How the tasks go', byUnit: 'By unit', state: 'State', unit: 'Unit', count: 'Tasks', typical: 'Typical cases', typicalNone: 'None was chosen yet. A finished task can be chosen on its case page.', typicalPublic: 'Typical cases are public; named only while the record is.', unnamed: '(name not public)', cases: 'See each task',
    form: {
      what: 'What it is', id: 'Number', idHint: 'Capitals, digits and hyphens: ZX-2026-01', name: 'Title', nameHint: 'e.g. Campaign against wage arrears', basis: 'Basis', plan: 'Shandong 14th five-year plan for the social credit system, section 4', other: 'Another basis', otherHint: 'Law and article, e.g. SD-2020/29',
      task: 'What is to be done', taskHint: 'What the units look into and see put right; they report within three months', whom: 'Whom it is about', whomHint: 'Give lists, items or codes, at least one.', lists: 'Organisations on these lists', listsMore: 'Lists with nobody on them', items: 'Organisations with these records', itemsPick: 'Choose items', severity: 'Severity (of the items above)',
      codes: 'Named unified social credit codes', codesHint: 'One a line. Never document numbers of persons.', regions: 'In these cities alone (none: the whole province)', who: 'Who deals with it', whoHint: 'Each task goes to the unit of the region where the organisation is; where none fits, to “elsewhere”.', region: 'Region', unit: 'Unit', choose: 'Please choose', addUnit: 'Add a region', remove: 'Remove',
      submit: 'Start and give the tasks', on: '{count} on it', needTitle: 'Give it a title.', needTask: 'Say what is to be done.', needWhom: 'Choose lists or items, or give codes.', needUnit: 'Choose a unit.', badId: 'Capitals, digits and hyphens only.', badCode: 'Line {line} is no code of 18 characters.',
    },
  },
});
