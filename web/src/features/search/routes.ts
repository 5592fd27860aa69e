// SPDX-License-Identifier: Apache-2.0
import type { Feature } from '@/shared/feature';
import SearchPage from './SearchPage.vue'; // the first page of most visits: not fetched apart

const feature: Feature = {
  portal: [{ path: '/', component: SearchPage }],
  nav: [{ face: 'portal', to: '/', label: { zh: '查询', en: 'Search' }, order: 1 }],
};
export default feature;
