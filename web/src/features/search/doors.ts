// SPDX-License-Identifier: Apache-2.0
// What people come for, other than looking somebody up.
export const doors = [
  { to: '/publicity', label: { zh: '双公示', en: 'Permits and penalties' }, hint: { zh: '最新的行政许可和行政处罚，可按地区、机关和日期筛选、订阅、下载', en: 'The latest ones, by area, body and date; feeds and downloads' } },
  { to: '/procedures/objection', label: { zh: '信息不对？提出异议', en: 'Something is wrong? Object' }, hint: { zh: '三个工作日内答复；需要其他单位协助的，七个工作日', en: 'Answered in three working days, seven when others must help' } },
  { to: '/procedures', label: { zh: '信用修复怎样办', en: 'How to repair' }, hint: { zh: '要什么材料、最早哪一天、几日办完', en: 'What it takes, from which day, how long it lasts' } },
  { to: '/me/looks', label: { zh: '谁查询过我', en: 'Who looked at me' }, hint: { zh: '每一次查询都留痕：哪个机关、什么目的、什么依据', en: 'Every look leaves a trace: which office, why, by which article' } },
  { to: '/confirm', label: { zh: '核验信用报告', en: 'Confirm a credit report' }, hint: { zh: '扫描报告上的二维码，或输入编号和校验码', en: 'Scan its QR code, or enter number and check code' } },
  { to: '/catalogue', label: { zh: '归集了哪些信息', en: 'What is collected' }, hint: { zh: '信息清单、法规依据、名单和措施，全部公开', en: 'The catalogue, the laws, lists and measures, all public' } },
];
