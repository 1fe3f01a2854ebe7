// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Small multiples over time: a row of columns, or of shares with their intervals, for each series.
 * Rows of one group share a scale. Time runs from left to right in every language. A period in
 * which nothing was captured is hatched; one of which a source is missing has a band; what is
 * marked, such as an event or another model, has a line with its number.
 */

import {h, s} from '../dom.js';
import {day, month, shortDay, t} from '../i18n.js';
import {table} from '../parts.js';
import {cursorPlot, hatching, rowScale, runs, unique} from './plot.js';

const ROW = 64;
const HEAD = 34;
const AXIS = 26;
const MARGIN = 52;
const BAND = 5;

/**
 * @typedef {Object} Row
 * @property {string} name
 * @property {string} tone
 * @property {string} [group] rows of one share a scale; by itself without one
 * @property {number} [least] what the scale reaches at least, to be like that of another chart
 * @property {(value: number) => string} format
 * @property {(at: number) => {value?: number, low?: number, high?: number, none?: string}} at what
 *     there is in a period; without a value why there is none
 */

/**
 * @param {Object} chart
 * @param {string} chart.title
 * @param {'day'|'week'|'month'} chart.unit
 * @param {string[]} chart.starts first days of the periods, at least one
 * @param {Row[]} chart.rows
 * @param {(at: number) => boolean} chart.isHeard whether anything was captured
 * @param {(at: number) => string[]} chart.missing names of sources that are missing
 * @param {{at: number, number: number, text: string}[]} chart.marks
 * @param {(at: number) => string[]} [chart.also] more that is said of a period
 * @param {(at: number) => void} [chart.onChoose]
 * @returns {{node: HTMLElement, plot: HTMLElement}}
 */
export function rowsChart(chart) {
  const {title, unit, starts, rows, marks} = chart;
  const parts = (at) => [
    {text: periodName(starts[at], unit)},
    ...rows.map((row) => ({tone: row.tone, text: t('trend.value', {
      series: row.name, value: words(row, at),
    })})),
    ...(chart.also?.(at) ?? []).map((text) => ({text})),
    ...chart.missing(at).length > 0 ? [{tone: 'gap', text: t('gaps.missing', {
      sources: chart.missing(at).join(t('list.separator')),
    })}] : [],
    ...marks.filter((mark) => mark.at === at).map(({text}) => ({text})),
  ];
  const {readout, plot} = cursorPlot({
    kind: 'rows-plot', label: `${title}. ${t('trend.cursor')}`, count: starts.length,
    start: starts.length - 1, parts, draw: (width) => drawing(chart, width),
    onChoose: chart.onChoose,
  });
  const node = h('div', {class: 'trend'}, readout, plot,
      h('details', null, h('summary', null, t('trend.table')), twin(chart)));
  return {node, plot};
}

function periodName(start, unit) {
  if (unit === 'month') return month(start);
  return unit === 'week' ? t('trend.weekOf', {day: day(start)}) : day(start);
}

function words(row, at) {
  const {value, low, high, none} = row.at(at);
  if (value === undefined) return none ?? '–';
  return low === undefined ? row.format(value) : t('trends.between', {
    value: row.format(value), low: row.format(low), high: row.format(high),
  });
}

function drawing({starts, rows, unit, isHeard, missing, marks}, width) {
  const height = rows.length * (ROW + HEAD) + AXIS;
  const step = (width - MARGIN) / starts.length;
  const x = (at) => MARGIN + at * step;
  const noData = unique('no-data');
  const over = ([from, to]) => ({x: x(from), width: step * (to - from)});
  const tops = topsOf(rows, starts.length);
  return s('svg', {width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true'},
      hatching(noData),
      runs(starts.length, (at) => missing(at).length > 0).map((run) => [
        s('rect', {class: 'gap', ...over(run), y: HEAD, height: height - HEAD - AXIS}),
        s('rect', {class: 'gap-edge', ...over(run), y: height - AXIS, height: BAND}),
      ]),
      runs(starts.length, (at) => !isHeard(at)).map((run) => s('rect', {
        fill: `url(#${noData})`, ...over(run), y: HEAD, height: height - HEAD - AXIS,
      })),
      rows.map((row, index) => {
        const base = (index + 1) * (ROW + HEAD);
        const top = tops.get(row) || 1;
        return s('g', {class: `tone-${row.tone}`},
            rowScale({name: row.name, top: row.format(top), base, height: ROW, margin: MARGIN, width}),
            starts.map((_, at) => figure(row.at(at), {
              x: x(at), step, y: (value) => base - ROW * value / top, base,
            })));
      }),
      marks.map((mark) => s('g', {class: 'mark'},
          s('line', {x1: x(mark.at) + step / 2, x2: x(mark.at) + step / 2, y1: 14, y2: height - AXIS}),
          s('text', {x: x(mark.at) + step / 2, y: 11, 'text-anchor': 'middle'}, String(mark.number)))),
      timeAxis(starts, x, height, width, unit),
      ['before', 'after'].map((name) =>
        s('rect', {class: `range ${name}`, y: HEAD, height: height - HEAD - AXIS})),
      s('rect', {class: 'cursor', y: HEAD, height: height - HEAD - AXIS}),
      starts.map((_, at) => s('rect', {class: 'hit', x: x(at), width: step, y: 0, height})));
}

/** A column; with an interval a whisker between its ends and a dot. */
function figure({value, low, high}, {x, step, y, base}) {
  if (value === undefined) return null;
  const middle = x + step / 2;
  if (low === undefined) {
    return value > 0 && s('rect', {
      class: 'column', x: x + step * 0.1, width: Math.max(1, step * 0.8), y: y(value),
      height: base - y(value),
    });
  }
  const half = Math.min(5, Math.max(1, step * 0.25));
  return [
    s('rect', {class: 'interval', x: middle - half, width: 2 * half, y: y(high),
      height: Math.max(1, y(low) - y(high))}),
    s('line', {class: 'whisker', x1: middle - half, x2: middle + half, y1: y(high), y2: y(high)}),
    s('line', {class: 'whisker', x1: middle - half, x2: middle + half, y1: y(low), y2: y(low)}),
    s('circle', {class: 'column', cx: middle, cy: y(value), r: Math.min(3.5, half + 0.5)}),
  ];
}

function topsOf(rows, count) {
  const groups = new Map();
  for (const row of rows) {
    const group = row.group ?? row;
    groups.set(group, Math.max(groups.get(group) ?? 0, row.least ?? 0));
    for (let at = 0; at < count; at++) {
      const {value, high} = row.at(at);
      groups.set(group, Math.max(groups.get(group), value ?? 0, high ?? 0));
    }
  }
  return new Map(rows.map((row) => [row, groups.get(row.group ?? row)]));
}

function timeAxis(starts, x, height, width, unit) {
  const every = Math.max(1, Math.ceil(starts.length / Math.max(2, Math.floor(width / 95))));
  const name = unit === 'month' ? month : shortDay;
  return starts.map((start, at) => at % every === 0 && x(at) < width - 55 && s('g', null,
      s('line', {class: 'base', x1: x(at), x2: x(at), y1: height - AXIS, y2: height - 20}),
      s('text', {class: 'tick', x: x(at), y: height - 5}, name(start))));
}

function twin({title, unit, starts, rows, also, missing, isHeard}) {
  const columns = [{head: t(`trend.${unit}`)},
    ...rows.map((row) => ({head: row.name, numeric: true})), {head: t('trends.notes')}];
  return table(title, columns, starts.map((start, at) => [
    periodName(start, unit), ...rows.map((row) => words(row, at)),
    [...isHeard(at) ? [] : [t('trend.noData')], ...also?.(at) ?? [], ...missing(at).length > 0
      ? [t('gaps.missing', {sources: missing(at).join(t('list.separator'))})] : [],
    ].join(t('list.separator')),
  ]));
}
