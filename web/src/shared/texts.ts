// SPDX-License-Identifier: Apache-2.0
// Texts in both languages under the same keys: a key that one of them lacks does not compile.
export type Texts = { [key: string]: string | Texts };
export type Both<T extends Texts> = { zh: T; en: T };
export function both<T extends Texts>(texts: Both<T>): Both<T> {
  return texts;
}

// What every face says.
export const common = both({
  zh: {
    brand: '明信',
    platform: '公共信用信息平台',
    state: { loading: '正在取数……', empty: '没有内容。' },
    act: {
      search: '查询', retry: '再试一次', more: '更多', next: '下一页', previous: '上一页', back: '返回', send: '提交', save: '保存', cancel: '取消',
      close: '关闭', confirm: '确认', print: '打印', download: '下载', signIn: '登录', signOut: '退出', open: '打开', copy: '复制', copied: '已复制',
      clear: '清除', remove: '移除',
    },
    said: {
      request: '编号 {request}', basis: '依据：{basis}', line: '第 {row} 行', column: '第 {column} 列', bracketed: '（{what}）', required: '必填', provisional: '暂定', none: '无', yes: '是', no: '否', all: '全部', of: '{part} / {whole}',
      days: '{count} 日', rows: '{count} 条',
    },
    frame: {
      skip: '跳到正文', menu: '菜单', language: 'English', languageName: '切换为英文 / Switch to English', theme: '外观',
      themes: { auto: '跟随系统', light: '浅色', dark: '深色' }, account: '我的', notFound: '没有这个页面。', home: '回到首页', main: '主要栏目',
    },
  },
  en: {
    brand: 'Credence',
    platform: 'Public credit information platform',
    state: { loading: 'Loading…', empty: 'Nothing here.' },
    act: {
      search: 'Search', retry: 'Try again', more: 'More', next: 'Next page', previous: 'Previous page', back: 'Back', send: 'Submit', save: 'Save', cancel: 'Cancel',
      close: 'Close', confirm: 'Confirm', print: 'Print', download: 'Download', signIn: 'Sign in', signOut: 'Sign out', open: 'Open', copy: 'Copy', copied: 'Copied',
      clear: 'Clear', remove: 'Remove',
    },
    said: {
      request: 'Number {request}', basis: 'Basis: {basis}', line: 'line {row}', column: 'column {column}', bracketed: ' ({what})', required: 'required', provisional: 'provisional', none: 'none', yes: 'yes', no: 'no', all: 'all', of: '{part} of {whole}',
      days: '{count} days', rows: '{count} rows',
    },
    frame: {
      skip: 'Skip to content', menu: 'Menu', language: '中文', languageName: 'Switch to Chinese / 切换为中文', theme: 'Appearance',
      themes: { auto: 'As the system', light: 'Light', dark: 'Dark' }, account: 'My account', notFound: 'There is no such page.', home: 'Home', main: 'Main',
    },
  },
});
