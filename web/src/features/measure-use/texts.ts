// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    title: '措施成效', lead: '核查时告知了哪些措施，各单位采取了没有、为什么没有、事后依据还在不在。只统计次数，不涉及任何主体。',
    from: '核查日期自', to: '至', measure: '措施', region: '地区', allMeasures: '全部措施', allRegions: '全省', csv: '下载表格（CSV）', wrongDates: '开始日期晚于结束日期。',
    told: '告知', applied: '已采取', notApplied: '未采取', unanswered: '未反馈', late: '逾期未反馈', overturned: '已撤销', fell: '不能成立', force: '性质', unit: '单位', article: '依据',
    tally: '一览', chart: '告知最多的措施', none: '这段时间核查中没有告知过任何措施。', why: '为什么没有采取', after: '采取以后',
    whys: { put_right: '主体已补正', exempt: '法定例外', ground_gone: '依据已撤销', unrelated: '与事项无关', other: '其他' },
    afters: { ground_withdrawn: '依据后被撤下', ground_repaired: '依据后被修复', ground_corrected: '依据后被更正', overturned: '措施被撤销', fell: '不能成立' },
    byMeasure: '各项措施', byUnit: '各单位', byRegion: '各市告知次数', times: '次',
    overturnedNote: '多数不能成立，请看一看规则或者数据是否有误', never: '从未采取过的措施（{count} 项）', neverNote: '长期没有采取过的措施，可以考虑调整规则。',
    effects: { reward: '激励', constraint: '约束' }, forces: { mandatory: '必须采取', reference: '供参考' }, count: '次数',
  },
  en: {
    title: 'Effect of measures', lead: 'Which measures checks told of, whether units applied them, why not, and whether the ground still stands. Counts alone; of no subject.',
    from: 'Checked from', to: 'to', measure: 'Measure', region: 'Region', allMeasures: 'All measures', allRegions: 'Whole province', csv: 'Download the table (CSV)', wrongDates: 'The first day is after the last.',
    told: 'Told', applied: 'Applied', notApplied: 'Not applied', unanswered: 'No report', late: 'Report late', overturned: 'Overturned', fell: 'Could not stand', force: 'Force', unit: 'Unit', article: 'Basis',
    tally: 'At a glance', chart: 'Measures most often told', none: 'No check told of a measure in this time.', why: 'Why they were not applied', after: 'What came after',
    whys: { put_right: 'put right by the subject', exempt: 'exception by law', ground_gone: 'the ground is gone', unrelated: 'unrelated to the matter', other: 'other' },
    afters: { ground_withdrawn: 'ground withdrawn later', ground_repaired: 'ground repaired later', ground_corrected: 'ground corrected later', overturned: 'measure overturned', fell: 'could not stand' },
    byMeasure: 'By measure', byUnit: 'By unit', byRegion: 'Told, by city', times: 'times',
    overturnedNote: 'Mostly could not stand: look whether the rule or the data is wrong', never: 'Measures never applied ({count})', neverNote: 'A measure that nobody applies may be a rule to change.',
    effects: { reward: 'reward', constraint: 'constraint' }, forces: { mandatory: 'mandatory', reference: 'for reference' }, count: 'Times',
  },
});
