// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: { table: '用表格看', city: '市', count: '数量', fewer: '少', more: '多', sketch: '示意图：十六市按大致方位排成方格，不是地图。', none: '没有' },
  en: { table: 'As a table', city: 'City', count: 'Count', fewer: 'fewer', more: 'more', sketch: 'A sketch: the sixteen cities as squares in their rough places, not a map.', none: 'none' },
});
