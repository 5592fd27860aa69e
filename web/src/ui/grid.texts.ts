// SPDX-License-Identifier: Apache-2.0
import { both } from '@/shared/texts';

export default both({
  zh: { row: '行', basis: '（{basis}）', to: '改“{column}”', sendRow: '报送第 {row} 行', cell: '第 {row} 行，{column}', keys: '回车或上下键到上一行、下一行的同一栏。' },
  en: { row: 'Row', basis: '({basis})', to: 'Go to {column}', sendRow: 'Send row {row}', cell: 'Row {row}, {column}', keys: 'Enter and the arrows go to the same column of the row below or above.' },
});
