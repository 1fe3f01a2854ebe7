// SPDX-License-Identifier: AGPL-3.0-or-later

/** How each feed is doing: a gap in the data must be seen as one. */

import {ask} from '../api.js';
import {h, replace} from '../dom.js';
import {label, number, plural, t} from '../i18n.js';
import {address, link} from '../location.js';
import {fault, loading, nothing, outside, table, when} from '../parts.js';

const ORDER = ['FAILING', 'THROTTLED', 'REFUSED', 'OK'];

export function sourcesView() {
  const body = h('div', {'aria-live': 'polite'}, loading());
  const node = h('div', null,
      h('h1', null, t('sources.title')), h('p', {class: 'lead'}, t('sources.lead')), body);

  async function update() {
    try {
      replace(body, ...contents(await ask('/api/sources')));
    } catch (problem) {
      replace(body, fault(problem));
    }
  }
  return {node, update};
}

function contents(feeds) {
  if (feeds.length === 0) return [nothing(t('sources.empty'))];
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

const SHAPES = {OK: '●', FAILING: '▲', THROTTLED: '◐', REFUSED: '■'};

function stateBadge(state) {
  return h('span', {class: `badge state-${state}`, title: t(`state.${state}.why`)},
      h('span', {'aria-hidden': 'true', class: 'glyph'}, SHAPES[state]), t(`state.${state}`));
}
