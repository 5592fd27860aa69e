// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const feature: Feature = {
  portal: [{ path: '/processing-rules', component: () => import('./ProcessingPage.vue') }],
};
export default feature;
