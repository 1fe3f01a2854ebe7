// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a trend is about; every choice is in the address. */

import {h} from '../dom.js';
import {CODES, valueName} from '../filters.js';
import {t} from '../i18n.js';
import {address, go} from '../location.js';

const MOST_COMPARED = 4;
/** What series may differ in; none is an author: persons are not ranked. */
const AXES = ['place', 'source', 'target', 'frame', 'language', 'query'];

/**
 * @param {URLSearchParams} parameters of the address
 * @param {URLSearchParams} question what is asked, with what the address leaves out
 * @param {{sources: Object, places: Object}} names
 */
export function trendForm(parameters, question, names) {
  const axis = parameters.get('compare') ?? '';
  const values = parameters.getAll('with');
  const form = h('form', {class: 'trend-form'},
      labelled('q', 'search.query', h('input', {
        name: 'q', id: 'trend-q', dir: 'auto', maxlength: 500, value: parameters.get('q') ?? '',
      }), 'wide'),
      labelled('from', 'trends.from', h('input', {
        name: 'from', id: 'trend-from', type: 'date', value: question.get('from'),
      })),
      labelled('to', 'trends.to', h('input', {
        name: 'to', id: 'trend-to', type: 'date', value: question.get('to') ?? '',
      })),
      labelled('interval', 'trends.interval', select('interval', ['day', 'week', 'month'].map((one) =>
        [one, t(`trend.${one}`)]), parameters.get('interval') ?? 'week')),
      labelled('compare', 'trends.compare', select('compare', [['', t('trends.compare.nothing')],
        ...AXES.map((one) => [one, t(`trends.axis.${one}`)])], axis)),
      axis && Array.from({length: MOST_COMPARED}, (_, i) =>
        valueOf(axis, i, values[i] ?? '', names)),
      h('label', null, t('trends.stories'), h('input', {
        type: 'checkbox', name: 'stories', id: 'trend-stories', value: 'true',
        checked: parameters.get('stories') === 'true',
      })),
      h('button', {type: 'submit', class: 'primary', id: 'trend-show'}, t('trends.show')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    move(form, parameters, axis);
  });
  form.elements.compare.addEventListener('change', () => move(form, parameters, axis));
  return form;
}

function valueOf(axis, index, value, names) {
  const id = `with-${index + 1}`;
  const label = t('trends.with', {number: index + 1});
  if (axis === 'query') {
    return h('label', null, label, h('input', {id, name: 'with', value, dir: 'auto', maxlength: 500}));
  }
  const codes = axis === 'place' ? Object.keys(names.places)
    : axis === 'source' ? Object.keys(names.sources) : CODES[axis];
  const options = (codes.includes(value) || !value ? codes : [value, ...codes])
      .map((code) => [code, valueName(axis, code)])
      .sort(([, one], [, other]) => one.localeCompare(other));
  return h('label', null, label, select('with', [['', '–'], ...options], value, id));
}

function move(form, former, axis) {
  const parameters = new URLSearchParams(former);
  for (const name of ['q', 'from', 'to', 'interval', 'compare', 'with', 'stories']) {
    parameters.delete(name);
  }
  const isOther = form.elements.compare.value !== axis;
  for (const [name, value] of new FormData(form)) {
    if (value && !(name === 'with' && isOther)) parameters.append(name, value);
  }
  go(address('/trends', parameters));
}

function labelled(name, key, control, kind) {
  return h('label', {class: kind, for: control.id}, t(key), control);
}

function select(name, options, chosen, id = `trend-${name}`) {
  return h('select', {name, id}, options.map(([value, words]) =>
    h('option', {value, selected: value === chosen}, words)));
}
