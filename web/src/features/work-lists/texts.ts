// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    title: '名单', list: '名单', loading: '名单',
    list_act: '列入名单', delist_act: '移出名单', csv: '下载表格（CSV）', back: '全部名单',
    sort: { serious: '严重失信', abnormal: '异常名录', red: '守信激励' },
    filter: '类别', onlyUsed: '只看有主体在列的', find: '查找', findHint: '名单名称或领域',
    lists: '名单', on: '在列', yearAgo: '一年前', entered: '近24个月列入', left: '近24个月移出', growth: '一年增减', small: '小微占比', flags: '提示', area: '领域',
    tally: '名单一览', tallyLists: '个名单', tallyOn: '在列（户次）', tallyEntered: '近24个月列入', tallyFlags: '个名单有提示',
    flagged: '需要看一看的名单', flagText: '{percent}%（{part} / {whole}），提示线 {threshold}%', flagNote: '提示只提醒人看，不产生任何后果。', noFlags: '没有名单超过提示线。',
    chart: '各名单在列数：现在和一年前', chartNone: '还没有主体在列。', table: '全部名单', none: '没有这样的名单。', asOf: '截至 {day}，规则版本 {edition}',
    howText: '列入、移出都由有权的单位作出决定，平台不自动列入。列入前应当告知，当事人可以陈述、申辩。',
    facts: '这个名单', recognised: '认定单位', conditions: '列入条件', evidence: '认定依据材料', removal: '移出条件', publicity: '公示', term: '在列期限', months: '{count} 个月', since: '施行日期', articles: '依据',
    provisional: '部分内容为暂定，待核实', measures: '列入后的措施', measure: '措施', force: '性质', article: '依据', lifted: '怎样解除', noMeasures: '这个名单不带任何措施。',
    forces: { mandatory: '必须采取', reference: '供参考' }, monthly: '按月变化', inRegions: '在列主体所在的市', trend: '各月末在列数', moves: '各月列入和移出', month: '月份',
    kind: { organization: '法人及非法人组织', individual_business: '个体工商户', person: '自然人' },
    more: '其他数字', disputed: '异议处理中', repaired: '因信用修复不再在列', withdrawn: '因撤回不再在列', smallOf: '{part} / {whole}（注册资本低于 {below} 万元或个体工商户）',
    unit: '个主体', empty: '没有主体在列，也没有变化。',
  },
  en: {
    title: 'Lists', list: 'List', loading: 'A list',
    list_act: 'Put on a list', delist_act: 'Take off a list', csv: 'Download the table (CSV)', back: 'All lists',
    sort: { serious: 'serious dishonesty', abnormal: 'abnormal', red: 'good faith' },
    filter: 'Kind', onlyUsed: 'Only lists with somebody on them', find: 'Find', findHint: 'name or field of a list',
    lists: 'List', on: 'On it', yearAgo: 'A year ago', entered: 'Entered, 24 months', left: 'Left, 24 months', growth: 'Change in a year', small: 'Small firms', flags: 'Attention', area: 'Field',
    tally: 'Lists at a glance', tallyLists: 'lists', tallyOn: 'entries in force', tallyEntered: 'entered in 24 months', tallyFlags: 'lists ask for a look',
    flagged: 'Lists to look at', flagText: '{percent}% ({part} of {whole}); the mark is {threshold}%', flagNote: 'A flag says “look here”; nothing follows from it.', noFlags: 'No list is beyond its mark.',
    chart: 'On each list: now and a year ago', chartNone: 'Nobody is on a list yet.', table: 'All lists', none: 'There is no such list.', asOf: 'As of {day}, under rules {edition}',
    howText: 'The competent unit decides; the platform lists nobody by itself. The party is told beforehand and may answer.',
    facts: 'This list', recognised: 'Recognised by', conditions: 'Conditions', evidence: 'Evidence', removal: 'Removal', publicity: 'Publicity', term: 'Term', months: '{count} months', since: 'In force since', articles: 'Basis',
    provisional: 'Some of this is provisional', measures: 'Measures it leads to', measure: 'Measure', force: 'Force', article: 'Basis', lifted: 'How it is lifted', noMeasures: 'This list leads to no measure.',
    forces: { mandatory: 'mandatory', reference: 'for reference' }, monthly: 'By month', inRegions: 'Where those on it are', trend: 'On it at the end of each month', moves: 'Entered and left', month: 'Month',
    kind: { organization: 'Organisations', individual_business: 'Individual businesses', person: 'Persons' },
    more: 'Other numbers', disputed: 'Under objection', repaired: 'Off it by repair', withdrawn: 'Off it by withdrawal', smallOf: '{part} of {whole} (capital below {below} × 10 000 yuan, or an individual business)',
    unit: 'subjects', empty: 'Nobody is on it, and nothing changed.',
  },
});
