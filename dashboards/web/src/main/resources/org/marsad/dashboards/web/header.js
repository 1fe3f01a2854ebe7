// SPDX-License-Identifier: AGPL-3.0-or-later

/** The top of every page: where one can go, and in which language. */

import {send} from './api.js';
import {h, replace} from './dom.js';
import {language, t} from './i18n.js';
import {address, link} from './location.js';
import {NAVIGATION} from './routes.js';
import {may, session} from './session.js';

/** Each language in its own words. */
const LANGUAGES = [['ar', 'العربية'], ['fr', 'Français'], ['en', 'English']];
/** Where there is room for all pages side by side: as in layout.css. */
const WIDE = matchMedia('(min-width: 75rem)');

const node = h('header', {class: 'top'});
WIDE.addEventListener('change', drawHeader);

/** The header, which `drawHeader` fills. */
export function header() {
  return node;
}

/** Draws it for the page that the address names; a menu that was open closes. */
export function drawHeader() {
  replace(node,
      link(address('/', {}), {class: 'brand'},
          h('img', {src: '/assets/mark.svg', alt: '', width: 28, height: 28}),
          h('span', null, t('brand'))),
      may('READ') && pages(), languages(), session.account && person());
}

/** A menu that opens where the window is narrow, and is always open where it is wide. */
function pages() {
  const here = location.pathname;
  return h('nav', {'aria-label': t('nav'), class: 'pages'},
      h('details', {open: WIDE.matches}, h('summary', {id: 'menu'}, t('nav.menu')),
          h('div', {class: 'groups'}, NAVIGATION.map((group) => h('section', null,
              h('h2', {id: group.key}, t(group.key)),
              h('ul', {'aria-labelledby': group.key}, group.pages
                  .filter(([, , , access]) => !access || may(access)).map(([path, key, parameters]) =>
                h('li', null, link(address(path, parameters),
                    {'aria-current': currency(path, here), id: `nav${path}`}, t(key))))))))));
}

function languages() {
  return h('nav', {'aria-label': t('languages'), class: 'languages'}, h('ul', null,
      LANGUAGES.map(([code, name]) => {
        const parameters = new URLSearchParams(location.search);
        parameters.set('ui', code);
        return h('li', null, h('a', {
          href: `${location.pathname}?${parameters}`, lang: code, dir: code === 'ar' ? 'rtl' : 'ltr',
          hreflang: code, 'aria-current': code === language && 'true', id: `ui-${code}`,
        }, name));
      })));
}

/** Who one is, and the way out. */
function person() {
  return h('nav', {'aria-label': t('nav.person'), class: 'person'}, h('ul', null,
      h('li', null, link(address('/account', {}), {
        'aria-current': currency('/account', location.pathname), id: 'nav/account',
      }, h('bdi', null, session.account.name))),
      h('li', null, h('button', {type: 'button', id: 'logout', onclick: logOut}, t('logout')))));
}

/** The page is loaded anew, so that nothing stays of what was seen. */
async function logOut() {
  await send('DELETE', '/api/session').catch(() => {});
  location.assign(address('/login', {}));
}

/** Whether one is on a page, or on one that belongs to it. */
function currency(path, here) {
  return here === path ? 'page' : path !== '/' && here.startsWith(`${path}/`) && 'true';
}
