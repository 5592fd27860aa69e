// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: { table: '以表格查看', place: '月份', city: '市', sketch: '示意图：十六市按大致方位排成方格，不是地图。' },
  en: { table: 'As a table', place: 'Month', city: 'City', sketch: 'A sketch: the sixteen cities as squares in their rough places, not a map.' },
});
