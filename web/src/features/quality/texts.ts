// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    title: '数据质量', intro: '按提供单位和事项，每个比例都附分子和分母。点开一行，看各项指标怎样算、各月走势和每次报送的回执。',
    item: '事项', provider: '提供单位', from: '收到日期自', to: '至', show: '查看', none: '这段时间没有报送。', rows: '行数', batches: '次数', times: '{count} 次', lines: '按单位和事项', open: '看明细：{name}',
    dimensions: '质量七个维度', publicity: '双公示指标', lower: '越低越好', part: '{part} / {whole}', noWhole: '这段时间没有可计算的行', formula: '算法：{meaning}', formulaProvisional: '算法（暂定）：{meaning}',
    trend: '各月走势', month: '月份', trendRates: '各月比例（%）', trendRows: '各月行数', rate: { taken: '收下率', duplicate: '重复率', late: '迟报率' }, count: { sent: '报送', rejected: '拒收', late: '迟报' },
    receipts: '报送回执', received: '收到', file: '文件', sent: '报送', rejected: '拒收', refusedRows: '看拒收的 {count} 行', refused: '拒收的行', noRefused: '无', back: '全部单位和事项',
  },
  en: {
    title: 'Data quality', intro: 'By provider and item; every share with its part and whole. Open a line for how each measure is counted, its course over the months, and the receipts.',
    item: 'Item', provider: 'Provider', from: 'Received from', to: 'to', show: 'Show', none: 'Nothing was sent in this time.', rows: 'Rows', batches: 'Times', times: '{count} times', lines: 'By provider and item', open: 'Details of {name}',
    dimensions: 'Seven dimensions of quality', publicity: 'Measures of permits and penalties', lower: 'lower is better', part: '{part} of {whole}', noWhole: 'No row to count in this time', formula: 'Counted as: {meaning}', formulaProvisional: 'Counted (provisionally) as: {meaning}',
    trend: 'Over the months', month: 'Month', trendRates: 'Shares by month (%)', trendRows: 'Rows by month', rate: { taken: 'Taken', duplicate: 'Duplicate', late: 'Late' }, count: { sent: 'Sent', rejected: 'Refused', late: 'Late' },
    receipts: 'Receipts', received: 'Received', file: 'File', sent: 'Sent', rejected: 'Refused', refusedRows: 'See the {count} refused rows', refused: 'Refused rows', noRefused: 'none', back: 'All providers and items',
  },
});
