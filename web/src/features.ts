// SPDX-License-Identifier: Apache-2.0
import type { RouteRecordRaw } from 'vue-router';
import type { Face, Feature, NavEntry } from './shared/feature';

const found = import.meta.glob<{ default: Feature }>('./features/*/routes.ts', { eager: true });
const features = Object.values(found).map((file) => file.default);

export function routesOf(face: Face): RouteRecordRaw[] {
  return features.flatMap((feature) => feature[face] ?? []);
}

export function navOf(face: Face): NavEntry[] {
  return features
    .flatMap((feature) => feature.nav ?? [])
    .filter((entry) => entry.face === face)
    .sort((a, b) => a.order - b.order);
}
