// SPDX-License-Identifier: AGPL-3.0-or-later

/** The charts of trends, each with its table and downloads, and differences in words. */

import {downloads} from '../charts/download.js';
import {rowsChart} from '../charts/rows.js';
import {h} from '../dom.js';
import {filterWords, valueName} from '../filters.js';
import {day, number, percent, t} from '../i18n.js';
import {address, filtersOf, go} from '../location.js';
import {may} from '../session.js';

/** Of stances; series that are compared are told apart by them as well, each in its own row. */
const MANNERS = ['hostile', 'reporting', 'supportive', 'other'];
const DAY = 86400000;

/**
 * @param {Object} found as /api/trends answers
 * @param {URLSearchParams} question that was asked
 * @param {{day: string, number: number, text: string}[]} marks
 * @param {(start: string, end: string) => string[]} missing sources of those days
 * @returns {{nodes: HTMLElement[], plot: HTMLElement}} the plot that ranges are marked on
 */
export function trendCharts(found, question, marks, missing) {
  const unit = found.interval.toLowerCase();
  const {starts, ends} = daysOf(found);
  const common = {
    unit, starts,
    isHeard: (at) => found.series.some(({periods}) => periods[at].captured !== 0),
    missing: (at) => missing(starts[at], ends[at]),
    marks: marks.map((mark) => ({...mark, at: starts.findLastIndex((start) => start <= mark.day)}))
        .filter(({at, day: when}) => at >= 0 && when <= found.to),
    onChoose: (at) => go(address('/search', searchOf(question, starts[at], ends[at]))),
  };
  const share = chart({...common, title: t('trends.share'), also: (at) => coverage(found, at),
    rows: found.series.map((series, i) => shareRow(series, i, found, question))}, found, question);
  const nodes = [panel(t('trends.share'), t('trends.share.note', {model: found.model}), share)];
  for (const series of found.series) {
    const title = found.series.length > 1
      ? t('trends.counts.of', {name: nameOf(series, question)}) : t('trends.counts');
    nodes.push(panel(title, t('trends.counts.note'), chart({...common, title,
      also: (at) => coverage(found, at), rows: countRows(series, found, question)}, found, question)));
  }
  nodes.push(panel(t('trends.captured'), t('trends.captured.note'), chart({...common,
    title: t('trends.captured'), rows: coverageRows(found, question)}, found, question)));
  return {nodes, plot: share.plot};
}

/** The first and the last day of each period. */
export function daysOf(found) {
  const starts = found.series[0].periods.map(({start}) => start);
  const ends = starts.map((_, at) => at + 1 < starts.length
    ? new Date(Date.parse(starts[at + 1]) - DAY).toISOString().slice(0, 10) : found.to);
  return {starts, ends};
}

function shareRow(series, index, found, question) {
  return {
    name: found.series.length > 1 ? nameOf(series, question) : t('trends.share.row'),
    tone: MANNERS[index], group: 'share', format: percent,
    at: (at) => {
      const {corrected, low, high, unknown, called} = series.periods[at].share;
      if (unknown === undefined) return {value: corrected, low, high};
      const why = t(`trends.unknown.${unknown}`);
      return {none: called === undefined ? why
        : `${t('trends.called', {share: percent(called)})}, ${why}`};
    },
  };
}

function countRows(series, found, question) {
  const count = (name) => (at) => {
    const period = series.periods[at];
    if (period.captured === 0) return {none: t('trend.noData')};
    return period[name] === undefined ? {none: t('trends.withheld')} : {value: period[name]};
  };
  // All series share their scales, so that they can be compared.
  const most = (name) => Math.max(0, ...found.series.flatMap(({periods}) =>
    periods.map((period) => period[name] ?? 0)));
  return [
    ...MANNERS.map((name) => ({name: t(`series.${name}`), tone: name, format: number,
      group: name === 'other' ? 'other' : 'told', least: most(name), at: count(name)})),
    ...question.get('stories') === 'true' ? [
      {name: t('trends.exposure'), tone: 'all', format: number, group: 'folded',
        least: most('relevant'), at: count('relevant')},
      {name: t('trends.folded'), tone: 'all', format: number, group: 'folded', at: count('stories')},
      {name: t('trends.folded.hostile'), tone: 'hostile', format: number, group: 'folded',
        at: count('hostileStories')},
    ] : [],
    {name: t('trends.volume'), tone: 'all', format: percent, least: Math.max(0,
        ...found.series.flatMap(({periods}) => periods.map(({relevant, captured}) =>
          captured ? (relevant ?? 0) / captured : 0))), at: (at) => {
      const {relevant, captured} = series.periods[at];
      return relevant === undefined || !captured ? {} : {value: relevant / captured};
    }},
  ];
}

function coverageRows(found, question) {
  const several = question.get('compare') === 'source' ? found.series : found.series.slice(0, 1);
  return several.flatMap((series) => {
    const of = several.length > 1 ? `${nameOf(series, question)} · ` : '';
    return [
      {name: of + t('coverage.documents'), tone: 'all', format: number, group: 'captured',
        at: (at) => ({value: series.periods[at].captured, none: t('trends.withheld')})},
      {name: of + t('coverage.sources'), tone: 'other', format: number, group: 'sources',
        at: (at) => ({value: series.periods[at].sources})},
    ];
  });
}

function coverage(found, at) {
  const {captured, sources, withheld} = found.series[0].periods[at];
  return [t('trends.coverage', {captured: captured === undefined ? '–' : number(captured),
    sources: number(sources), followed: number(found.followed)}),
  ...withheld ? [t('trends.withheld.part')] : []];
}

function chart(asked, found, question) {
  const {node, plot} = rowsChart(asked);
  const lines = () => [
    asked.title,
    filterWords(filtersOf(question)),
    t('trends.days', {from: day(found.from), to: day(found.to)}),
    t('trends.coverage.whole', {captured: number(found.series[0].periods
        .reduce((sum, {captured}) => sum + (captured ?? 0), 0)), followed: number(found.followed)}),
  ];
  node.append(downloads(() => plot.querySelector('svg'), 'marsad-trends', lines,
      may('ANALYSE') && `/api/trends.csv?${question}`));
  return {node, plot};
}

function panel(title, note, {node}) {
  return h('section', {class: 'panel'}, h('h2', null, title), h('p', {class: 'note'}, note), node);
}

export function nameOf(series, question) {
  const axis = question.get('compare');
  return axis === 'query' ? series.value : valueName(axis, series.value);
}

/** By how much the series differ, and whether that is more than chance and errors explain. */
export function differences(found, question) {
  if (found.differences.length === 0) return null;
  const name = (value) => nameOf({value}, question);
  return h('section', {class: 'panel', id: 'differences'}, h('h2', null, t('trends.differences')),
      h('ul', {class: 'reasons'}, found.series.map((series) => h('li', null, t('trends.overall', {
        name: nameOf(series, question), share: shareWords(series.share),
      })))),
      h('ul', {class: 'reasons'}, found.differences.map((pair) => h('li', null,
          pair.difference === undefined
            ? t('trends.difference.unknown', {one: name(pair.one), other: name(pair.other)})
            : t(pair.tells ? 'trends.difference.tells' : 'trends.difference.open', {
              one: name(pair.one), other: name(pair.other), difference: points(pair.difference),
              low: points(pair.low), high: points(pair.high),
            })))));
}

function shareWords({corrected, low, high, unknown}) {
  return unknown === undefined ? t('trends.between', {
    value: percent(corrected), low: percent(low), high: percent(high),
  }) : t(`trends.unknown.${unknown}`);
}

function points(share) {
  return `${share > 0 ? '+' : ''}${number(Math.round(1000 * share) / 10)}`;
}

function searchOf(question, from, to) {
  const filters = filtersOf(question);
  filters.set('from', from);
  filters.set('to', to);
  filters.set('relevant', 'true');
  return filters;
}
