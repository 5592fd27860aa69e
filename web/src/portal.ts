// SPDX-License-Identifier: Apache-2.0
import PortalLayout from './layouts/PortalLayout.vue';
import { start } from './start';

void start('portal', PortalLayout);
