// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Documents captured by period: a row of columns for all, for each kind and each language, each
 * with a scale of its own, so that the falling silent of a small language is seen. Time runs from
 * left to right in every language. A period in which nothing was captured is hatched.
 */

import {h, s} from '../dom.js';
import {day, month, number, shortDay, t} from '../i18n.js';
import {fewPeople, table} from '../parts.js';
import {cursorPlot, dots, hatching, rowScale, runs, unique} from './plot.js';

const ROW = 34;
const HEAD = 30;
const AXIS = 26;
const MARGIN = 48;
const DOTS = 8;

/**
 * @param {{start: string, documents?: number, sources: number, withheld: string[]}[]} periods oldest first, at least one
 * @param {'day'|'week'|'month'} unit
 * @param {{name: string, code: string, value: (period: Object) => number}[]} rows `code` is the name
 *     of the figure where it is withheld
 */
export function coverageChart(periods, unit, rows) {
  const {readout, plot} = cursorPlot({
    kind: 'coverage-plot', label: t('coverage.cursor'), count: periods.length,
    start: periods.length - 1,
    parts: (index) => parts(periods[index], unit, rows),
    draw: (width) => drawing(periods, width, unit, rows),
  });
  return h('div', {class: 'trend'}, readout, plot,
      h('p', {class: 'note'}, t('coverage.scales'),
          periods.some(({withheld}) => withheld.length > 0) && [' ', t('few.note')]),
      h('details', null, h('summary', null, t('trend.table')), twin(periods, unit, rows)));
}

function nameOf({start}, unit) {
  if (unit === 'month') return month(start);
  return unit === 'week' ? t('trend.weekOf', {day: day(start)}) : day(start);
}

function parts(period, unit, rows) {
  return [
    {text: nameOf(period, unit)},
    ...period.documents === 0 ? [{text: t('trend.noData')}]
        : rows.map((row) => ({
          text: t('trend.value', {series: row.name, value: shown(period, row)}),
        })),
    {text: t('trend.value', {series: t('coverage.sources'), value: number(period.sources)})},
  ];
}

/** The figure of a row, in which documents of few people may be left out. */
function shown(period, {code, value}) {
  return period.withheld.includes(code) ? fewPeople(value(period)) : number(value(period));
}

function drawing(periods, width, unit, rows) {
  const height = rows.length * (ROW + HEAD) + AXIS;
  const step = (width - MARGIN) / periods.length;
  const x = (index) => MARGIN + index * step;
  const noData = unique('no-data');
  const few = unique('few-people');
  return s('svg', {width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true'},
      hatching(noData),
      runs(periods.length, (index) => periods[index].documents === 0).map(([from, to]) => s('rect', {
        fill: `url(#${noData})`, x: x(from), width: step * (to - from),
        y: HEAD, height: height - HEAD - AXIS,
      })),
      dots(few),
      rows.map(({name, code, value}, row) => {
        const top = Math.max(1, ...periods.map(value));
        const base = (row + 1) * (ROW + HEAD);
        return s('g', {class: row === 0 ? 'tone-all' : 'tone-other'},
            rowScale({name, top: number(top), base, height: ROW, margin: MARGIN, width}),
            periods.map((period, index) => {
              const size = ROW * value(period) / top;
              const place = {x: x(index) + step * 0.1, width: Math.max(1, step * 0.8)};
              return [
                size > 0 && s('rect', {class: 'column', ...place, y: base - size, height: size}),
                period.withheld.includes(code) && s('rect', {
                  class: 'few-people', ...place, width: Math.max(4, place.width),
                  fill: `url(#${few})`, y: base - size - DOTS, height: DOTS,
                }),
              ];
            }).flat());
      }),
      timeAxis(periods, x, height, width, unit),
      s('rect', {class: 'cursor', y: HEAD, height: height - HEAD - AXIS}),
      periods.map((_, index) => s('rect', {class: 'hit', x: x(index), width: step, y: 0, height})));
}

function timeAxis(periods, x, height, width, unit) {
  const every = Math.max(1, Math.ceil(periods.length / Math.max(2, Math.floor(width / 90))));
  const name = unit === 'month' ? month : shortDay;
  return periods.map(({start}, index) => index % every === 0 && x(index) < width - 50 && s('g', null,
      s('line', {class: 'base', x1: x(index), x2: x(index), y1: height - AXIS, y2: height - 20}),
      s('text', {class: 'tick', x: x(index), y: height - 5}, name(start))));
}

/** Newest first. */
function twin(periods, unit, rows) {
  const columns = [{head: t(`trend.${unit}`)},
    ...[...rows.map(({name}) => name), t('coverage.sources')].map((head) => ({head, numeric: true}))];
  return table(t('coverage.title'), columns, [...periods].reverse().map((period) => [
    nameOf(period, unit), ...rows.map((row) => shown(period, row)), number(period.sources),
  ]));
}
