// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: { table: '以表格查看', city: '市', legend: '颜色（{unit}）', nothing: '没有', sketch: '方格只示意相对位置，不是地图。' },
  en: { table: 'As a table', city: 'City', legend: 'Shades ({unit})', nothing: 'none', sketch: 'The squares show rough positions only; this is no map.' },
});
