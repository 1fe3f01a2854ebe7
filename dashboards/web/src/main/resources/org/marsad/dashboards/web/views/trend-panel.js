// SPDX-License-Identifier: AGPL-3.0-or-later

/** The trend of the documents that the address chooses, with its range and measure. */

import {ask} from '../api.js';
import {trendChart} from '../charts/trend.js';
import {h, replace} from '../dom.js';
import {plural, t} from '../i18n.js';
import {address, filtersOf, go} from '../location.js';
import {fault, loading, nothing} from '../parts.js';

const RANGES = [['30', 30], ['90', 90], ['all', null]];
const DAY = 86400000;

/**
 * @param {string} title
 * @returns {{node: HTMLElement, update: (parameters: URLSearchParams) => Promise<void>}}
 */
export function trendPanel(title) {
  const controls = h('div', {class: 'controls'});
  const chart = h('div', {class: 'chart'}, loading());
  const node = h('section', {class: 'panel', 'aria-labelledby': 'trend-title'},
      h('div', {class: 'panel-head'}, h('h2', {id: 'trend-title'}, title), controls), chart);

  async function update(parameters) {
    replace(controls, ...choices(parameters));
    try {
      const {days, undated} = await ask('/api/trend', filtersOf(parameters));
      const drawn = days.length === 0 ? nothing(t('trend.empty'))
          : trendChart(days, measureOf(parameters), (from, to) => go(
              address('/search', changed(filtersOf(parameters), {from, to, relevant: 'true'}))));
      replace(chart, drawn,
          undated > 0 && h('p', {class: 'note undated'}, plural('trend.undated', undated)));
    } catch (problem) {
      replace(chart, fault(problem));
    }
  }
  return {node, update};
}

function measureOf(parameters) {
  return parameters.get('measure') === 'share' ? 'share' : 'count';
}

function choices(parameters) {
  const move = (changes) => go(address(location.pathname, changed(parameters, changes)));
  const button = (id, text, pressed, changes) => h('button', {
    id, type: 'button', 'aria-pressed': String(pressed), onclick: () => move(changes),
  }, text);
  const range = (days) => days === null ? {from: null, to: null}
    : {from: new Date(Date.now() - (days - 1) * DAY).toISOString().slice(0, 10), to: null};
  const isRange = (days) => {
    const {from} = range(days);
    return parameters.get('from') === from && !parameters.get('to');
  };
  return [
    h('div', {class: 'group', role: 'group', 'aria-label': t('range')},
        RANGES.map(([name, days]) =>
          button(`range-${name}`, t(`range.${name}`), isRange(days), range(days)))),
    h('div', {class: 'group', role: 'group', 'aria-label': t('measure')},
        ['count', 'share'].map((measure) => button(`measure-${measure}`, t(`measure.${measure}`),
            measureOf(parameters) === measure,
            {measure: measure === 'share' ? 'share' : null}))),
  ];
}

/** A copy with some parameters set, or removed by null. */
export function changed(parameters, changes) {
  const copy = new URLSearchParams(parameters);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) copy.delete(name);
    else copy.set(name, value);
  }
  return copy;
}
