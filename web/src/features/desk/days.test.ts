// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest';
import type { Schemas } from '@/api/client';
import { urgencyOf, usedOf } from './days';

const words = { zh: '', en: '' };
function deadline(more: Partial<Schemas['ShownDeadline']>): Schemas['ShownDeadline'] {
  return { id: 'own', label: words, article: words, basis: '', counted_from: '2026-11-02', owed_by: 'centre', owed_by_label: words, provisional: false, status: 'running', unit: '', ...more };
}

describe('a deadline', () => {
  it('is late, soon, far or stopped', () => {
    expect(urgencyOf(deadline({ due: '2026-11-04', days_left: -2 }))).toBe('late');
    expect(urgencyOf(deadline({ due: '2026-11-04', days_left: 0 }))).toBe('soon');
    expect(urgencyOf(deadline({ due: '2026-12-04', days_left: 9 }))).toBe('calm');
    expect(urgencyOf(deadline({}))).toBe('paused');
  });
  it('uses up its days, never more than all', () => {
    const ten = deadline({ due: '2026-11-12', days_left: 1 });
    expect([usedOf(ten, '2026-11-02'), usedOf(ten, '2026-11-07'), usedOf(ten, '2026-12-24'), usedOf(ten, '2026-10-01')]).toEqual([0, 50, 100, 0]);
    expect(usedOf(deadline({}), '2026-11-07')).toBe(0);
    expect(usedOf(deadline({ due: '2026-11-02', days_left: 0 }), '2026-11-02')).toBe(100);
  });
});
