// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    who: '查谁', organization: '组织', person: '自然人', name: '名称或统一社会信用代码', nameHint: '输入名称中的两个字以上，从下面选；或者输入完整的代码。',
    number: '证件号码', numberHint: '只按完整的证件号码查，不按姓名；号码不会出现在网址里。', personal: '这像是自然人的证件号码，已停止查找。请选“自然人”再输入。', personalNot: '这像是自然人的证件号码，已停止查找。这里不查询自然人。',
    hits: '找到的组织', none: '没有找到这样的组织。', picked: '代码：{code}',
  },
  en: {
    who: 'About whom', organization: 'An organisation', person: 'A person', name: 'Name or unified social credit code', nameHint: 'Type two characters of the name or more and choose below; or type the whole code.',
    number: 'Document number', numberHint: 'By the whole number only, never by name; it does not appear in the address.', personal: 'This looks like the number of a person; the search has stopped. Choose “A person” to enter it.', personalNot: 'This looks like the number of a person; the search has stopped. Persons are not looked up here.',
    hits: 'Organisations found', none: 'No such organisation was found.', picked: 'Code: {code}',
  },
});
