// SPDX-License-Identifier: Apache-2.0
// The ordered start of a face: texts, router, session, then the page.
import { type Component, createApp } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';
import { routesOf } from './features';
import type { Face } from './shared/feature';
import { i18n } from './shared/language';
import { loadSession, signedIn } from './shared/session';
import './shared/theme';
import './styles/base.css';
import NotFound from './layouts/NotFound.vue';

export async function start(face: Face, layout: Component): Promise<void> {
  const router = createRouter({
    history: createWebHistory(),
    routes: [...routesOf(face), { path: '/:rest(.*)*', component: NotFound }],
    scrollBehavior: (to, from, kept) => kept ?? (to.hash ? { el: to.hash } : to.path === from.path ? false : { top: 0 }),
  });
  router.afterEach((to, from) => {
    to.meta.visited = from.matched.length > 0;
  });
  // The workbench is for who is signed in; so are a portal page's own matters (meta.own).
  router.beforeEach((to) => {
    const open = face === 'work' ? to.path === '/work/sign-in' : !to.meta.own;
    if (open || signedIn.value) return true;
    return { path: face === 'work' ? '/work/sign-in' : '/sign-in', query: { then: to.fullPath } };
  });
  // Without an answer the page opens as for nobody; what it asks next says what is wrong.
  await loadSession().catch(() => undefined);
  createApp(layout).use(i18n).use(router).mount('#app');
}
