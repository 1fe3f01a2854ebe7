// SPDX-License-Identifier: AGPL-3.0-or-later

/** Starts the page: frame, language, and the view that the address names. */

import {send} from './api.js';
import {h, replace} from './dom.js';
import {language, loadMessages, t} from './i18n.js';
import {address, followAddress, link} from './location.js';
import {askForLogin, isStrange, loadSession, may, session} from './session.js';
import {followStatus, isUp, status} from './status.js';
import {accountView} from './views/account.js';
import {administrationView} from './views/administration.js';
import {alertView} from './views/alert.js';
import {alertsView} from './views/alerts.js';
import {byCodeView} from './views/by-code.js';
import {documentView} from './views/document.js';
import {loginView} from './views/login.js';
import {overviewView} from './views/overview.js';
import {rejectionsView} from './views/rejections.js';
import {ruleView} from './views/rule.js';
import {rulesView} from './views/rules.js';
import {searchView} from './views/search.js';
import {sourcesView} from './views/sources.js';
import {subscriptionsView} from './views/subscriptions.js';
import {trendsView} from './views/trends.js';

const VIEWS = [
  {path: /^\/$/, build: overviewView},
  {path: /^\/search$/, build: searchView},
  {path: /^\/trends$/, build: trendsView},
  {path: /^\/documents\/[^/]+$/, build: documentView},
  {path: /^\/alerts$/, build: alertsView},
  {path: /^\/alerts\/rules$/, build: rulesView},
  {path: /^\/alerts\/rules\/[^/]+$/, build: ruleView},
  {path: /^\/alerts\/subscriptions$/, build: subscriptionsView},
  {path: /^\/alerts\/[^/]+$/, build: alertView},
  {path: /^\/subscriptions\/confirm$/, build: () => byCodeView('confirm')},
  {path: /^\/subscriptions\/unsubscribe$/, build: () => byCodeView('unsubscribe')},
  {path: /^\/sources$/, build: sourcesView},
  {path: /^\/rejections$/, build: rejectionsView},
  {path: /^\/account$/, build: accountView},
  {path: /^\/administration$/, build: administrationView},
  {path: /^\/login$/, build: loginView},
];
const NAVIGATION = [
  ['/', 'nav.overview', {}],
  ['/trends', 'nav.trends', {}],
  ['/search', 'nav.search', {relevant: 'true'}],
  ['/alerts', 'nav.alerts', {}],
  ['/sources', 'nav.sources', {}],
  ['/rejections', 'nav.rejections', {}],
];
/** Each language in its own words. */
const LANGUAGES = [['ar', 'العربية'], ['fr', 'Français'], ['en', 'English']];

const main = h('main', {id: 'main', tabindex: -1});
const header = h('header', {class: 'top'});
const fiction = h('div', {class: 'fiction', role: 'note'});
const outage = h('div', {class: 'outage', role: 'status'});
let shown = {path: null, view: null};

function draw(isMove) {
  if (isStrange()) {
    askForLogin();
    return;
  }
  drawHeader();
  const path = location.pathname;
  const parameters = new URLSearchParams(location.search);
  if (shown.path !== path) {
    const found = VIEWS.find((view) => view.path.test(path));
    const view = found ? found.build() : null;
    shown = {path, view};
    replace(main, view ? view.node : h('h1', null, t('missing.page')));
    document.title = `${main.querySelector('h1').textContent} · ${t('brand')}`;
    if (isMove) {
      main.focus();
      scrollTo(0, 0);
    }
  }
  shown.view?.update(parameters);
}

function drawHeader() {
  const here = location.pathname;
  replace(header,
      link(address('/', {}), {class: 'brand'},
          h('img', {src: '/assets/mark.svg', alt: '', width: 28, height: 28}),
          h('span', null, t('brand'))),
      may('READ') && h('nav', {'aria-label': t('nav')}, h('ul', null,
          NAVIGATION.map(([path, key, parameters]) => h('li', null, link(address(path, parameters),
              {'aria-current': currency(path, here), id: `nav${path}`}, t(key)))))),
      h('nav', {'aria-label': t('languages'), class: 'languages'}, h('ul', null,
          LANGUAGES.map(([code, name]) => {
            const parameters = new URLSearchParams(location.search);
            parameters.set('ui', code);
            return h('li', null, h('a', {
              href: `${here}?${parameters}`, lang: code, dir: code === 'ar' ? 'rtl' : 'ltr',
              hreflang: code, 'aria-current': code === language && 'true', id: `ui-${code}`,
            }, name));
          }))),
      may('READ') && drawPerson(here));
}

/** Who one is, what there is to administer, and the way out. */
function drawPerson(here) {
  const pages = [
    session.account && ['/account', h('bdi', null, session.account.name)],
    may('ADMINISTER') && ['/administration', t('nav.administration')],
  ];
  return h('nav', {'aria-label': t('nav.person'), class: 'person'}, h('ul', null,
      pages.filter(Boolean).map(([path, words]) => h('li', null, link(address(path, {}),
          {'aria-current': currency(path, here), id: `nav${path}`}, words))),
      session.account && h('li', null,
          h('button', {type: 'button', id: 'logout', onclick: logOut}, t('logout')))));
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

/** Made-up texts must not be taken for news, on no page. */
function drawFiction() {
  if (!status?.fictional || fiction.hasChildNodes()) return;
  replace(fiction, h('p', null, t('fiction')));
}

function drawOutage() {
  replace(outage, isUp() ? [] : [h('p', null,
      status === null ? t('outage.server') : t('outage.index'))]);
}

function footer() {
  return h('footer', null,
      session.way && h('p', null,
          t(session.way === 'AT_THIS_COMPUTER' ? 'footer.local' : 'footer.accounts')),
      h('p', null, t('footer.judgement')));
}

async function start() {
  await Promise.all([loadMessages(), loadSession()]);
  document.body.append(
      h('a', {class: 'skip', href: '#main'}, t('skip')), header, fiction, outage, main, footer());
  followAddress(draw);
  addEventListener('marsad:stranger', askForLogin);
  addEventListener('marsad:status', drawOutage);
  addEventListener('marsad:status', drawFiction);
  // What failed while the index was away is asked for again.
  addEventListener('marsad:recovered', () => draw(false));
  draw(false);
  followStatus();
}

start();
