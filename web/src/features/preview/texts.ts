// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    title: '影响预览', lead: '改规则之前先看一看：谁会新受约束，谁会解除，哪些变化出人意料。预览不改动任何规则和记录。',
    step1: '改什么', step2: '会怎样', file: '规则文件 {number}', path: '文件位置', pathHint: '规则文件夹下的位置，如 lists/tax_major.yaml', text: '改后的内容', textHint: '粘贴整个文件改后的内容', gone: '取消这条规则（删去文件）',
    addFile: '再改一个文件', openFile: '从电脑中打开规则文件', current: '改一条现行规则', currentHint: '选名单或措施，在下面改它的内容', removeFile: '去掉', startOver: '全部清空', draft: '草稿保存在这台电脑的浏览器里，刷新不会丢。',
    measure: '取消一项措施', measureHint: '选一项措施，看取消以后会怎样', day: '按哪一天算', dayHint: '不填就是今天', matter: '办件编号', matterHint: '结果列出的每个组织都记一次查看，可写明办件编号', run: '看影响', running: '正在比较……',
    needFile: '请先填写一个规则文件，或者选一项要取消的措施。', stale: '内容已经改动，下面还是上一次的结果。', done: '已比较 {organizations} 个主体、{records} 条记录。',
    outcome: { bound: '新受约束', freed: '解除约束', changed: '其他变化' }, outcomeHint: { bound: '原来没有，改后有', freed: '原来有，改后没有', changed: '名单、措施或者日期有增减' },
    none: '没有主体受影响。', rules: '各名单和措施', rule: '名单或措施', sort: { list: '名单', measure: '措施' }, gained: '新增', lost: '失去', altered: '改变', groups: '影响在哪里', byRegion: '各市受影响的主体', byKind: '按主体类别', byTrade: '按行业（前十）', groupName: '类别', affected: '受影响',
    kind: { organization: '法人及非法人组织', individual_business: '个体工商户' }, surprising: '出人意料，先看这些', surprisingNone: '没有出人意料的变化。', surprisingNote: '按下列原因的个数排列，不打分。', subjects: '受影响的主体', incomplete: '主体较多，这里只列 {count} 个；全部数字见上。', csv: '下载名单（CSV）',
    name: '名称', code: '统一社会信用代码', changes: '变化', how: { gained: '新增', lost: '失去', altered: '改变' }, editions: '规则版本 {before} → {after}，按 {day} 计算', until: '至 {day}', unknownTrade: '不详',
  },
  en: {
    title: 'What a change would do', lead: 'Look before rules change: who would be newly bound, who freed, and what would surprise. A preview changes no rule and no record.',
    step1: 'What changes', step2: 'What it would do', file: 'Rule file {number}', path: 'Where the file is', pathHint: 'Below the rules folder, e.g. lists/tax_major.yaml', text: 'As it would read', textHint: 'Paste the whole file as it would be', gone: 'Take this rule away (without the file)',
    addFile: 'Change another file', openFile: 'Open rule files from this computer', current: 'Change a rule in force', currentHint: 'Choose a list or measure and change it below', removeFile: 'Remove', startOver: 'Start over', draft: 'The draft stays in the browser of this computer and survives a reload.',
    measure: 'Take a measure away', measureHint: 'Choose one to see what follows', day: 'On which day', dayHint: 'Empty: today', matter: 'Matter number', matterHint: 'Each organisation named below counts as looked at, for this matter', run: 'See what it would do', running: 'Comparing…',
    needFile: 'Fill in a rule file first, or choose a measure to take away.', stale: 'The draft has changed; below is still the last result.', done: '{organizations} subjects and {records} records were compared.',
    outcome: { bound: 'newly bound', freed: 'freed', changed: 'otherwise changed' }, outcomeHint: { bound: 'nothing before, something after', freed: 'something before, nothing after', changed: 'some lists, measures or days differ' },
    none: 'Nobody is affected.', rules: 'By list and measure', rule: 'List or measure', sort: { list: 'list', measure: 'measure' }, gained: 'Gained', lost: 'Lost', altered: 'Altered', groups: 'Where it falls', byRegion: 'Affected, by city', byKind: 'By kind of subject', byTrade: 'By trade (first ten)', groupName: 'Group', affected: 'affected',
    kind: { organization: 'Organisations', individual_business: 'Individual businesses' }, surprising: 'Surprising: look at these first', surprisingNone: 'Nothing surprising.', surprisingNote: 'By the number of the reasons below; nothing is scored.', subjects: 'Who is affected', incomplete: 'There are many; {count} are listed here, all are counted above.', csv: 'Download them (CSV)',
    name: 'Name', code: 'Unified social credit code', changes: 'Changes', how: { gained: 'gained', lost: 'lost', altered: 'altered' }, editions: 'Rules {before} → {after}, as of {day}', until: 'until {day}', unknownTrade: 'not known',
  },
});
