// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    title: '查询组织的公共信用信息',
    label: '名称、名称片段、拼音或统一社会信用代码',
    placeholder: '如：科技、jnkj、9137…',
    hint: '不用登录，不用验证码。自然人不能在这里查询。',
    none: '没有找到。请换一个名称片段，或输入完整的统一社会信用代码。',
    found: '找到 {count} 个',
    many: '找到 {count} 个以上，请多输入几个字',
    by: { former: '曾用名', code: '代码', pinyin: '拼音', initials: '简拼' },
    doors: '您可能要办',
  },
  en: {
    title: 'Look up an organisation’s public credit information',
    label: 'Name, piece of a name, pinyin or unified social credit code',
    placeholder: 'e.g. 科技, jnkj, 9137…',
    hint: 'No account and no captcha. Natural persons cannot be looked up here.',
    none: 'Nothing found. Try another piece of the name, or the whole code.',
    found: '{count} found',
    many: 'More than {count} found; type a little more',
    by: { former: 'former name', code: 'code', pinyin: 'pinyin', initials: 'initials' },
    doors: 'You may want to',
  },
});
