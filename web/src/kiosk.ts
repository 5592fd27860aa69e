// SPDX-License-Identifier: Apache-2.0
import KioskLayout from './layouts/KioskLayout.vue';
import { start } from './start';

void start('kiosk', KioskLayout);
