// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';

const SignInPage = () => import('./SignInPage.vue');

const feature: Feature = {
  portal: [
    { path: '/sign-in', component: SignInPage },
    { path: '/join/:token', component: () => import('./JoinPage.vue') },
  ],
  // Pages say “/sign-in” whatever face they are shown in.
  work: [{ path: '/work/sign-in', alias: '/sign-in', component: SignInPage }],
};
export default feature;
