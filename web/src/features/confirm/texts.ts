// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    title: '核验信用报告', lead: '报告封面上有编号、校验码和二维码。扫描二维码，或者在这里输入编号和校验码，就能知道报告是不是本平台出具的、出具以后有没有新的信息。',
    number: '报告编号', numberHint: '一长串数字，印在报告封面', code: '校验码', codeHint: '八个字母和数字；大小写、空格都不要紧', go: '核验', again: '核验另一份', retype: '再核对一次',
    unchanged: '这份报告是真的，内容仍是最新的', unchangedSaid: '由本平台出具；出具以后，平台没有收到关于该主体的新信息。',
    superseded: '这份报告是真的，但已经有了新的信息', supersededSaid: '由本平台出具；自下面的时间起，平台有了关于该主体的新信息。请取得新的报告。', newReport: '查询该主体，取得新报告',
    notOurs: '不能确认这份报告', notOursSaid: '编号或者校验码与本平台出具的报告不符。请逐字核对纸面上的编号和校验码；仍然不符的，这份报告不是本平台出具的，或者被改动过，请不要采信。',
    facts: '报告', subject: '信用主体', made: '出具时间', since: '新信息始于', hash: '内容指纹（SHA-256）',
    meanings: '三种结果各是什么意思', mean: { unchanged: '真实，且仍是最新', superseded: '真实，但已有新信息', notOurs: '不能确认' },
    meanSaid: {
      unchanged: '编号和校验码与本平台留存的一致，出具以后没有新记录、新标注，名称也没有变化。',
      superseded: '报告当时是对的；其后有记录新增、更正、修复、撤下，或者名称变更。要看现在的情况，请取得新报告。',
      notOurs: '本平台没有这个编号，或者校验码不符。本平台只确认自己出具的报告。',
    },
    file: '想知道手里的文件有没有被改过？', fileSaid: '打开 HTML 版的报告，页末会自己给出结论；PDF、HTML、JSON 三种都可以离线核验：credence verify 文件。',
  },
  en: {
    title: 'Confirm a credit report', lead: 'A report bears a number, a check code and a QR code. Scan the QR code, or enter number and check code here, to learn whether this platform made it and whether anything new is known since.',
    number: 'Number of the report', numberHint: 'A long row of digits, on the first page', code: 'Check code', codeHint: 'Eight letters and digits; case and spaces do not matter', go: 'Confirm', again: 'Confirm another', retype: 'Try once more',
    unchanged: 'The report is genuine and still up to date', unchangedSaid: 'This platform made it, and has received nothing new about the subject since.',
    superseded: 'The report is genuine, but there is newer information', supersededSaid: 'This platform made it; since the instant below it knows something new about the subject. Get a new report.', newReport: 'Look the subject up for a new report',
    notOurs: 'The report cannot be confirmed', notOursSaid: 'Number or check code fit no report of this platform. Compare them with the paper, sign by sign; if they still do not fit, the report was not made here or was altered: do not rely on it.',
    facts: 'The report', subject: 'Subject', made: 'Made', since: 'Newer information since', hash: 'Fingerprint of its content (SHA-256)',
    meanings: 'What the three results mean', mean: { unchanged: 'Genuine and up to date', superseded: 'Genuine, with newer information', notOurs: 'Not confirmed' },
    meanSaid: {
      unchanged: 'Number and check code are those kept here; no record, no mark and no name has changed since.',
      superseded: 'It was right when it was made; since then a record was added, corrected, repaired or withdrawn, or the name changed. Get a new report to see how things stand now.',
      notOurs: 'There is no such number here, or the check code differs. This platform confirms its own reports only.',
    },
    file: 'Was the file in your hands altered?', fileSaid: 'Open the report’s HTML page: its end tells by itself. PDF, HTML and JSON can all be verified offline: credence verify FILE.',
  },
});
