// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the API is asked about trends, with what the address leaves out. */

import {ask} from '../api.js';
import {filtersOf} from '../location.js';

const DAY = 86400000;
/** Without a range: half a year. */
const USUAL_DAYS = 182;

/** The first of so many days up to the last, such as 2026-03-01. */
export function firstOf(days, last = Date.now()) {
  return new Date(last - (days - 1) * DAY).toISOString().slice(0, 10);
}

/** @param {URLSearchParams} parameters of the address */
export function trendQuestion(parameters) {
  const question = filtersOf(parameters);
  if (!question.has('from')) {
    question.set('from', firstOf(USUAL_DAYS,
        question.has('to') ? Date.parse(question.get('to')) : Date.now()));
  }
  if (parameters.get('interval')) question.set('interval', parameters.get('interval'));
  return question;
}

/** The gaps of the same sources in the same days. */
export function askGaps(question) {
  const asked = new URLSearchParams();
  for (const name of ['from', 'to']) if (question.has(name)) asked.set(name, question.get(name));
  for (const source of question.getAll('source')) asked.append('source', source);
  return ask('/api/gaps', asked);
}
