// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    title: '个人信息处理规则', lead: '依照《中华人民共和国个人信息保护法》第十七条告知：谁处理、为什么、处理哪些、从哪里来、存多久、您有哪些权利和怎样行使。内容由平台正在执行的规则生成，与实际办理一致。',
    contents: '本页内容', asOf: '截至 {day}，规则版本 {edition}', provisional: '待核实', article: '依据', none: '没有。', comma: '、',
    who: '谁处理', name: '处理者', unit: '信用中心', unitCode: '统一社会信用代码', region: '辖区',
    never: '绝不做的事', neverLead: '写在程序里，任何规则都不能放开。',
    rights: '您的权利', right: '权利', how: '怎样行使', within: '多久答复', others: '需其他单位协助的，{term}', begin: '登录后提出请求', looks: '看谁查询过我',
    purposes: '为什么处理', purpose: '目的', audience: '谁可以查', persons: '自然人', matter: '办件编号', yes: '可以', no: '不可以', required: '必填', optional: '不需要',
    items: '处理哪些个人信息', itemsLead: '下面这些事项含有个人信息。标明的数据项加密保存，从不公开。', item: '事项', about: '自然人本人的记录', aboutNo: '只是组织记录中的人员', fields: '个人数据项', disclosure: '怎样披露', providers: '从哪里来',
    retention: '存多久、展示多久', what: '什么', long: '多久', collected: '不采集的信息', consented: '即使本人同意也不采集', collectedLead: '含有下列内容的文件，整份拒收。',
  },
  en: {
    title: 'How personal information is handled', lead: 'As article 17 of the Personal Information Protection Law asks: who processes, for what, which data, from whom, how long, which rights you have and how to use them. It is made from the rules that the platform runs on, so it says what is done.',
    contents: 'On this page', asOf: 'As of {day}, under rules {edition}', provisional: 'to be verified', article: 'Article', none: 'None.', comma: ', ',
    who: 'Who processes', name: 'Processor', unit: 'Credit centre', unitCode: 'Credit code', region: 'Jurisdiction',
    never: 'What is never done', neverLead: 'It stands in the program itself; no rule can lift it.',
    rights: 'Your rights', right: 'Right', how: 'How to use it', within: 'Answered within', others: '{term} when other offices must help', begin: 'Sign in and ask', looks: 'See who looked at me',
    purposes: 'What for', purpose: 'Purpose', audience: 'Who may look', persons: 'Persons', matter: 'Matter number', yes: 'yes', no: 'no', required: 'required', optional: 'not needed',
    items: 'Which personal data', itemsLead: 'These items hold personal data. The fields named are kept sealed and never published.', item: 'Item', about: 'records of persons themselves', aboutNo: 'people in records of organisations only', fields: 'Personal fields', disclosure: 'Disclosed', providers: 'Where from',
    retention: 'How long kept and shown', what: 'What', long: 'How long', collected: 'What is not collected', consented: 'not even with consent', collectedLead: 'A file that holds any of these is refused as a whole.',
  },
});
