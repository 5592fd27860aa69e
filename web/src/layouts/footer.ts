// SPDX-License-Identifier: Apache-2.0
export const footer = {
  law: {
    zh: '只展示依法公开公示的组织信息；自然人信息不公开，也不能按姓名查询（《山东省社会信用条例》第二十条）。',
    en: 'Only what the law makes public about organisations is shown; persons are neither shown nor found by name (Shandong Social Credit Regulation, art. 20).',
  },
  links: [
    { to: '/processing-rules', inside: true, label: { zh: '个人信息处理规则', en: 'How personal information is handled' } },
    { to: '/breaches', inside: true, label: { zh: '期限公示', en: 'Missed deadlines' } },
    { to: '/confirm', inside: true, label: { zh: '核验报告', en: 'Confirm a report' } },
    { to: '/work', inside: false, label: { zh: '工作台', en: 'Workbench' } },
    { to: '/kiosk', inside: false, label: { zh: '自助查询机', en: 'Kiosk' } },
    { to: '/plain', inside: false, label: { zh: '不用脚本的页面', en: 'Pages without script' } },
    { to: '/api/v1/openapi.json', inside: false, label: { zh: '接口文档', en: 'Interface' } },
  ],
};
