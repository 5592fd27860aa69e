// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    choose: '请选择', about: '最多约 {count} 个汉字', money: '单位：万元，如 0.2 表示 2000 元', optional: '（可以不附）', changes: '直接修改有误的内容，其余不动。', changed: '已修改 {count} 处', absent: '原来没有填写的（{count} 项）', was: '原为：{value}',
    yes: '是', no: '否', kinds: 'PDF、OFD、PNG 或 JPEG', remove: '移除 {name}', add: '选择文件', size: '{count} KB', tooBig: '“{name}”超过 {count} MB，没有选上。', wrongKind: '“{name}”不是 PDF、OFD、PNG、JPEG，没有选上。',
    pick: '是哪一条记录', filter: '在记录中找', none: '没有符合的记录。', noRecords: '没有可选的记录。', other: '换一条', chosen: '您选的记录',
    owedBy: '由{who}', left: '还有 {count} 个工作日', today: '今天到期', late: '已逾期 {count} 日', due: '截止 {day}', paused: '暂停计时', met: '{day}按期办结', met_late: '{day}逾期办结', passed_on: '{day}转入下一个期限', passed_on_late: '{day}逾期后转入下一个期限', provisional: '（天数待核实）',
  },
  en: {
    choose: 'Choose', about: 'About {count} letters at most', money: 'In 10 000 yuan: 0.2 means 2 000 yuan', optional: ' (optional)', changes: 'Correct what is wrong; leave the rest.', changed: '{count} changed', absent: 'Not filled in before ({count})', was: 'Was: {value}',
    yes: 'Yes', no: 'No', kinds: 'PDF, OFD, PNG or JPEG', remove: 'Remove {name}', add: 'Choose files', size: '{count} KB', tooBig: '“{name}” is larger than {count} MB and was not taken.', wrongKind: '“{name}” is no PDF, OFD, PNG or JPEG and was not taken.',
    pick: 'Which record', filter: 'Find among the records', none: 'No record matches.', noRecords: 'There is no record to choose.', other: 'Choose another', chosen: 'The record you chose',
    owedBy: 'By {who}', left: '{count} working days left', today: 'Due today', late: '{count} days late', due: 'due {day}', paused: 'The clock stands still', met: 'Done in time on {day}', met_late: 'Done late on {day}', passed_on: 'Passed on to another deadline on {day}', passed_on_late: 'Passed on late on {day}', provisional: ' (number of days to be confirmed)',
  },
});
