// SPDX-License-Identifier: AGPL-3.0-or-later

/** Starts the page: frame, language, and the view that the address names. */

import {h, replace} from './dom.js';
import {drawHeader, header} from './header.js';
import {loadMessages, moment, t} from './i18n.js';
import {address, followAddress, link} from './location.js';
import {loading} from './parts.js';
import {routeOf} from './routes.js';
import {askForLogin, isNobody, isStrange, loadSession, session} from './session.js';
import {followStatus, isUp, status} from './status.js';

const main = h('main', {id: 'main', tabindex: -1});
const fiction = h('div', {class: 'fiction', role: 'note'});
const outage = h('div', {class: 'outage', role: 'status'});
const printed = h('p', {class: 'printed'});
let shown = {path: null, view: null};
let asked = 0;

async function draw(isMove) {
  if (isStrange()) {
    askForLogin();
    return;
  }
  const mine = ++asked;
  drawHeader();
  const path = location.pathname;
  if (shown.path !== path) {
    const view = await viewOf(path);
    // Whoever moves on does not wait for the page before.
    if (mine !== asked) return;
    // What could not be fetched is tried again when the server is back.
    shown = {path: view?.isAway ? null : path, view};
    replace(main, view ? view.node : missing());
    document.title = `${main.querySelector('h1').textContent} · ${t('brand')}`;
    if (isMove) {
      main.focus();
      scrollTo(0, 0);
    }
  }
  shown.view?.update(new URLSearchParams(location.search));
}

async function viewOf(path) {
  const route = routeOf(path);
  if (!route) return null;
  if (!main.hasChildNodes()) replace(main, loading());
  try {
    const build = await route.view();
    return build();
  } catch (problem) {
    console.error(problem);
    return away();
  }
}

/** In the place of a view that the server did not bring. */
function away() {
  const node = h('div', null, h('h1', null, t('brand')),
      h('p', {class: 'fault', role: 'alert'}, t('outage.server')));
  return {node, update() {}, isAway: true};
}

function missing() {
  return h('div', null, h('h1', null, t('missing.page')),
      h('p', {class: 'lead'}, t('missing.page.what')),
      h('p', null, link(address('/', {}), null, t('nav.overview')), ' · ',
          link(address('/search', {}), null, t('nav.search'))));
}

/** Made-up texts must not be taken for news, on no page. */
function drawFiction() {
  if (document.body.dataset.fictional === 'true') replace(fiction, h('p', null, t('fiction')));
}

function drawOutage() {
  replace(outage, isUp() ? [] : [h('p', null,
      status === null ? t('outage.server') : t('outage.index'))]);
}

function footer() {
  return h('footer', null,
      session.way && h('p', null,
          t(session.way === 'AT_THIS_COMPUTER' ? 'footer.local' : 'footer.accounts')),
      h('p', null, t('footer.judgement'), ' ', link(address('/method', {}), null, t('footer.method'))));
}

/** On paper one must see where it is from, and when. */
function stamp() {
  replace(printed, t('printed', {
    url: `\u2068${location.href}\u2069`, when: moment(new Date().toISOString()),
  }));
}

/** A session that gave way to a new one, as with another password, is no reason to leave. */
async function askAgain() {
  await loadSession();
  if (isNobody()) askForLogin();
}

async function start() {
  // The view is fetched meanwhile; that it cannot be is told where it is drawn.
  routeOf(location.pathname)?.view().catch(() => {});
  await Promise.all([loadMessages(), loadSession()]);
  document.body.append(h('a', {class: 'skip', href: '#main'}, t('skip')),
      header(), fiction, outage, main, footer(), printed);
  drawFiction();
  followAddress(draw);
  addEventListener('marsad:stranger', askAgain);
  addEventListener('marsad:status', drawOutage);
  addEventListener('beforeprint', stamp);
  // What failed while the index was away is asked for again.
  addEventListener('marsad:recovered', () => draw(false));
  followStatus();
  await draw(false);
}

start();
