// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    tabs: { label: '法规与清单', laws: '法规', catalogue: '信息清单', measures: '奖惩措施', matters: '办理事项' },
    find: '在本页查找', none: '没有符合的内容，请换一个词。', contents: '本页内容', provisional: '待核实', comma: '、', semicolon: '；',
    catalogue: {
      title: '公共信用信息清单', lead: '平台只归集清单以内的信息；每一项都有法律依据、数据标准、提供单位和期限。清单以外的信息不收。',
      fields: '{count} 个数据项', loading: '一个信息事项', all: '全部事项',
    },
    class: {
      '01': '登记注册基本信息', '02': '司法裁判及执行信息', '03': '行政管理信息', '04': '职称和职业信息', '05': '经营（活动）异常名录（状态）信息', '06': '严重失信主体名单信息',
      '07': '合同履行信息', '08': '信用承诺及履行情况信息', '09': '信用评价结果信息', '10': '遵守法律法规情况信息', '11': '诚实守信相关荣誉信息', other: '其他信息',
    },
    item: {
      kind: '类别', standard: '数据标准', providers: '提供单位', validity: '公示期限', basis: '依据', published: '看公示的记录',
      downloads: '空表下载', downloadsSaid: '供提供单位填报；表头即下面的名称。', csv: 'CSV 空表', xlsx: 'Excel 空表',
      fields: '数据项', name: '名称', code: '代码', required: '必填', length: '最长', note: '说明', choices: '可选：{choices}', personal: '个人信息，不公开', shown: '{part} / {whole}',
      checks: '校验规则', checksSaid: '每一行报送都按这些规则检查；不符的退回，并告知怎样改。', message: '检查什么', remedy: '不符怎样改', warning: '提醒', refused: '退回',
    },
    validity: {
      in_force: '登记信息，在其有效期间展示', permit: '许可有效期间展示', penalty: '按信用修复管理办法分档计算，最短三个月，最长三年', list: '在列期间展示', abnormal: '在列期间展示，移出后停止',
      judgment: '失信被执行人名单有效期间展示', good: '荣誉、奖励有效期间展示', other: '按提供单位确定的期限展示',
    },
    measure: {
      title: '奖惩措施', lead: '什么情形、在什么事上、依据哪一条，可以有什么后果，怎样解除。清单以外没有措施；平台只提示，由有关机关依法决定。措施只对单位和个体工商户，不牵连个人和亲属。',
      effect: '看哪一类', all: '全部', mandatory: '应当采取的限制', reference: '可以参考的限制', reward: '守信激励',
      grounds: '什么情形', matters: '用在哪些事上', by: '由谁执行', targets: '对谁', relation: '与行为的关联', proportion: '怎样不过当', lifted: '怎样解除', article: '依据', months: '最长', term: '{count} 个月',
      more: '关联、适当和执行', count: '{count} 项措施', grounded: '{count} 种情形之一',
    },
    target: { organization: '法人及非法人组织', individual_business: '个体工商户' },
    matter: {
      title: '办理事项', lead: '机关和单位办哪些事时查询公共信用信息，查什么，会看到什么。查询须有办件编号，每一次都留痕。',
      measures: '可能的措施', facts: '供参考的信息', purposes: '查询目的', limits: '任职限制', limitsSaid: '只依本条法律对特定职务的规定，不作他用', article: '依据', nothing: '不与任何措施相连',
      kind: {
        permit: '行政许可', appointment: '任职资格', convenience: '便利服务', credit: '融资和市场', funds: '财政资金和项目', qualification: '资质认定',
        procurement: '政府采购', award: '评先评优', supervision: '监督检查', land: '土地出让', tendering: '招标投标', other: '其他',
      },
      count: '{count} 个事项',
    },
    law: {
      title: '法规', lead: '平台的每一项信息、名单、措施、期限都写明依据，都能在这里查到。', loading: '一部法规', all: '全部法规',
      level: '效力级别', cited: '引用的规则', number: '文号', provisional: '部分内容（如条文数、日期）尚未核对，以公布的文本为准。',
      name: '名称', issuer: '制定机关', adopted: '通过', inForce: '施行', until: '失效', articles: '条文数', used: '平台用在哪里', usedNone: '目前没有规则引用。',
      count: '{count} 部',
    },
  },
  en: {
    tabs: { label: 'Laws and catalogue', laws: 'Laws', catalogue: 'Catalogue', measures: 'Measures', matters: 'Matters' },
    find: 'Find on this page', none: 'Nothing fits; try another word.', contents: 'On this page', provisional: 'to be verified', comma: ', ', semicolon: '; ',
    catalogue: {
      title: 'Catalogue of public credit information', lead: 'The platform takes in only what this catalogue lists; each item has its legal basis, data standard, providers and term. Nothing else is taken.',
      fields: '{count} fields', loading: 'An item of the catalogue', all: 'All items',
    },
    class: {
      '01': 'Registration', '02': 'Judgments and their enforcement', '03': 'Administration', '04': 'Professional titles and occupations', '05': 'Lists and marks of abnormal operation', '06': 'Lists of serious dishonesty',
      '07': 'Performance of contracts', '08': 'Commitments and how they were kept', '09': 'Evaluations', '10': 'Compliance with laws', '11': 'Honours for honesty', other: 'Other',
    },
    item: {
      kind: 'Class', standard: 'Data standard', providers: 'Providers', validity: 'Term of publicity', basis: 'Articles', published: 'See published records',
      downloads: 'Empty tables', downloadsSaid: 'For providing offices; the headers are the names below.', csv: 'CSV table', xlsx: 'Excel table',
      fields: 'Fields', name: 'Name', code: 'Code', required: 'Required', length: 'At most', note: 'Note', choices: 'One of: {choices}', personal: 'personal, not public', shown: '{part} of {whole}',
      checks: 'Checks', checksSaid: 'Every row sent in is checked by these; what fails is returned with what to do.', message: 'What is checked', remedy: 'What to do', warning: 'warning', refused: 'returned',
    },
    validity: {
      in_force: 'Registration, shown while it holds', permit: 'Shown while the permit holds', penalty: 'By the measures on credit repair: three months to three years', list: 'Shown while listed', abnormal: 'Shown while listed, ends with removal',
      judgment: 'Shown while on the list of judgment debtors', good: 'Shown while the honour holds', other: 'Shown for the term its provider sets',
    },
    measure: {
      title: 'Measures', lead: 'What may follow from what, in which matter, by which article, and how it is lifted. There are no measures outside this list; the platform points them out, the office decides by law. They concern organisations and individual businesses, never persons or relatives.',
      effect: 'Kind', all: 'All', mandatory: 'Limits that must be applied', reference: 'Limits that may be weighed', reward: 'Rewards for good conduct',
      grounds: 'What leads to it', matters: 'Where it counts', by: 'Carried out by', targets: 'Concerns', relation: 'Why it is related', proportion: 'Why it is in proportion', lifted: 'How it is lifted', article: 'Article', months: 'At most', term: '{count} months',
      more: 'Relation, proportion and who carries it out', count: '{count} measures', grounded: 'Any of {count}',
    },
    target: { organization: 'organisations', individual_business: 'individual businesses' },
    matter: {
      title: 'Matters', lead: 'In which matters offices look at public credit information, what they look at and what they see. A look needs the number of a matter and always leaves a trace.',
      measures: 'Possible measures', facts: 'Facts to weigh', purposes: 'Purpose', limits: 'Limits on office', limitsSaid: 'only as this article says for the office, and for nothing else', article: 'Article', nothing: 'No measure is tied to it',
      kind: {
        permit: 'Permits', appointment: 'Qualification for office', convenience: 'Conveniences', credit: 'Financing and market', funds: 'Public funds and projects', qualification: 'Qualifications',
        procurement: 'Procurement', award: 'Honours', supervision: 'Supervision', land: 'Land', tendering: 'Tendering', other: 'Other',
      },
      count: '{count} matters',
    },
    law: {
      title: 'Laws', lead: 'Every item, list, measure and term of the platform names its article, and all of them are found here.', loading: 'A law', all: 'All laws',
      level: 'Level', cited: 'Rules citing it', number: 'Number', provisional: 'Some of this (number of articles, dates) is not checked yet; the published text counts.',
      name: 'Title', issuer: 'Issuer', adopted: 'Adopted', inForce: 'In force', until: 'Ended', articles: 'Number of articles', used: 'Where the platform uses it', usedNone: 'No rule cites it at present.',
      count: '{count} texts',
    },
  },
});
