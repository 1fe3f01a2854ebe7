// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Documents per day by stance: one row of columns per series, so that no series is told by its
 * colour and none hides another. Time runs from left to right in every language. A day on which
 * nothing was captured is hatched: it is not a day of peace.
 */

import {h, s} from '../dom.js';
import {day, isRightToLeft, longDay, month, number, percent, shortDay, t} from '../i18n.js';
import {glyph, table} from '../parts.js';
import {periodsOf} from './periods.js';

/** `other` is far larger than the rest and has a scale of its own. */
const SERIES = ['hostile', 'reporting', 'supportive', 'other'];
const ROW = 76;
const HEAD = 32;
const AXIS = 26;
const MARGIN = 48;
const LEAP = 7;

/**
 * @param {{day: string, captured: number, total?: number, relevant?: number, hostile?: number,
 *     reporting?: number, supportive?: number, other?: number}[]} found days, as the API sends
 *     them; at least one
 * @param {'count'|'share'} measure documents, or their share of those about migrants
 * @param {(from: string, to: string) => void} onChoose called with the days of a column
 * @returns {HTMLElement}
 */
export function trendChart(found, measure, onChoose) {
  const {unit, periods} = periodsOf(found);
  const reading = new Reading(unit, measure);
  let cursor = newest(periods);

  const readout = h('p', {class: 'readout'});
  const plot = h('div', {
    class: 'plot', dir: 'ltr', tabindex: 0, role: 'slider', 'aria-label': t('trend.cursor'),
    'aria-valuemin': 0, 'aria-valuemax': periods.length - 1,
  });

  function moveTo(index) {
    cursor = Math.max(0, Math.min(periods.length - 1, index));
    const parts = reading.parts(periods[cursor]);
    readout.replaceChildren(...parts.map(({tone, text}) =>
      h('span', null, tone && glyph(tone), text)));
    plot.setAttribute('aria-valuenow', cursor);
    plot.setAttribute('aria-valuetext', parts.map(({text}) => text).join(', '));
    const hit = plot.querySelectorAll('.hit')[cursor];
    const mark = plot.querySelector('.cursor');
    for (const side of ['x', 'width']) mark?.setAttribute(side, hit.getAttribute(side));
  }

  function choose(index) {
    if (periods[index].total) onChoose(periods[index].from, periods[index].to);
  }

  plot.addEventListener('keydown', (event) => {
    const steps = {
      ArrowLeft: cursor - 1, ArrowRight: cursor + 1, ArrowDown: cursor - 1, ArrowUp: cursor + 1,
      PageDown: cursor - LEAP, PageUp: cursor + LEAP, Home: 0, End: periods.length - 1,
    };
    if (event.key in steps) moveTo(steps[event.key]);
    else if (event.key === 'Enter') choose(cursor);
    else return;
    event.preventDefault();
  });
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry.contentRect.width);
    if (width === 0 || plot.dataset.width === String(width)) return;
    plot.dataset.width = String(width);
    plot.replaceChildren(drawing(periods, width, reading));
    plot.querySelectorAll('.hit').forEach((hit, index) => {
      hit.addEventListener('pointerenter', () => moveTo(index));
      hit.addEventListener('click', () => choose(index));
    });
    moveTo(cursor);
  }).observe(plot);
  moveTo(cursor);

  return h('div', {class: 'trend'},
      readout, plot,
      h('p', {class: 'note'},
          [`trend.unit.${unit}`, 'trend.scales', 'trend.keys'].map((key) => [t(key), ' '])),
      h('details', null, h('summary', null, t('trend.table')), twin(periods, reading)));
}

/** The last period with data; today often has none yet. */
function newest(periods) {
  const last = periods.map((period) => period.captured > 0).lastIndexOf(true);
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
    if (!period.captured) return NaN;
    return this.measure === 'share' ? period[series] / period.relevant : period[series];
  }

  shown(period, series) {
    const value = this.value(period, series);
    return Number.isFinite(value) ? this.format(value) : '–';
  }

  name(period) {
    if (this.unit === 'month') return month(period.from);
    return this.unit === 'week' ? t('trend.weekOf', {day: day(period.from)}) : longDay(period.from);
  }

  /** @returns {{tone?: string, text: string}[]} */
  parts(period) {
    if (!period.captured) return [{text: this.name(period)}, {text: t('trend.noData')}];
    return [
      {text: this.name(period)},
      ...SERIES.map((series) => ({
        tone: series,
        text: t('trend.value', {
          series: t(`series.${series}`), value: this.shown(period, series),
        }),
      })),
      {text: t('trend.of', {relevant: number(period.relevant), total: number(period.total)})},
    ];
  }
}

function drawing(periods, width, reading) {
  const height = SERIES.length * (ROW + HEAD) + AXIS;
  const step = (width - MARGIN) / periods.length;
  const x = (index) => MARGIN + index * step;
  const largest = (series) => Math.max(0, ...periods
      .map((period) => reading.value(period, series)).filter(Number.isFinite));
  const shared = Math.max(...SERIES.slice(0, -1).map(largest));
  return s('svg', {width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true'},
      s('defs', null, hatching()),
      gaps(periods).map(([from, to]) => s('rect', {
        fill: 'url(#no-data)', x: x(from), width: step * (to - from),
        y: HEAD, height: height - HEAD - AXIS,
      })),
      SERIES.map((series, row) => {
        const top = (series === 'other' ? largest(series) : shared) || 1;
        const base = (row + 1) * (ROW + HEAD);
        const columns = periods.map((period, index) => {
          const size = ROW * reading.value(period, series) / top;
          return size > 0 && s('rect', {
            class: 'column', x: x(index) + step * 0.1, width: Math.max(1, step * 0.8),
            y: base - size, height: size,
          });
        });
        return s('g', {class: `tone-${series}`},
            scale(series, base, width, reading.format(top)), columns);
      }),
      timeAxis(periods, x, height, width, reading),
      s('rect', {class: 'cursor', y: HEAD, height: height - HEAD - AXIS}),
      periods.map((_, index) => s('rect', {class: 'hit', x: x(index), width: step, y: 0, height})));
}

function scale(series, base, width, top) {
  const name = isRightToLeft ? {x: width, 'text-anchor': 'end'} : {x: MARGIN};
  return s('g', null,
      s('line', {class: 'grid', x1: MARGIN, x2: width, y1: base - ROW, y2: base - ROW}),
      s('line', {class: 'base', x1: MARGIN, x2: width, y1: base, y2: base}),
      s('text', {class: 'tick', x: MARGIN - 8, y: base - ROW + 4, 'text-anchor': 'end'}, top),
      s('text', {class: 'tick', x: MARGIN - 8, y: base + 1, 'text-anchor': 'end'}, number(0)),
      s('text', {class: 'name', y: base - ROW - 7, ...name}, t(`series.${series}`)));
}

/** Runs of periods in which nothing was captured, as [from, to) indices. */
function gaps(periods) {
  const runs = [];
  periods.forEach((period, index) => {
    if (period.captured) return;
    const last = runs[runs.length - 1];
    if (last && last[1] === index) last[1] = index + 1;
    else runs.push([index, index + 1]);
  });
  return runs;
}

function hatching() {
  return s('pattern', {
    id: 'no-data', width: 6, height: 6, patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  }, s('line', {class: 'hatch', x1: 0, x2: 0, y1: 0, y2: 6}));
}

function timeAxis(periods, x, height, width, {unit}) {
  const every = Math.max(1, Math.ceil(periods.length / Math.max(2, Math.floor(width / 110))));
  const name = unit === 'day' ? shortDay : month;
  return periods.map((period, index) => index % every === 0 && x(index) < width - 60 && s('g', null,
      s('line', {class: 'base', x1: x(index), x2: x(index), y1: height - AXIS, y2: height - 20}),
      s('text', {class: 'tick', x: x(index), y: height - 5}, name(period.from))));
}

function twin(periods, reading) {
  const columns = [{head: t(`trend.${reading.unit}`)},
    ...SERIES.map((series) => ({head: t(`series.${series}`), numeric: true})),
    {head: t('trend.relevant'), numeric: true}, {head: t('trend.total'), numeric: true}];
  const rows = periods.map((period) => [
    reading.name(period), ...SERIES.map((series) => reading.shown(period, series)),
    period.captured ? number(period.relevant) : '–',
    period.captured ? number(period.total) : t('trend.noData'),
  ]);
  return table(t('trend.caption'), columns, rows);
}
