// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    loading: '组织的公开信息',
    tally: '公开信息一览', records: '{count} 条', noRecords: '没有可展示的公开记录。', report: '取得信用报告', reportMade: '报告已出具',
    object: '信息不对？提出异议', repair: '申请信用修复', withheld: '另有 {count} 条未展示：', asOf: '截至 {day}，依据规则版本 {edition}', incomplete: '记录较多，这里只列最近的；全部见双公示页。',
    nature: { basic: '登记和许可', dishonesty: '失信和处罚', good: '守信和荣誉', other: '其他' },
  },
  en: {
    loading: 'An organisation’s public file',
    tally: 'What is public at a glance', records: '{count} records', noRecords: 'No public records to show.', report: 'Get the credit report', reportMade: 'The report is made',
    object: 'Not right? Object here', repair: 'Ask for repair', withheld: '{count} more are not shown: ', asOf: 'As of {day}, under rules {edition}', incomplete: 'There are many records; the newest are listed here, all of them under permits and penalties.',
    nature: { basic: 'Registration and permits', dishonesty: 'Penalties and dishonesty', good: 'Honours and good conduct', other: 'Other' },
  },
});
