// SPDX-License-Identifier: AGPL-3.0-or-later

/** How each feed is doing: a gap in the data must be seen as one. */

import {ask} from '../api.js';
import {h, replace} from '../dom.js';
import {ago, day, decimal, isoDay, label, number, plural, t} from '../i18n.js';
import {address, link} from '../location.js';
import {fault, loading, nothing, outside, table, when} from '../parts.js';

const ORDER = ['FAILING', 'THROTTLED', 'REFUSED', 'OFF', 'OK'];
/** Weeks of coverage that are shown. */
const WEEKS = 12;

export function sourcesView() {
  const body = h('div', {'aria-live': 'polite'}, loading());
  const node = h('div', null,
      h('h1', null, t('sources.title')), h('p', {class: 'lead'}, t('sources.lead')), body);

  async function update() {
    try {
      replace(body, ...await contents());
    } catch (problem) {
      replace(body, fault(problem));
    }
  }
  return {node, update};
}

async function contents() {
  const from = isoDay(Date.now() - (WEEKS - 1) * 7 * 24 * 3600 * 1000);
  const [feeds, outlets, {periods}] = await Promise.all([ask('/api/sources'), ask('/api/outlets'),
    ask('/api/coverage', new URLSearchParams({from, interval: 'week'}))]);
  return [
    ...feeds.length === 0 ? [nothing(t('sources.empty'))] : health(feeds),
    ...ledger(outlets.filter((outlet) => outlet.isRefusing || outlet.refusals.length > 0), feeds),
    coverage(periods),
  ];
}

/** What was captured at all, newest week first: where nothing was, a quiet chart means nothing. */
function coverage(periods) {
  const kinds = named(periods, 'kinds', 'kind');
  const languages = named(periods, 'languages', 'language');
  const columns = [{head: t('coverage.week')},
    ...[t('coverage.documents'), t('coverage.sources'),
      ...kinds.map(([, name]) => name), ...languages.map(([, name]) => name),
    ].map((head) => ({head, numeric: true}))];
  const rows = [...periods].reverse().map((period) => [
    day(period.start), number(period.documents), number(period.sources),
    ...kinds.map(([code]) => number(period.kinds[code] ?? 0)),
    ...languages.map(([code]) => number(period.languages[code] ?? 0)),
  ]);
  return h('section', {class: 'panel'},
      h('h2', null, t('coverage.title')), h('p', {class: 'note'}, t('coverage.note')),
      table(t('coverage.title'), columns, rows));
}

/** The codes that occur, the most frequent first, each with its name. */
function named(periods, part, catalogue) {
  const sums = new Map();
  for (const period of periods) {
    for (const [code, count] of Object.entries(period[part])) {
      sums.set(code, (sums.get(code) ?? 0) + count);
    }
  }
  return [...sums].sort((a, b) => b[1] - a[1]).map(([code]) => [code, label(catalogue, code)]);
}

/** Who does not want to be read, and how that was said: what the catalogue knows, what was heard. */
function ledger(outlets, feeds) {
  const heard = feeds.filter((feed) => feed.activity?.refusedSince);
  if (outlets.length === 0 && heard.length === 0) return [];
  const columns = ['outlet', 'since', 'answer'].map((name) => ({head: t(`ledger.${name}`)}));
  const rows = outlets.flatMap((outlet) =>
    (outlet.refusals.length > 0 ? outlet.refusals : [{}]).map(({url, since, answer}) => [
      [h('bdi', null, outlet.name), url && h('span', {class: 'sub', dir: 'ltr'}, outside(url, url))],
      since ? day(since) : t('ledger.unknown'),
      answer ? h('bdi', null, answer) : t('ledger.unknown'),
    ]));
  for (const {outletName, url, activity} of heard) {
    rows.push([
      [h('bdi', null, outletName), h('span', {class: 'sub', dir: 'ltr'}, outside(url, url))],
      when(activity.refusedSince),
      h('code', {dir: 'ltr', class: 'rules'}, activity.refusal),
    ]);
  }
  const count = new Set([...outlets.map((one) => one.name), ...heard.map((one) => one.outletName)]);
  return [h('section', {class: 'panel ledger'},
      h('h2', null, t('ledger.title')),
      h('p', {class: 'note'}, t('ledger.note')),
      table(plural('ledger.caption', count.size), columns, rows))];
}

function health(feeds) {
  const worstFirst = [...feeds].sort((a, b) => isSilent(b) - isSilent(a)
      || ORDER.indexOf(a.state) - ORDER.indexOf(b.state)
      || a.outletName.localeCompare(b.outletName));
  const columns = ['outlet', 'state', 'lastPoll', 'lastItem', 'nextDue', 'items', 'perDay', 'today',
    'status', 'message'].map((name) =>
    ({head: t(`sources.${name}`), numeric: ['items', 'perDay', 'status'].includes(name)}));
  const silent = feeds.filter(isSilent).length;
  return [
    h('ul', {class: 'tally'}, ORDER.map((state) => {
      const count = feeds.filter((feed) => feed.state === state).length;
      return h('li', null, stateBadge(state), ' ', number(count));
    }), silent > 0 && h('li', null, silentBadge(), ' ', number(silent))),
    table(plural('sources.caption', feeds.length), columns, worstFirst.map((feed) => [
      [link(address('/search', {source: feed.outletId}), null, h('bdi', null, feed.outletName)),
        h('span', {class: 'sub', dir: 'ltr'}, outside(feed.url, feed.url))],
      [stateBadge(feed.state), ' ', isSilent(feed) && silentBadge(feed.activity.silentSince)],
      when(feed.lastPoll),
      feed.lastItem ? when(feed.lastItem) : t('never'),
      feed.nextDue ? when(feed.nextDue) : '–',
      number(feed.itemsSeen),
      feed.activity?.itemsPerDay == null ? '–' : decimal(feed.activity.itemsPerDay),
      feed.activity ? today(feed.activity) : '–',
      feed.httpStatus ?? '–',
      feed.message ? h('bdi', null, feed.message) : '',
    ])),
  ];
}

/** What came of the feed and its pages on the day of its last poll. */
function today({day: date, items, duplicates, rejections, statuses}) {
  const answers = Object.entries(statuses).map(([status, count]) =>
    `${status === 'none' ? t('sources.noAnswer') : status} × ${number(count)}`);
  return [t('sources.today.counts', {items: number(items), duplicates: number(duplicates),
    rejections: number(rejections)}),
  h('span', {class: 'sub'}, `${day(date)} · ${answers.join(', ') || '–'}`)];
}

function isSilent(feed) {
  return Boolean(feed.activity?.silentSince);
}

function silentBadge(since) {
  const why = t('silent.why');
  return h('span', {class: 'badge warn', title: since ? `${ago(since)}. ${why}` : why},
      h('span', {'aria-hidden': 'true', class: 'glyph'}, '◌'), t('silent'));
}

const SHAPES = {OK: '●', FAILING: '▲', THROTTLED: '◐', REFUSED: '■', OFF: '○'};

function stateBadge(state) {
  return h('span', {class: `badge state-${state}`, title: t(`state.${state}.why`)},
      h('span', {'aria-hidden': 'true', class: 'glyph'}, SHAPES[state]), t(`state.${state}`));
}
