// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Trends with what one must know to trust them: the hostile share with its interval, what was
 * captured, what is missing, what else happened; a few compared; and what carries a change.
 */

import {ask} from '../api.js';
import {namesOf} from '../charts/gaps.js';
import {h, replace} from '../dom.js';
import {t} from '../i18n.js';
import {filtersOf} from '../location.js';
import {loadNames} from '../names.js';
import {fault, loading} from '../parts.js';
import {changeBlock} from './change-block.js';
import {marksOf, markings} from './markings.js';
import {differences, trendCharts} from './trend-charts.js';
import {trendForm} from './trend-form.js';

const DAY = 86400000;
/** Without a range: half a year. */
const USUAL_DAYS = 182;

export function trendsView() {
  const form = h('div', null);
  const charts = h('div', {class: 'chart'}, loading());
  const change = h('section', {class: 'panel', 'aria-labelledby': 'change-title'});
  const node = h('div', null,
      h('h1', null, t('trends.title')), h('p', {class: 'lead'}, t('trends.lead')),
      h('section', {class: 'panel', 'aria-label': t('trends.form')}, form), charts, change);
  let asked = 0;

  async function update(parameters) {
    const mine = ++asked;
    const names = await loadNames();
    const question = questionOf(parameters);
    replace(form, trendForm(parameters, question, names));
    try {
      const [found, gaps, events, incidents] = await Promise.all([
        ask('/api/trends', question),
        ask('/api/gaps', gapsQuestion(question)),
        ask('/api/events'),
        ask('/api/incidents', {size: 100}).catch(() => ({incidents: []})),
      ]);
      if (mine !== asked) return;
      const marks = marksOf(found, events.events, incidents.incidents);
      const missing = (start, end) => namesOf(gaps, start, end);
      const shown = trendCharts(found, question, marks, missing);
      replace(charts, differences(found, question), shown.nodes,
          markings(marks, () => update(parameters)));
      changeBlock(change, parameters, found, shown.plot);
    } catch (problem) {
      if (mine === asked) replace(charts, fault(problem));
    }
  }
  return {node, update};
}

/** What the API is asked, with what the address leaves out. */
function questionOf(parameters) {
  const question = filtersOf(parameters);
  if (!question.has('from')) {
    const end = question.has('to') ? Date.parse(question.get('to')) : Date.now();
    question.set('from', new Date(end - (USUAL_DAYS - 1) * DAY).toISOString().slice(0, 10));
  }
  for (const name of ['interval', 'compare', 'stories']) {
    if (parameters.get(name)) question.set(name, parameters.get(name));
  }
  const values = [...new Set(parameters.getAll('with').filter((value) => value))];
  // One value alone is a choice that is not finished.
  if (values.length < 2) question.delete('compare');
  else if (question.has('compare')) values.forEach((value) => question.append('with', value));
  return question;
}

function gapsQuestion(question) {
  const asked = new URLSearchParams();
  for (const name of ['from', 'to']) if (question.has(name)) asked.set(name, question.get(name));
  for (const source of question.getAll('source')) asked.append('source', source);
  return asked;
}
