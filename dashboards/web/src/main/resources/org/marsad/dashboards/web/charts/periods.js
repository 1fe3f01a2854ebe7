// SPDX-License-Identifier: AGPL-3.0-or-later

/** Gathers days into periods that are wide enough to be seen, without losing the gaps. */

const DAY = 86400000;
const FIGURES = ['captured', 'total', 'relevant', 'hostile', 'reporting', 'supportive', 'other'];
/** A unit is used as long as no more than this many days are to be shown. */
const UNITS = [['day', 200], ['week', 1400], ['month', Infinity]];

/**
 * @param {{day: string, captured: number}[]} found days in order
 * @returns {{unit: 'day'|'week'|'month', periods: {from: string, to: string, known: boolean,
 *     captured: number, withheld: Set<string>}[]}} every period from the first day to the last;
 *     where none was captured, it is not known and all figures are missing; of the figures withheld
 *     documents of few people are left out
 */
export function periodsOf(found) {
  const first = Date.parse(found[0].day);
  const last = Date.parse(found[found.length - 1].day);
  const unit = UNITS.find(([, most]) => (last - first) / DAY < most)[0];
  const periods = new Map();
  for (let at = start(first, unit); at <= last; at = next(at, unit)) {
    periods.set(at, {from: iso(at), to: iso(next(at, unit) - DAY), known: false,
      captured: 0, withheld: new Set()});
  }
  for (const one of found) {
    if (!one.captured && !one.withheld.includes('captured')) continue;
    const period = periods.get(start(Date.parse(one.day), unit));
    period.known = true;
    one.withheld.forEach((figure) => period.withheld.add(figure));
    for (const figure of FIGURES) period[figure] = (period[figure] ?? 0) + (one[figure] ?? 0);
  }
  return {unit, periods: [...periods.values()]};
}

function start(at, unit) {
  if (unit === 'day') return at;
  const date = new Date(at);
  if (unit === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  return at - ((date.getUTCDay() + 6) % 7) * DAY;
}

function next(at, unit) {
  if (unit === 'month') {
    const date = new Date(at);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  }
  return at + (unit === 'week' ? 7 : 1) * DAY;
}

function iso(at) {
  return new Date(at).toISOString().slice(0, 10);
}
