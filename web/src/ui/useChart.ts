// SPDX-License-Identifier: Apache-2.0
// A drawn chart that follows its data, its width, its language, and light or dark.
import { type Ref, nextTick, onBeforeUnmount, onMounted, ref, watch } from 'vue';
import { language } from '@/shared/language';
import { theme } from '@/shared/theme';
import type { Chart } from './chart';
import { type Drawing, inkOf } from './chartInk';

export function useChart(host: Readonly<Ref<HTMLElement | null>>, drawing: () => Drawing) {
  const failed = ref(false);
  let chart: Chart | undefined;
  let gone = false;

  function draw(): void {
    const at = host.value;
    if (!chart || !at) return;
    chart.resize();
    chart.setOption(drawing()(inkOf(at), at.clientWidth), true);
  }

  const observer = new ResizeObserver(draw);
  const scheme = matchMedia('(prefers-color-scheme: dark)');

  onMounted(async () => {
    try {
      const { openChart } = await import('./chart');
      if (gone || !host.value) return;
      chart = openChart(host.value);
    } catch {
      failed.value = true; // the network is gone, or a new edition has taken the file's place
      return;
    }
    observer.observe(host.value); // which draws at once
    scheme.addEventListener('change', draw);
  });
  // The theme's own watcher sets the tokens first.
  watch([drawing, theme, language], () => void nextTick(draw));
  onBeforeUnmount(() => {
    gone = true;
    observer.disconnect();
    scheme.removeEventListener('change', draw);
    chart?.dispose();
  });
  return { failed };
}
