// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Trends with what one must know to trust them: the hostile share with its interval, what was
 * captured, what is missing, what else happened; a few compared; and what carries a change.
 */

import {ask} from '../api.js';
import {chipList, drawChips} from '../chips.js';
import {namesOf} from '../charts/gaps.js';
import {h, replace} from '../dom.js';
import {t} from '../i18n.js';
import {loadNames} from '../names.js';
import {fault, loading} from '../parts.js';
import {changeBlock} from './change-block.js';
import {marksOf, markings} from './markings.js';
import {differences, trendCharts} from './trend-charts.js';
import {trendForm} from './trend-form.js';
import {askGaps, trendQuestion} from './trend-question.js';

/** What the form shows; other choices stand beside it. */
const IN_THE_FORM = ['q', 'from', 'to', 'relevant'];

export function trendsView() {
  const form = h('div', null);
  const chips = chipList();
  const charts = h('div', {class: 'chart'}, loading());
  const change = h('section', {class: 'panel', 'aria-labelledby': 'change-title'});
  const node = h('div', null,
      h('h1', null, t('trends.title')), h('p', {class: 'lead'}, t('trends.lead')),
      h('section', {class: 'panel', 'aria-label': t('trends.form')}, form, chips), charts, change);
  let asked = 0;

  async function update(parameters) {
    const mine = ++asked;
    const names = await loadNames();
    const question = comparison(parameters);
    drawChips(chips, '/trends', parameters, IN_THE_FORM);
    replace(form, trendForm(parameters, question, names));
    try {
      const [found, gaps, events, incidents] = await Promise.all([
        ask('/api/trends', question),
        askGaps(question),
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

/** What the API is asked, with what is compared. */
function comparison(parameters) {
  const question = trendQuestion(parameters);
  for (const name of ['compare', 'stories']) {
    if (parameters.get(name)) question.set(name, parameters.get(name));
  }
  const values = [...new Set(parameters.getAll('with').filter((value) => value))];
  // One value alone is a choice that is not finished.
  if (values.length < 2) question.delete('compare');
  else if (question.has('compare')) values.forEach((value) => question.append('with', value));
  return question;
}
