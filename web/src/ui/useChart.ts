// SPDX-License-Identifier: Apache-2.0
// A drawn chart that follows its data, its width, and light or dark.
import { type Ref, nextTick, onBeforeUnmount, onMounted, watch } from 'vue';
import { language } from '@/shared/language';
import { theme } from '@/shared/theme';
import { type Ink, inkOf } from './bars';
import type { Chart } from './bar-chart';

export function useChart(host: Readonly<Ref<HTMLElement | null>>, source: () => unknown, option: (ink: Ink, width: number) => Record<string, unknown>): void {
  let chart: Chart | undefined;
  let gone = false;

  function draw(): void {
    const at = host.value;
    if (!chart || !at) return;
    chart.resize();
    chart.setOption(option(inkOf(at), at.clientWidth), true);
  }

  const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(draw);
  const scheme = typeof matchMedia === 'undefined' ? undefined : matchMedia('(prefers-color-scheme: dark)');

  onMounted(async () => {
    const { openChart } = await import('./bar-chart');
    if (gone || !host.value) return;
    chart = openChart(host.value);
    draw();
    observer?.observe(host.value);
    scheme?.addEventListener('change', draw);
  });
  // The theme's own watcher sets the tokens first.
  watch([source, theme, language], () => void nextTick(draw), { deep: true });
  onBeforeUnmount(() => {
    gone = true;
    observer?.disconnect();
    scheme?.removeEventListener('change', draw);
    chart?.dispose();
  });
}
