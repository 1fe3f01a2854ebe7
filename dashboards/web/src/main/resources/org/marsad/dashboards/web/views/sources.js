// SPDX-License-Identifier: AGPL-3.0-or-later

/** How each feed is doing: a gap in the data must be seen as one. */

import {ask} from '../api.js';
import {h, replace} from '../dom.js';
import {day, label, number, plural, t} from '../i18n.js';
import {address, link} from '../location.js';
import {fault, loading, nothing, outside, table, when} from '../parts.js';

const ORDER = ['FAILING', 'THROTTLED', 'REFUSED', 'OFF', 'OK'];

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
  const [feeds, outlets] = await Promise.all([ask('/api/sources'), ask('/api/outlets')]);
  return [
    ...feeds.length === 0 ? [nothing(t('sources.empty'))] : health(feeds),
    ...ledger(outlets.filter((outlet) => outlet.isRefusing || outlet.refusals.length > 0)),
  ];
}

/** Who does not want to be read, and how that was said: nothing of it is asked for. */
function ledger(outlets) {
  if (outlets.length === 0) return [];
  const columns = ['outlet', 'since', 'answer'].map((name) => ({head: t(`ledger.${name}`)}));
  const rows = outlets.flatMap((outlet) =>
    (outlet.refusals.length > 0 ? outlet.refusals : [{}]).map(({url, since, answer}) => [
      [h('bdi', null, outlet.name), url && h('span', {class: 'sub', dir: 'ltr'}, outside(url, url))],
      since ? day(since) : t('ledger.unknown'),
      answer ? h('bdi', null, answer) : t('ledger.unknown'),
    ]));
  return [h('section', {class: 'panel ledger'},
      h('h2', null, t('ledger.title')),
      h('p', {class: 'note'}, t('ledger.note')),
      table(plural('ledger.caption', outlets.length), columns, rows))];
}

function health(feeds) {
  const worstFirst = [...feeds].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)
      || a.outletName.localeCompare(b.outletName));
  const columns = ['outlet', 'state', 'lastPoll', 'lastItem', 'nextDue', 'items', 'status', 'message']
      .map((name) => ({head: t(`sources.${name}`), numeric: name === 'items' || name === 'status'}));
  return [
    h('ul', {class: 'tally'}, ORDER.map((state) => {
      const count = feeds.filter((feed) => feed.state === state).length;
      return h('li', null, stateBadge(state), ' ', number(count));
    })),
    table(plural('sources.caption', feeds.length), columns, worstFirst.map((feed) => [
      [link(address('/search', {source: feed.outletId}), null, h('bdi', null, feed.outletName)),
        h('span', {class: 'sub', dir: 'ltr'}, outside(feed.url, feed.url))],
      stateBadge(feed.state),
      when(feed.lastPoll),
      feed.lastItem ? when(feed.lastItem) : t('never'),
      feed.nextDue ? when(feed.nextDue) : '–',
      number(feed.itemsSeen),
      feed.httpStatus ?? '–',
      feed.message ? h('bdi', null, feed.message) : '',
    ])),
  ];
}

const SHAPES = {OK: '●', FAILING: '▲', THROTTLED: '◐', REFUSED: '■', OFF: '○'};

function stateBadge(state) {
  return h('span', {class: `badge state-${state}`, title: t(`state.${state}.why`)},
      h('span', {'aria-hidden': 'true', class: 'glyph'}, SHAPES[state]), t(`state.${state}`));
}
