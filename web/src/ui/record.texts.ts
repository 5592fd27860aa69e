// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: {
    fields: '全部内容（{count} 项）', source: '来源：', received: '收到：', publicUntil: '公示至（不含当日）：', repairFrom: '最早可申请修复：', provisional: '（期限为暂定）',
    severity: { minor: '轻微', general: '一般', serious: '严重' },
  },
  en: {
    fields: 'All it says ({count} fields)', source: 'Source: ', received: 'received ', publicUntil: 'public until the day before ', repairFrom: 'repair may be asked for from ', provisional: ' (a date is provisional)',
    severity: { minor: 'minor', general: 'general', serious: 'serious' },
  },
});
