// SPDX-License-Identifier: AGPL-3.0-or-later

/** What was captured at all, over time: where nothing was, a quiet chart means nothing. */

import {ask} from '../api.js';
import {coverageChart} from '../charts/coverage.js';
import {h, replace} from '../dom.js';
import {CODES} from '../filters.js';
import {isoDay, label, t} from '../i18n.js';
import {address, changed, go} from '../location.js';
import {fault, loading} from '../parts.js';

const DAY = 86400000;
/** What one column is, and how many days are shown of it. */
const INTERVALS = {day: 31, week: 12 * 7, month: 365};

export function coveragePanel() {
  const controls = h('div', {class: 'controls'});
  const chart = h('div', {class: 'chart'}, loading());
  const node = h('section', {class: 'panel coverage', 'aria-labelledby': 'coverage-title'},
      h('div', {class: 'panel-head'}, h('h2', {id: 'coverage-title'}, t('coverage.title')), controls),
      h('p', {class: 'note'}, t('coverage.note')), chart);

  async function update(parameters) {
    const interval = parameters.get('by') in INTERVALS ? parameters.get('by') : 'week';
    const asked = new URLSearchParams({
      from: isoDay(Date.now() - (INTERVALS[interval] - 1) * DAY), interval,
    });
    replace(controls, intervals(interval, parameters),
        h('a', {class: 'button', href: `/api/coverage.csv?${asked}`, download: true},
            t('coverage.csv')));
    try {
      const {periods} = await ask('/api/coverage', asked);
      replace(chart, coverageChart(periods, interval, rowsOf(periods)));
    } catch (problem) {
      replace(chart, fault(problem));
    }
  }
  return {node, update};
}

function intervals(chosen, parameters) {
  return h('div', {class: 'group', role: 'group', 'aria-label': t('coverage.interval')},
      Object.keys(INTERVALS).map((interval) => h('button', {
        id: `by-${interval}`, type: 'button', 'aria-pressed': String(interval === chosen),
        onclick: () => go(address('/sources',
            changed(parameters, {by: interval === 'week' ? null : interval}))),
      }, t(`trend.${interval}`))));
}

/** All documents, then each kind and each language that occurs, the most frequent first. */
function rowsOf(periods) {
  return [
    {name: t('coverage.documents'), code: 'documents', value: (period) => period.documents ?? 0},
    ...['kinds', 'languages'].flatMap((part) => codes(periods, part).map((code) => ({
      name: label(part.slice(0, -1), code), code, value: (period) => period[part][code] ?? 0,
    }))),
  ];
}

function codes(periods, part) {
  const sums = new Map();
  for (const period of periods) {
    for (const [code, count] of Object.entries(period[part])) {
      sums.set(code, (sums.get(code) ?? 0) + count);
    }
    // A kind of which nothing may be told is there all the same.
    for (const code of period.withheld) {
      const isKind = CODES.kind.includes(code);
      if (code !== 'documents' && isKind === (part === 'kinds')) sums.set(code, sums.get(code) ?? 0);
    }
  }
  return [...sums].sort((a, b) => b[1] - a[1]).map(([code]) => code);
}
