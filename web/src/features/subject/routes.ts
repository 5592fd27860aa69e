// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const feature: Feature = {
  portal: [{ path: '/org/:code', component: () => import('./SubjectPage.vue') }],
};
export default feature;
