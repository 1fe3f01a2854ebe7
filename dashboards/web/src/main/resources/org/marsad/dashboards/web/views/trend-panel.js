// SPDX-License-Identifier: AGPL-3.0-or-later

/** The trend of the documents that the address chooses, with its range. */

import {ask} from '../api.js';
import {gapsNote, namesOf} from '../charts/gaps.js';
import {h, replace} from '../dom.js';
import {day, isoDay, plural, t} from '../i18n.js';
import {address, changed, filtersOf, go, link} from '../location.js';
import {loadNames} from '../names.js';
import {fault, loading} from '../parts.js';
import {marksOf} from './markings.js';
import {trendCharts} from './trend-charts.js';
import {askGaps, firstOf, trendQuestion} from './trend-question.js';

/** How many days, and what one column is; the last is what is shown without a choice. */
const RANGES = [['30', 30, 'day'], ['90', 90, null], ['half', null, null]];

/**
 * @param {string} title
 * @returns {{node: HTMLElement, update: (parameters: URLSearchParams) => Promise<void>}}
 */
export function trendPanel(title) {
  const controls = h('div', {class: 'controls'});
  const charts = h('div', {class: 'chart awaited'}, loading());
  const notes = h('div', null);
  const node = h('section', {'aria-labelledby': 'trend-title'},
      h('div', {class: 'panel-head'}, h('h2', {id: 'trend-title'}, title), controls), charts, notes);

  let asked = 0;

  async function update(parameters) {
    const mine = ++asked;
    const question = trendQuestion(parameters);
    replace(controls, ...choices(parameters));
    try {
      // All at once: charts that are drawn again lose the cursor that somebody reads them with.
      const [found, gaps, undated] = await Promise.all([
        ask('/api/trends', question), askGaps(question), undatedOf(parameters), loadNames()]);
      if (mine !== asked) return;
      const marks = marksOf(found, [], []);
      replace(charts, trendCharts(found, question, marks,
          (start, end) => namesOf(gaps, start, end)).nodes);
      replace(notes, marks.map(markNote), gapsNote(gaps), undated);
    } catch (problem) {
      if (mine !== asked) return;
      replace(charts, fault(problem));
      replace(notes);
    }
    charts.classList.remove('awaited');
  }
  return {node, update};
}

/** What a numbered line of the charts stands for. */
function markNote(mark) {
  return h('p', {class: 'note'}, h('b', null, String(mark.number)), ' ', day(mark.day), ' ', mark.text);
}

/** What is in no column; it is the same in every range, so the shortest is asked for. */
async function undatedOf(parameters) {
  const {undated} = await ask('/api/trend', changed(filtersOf(parameters),
      {from: isoDay(Date.now()), to: null}));
  if (undated === undefined) return h('p', {class: 'note undated'}, t('few.undated'));
  return undated > 0 && h('p', {class: 'note undated'}, plural('trend.undated', undated));
}

function choices(parameters) {
  const button = ([name, days, interval]) => {
    const from = days && firstOf(days);
    return h('button', {
      id: `range-${name}`, type: 'button',
      'aria-pressed': String(parameters.get('from') === from && !parameters.get('to')),
      onclick: () => go(address(location.pathname, changed(parameters, {from, to: null, interval}))),
    }, t(`range.${name}`));
  };
  return [
    h('div', {class: 'group', role: 'group', 'aria-label': t('range')}, RANGES.map(button)),
    link(address('/trends', trendPage(parameters)), {class: 'button', id: 'to-trends'},
        t('trend.more')),
  ];
}

/** The page of trends on the same documents, days and columns. */
function trendPage(parameters) {
  return changed(filtersOf(parameters), {interval: parameters.get('interval')});
}
