// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const feature: Feature = {
  portal: [
    { path: '/confirm', component: () => import('./ConfirmPage.vue') },
    { path: '/confirm/:number', component: () => import('./ConfirmPage.vue') }, // what the QR code of a report opens
  ],
};
export default feature;
