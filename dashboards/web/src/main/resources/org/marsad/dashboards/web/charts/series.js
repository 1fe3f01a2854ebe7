// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Counts of one series, a column for each bucket. Time runs from left to right in every language.
 * A bucket without data is hatched, over what is withheld there are dots; a rise has a bar under its
 * columns beside its colour.
 */

import {h, s} from '../dom.js';
import {dayOf, decimal, moment, number, shortDayOf, t} from '../i18n.js';
import {table} from '../parts.js';
import {cursorPlot, dots, hatching, unique} from './plot.js';

const HEIGHT = 170;
const TOP = 22;
const AXIS = 34;
const MARGIN = 44;
/** Narrower columns cannot be pointed at. */
const MOST_COLUMNS = 400;

/**
 * @param {{start: string, count?: number, withheld?: boolean, expected?: number,
 *     upper?: number}[]} found buckets, oldest first, at least one; a count without what is withheld,
 *     and none where that is all
 * @param {'DAY'|'HOUR'} granularity
 * @param {(start: string) => boolean} isRise whether a bucket belongs to a rise
 */
export function seriesChart(found, granularity, isRise) {
  const points = binned(found.map((point) => ({...point, rise: isRise(point.start)})));
  const isBinned = points.length < found.length;
  const patterns = {hatch: unique('hatch'), dots: unique('dots')};
  const {readout, plot} = cursorPlot({
    kind: 'series', label: t('series.cursor'), count: points.length, start: points.length - 1,
    parts: (index) => words(points[index], granularity).map((text) => ({text})),
    draw: (width) => drawing(points, width, patterns),
  });

  const hasExpected = points.some((point) => point.expected !== undefined);
  return h('div', {class: 'trend'}, readout, plot,
      h('p', {class: 'note'}, t('series.note'), ' ', hasExpected && [t('series.expected.note'), ' '],
          points.some((point) => point.withheld) && [t('series.withheld.note'), ' '],
          isBinned && t('series.binned')),
      h('details', null, h('summary', null, t('trend.table')), twin(points, granularity, hasExpected)));
}

/** A small picture of the same, with its words. */
export function sparkline(points, isRise, text) {
  const width = 150;
  const height = 34;
  const step = width / points.length;
  const top = largest(points);
  return s('svg', {
    class: 'sparkline', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img',
    'aria-label': text, direction: 'ltr',
  }, points.map((point, i) => [
    point.count > 0 && s('rect', {
      class: isRise(point.start) ? 'rise' : 'usual', x: i * step, width: Math.max(0.8, step * 0.8),
      y: height - height * point.count / top, height: height * point.count / top,
    }),
    point.withheld && s('circle', {
      class: 'dot', cx: (i + 0.5) * step, r: 1.2,
      cy: Math.max(1.2, height - height * (point.count ?? 0) / top - 2),
    }),
  ]));
}

function binned(points) {
  const size = Math.ceil(points.length / MOST_COLUMNS);
  if (size <= 1) return points;
  const bins = [];
  for (let i = 0; i < points.length; i += size) {
    const some = points.slice(i, i + size);
    const counted = some.filter((point) => point.count !== undefined);
    bins.push({
      start: some[0].start, rise: some.some((point) => point.rise),
      count: counted.length > 0 ? counted.reduce((sum, point) => sum + point.count, 0) : undefined,
      withheld: some.some((point) => point.withheld),
    });
  }
  return bins;
}

function largest(points) {
  return Math.max(1, ...points.map((point) => Math.max(point.count ?? 0, point.upper ?? 0)));
}

function nameOf({start}, granularity) {
  return granularity === 'HOUR' ? moment(start) : dayOf(start);
}

function words(point, granularity) {
  return [
    nameOf(point, granularity),
    countWords(point, (count) => t('series.count', {count: number(count)}), t('trend.noData')),
    point.expected !== undefined && t('series.expected', {count: decimal(point.expected)}),
    point.upper !== undefined && t('series.upper', {count: number(point.upper)}),
    point.rise && t('series.rise'),
  ].filter((one) => one);
}

/** @param {(count: number) => string} told */
function countWords({count, withheld}, told, noData) {
  if (count === undefined) return withheld ? t('series.untold') : noData;
  return withheld ? `${told(count)} (${t('series.part')})` : told(count);
}

function drawing(points, width, patterns) {
  const step = (width - MARGIN) / points.length;
  const base = TOP + HEIGHT;
  const top = largest(points);
  const x = (i) => MARGIN + i * step;
  const y = (count) => base - HEIGHT * count / top;
  return s('svg', {
    width, height: base + AXIS, viewBox: `0 0 ${width} ${base + AXIS}`, 'aria-hidden': 'true',
  },
  hatching(patterns.hatch), dots(patterns.dots),
  s('line', {class: 'grid', x1: MARGIN, x2: width, y1: TOP, y2: TOP}),
  s('text', {class: 'tick', x: MARGIN - 8, y: TOP + 4, 'text-anchor': 'end'}, number(top)),
  s('text', {class: 'tick', x: MARGIN - 8, y: base + 1, 'text-anchor': 'end'}, number(0)),
  points.map((point, i) => point.count === undefined && !point.withheld
    ? s('rect', {fill: `url(#${patterns.hatch})`, x: x(i), width: step, y: TOP, height: HEIGHT})
    : [
      point.withheld && s('rect', {
        class: 'withheld', fill: `url(#${patterns.dots})`, x: x(i), width: step,
        y: y(point.count ?? 0) - 14, height: 12,
      }),
      point.count > 0 && s('rect', {
        class: `column ${point.rise ? 'tone-hostile' : 'tone-other'}`, x: x(i) + step * 0.1,
        width: Math.max(1, step * 0.8), y: y(point.count), height: base - y(point.count),
      }),
      point.rise && s('rect', {
        class: 'column tone-hostile', x: x(i), width: step, y: base + 3, height: 4,
      }),
      point.upper !== undefined && s('line', {
        class: 'upper', x1: x(i), x2: x(i) + step, y1: y(point.upper), y2: y(point.upper),
      }),
    ]),
  s('line', {class: 'base', x1: MARGIN, x2: width, y1: base, y2: base}),
  timeAxis(points, x, base, width),
  s('rect', {class: 'cursor', y: TOP, height: HEIGHT}),
  points.map((_, i) => s('rect', {class: 'hit', x: x(i), width: step, y: 0, height: base})));
}

function timeAxis(points, x, base, width) {
  const room = 90;
  const every = Math.max(1, Math.ceil(points.length * room / Math.max(room, width)));
  return points.map((point, i) => i % every === 0 && x(i) < width - room * 0.6 && s('g', null,
      s('line', {class: 'base', x1: x(i), x2: x(i), y1: base, y2: base + 11}),
      s('text', {class: 'tick', x: x(i), y: base + 26}, shortDayOf(point.start))));
}

function twin(points, granularity, hasExpected) {
  const columns = [{head: t('series.when')}, {head: t('series.documents'), numeric: true},
    hasExpected && {head: t('alert.expected'), numeric: true},
    hasExpected && {head: t('alert.upper'), numeric: true},
    {head: t('series.rise')}].filter((one) => one);
  return table(t('series.caption'), columns, points.map((point) => [
    nameOf(point, granularity),
    countWords(point, number, t('series.noData')),
    ...hasExpected ? [point.expected === undefined ? '–' : decimal(point.expected),
      point.upper === undefined ? '–' : number(point.upper)] : [],
    point.rise ? t('answer.yes') : '–',
  ]));
}
