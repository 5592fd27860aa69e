// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: { table: '以表格查看', place: '月份' },
  en: { table: 'As a table', place: 'Month' },
});
