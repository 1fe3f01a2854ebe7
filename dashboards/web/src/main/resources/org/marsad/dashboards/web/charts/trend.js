// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Documents per day by stance: one row of columns per series, so that no series is told by its
 * colour and none hides another. Time runs from left to right in every language. A day on which
 * nothing was captured is hatched: it is not a day of peace. Days of which a source is missing have
 * a band: a fall there may be ours. Where documents of fewer than five people are left out, dots
 * stand on the column: it is more than that, but not told how much.
 */

import {h, s} from '../dom.js';
import {day, longDay, month, number, percent, shortDay, t} from '../i18n.js';
import {fewPeople, table} from '../parts.js';
import {namesOf} from './gaps.js';
import {periodsOf} from './periods.js';
import {cursorPlot, dots, hatching, rowScale, runs, unique} from './plot.js';

/** `other` is far larger than the rest and has a scale of its own. */
const SERIES = ['hostile', 'reporting', 'supportive', 'other'];
const ROW = 76;
const HEAD = 32;
const AXIS = 26;
const MARGIN = 48;
const BAND = 5;
const DOTS = 8;

/**
 * @param {{day: string, captured?: number, total?: number, relevant?: number, hostile?: number,
 *     reporting?: number, supportive?: number, other?: number, withheld: string[]}[]} found days, as the API sends
 *     them; at least one
 * @param {{sourceName: string, from: string, to: string}[]} gaps of sources
 * @param {'count'|'share'} measure documents, or their share of those about migrants
 * @param {(from: string, to: string) => void} onChoose called with the days of a column
 * @returns {HTMLElement}
 */
export function trendChart(found, gaps, measure, onChoose) {
  const {unit, periods} = periodsOf(found);
  for (const period of periods) period.missing = namesOf(gaps, period.from, period.to);
  const reading = new Reading(unit, measure);
  const {readout, plot} = cursorPlot({
    label: t('trend.cursor'), count: periods.length, start: newest(periods),
    parts: (index) => reading.parts(periods[index]),
    draw: (width) => drawing(periods, width, reading),
    onChoose: (index) => {
      if (periods[index].total) onChoose(periods[index].from, periods[index].to);
    },
  });
  return h('div', {class: 'trend'},
      readout, plot,
      h('p', {class: 'note'},
          [`trend.unit.${unit}`, 'trend.scales', 'trend.keys',
            ...periods.some((period) => period.withheld.size > 0) ? ['few.note'] : [],
          ].map((key) => [t(key), ' '])),
      h('details', null, h('summary', null, t('trend.table')), twin(periods, reading)));
}

/** The last period with data; today often has none yet. */
function newest(periods) {
  const last = periods.map((period) => period.known).lastIndexOf(true);
  return last < 0 ? periods.length - 1 : last;
}

/** How a period is put in figures and words. */
class Reading {
  constructor(unit, measure) {
    this.unit = unit;
    this.measure = measure;
    this.format = measure === 'share' ? percent : number;
  }

  /** The figure of a series; not finite where there is none. */
  value(period, series) {
    if (!period.known || (this.measure === 'share' && this.isWithheld(period, series))) return NaN;
    return this.measure === 'share' ? period[series] / period.relevant : period[series];
  }

  /** Whether documents of few people are left out; of a share, from either side. */
  isWithheld(period, series) {
    return period.withheld.has(series)
        || (this.measure === 'share' && period.withheld.has('relevant'));
  }

  shown(period, series) {
    if (this.isWithheld(period, series)) {
      return fewPeople(this.measure === 'share' ? null : period[series]);
    }
    const value = this.value(period, series);
    return Number.isFinite(value) ? this.format(value) : '–';
  }

  name(period) {
    if (this.unit === 'month') return month(period.from);
    return this.unit === 'week' ? t('trend.weekOf', {day: day(period.from)}) : longDay(period.from);
  }

  /** @returns {{tone?: string, text: string}[]} */
  parts(period) {
    const missing = period.missing.length > 0
        ? [{tone: 'gap', text: t('gaps.missing', {sources: period.missing.join(t('list.separator'))})}]
        : [];
    if (!period.known) {
      return [{text: this.name(period)}, {text: t('trend.noData')}, ...missing];
    }
    return [
      {text: this.name(period)},
      ...SERIES.map((series) => ({
        tone: series,
        text: t('trend.value', {
          series: t(`series.${series}`), value: this.shown(period, series),
        }),
      })),
      {text: t('trend.of', {relevant: sum(period, 'relevant'), total: sum(period, 'total')})},
      ...missing,
    ];
  }
}

/** A figure that is the sum of others. */
function sum(period, name) {
  return period.withheld.has(name) ? fewPeople(period[name]) : number(period[name]);
}

function drawing(periods, width, reading) {
  const height = SERIES.length * (ROW + HEAD) + AXIS;
  const step = (width - MARGIN) / periods.length;
  const x = (index) => MARGIN + index * step;
  const largest = (series) => Math.max(0, ...periods
      .map((period) => reading.value(period, series)).filter(Number.isFinite));
  const shared = Math.max(...SERIES.slice(0, -1).map(largest));
  const noData = unique('no-data');
  const few = unique('few-people');
  const over = ([from, to]) => ({x: x(from), width: step * (to - from)});
  return s('svg', {width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true'},
      hatching(noData), dots(few),
      runs(periods.length, (index) => periods[index].missing.length > 0).map((run) => [
        s('rect', {class: 'gap', ...over(run), y: HEAD, height: height - HEAD - AXIS}),
        s('rect', {class: 'gap-edge', ...over(run), y: height - AXIS, height: BAND}),
      ]).flat(),
      runs(periods.length, (index) => !periods[index].known).map((run) => s('rect', {
        fill: `url(#${noData})`, ...over(run), y: HEAD, height: height - HEAD - AXIS,
      })),
      SERIES.map((series, row) => {
        const top = (series === 'other' ? largest(series) : shared) || 1;
        const base = (row + 1) * (ROW + HEAD);
        const columns = periods.map((period, index) => {
          const size = ROW * reading.value(period, series) / top;
          const place = {x: x(index) + step * 0.1, width: Math.max(1, step * 0.8)};
          return [
            size > 0 && s('rect', {class: 'column', ...place, y: base - size, height: size}),
            reading.isWithheld(period, series) && s('rect', {
              class: 'few-people', ...place, width: Math.max(4, place.width),
              fill: `url(#${few})`, y: base - (size || 0) - DOTS, height: DOTS,
            }),
          ];
        }).flat();
        return s('g', {class: `tone-${series}`},
            rowScale({
              name: t(`series.${series}`), top: reading.format(top), base, height: ROW,
              margin: MARGIN, width,
            }), columns);
      }),
      timeAxis(periods, x, height, width, reading),
      s('rect', {class: 'cursor', y: HEAD, height: height - HEAD - AXIS}),
      periods.map((_, index) => s('rect', {class: 'hit', x: x(index), width: step, y: 0, height})));
}

function timeAxis(periods, x, height, width, {unit}) {
  const every = Math.max(1, Math.ceil(periods.length / Math.max(2, Math.floor(width / 110))));
  const name = unit === 'day' ? shortDay : month;
  return periods.map((period, index) => index % every === 0 && x(index) < width - 60 && s('g', null,
      s('line', {class: 'base', x1: x(index), x2: x(index), y1: height - AXIS, y2: height - 20}),
      s('text', {class: 'tick', x: x(index), y: height - 5}, name(period.from))));
}

function twin(periods, reading) {
  const hasGaps = periods.some((period) => period.missing.length > 0);
  const columns = [{head: t(`trend.${reading.unit}`)},
    ...SERIES.map((series) => ({head: t(`series.${series}`), numeric: true})),
    {head: t('trend.relevant'), numeric: true}, {head: t('trend.total'), numeric: true},
    ...hasGaps ? [{head: t('gaps.head')}] : []];
  const rows = periods.map((period) => [
    reading.name(period), ...SERIES.map((series) => reading.shown(period, series)),
    period.known ? sum(period, 'relevant') : '–',
    period.known ? sum(period, 'total') : t('trend.noData'),
    ...hasGaps ? [period.missing.join(t('list.separator'))] : [],
  ]);
  return table(t('trend.caption'), columns, rows);
}
