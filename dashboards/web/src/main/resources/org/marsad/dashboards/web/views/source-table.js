// SPDX-License-Identifier: AGPL-3.0-or-later

/** The feeds with what each is doing in words, those that need somebody first. */

import {h} from '../dom.js';
import {ago, day, decimal, label, moment, number, plural, t} from '../i18n.js';
import {address, changed, go, link} from '../location.js';
import {nothing, outside, table, when} from '../parts.js';
import {rules} from './ledger.js';

const ORDER = ['FAILING', 'THROTTLED', 'REFUSED', 'OFF', 'OK'];
/** In the address, beside the states. */
const SILENT = 'SILENT';
const SHAPES = {OK: '●', FAILING: '▲', THROTTLED: '◐', REFUSED: '■', OFF: '○', SILENT: '◌'};

export function health(feeds, parameters) {
  const shown = feeds.filter((feed) => isChosen(feed, parameters)).sort((a, b) =>
    isSilent(b) - isSilent(a) || ORDER.indexOf(a.state) - ORDER.indexOf(b.state)
      || a.outletName.localeCompare(b.outletName));
  const columns = ['outlet', 'state', 'brings', 'asked'].map((name) => ({head: t(`sources.${name}`)}));
  return [
    h('div', {class: 'panel-head source-filters'}, states(feeds, parameters),
        h('div', {class: 'controls'}, languages(feeds, parameters),
            h('a', {class: 'button', href: '/api/sources.csv', download: true}, t('sources.csv')))),
    shown.length === 0 ? nothing(t('sources.none'))
        : table(plural('sources.caption', shown.length), columns, shown.map((feed) => [
          outlet(feed), state(feed), brings(feed), asked(feed)]), 'stacked'),
  ];
}

function isChosen(feed, parameters) {
  const state = parameters.get('state');
  const language = parameters.get('language');
  return (!state || (state === SILENT ? isSilent(feed) : feed.state === state))
      && (!language || feed.languages.includes(language));
}

function isSilent(feed) {
  return Boolean(feed.activity?.silentSince);
}

/** How many there are of each state; each choice shows only those, or all again. */
function states(feeds, parameters) {
  const chosen = parameters.get('state');
  const choice = (code, count) => count > 0 && h('li', null,
      link(address('/sources', changed(parameters, {state: chosen === code ? null : code})),
          {class: 'choice', 'aria-current': chosen === code && 'true', id: `state-${code ?? 'all'}`,
            title: code && t(code === SILENT ? 'silent.why' : `state.${code}.why`)},
          code ? badge(code) : t('sources.all'), ' ', number(count)));
  return h('nav', {'aria-label': t('sources.byState')}, h('ul', {class: 'tally'},
      choice(null, feeds.length), choice(SILENT, feeds.filter(isSilent).length),
      ORDER.map((code) => choice(code, feeds.filter((feed) => feed.state === code).length))));
}

function languages(feeds, parameters) {
  const codes = [...new Set(feeds.flatMap((feed) => feed.languages))].sort();
  if (codes.length < 2) return null;
  const chosen = parameters.get('language') ?? '';
  const select = h('select', {id: 'source-language', onchange: () => go(
      address('/sources', changed(parameters, {language: select.value || null})))},
  h('option', {value: ''}, t('sources.everyLanguage')),
  codes.map((code) => h('option', {value: code, selected: code === chosen}, label('outletLanguage', code))));
  return [h('label', {for: 'source-language'}, t('field.language')), select];
}

function outlet(feed) {
  const form = feed.activity?.form;
  return [
    link(address('/search', {source: feed.outletId}), null, h('bdi', null, feed.outletName)),
    h('span', {class: 'sub'}, [form && label('form', form),
      ...feed.languages.map((code) => label('outletLanguage', code))]
        .filter((one) => one).join(t('list.separator'))),
    feed.page && h('span', {class: 'sub'}, outside(feed.page, t('sources.page'))),
    h('span', {class: 'sub address', dir: 'ltr'}, feed.url),
  ];
}

/** Badge, and the same in a sentence: since when, why, and what was said to us. */
function state(feed) {
  return [
    h('p', {class: 'badges'}, badge(feed.state), isSilent(feed) && badge(SILENT)),
    h('p', null, sentences(feed)),
    feed.state === 'REFUSED' && rules(feed.activity?.refusal),
    feed.message && h('p', {class: 'note'}, h('bdi', {lang: 'en'}, feed.message)),
  ];
}

function sentences(feed) {
  const {activity, state: code} = feed;
  const said = [];
  if (isSilent(feed)) {
    const since = moment(activity.silentSince);
    said.push(activity.itemsPerDay == null ? t('said.silent.alone', {since})
      : t('said.silent', {since, perDay: decimal(activity.itemsPerDay)}));
  }
  if (code === 'REFUSED' && activity?.refusedSince) {
    said.push(t('said.REFUSED.since', {since: moment(activity.refusedSince)}));
  } else if (code === 'FAILING') {
    said.push(plural('said.FAILING', feed.consecutiveFailures));
  } else {
    said.push(t(`said.${code}`));
  }
  return said.join(' ');
}

/** What it brings as a rule, what it has brought, and what came of its latest day. */
function brings(feed) {
  const {activity} = feed;
  const lastItem = ['lastItem', feed.lastItem ? when(feed.lastItem) : t('never')];
  if (feed.withheld) return facts([['items', t('sources.withheld')], lastItem]);
  return facts([
    ['perDay', activity?.itemsPerDay == null ? t('sources.perDay.unknown')
        : decimal(activity.itemsPerDay)],
    ['items', number(feed.itemsSeen)],
    lastItem,
    activity && ['today', [day(activity.day), t('gaps.colon'), ' ', t('sources.today.counts', {
      items: number(activity.items), duplicates: number(activity.duplicates),
      rejections: number(activity.rejections),
    })]],
  ]);
}

/** When it was asked, how it answered, when it will be asked again. */
function asked(feed) {
  const statuses = Object.entries(feed.activity?.statuses ?? {}).map(([status, count]) =>
    `${status === 'none' ? t('sources.noAnswer') : status} × ${number(count)}`);
  return facts([
    ['lastPoll', when(feed.lastPoll)],
    ['lastSuccess', feed.lastSuccess ? when(feed.lastSuccess) : t('never')],
    feed.state !== 'OFF' && feed.nextDue && ['nextDue', when(feed.nextDue)],
    feed.httpStatus && ['status', feed.httpStatus],
    statuses.length > 0 && ['answers', h('bdi', null, statuses.join(t('list.separator')))],
  ]);
}

function facts(rows) {
  return h('dl', {class: 'pairs'}, rows.filter((row) => row).map(([name, value]) =>
    h('div', null, h('dt', null, t(`sources.${name}`)), h('dd', null, value))));
}

function badge(code) {
  return h('span', {class: code === SILENT ? 'badge warn' : `badge state-${code}`},
      h('span', {'aria-hidden': 'true', class: 'glyph'}, SHAPES[code]),
      t(code === SILENT ? 'silent' : `state.${code}`));
}
