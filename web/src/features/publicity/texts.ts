// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    title: '行政许可和行政处罚公示', lead: '行政机关自作出决定之日起七个工作日内公示；公示期满或者修复以后不再展示。只有组织和个体工商户的信息，自然人的不公开。',
    kinds: '公示的类别', permit: '行政许可', penalty: '行政处罚', other: '其他公开信息', choose: '选择事项',
    filters: '筛选', city: '市', county: '县（市、区）', province: '全省', wholeCity: '全市', from: '决定日期自', to: '至', quick: '时间',
    week: '近七天', month: '近三十天', year: '今年', ever: '不限', clear: '清除筛选',
    onlyBody: '只看：{body}', everyBody: '看全部机关', moreOfBody: '只看这个机关', thisBody: '这个机关',
    none: '没有符合条件的记录。请放宽地区、机关或者日期。', fields: '全部内容（{count} 项）', decided: '决定', publicUntil: '公示至（不含当日）', document: '文号', unnamed: '名称见内容',
    withheld: '另有 {count} 条依规未展示：', csv: '下载（CSV）', feed: '订阅（Atom）', feedSaid: '下载和订阅都按上面的筛选。', asOf: '截至 {day}',
    object: '信息不对？提出异议',
  },
  en: {
    title: 'Permits and penalties', lead: 'Published within seven working days of the decision; no longer shown once its term is over or it is repaired. Organisations and individual businesses only; persons are not shown.',
    kinds: 'Kinds', permit: 'Permits', penalty: 'Penalties', other: 'Other public records', choose: 'Item',
    filters: 'Narrow', city: 'City', county: 'County', province: 'Whole province', wholeCity: 'Whole city', from: 'Decided from', to: 'To', quick: 'Time',
    week: 'Last 7 days', month: 'Last 30 days', year: 'This year', ever: 'Any time', clear: 'Clear',
    onlyBody: 'Only: {body}', everyBody: 'All bodies', moreOfBody: 'Only this body', thisBody: 'this body',
    none: 'No record fits. Widen the area, the body or the dates.', fields: 'All it says ({count} fields)', decided: 'Decided', publicUntil: 'public until the day before', document: 'No.', unnamed: 'Named in the content',
    withheld: '{count} more are not shown by rule: ', csv: 'Download (CSV)', feed: 'Follow (Atom)', feedSaid: 'Both follow the choice above.', asOf: 'As of {day}',
    object: 'Not right? Object here',
  },
});
