// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    title: '名单',
    lead: '哪些名单、由谁认定、现在有多少主体在列。名单只能依照法律、法规和国家规定设立；移出后，依名单采取的措施随之解除。',
    find: '按名称、领域或认定机关筛选', none: '没有符合的名单，请换一个词。', shown: '{count} 个名单，{on} 个主体次在列',
    sort: { serious: '严重失信主体名单', abnormal: '经营（活动）异常名录和状态', red: '守信激励名单' },
    about: {
      serious: '列入前须告知、听取陈述申辩；达到移出条件的可以申请移出。',
      abnormal: '多因未按时履行公示等义务；补办以后即可移出。',
      red: '表彰守信，只带来便利和优先。',
    },
    name: '名单', area: '领域', by: '由谁认定', on: '在列数',
    provisional: '待核实', provisionalWhy: '标“待核实”的：所依据的部门规定尚未逐条核对，以认定机关公布的为准。',
    provisionalThis: '这个名单所依据的部门规定尚未逐条核对，以认定机关公布的为准。',
    loading: '一个名单', kind: '种类', since: '施行', until: '失效', term: '在列期限', months: '{count} 个月', open: '无固定期限，符合移出条件即移出', publicity: '公示期限',
    conditions: '什么情形会列入', evidence: '凭什么认定', removal: '怎样移出', articles: '依据', procedure: '看移出怎样办理', object: '认为列错了？看异议怎样提出',
    measures: '列入后会怎样', measuresLead: '平台只提示，由有关机关依法决定；个人和亲属不受牵连。', noMeasures: '没有与这个名单相连的措施。',
    measure: '措施', force: '效力', article: '依据', lifted: '怎样解除',
    mandatory: '应当采取', reference: '可以参考', who: '谁在列', whoNone: '目前平台没有公示中的在列主体。', whoMany: '目前有 {count} 个主体在列。', whoLink: '看公示的名单记录', allLists: '全部名单',
  },
  en: {
    title: 'Lists',
    lead: 'Which lists there are, who decides on them and how many stand on them now. A list needs a law, a regulation or a national rule; measures that rest on an entry end with it.',
    find: 'Narrow by name, field or authority', none: 'No list fits; try another word.', shown: '{count} lists; entries in force: {on}',
    sort: { serious: 'Lists of serious dishonesty', abnormal: 'Lists and marks of abnormal operation', red: 'Lists of the trustworthy' },
    about: {
      serious: 'Before an entry the subject is told and heard; who meets the conditions may ask to be removed.',
      abnormal: 'Mostly duties not done in time, such as yearly publicity; doing them leads to removal.',
      red: 'For good conduct: they bring ease and priority only.',
    },
    name: 'List', area: 'Field', by: 'Decided by', on: 'On it',
    provisional: 'to be verified', provisionalWhy: 'Marked “to be verified”: the ministry’s rule has not been checked article by article; what the authority publishes counts.',
    provisionalThis: 'The ministry’s rule behind this list has not been checked article by article; what the authority publishes counts.',
    loading: 'A list', kind: 'Kind', since: 'In force since', until: 'Ended', term: 'Term of an entry', months: '{count} months', open: 'No fixed term; removed once the conditions are met', publicity: 'Publicity',
    conditions: 'What leads to an entry', evidence: 'What it is decided upon', removal: 'How to be removed', articles: 'Articles', procedure: 'How removal is handled', object: 'Wrongly listed? How to object',
    measures: 'What an entry leads to', measuresLead: 'The platform only points these out; the office decides by law. Persons and relatives are not affected.', noMeasures: 'No measure rests on this list.',
    measure: 'Measure', force: 'Force', article: 'Article', lifted: 'How it is lifted',
    mandatory: 'must be taken', reference: 'may be weighed', who: 'Who stands on it', whoNone: 'Nobody stands on it publicly at present.', whoMany: '{count} stand on it at present.', whoLink: 'See the published entries', allLists: 'All lists',
  },
});
