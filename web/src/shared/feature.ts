// SPDX-License-Identifier: Apache-2.0
// What a feature's routes.ts gives the faces of the application. To remove a feature is to remove
// its folder.
import type { RouteRecordRaw } from 'vue-router';
import type { Words } from '@/api/client';

export type Face = 'portal' | 'work' | 'kiosk';

export interface NavEntry {
  face: Face;
  to: string;
  label: Words;
  order: number; // in its group, small first
  group?: Words; // of the workbench's menu
  powers?: string[]; // shown to holders of one of these; to all where there are none
}

export interface Feature {
  portal?: RouteRecordRaw[];
  work?: RouteRecordRaw[];
  kiosk?: RouteRecordRaw[];
  nav?: NavEntry[];
}
