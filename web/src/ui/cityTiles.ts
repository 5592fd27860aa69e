// SPDX-License-Identifier: Apache-2.0
// Shandong's sixteen cities as tiles in their rough places, by the first four digits of their codes.
// A drawn map would need a map-approval number (审图号).
export interface CityTile {
  code: string; // four digits
  name: string;
  value: number;
  to?: string; // where the tile leads
}

export const columns = 6;
const places: Record<string, [column: number, row: number]> = {
  3714: [2, 1], 3716: [3, 1], 3705: [4, 1], 3706: [5, 1], 3710: [6, 1],
  3715: [1, 2], 3701: [2, 2], 3703: [3, 2], 3707: [4, 2], 3702: [5, 2],
  3709: [2, 3], 3713: [4, 3], 3711: [5, 3],
  3717: [1, 4], 3708: [2, 4], 3704: [3, 4],
};

export function placeOf(code: string): [column: number, row: number] | undefined {
  return places[code];
}
export const placed = Object.keys(places);

export const steps = 5;
// The fifth of all cities that a value lies in; none is the lowest, equal values share a step.
export function stepsOf(values: readonly number[]): number[] {
  const known = values.filter((value) => value > 0).sort((a, b) => a - b);
  return values.map((value) => {
    if (value <= 0) return 0;
    const below = known.filter((other) => other < value).length;
    return Math.min(steps - 1, Math.floor((below * steps) / known.length));
  });
}
