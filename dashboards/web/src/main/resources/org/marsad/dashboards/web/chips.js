// SPDX-License-Identifier: AGPL-3.0-or-later

/** What an address chooses, each choice with a way to take it back. */

import {h, replace} from './dom.js';
import {valueName} from './filters.js';
import {t} from './i18n.js';
import {address, filtersOf, link} from './location.js';

/** A list for `drawChips` to fill. */
export function chipList() {
  return h('ul', {class: 'chips', 'aria-label': t('filters.active')});
}

/**
 * @param {HTMLElement} chips
 * @param {string} path of the page
 * @param {URLSearchParams} parameters of the address
 * @param {string[]} elsewhere names of choices that the page shows in another way
 * @param {{value: string, name: string}[]} [sources] names of those that no catalogue has
 */
export function drawChips(chips, path, parameters, elsewhere, sources = []) {
  const active = [...filtersOf(parameters)].filter(([name]) => !elsewhere.includes(name));
  replace(chips, ...active.map(([name, value]) => {
    const rest = new URLSearchParams([...parameters].filter(([one, other]) =>
      one !== name || other !== value));
    const shown = sources.find((one) => name === 'source' && one.value === value)?.name
      ?? (name === 'intensity' ? t('filters.intensity', {level: value}) : valueName(name, value));
    return h('li', null, link(address(path, rest), {class: 'chip'},
        h('span', null, t(`field.${name}`), ': ', h('bdi', null, shown)),
        h('span', {'aria-hidden': 'true'}, '×'),
        h('span', {class: 'hidden'}, t('filters.remove'))));
  }));
}
