// SPDX-License-Identifier: Apache-2.0
// The workbench's menu, in the order of a day's work. A group that is not named here comes last.
import type { Words } from '@/api/client';

const order = ['工作台', '归集', '查询与核查', '办理', '名单与措施', '权利保护', '监督', '系统管理', '我的'];

export function placeOf(group: Words | undefined): number {
  const place = order.indexOf(group?.zh ?? '');
  return place < 0 ? order.length : place;
}
