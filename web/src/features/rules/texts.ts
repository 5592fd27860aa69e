// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    title: '规则版本', intro: '清单、名单、措施、程序、期限都是规则文件。每个版本都留存；每条记录和决定都按当时的版本办理。', editions: '留存的版本', edition: '版本', since: '自', until: '至', inForce: '现行', see: '看改了什么', changes: '版本 {edition} 的变化', comparedWith: '与哪个版本比较', before: '前一版本', compared: '与版本 {since} 相比，{count} 个文件不同。', first: '这是留存的第一个版本，共 {count} 个文件。',
    none: '两个版本相同。', key: '项', was: '原来', is: '现在', absent: '（无）', onlyForm: '只有注释、空格或次序不同。', files: '{kind}（{count}）', provisional: '待核实的内容', provisionalIntro: '下列措施的某项内容未能确认，核查答复中已注明。', noProvisional: '没有待核实的措施。', why: '说明',
  },
  en: {
    title: 'Editions of the rules', intro: 'Catalogue, lists, measures, procedures and periods are files. Every edition is kept; each record and decision follows the one of its day.', editions: 'Editions kept', edition: 'Edition', since: 'From', until: 'To', inForce: 'In force', see: 'What it changed', changes: 'What edition {edition} changed', comparedWith: 'Compared with', before: 'The one before', compared: 'Compared with {since}, {count} files differ.', first: 'This is the first edition kept, with {count} files.',
    none: 'The two editions are the same.', key: 'What', was: 'Before', is: 'Now', absent: '(absent)', onlyForm: 'Only comments, spaces or order differ.', files: '{kind} ({count})', provisional: 'Not yet confirmed', provisionalIntro: 'Some part of these measures could not be confirmed; answers of checks say so.', noProvisional: 'Every measure is confirmed.', why: 'Note',
  },
});
