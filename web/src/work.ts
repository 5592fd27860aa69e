// SPDX-License-Identifier: Apache-2.0
import WorkLayout from './layouts/WorkLayout.vue';
import { start } from './start';

void start('work', WorkLayout);
