// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    title: '总览', lead: '只有数字，不涉及任何一个主体或者经办人。',
    records: '公开记录在哪里', recordsAll: '全部类别', recordsClass: '类别', recordsTotal: '公开记录 {records} 条，涉及 {organizations} 个组织和个体工商户。', recordsNone: '还没有公开记录。', unit: '条记录', elsewhere: '另有 {count} 条未写明市。',
    classes: '公开记录有哪些', item: '类别', count: '条数',
    deadlines: '期限守得怎样（今年）', deadlinesNone: '今年还没有到期的期限。', inTime: '按期办结', late: '逾期办结', owed: '逾期未办', body: '单位', deadlinesMore: '期限公示', allInTime: '今年到期的全部按期办结。',
    looks: '每天查询（近30天）', looksNone: '近30天没有查询。', public: '社会公众', day: '日期', looksTotal: '按目的查询 {looks} 次，社会公众查看 {views} 次。',
    measures: '措施采取了没有（今年）', measuresNone: '今年核查中还没有告知过措施。', applied: '已采取', notApplied: '未采取', unanswered: '未反馈', measure: '措施', measuresMore: '措施成效',
    lists: '名单规模', listsNone: '还没有主体在列。', on: '在列', yearAgo: '一年前', list: '名单', listsMore: '名单',
  },
  en: {
    title: 'Overview', lead: 'Numbers alone; of no single subject or officer.',
    records: 'Where the published records are', recordsAll: 'All kinds', recordsClass: 'Kind', recordsTotal: '{records} published records of {organizations} organisations and individual businesses.', recordsNone: 'No published records yet.', unit: 'records', elsewhere: '{count} more name no city.',
    classes: 'What the records are', item: 'Kind', count: 'Records',
    deadlines: 'How deadlines are kept (this year)', deadlinesNone: 'No deadline fell due this year.', inTime: 'In time', late: 'Late', owed: 'Still owed', body: 'Unit', deadlinesMore: 'Missed deadlines', allInTime: 'All that fell due this year was done in time.',
    looks: 'Looks per day (30 days)', looksNone: 'No look in 30 days.', public: 'the public', day: 'Day', looksTotal: '{looks} looks for a purpose, {views} views by the public.',
    measures: 'Whether measures were applied (this year)', measuresNone: 'No check told of a measure this year.', applied: 'Applied', notApplied: 'Not applied', unanswered: 'No report', measure: 'Measure', measuresMore: 'Effect of measures',
    lists: 'How wide lists are', listsNone: 'Nobody is on a list yet.', on: 'On it', yearAgo: 'A year ago', list: 'List', listsMore: 'Lists',
  },
});
