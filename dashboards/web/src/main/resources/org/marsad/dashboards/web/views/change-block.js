// SPDX-License-Identifier: AGPL-3.0-or-later

/** What carries the change between two ranges, which are marked on the chart. */

import {ask} from '../api.js';
import {brush, showRange} from '../charts/brush.js';
import {gapWords} from '../charts/gaps.js';
import {h, replace} from '../dom.js';
import {valueName} from '../filters.js';
import {day, decimal, number, percent, plural, t} from '../i18n.js';
import {address, changed, filtersOf, go} from '../location.js';
import {fault, loading, table} from '../parts.js';
import {daysOf} from './trend-charts.js';

const DAYS = ['beforeFrom', 'beforeTo', 'afterFrom', 'afterTo'];

/**
 * @param {HTMLElement} node that shows it
 * @param {URLSearchParams} parameters of the address
 * @param {Object} found the trend, as /api/trends answers
 * @param {HTMLElement} plot that ranges are marked on
 */
export function changeBlock(node, parameters, found, plot) {
  const {starts, ends} = daysOf(found);
  const form = formOf(parameters);
  const answer = h('div', {id: 'change', 'aria-live': 'polite'});
  const choose = (name) => h('button', {type: 'button', id: `take-${name}`, disabled: true,
    onclick: (event) => {
      form.elements[`${name}From`].value = event.target.dataset.from;
      form.elements[`${name}To`].value = event.target.dataset.to;
      show(name);
    }}, t(`change.take.${name}`));
  const takes = ['before', 'after'].map(choose);

  function show(name) {
    const [from, to] = ['From', 'To'].map((end) => form.elements[`${name}${end}`].value);
    const first = ends.findIndex((end) => end >= from);
    const last = starts.findLastIndex((start) => start <= to);
    if (from && to && first >= 0 && last >= first) showRange(plot, name, first, last);
  }

  brush(plot, (from, to) => {
    for (const take of takes) {
      Object.assign(take.dataset, {from: starts[from], to: ends[to]});
      take.disabled = false;
    }
    marked.textContent = t('change.marked', {from: day(starts[from]), to: day(ends[to])});
  });
  const marked = h('p', {class: 'note', 'aria-live': 'polite', id: 'marked'}, t('change.how'));
  replace(node, h('h2', {id: 'change-title'}, t('change.title')), marked,
      h('div', {class: 'downloads'}, takes), form, answer);
  ['before', 'after'].forEach(show);
  if (DAYS.every((name) => parameters.get(name))) tell(answer, parameters);
}

function formOf(parameters) {
  const form = h('form', {class: 'trend-form', id: 'change-form'}, DAYS.map((name) =>
    h('label', null, t(`change.${name}`), h('input', {
      type: 'date', name, required: true, id: `change-${name}`, value: parameters.get(name) ?? '',
    }))), h('button', {type: 'submit', class: 'primary', id: 'explain'}, t('change.explain')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    go(address('/trends', changed(parameters, Object.fromEntries(new FormData(form)))));
  });
  return form;
}

async function tell(answer, parameters) {
  replace(answer, loading());
  try {
    const question = filtersOf(parameters);
    for (const name of DAYS) question.set(name, parameters.get(name));
    question.delete('from');
    question.delete('to');
    replace(answer, ...words(await ask('/api/explain', question)));
  } catch (problem) {
    replace(answer, fault(problem));
  }
}

function words(found) {
  const {counted, effects, spread} = found;
  return [
    found.gaps.length > 0 && h('div', {class: 'notice', id: 'change-gaps'},
        h('p', null, t('change.gaps')),
        h('ul', {class: 'reasons'}, found.gaps.map((gap) => h('li', null, gapWords(gap))))),
    found.modelChanged && h('p', {class: 'notice'}, t('change.model')),
    h('p', {id: 'change-sum'}, t('change.sum', {
      before: number(counted.before), wholeBefore: number(counted.wholeBefore),
      after: number(counted.after), wholeAfter: number(counted.wholeAfter),
      perDay: signed(found.perDay), volume: signed(effects.volume), share: signed(effects.share),
    })),
    spread && h('p', null, spread.viral
      ? t('change.viral', {largest: number(spread.largest), looked: number(spread.looked)})
      : plural('change.stories', spread.stories, {looked: number(spread.looked)})),
    found.withheld && h('p', {class: 'note'}, t('change.withheld')),
    h('p', {class: 'note'}, t('change.note')),
    ...found.dimensions.filter(({parts}) => parts.length > 0).map(dimension),
    found.terms.length > 0 && terms(found.terms),
  ];
}

function dimension({trait, overlapping, parts, rest}) {
  const name = trait.toLowerCase();
  const columns = [{head: t(`field.${name}`)}, ...['before', 'after', 'shareBefore', 'shareAfter',
    'volume', 'share', 'both'].map((one) => ({head: t(`change.column.${one}`), numeric: true}))];
  const share = (part, whole, withheld) => withheld || whole === 0 ? '–' : percent(part / whole);
  const rows = parts.map(({value, rates, effects, withheldBefore, withheldAfter}) => [
    h('bdi', null, valueName(name, value)),
    count(rates.before, withheldBefore), count(rates.after, withheldAfter),
    share(rates.before, rates.wholeBefore, withheldBefore),
    share(rates.after, rates.wholeAfter, withheldAfter),
    signed(effects.volume), signed(effects.share), signed(effects.volume + effects.share),
  ]);
  if (!overlapping) rows.push([t('change.rest'), '', '', '', '', '', '', signed(rest)]);
  return table(t(overlapping ? 'change.by.overlapping' : 'change.by', {name: t(`field.${name}`)}),
      columns, rows);
}

/** Less than there is must not look like all there is, nor like nothing. */
function count(documents, withheld) {
  if (!withheld) return number(documents);
  return documents > 0 ? t('change.part', {number: number(documents)}) : t('withheld.short');
}

function terms(found) {
  return table(t('change.terms'), [{head: t('change.term')},
    ...['before', 'after', 'significance'].map((one) =>
      ({head: t(`change.column.${one}`), numeric: true}))],
  found.map(({term, before, after, significance}) =>
    [h('bdi', null, term), number(before), number(after), decimal(significance)]));
}

function signed(value) {
  const shown = Math.round(10 * value) / 10;
  return `${shown > 0 ? '+' : ''}${decimal(shown === 0 ? 0 : shown)}`;
}
