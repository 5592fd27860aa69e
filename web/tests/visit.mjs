// SPDX-License-Identifier: Apache-2.0
// A visit: one story in one browser, in one language and size. Whatever a page does wrong on the
// way — an error in the console, a request that goes elsewhere, a serious finding of axe, content
// cut off, a key in place of a text, a jump of the layout — is a fault of the story.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export const sizes = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
};

// In the page; a sandboxed document, as a report is, has no storage.
const chooseLanguage = (language) => {
  try {
    localStorage.setItem('language', language);
  } catch {
    // Its language is its own.
  }
};

// In the page: what moved by itself, not upon a touch or key.
const watchShifts = () => {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifted += one.value;
  }).observe({ type: 'layout-shift', buffered: true });
};

// In the page: text that people see and that no person wrote.
const rawTexts = () => {
  const odd = /^(?:[a-z]+(?:\.[a-zA-Z_]+)+|[a-z]+(?:_[a-z]+)+)$|\{[a-z]+\}|\bundefined\b|\bNaN\b|\[object/;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const text = node.textContent.trim();
    const shown = node.parentElement.closest('script,style,code,pre,.code,textarea,svg') === null && node.parentElement.checkVisibility();
    if (shown && odd.test(text)) found.push(text);
  }
  return found;
};

export class Visit {
  constructor(browser, { address, people, language, size, screens, tour, story }) {
    Object.assign(this, { browser, address, people, language, size, screens, tour, story });
    this.faults = [];
    this.expected = 0; // refusals that the story provokes: the browser writes each to its console
  }

  async begin() {
    this.context = await this.browser.newContext({ ...sizes[this.size], locale: this.language === 'zh' ? 'zh-CN' : 'en-GB', timezoneId: 'Asia/Shanghai', acceptDownloads: true });
    await this.context.addInitScript(chooseLanguage, this.language);
    await this.context.addInitScript(watchShifts);
    this.page = await this.context.newPage();
    this.page.setDefaultTimeout(45_000); // a machine that builds beside it is slow
    this.page.on('console', (message) => {
      if (message.type() !== 'error') return;
      if (this.expected > 0 && message.text().includes('Failed to load resource')) return;
      this.fault(`console: ${message.text()} (${message.location().url})`);
    });
    this.page.on('pageerror', (error) => this.fault(`page: ${error.message}`));
    this.page.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(this.address) && !/^(data|blob|about):/.test(url)) this.fault(`a request to another host: ${url}`);
    });
  }

  async end() {
    await this.context?.close();
  }

  fault(text) {
    this.faults.push(`${this.story} [${this.size}, ${this.language}] ${text}`);
  }

  // The text of this visit's language.
  text(zh, en) {
    return this.language === 'zh' ? zh : en;
  }

  async open(where) {
    await this.page.goto(this.address + where);
    await this.page.locator('h1').first().waitFor();
  }

  // By the page itself, as people do it. `where`: the face's own sign-in page.
  async signIn(who, where = '/sign-in') {
    await this.open(where);
    await this.page.locator('input[name=name]').fill(who);
    await this.page.locator('input[name=password]').fill(this.people[who]);
    await this.page.locator('form button[type=submit]').first().click();
    await this.page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
  }

  // What the platform refuses inside is no fault: the story is about it.
  async refused(act) {
    this.expected += 1;
    try {
      return await act();
    } finally {
      await this.page.waitForTimeout(50);
      this.expected -= 1;
    }
  }

  // Looks at the page as it stands: axe, what is cut off, raw keys, jumps; and takes its picture.
  async look(name) {
    await this.page.waitForLoadState('networkidle');
    await this.page.locator('[aria-busy=true]').waitFor({ state: 'detached' }).catch(() => this.fault(`${name}: still loading`));
    await this.axe(name);
    const wide = await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 1) this.fault(`${name}: ${wide} px are cut off at the side`);
    for (const text of await this.page.evaluate(rawTexts)) this.fault(`${name}: raw text “${text}”`);
    const shifted = await this.page.evaluate(() => window.shifted);
    if (shifted > 0.1) this.fault(`${name}: the layout jumped (${shifted.toFixed(3)})`);
    await this.page.evaluate(() => (window.shifted = 0));
    await this.shot(name);
  }

  async axe(name) {
    await this.page.evaluate(axeSource);
    const result = await this.page.evaluate((tags) => window.axe.run(document, { runOnly: tags, resultTypes: ['violations'] }), wcag);
    for (const one of result.violations) {
      if (one.impact !== 'serious' && one.impact !== 'critical') continue;
      this.fault(`${name}: axe ${one.id} (${one.impact}): ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
    }
  }

  async shot(name) {
    const { size, language } = this;
    const isOfTour = (one) => one.story === this.story && one.screen === name && one.size === size && one.language === language;
    if (!this.screens || (this.tour && !this.tour.some(isOfTour))) return;
    fs.mkdirSync(this.screens, { recursive: true });
    await this.page.screenshot({ path: path.join(this.screens, `${name}-${size}-${language}.png`), fullPage: false });
  }

  async sees(text) {
    await this.page.getByText(text, { exact: false }).filter({ visible: true }).first().waitFor();
  }

  get assert() {
    return assert;
  }
}
