// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    title: '办事指南', lead: '怎样提出、要什么材料、几天办完、依据哪一条。办理不收费；到期未办的，自动列入期限公示。',
    yours: '您可以提出', offices: '由机关办理', officesLead: '这些由机关依职权发起，列在这里供您了解和监督。',
    breaches: '期限公示：哪些单位逾期了', loading: '办事指南', all: '全部事项',
    atGlance: '要点', who: '谁可以提出', about: '针对', basis: '依据', sealed: '保密', sealedSaid: '谁提出的，只有公共信用信息机构知道。',
    provisional: '这个程序的部分规定尚待核实，以主管部门公布的为准。', provisionalShort: '待核实',
    begin: '现在办理', beginRecord: '在要处理的那条记录旁边提出：先找到记录，再点记录下面的按钮。', findRecord: '查询组织', ownFile: '打开本单位（本人）信息',
    official: '这个程序由机关发起，不能由个人和单位直接提出。',
    contents: '本页内容', steps: '怎样办', start: '开始', handledBy: '由{who}办理', ended: '已办结', any: '办结前随时可以', same: '也可以：',
    by: '由谁', fields: '填写', conditions: '条件', after: '办理后', to: '转为“{state}”', stays: '状态不变', effects: '同时', due: '期限',
    dueSaid: '{who}应在{from}起{length}内{what}', optional: '选填', readBy: '仅{who}可见',
    deadlines: '期限', deadlinesSaid: '期限自次日起算，按国务院公布的放假调休安排计算工作日。', deadline: '事项', owed: '由谁', length: '多长', counted: '自何时起', paused: '“{states}”期间不计', replaces: '取代“{other}”的期限',
    documents: '材料', noDocuments: '不用提交材料。', onlyThese: '除此以外不收取任何材料。', outcomes: '结果', diagram: '下载流程图（SVG）',
    ledger: {
      title: '期限公示', lead: '各单位办理异议、修复等事项是否按期，由平台按办理时间自动计算和公布，任何人不能增减。',
      from: '到期日自', to: '至', quick: '时间段', year: '今年', quarter: '近三个月', month: '近一个月', csv: '下载逾期清单（CSV）',
      units: '各单位', unit: '单位', owedAll: '应办结', inTime: '按期', late: '逾期办结', owed: '逾期未办', noUnits: '这段时间没有到期的事项。',
      breaches: '逾期事项', matter: '事项', due: '到期', done: '办结', notDone: '未办', days: '逾期天数', article: '依据', none: '这段时间没有逾期的事项。',
      only: '只看：{unit}', everyone: '看全部单位', more: '逾期事项较多，这里没有列全；请缩短时间段或下载。', number: '案号 {number}', provisional: '天数待核实',
    },
  },
  en: {
    title: 'Guide', lead: 'How to ask, what it takes, how many days it lasts and by which article. It is free; what is not done in time appears among the missed deadlines by itself.',
    yours: 'You may ask for', offices: 'Begun by offices', officesLead: 'Offices begin these of their own accord; they are shown so that you can follow and watch them.',
    breaches: 'Missed deadlines: which offices were late', loading: 'Guide', all: 'All of them',
    atGlance: 'In short', who: 'Who may ask', about: 'About', basis: 'Article', sealed: 'Confidential', sealedSaid: 'Only the credit centre knows who asked.',
    provisional: 'Parts of this procedure are still to be verified; what the authority publishes counts.', provisionalShort: 'to be verified',
    begin: 'Begin now', beginRecord: 'It begins beside the record it is about: find the record first, then use the button below it.', findRecord: 'Look up an organisation', ownFile: 'Open your own file',
    official: 'Offices begin this procedure; it cannot be asked for directly.',
    contents: 'On this page', steps: 'How it goes', start: 'Beginning', handledBy: 'handled by {who}', ended: 'closed', any: 'At any time before it closes', same: 'Also possible: ',
    by: 'By', fields: 'To fill in', conditions: 'Conditions', after: 'Then', to: 'it becomes “{state}”', stays: 'it stays where it is', effects: 'At once', due: 'Deadline',
    dueSaid: '{who}, within {length} from {from}: {what}', optional: 'optional', readBy: 'read by {who} only',
    deadlines: 'Deadlines', deadlinesSaid: 'Counted from the next day, in working days of the State Council’s calendar.', deadline: 'What', owed: 'By', length: 'Within', counted: 'From', paused: 'not counted while “{states}”', replaces: 'takes the place of “{other}”',
    documents: 'Documents', noDocuments: 'No documents are needed.', onlyThese: 'Nothing else may be asked for.', outcomes: 'Outcomes', diagram: 'Download the diagram (SVG)',
    ledger: {
      title: 'Missed deadlines', lead: 'Whether offices handle objections, repairs and the rest in time is worked out and published by the platform itself; nobody adds or removes an entry.',
      from: 'Due from', to: 'To', quick: 'Period', year: 'This year', quarter: 'Last three months', month: 'Last month', csv: 'Download what was late (CSV)',
      units: 'By office', unit: 'Office', owedAll: 'Fell due', inTime: 'In time', late: 'Done late', owed: 'Still owed', noUnits: 'Nothing fell due in this period.',
      breaches: 'What was late', matter: 'What', due: 'Due', done: 'Done', notDone: 'not yet', days: 'Days late', article: 'Article', none: 'Nothing was late in this period.',
      only: 'Only: {unit}', everyone: 'All offices', more: 'There are more than are listed here; choose a shorter period or download them.', number: 'Case {number}', provisional: 'number of days to be verified',
    },
  },
});
