// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: { row: '行', send: '报送', sendRow: '报送第 {row} 行', cell: '第 {row} 行，{column}', wrong: '有误', whole: '整行', keys: '回车或上下键到上一行、下一行的同一栏。' },
  en: { row: 'Row', send: 'Send', sendRow: 'Send row {row}', cell: 'Row {row}, {column}', wrong: 'wrong', whole: 'The row', keys: 'Enter and the arrows go to the same column of the row below or above.' },
});
