// SPDX-License-Identifier: AGPL-3.0-or-later

/** The trend of the documents that the address chooses, with its range and measure. */

import {ask} from '../api.js';
import {gapsNote} from '../charts/gaps.js';
import {trendChart} from '../charts/trend.js';
import {h, replace} from '../dom.js';
import {plural, t} from '../i18n.js';
import {address, changed, filtersOf, go} from '../location.js';
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

  let asked = 0;

  async function update(parameters) {
    const mine = ++asked;
    replace(controls, ...choices(parameters));
    try {
      const found = await ask('/api/trend', filtersOf(parameters));
      if (mine !== asked) return;
      show(found, [], parameters);
      // The chart does not wait for what may be missing in it.
      const gaps = await gapsOf(found.days, parameters);
      if (mine === asked && gaps.length > 0) show(found, gaps, parameters);
    } catch (problem) {
      if (mine === asked) replace(chart, fault(problem));
    }
  }

  function show({days, undated}, gaps, parameters) {
    const drawn = days.length === 0 ? nothing(t('trend.empty'))
        : trendChart(days, gaps, measureOf(parameters), (from, to) => go(
            address('/search', changed(filtersOf(parameters), {from, to, relevant: 'true'}))));
    replace(chart, drawn, gapsNote(gaps),
        undated === undefined ? h('p', {class: 'note undated'}, t('few.undated'))
          : undated > 0 && h('p', {class: 'note undated'}, plural('trend.undated', undated)));
  }
  return {node, update};
}

/** Of the same sources, on the days that are shown. */
async function gapsOf(days, parameters) {
  if (days.length === 0) return [];
  const asked = new URLSearchParams({from: days[0].day, to: days[days.length - 1].day});
  for (const source of parameters.getAll('source')) asked.append('source', source);
  return ask('/api/gaps', asked);
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
