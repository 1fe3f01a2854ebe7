// SPDX-License-Identifier: AGPL-3.0-or-later

/** Which documents a page is about: words, days and what else the address chooses, to be changed. */

import {chipList, drawChips} from '../chips.js';
import {h, replace} from '../dom.js';
import {label, t} from '../i18n.js';
import {address, changed, go} from '../location.js';

/** What can be chosen from a list, with its codes. */
const CHOICES = {
  target: ['SSA_BLACK', 'MIGRANT_GENERIC', 'REFUGEE', 'ARAB', 'MOR_ABROAD', 'BLACK_MOROCCAN',
    'WOMEN_MIGRANT', 'CHILD_MIGRANT', 'MIXED_COUPLES', 'SOLIDARITY_ACTORS', 'MUSLIM_IMMIGRANT', 'OTHER'],
  language: ['arb', 'ary-Arab', 'ary-Latn', 'fr', 'es', 'en'],
  kind: ['ARTICLE', 'COMMENT', 'POST'],
};

/**
 * @param {string} path of the page
 * @param {string[]} names of the choices that the page offers
 */
export function narrowing(path, names) {
  const form = h('form', {class: 'query', role: 'search', action: path});
  const chips = chipList();
  let current = new URLSearchParams();

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = new FormData(form);
    go(address(path, changed(current, Object.fromEntries(['q', 'from', 'to', ...names].map((name) =>
      [name, String(given.get(name) ?? '').trim() || null])))));
  });

  function update(parameters) {
    current = parameters;
    drawChips(chips, path, parameters, ['relevant']);
    // What is being typed must not be lost.
    if (form.dataset.drawn === parameters.toString()) return;
    form.dataset.drawn = parameters.toString();
    replace(form, ...fields(parameters, names));
  }
  return {node: h('div', {class: 'narrowing'}, form, chips), update};
}

function fields(parameters, names) {
  const field = (name, type, attributes) => h('div', {class: name === 'q' && 'wide'},
      h('label', {for: `field-${name}`}, t(name === 'q' ? 'search.query' : `search.${name}`)),
      h('input', {id: `field-${name}`, name, type, value: parameters.get(name) ?? '', ...attributes}));
  return [
    field('q', 'search', {dir: 'auto', maxlength: 500, autocomplete: 'off'}),
    field('from', 'date'), field('to', 'date'),
    names.map((name) => h('div', null, h('label', {for: `field-${name}`}, t(`field.${name}`)),
        h('select', {id: `field-${name}`, name}, h('option', {value: ''}, t('filters.any')),
            CHOICES[name].map((code) => h('option',
                {value: code, selected: parameters.get(name) === code}, label(name, code)))))),
    h('button', {type: 'submit', class: 'primary'}, t('filters.apply')),
  ];
}
