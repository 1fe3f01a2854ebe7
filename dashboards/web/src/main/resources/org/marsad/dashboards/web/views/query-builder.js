// SPDX-License-Identifier: AGPL-3.0-or-later

/** Rows of a form that write a query for those who do not want to learn its syntax. */

import {h, replace} from '../dom.js';
import {t} from '../i18n.js';

const WHERE = [['', 'anywhere'], ['title:', 'title'], ['text:', 'text']];
const HOW = ['all', 'any', 'phrase', 'near', 'none'];
/** Other words that may stand among those that are near each other. */
const APART = 10;

/**
 * @param {(query: string) => void} use is given the query that was written
 */
export function queryBuilder(use) {
  const rows = h('ol', {class: 'builder-rows'});
  const written = h('output', {class: 'written', dir: 'auto'});
  let count = 0;
  const show = () => replace(written, queryOf(rows));

  function add() {
    const n = ++count;
    const select = (name, options) => h('select', {
      id: `builder-${name}-${n}`, class: name, 'aria-label': t(`builder.${name}`), onchange: show,
    }, options);
    rows.append(h('li', null,
        select('where', WHERE.map(([value, key]) => h('option', {value}, t(`builder.where.${key}`)))),
        select('how', HOW.map((value) => h('option', {value}, t(`builder.how.${value}`)))),
        h('input', {
          type: 'text', id: `builder-words-${n}`, dir: 'auto', autocomplete: 'off', maxlength: 200,
          'aria-label': t('builder.words'), oninput: show,
          onkeydown: (event) => event.key === 'Enter' && (event.preventDefault(), take()),
        })));
    return document.getElementById(`builder-words-${n}`);
  }

  function take() {
    const query = queryOf(rows);
    if (query) use(query);
  }
  add();
  return h('details', {class: 'builder'}, h('summary', null, t('builder')),
      h('p', {class: 'note'}, t('builder.note')), rows,
      h('div', {class: 'controls'},
          h('button', {type: 'button', onclick: () => add()?.focus()}, t('builder.add')),
          h('button', {type: 'button', class: 'use', onclick: take}, t('builder.use'))),
      h('p', {'aria-live': 'polite'}, h('span', {class: 'note'}, t('builder.written')), ' ', written));
}

function queryOf(rows) {
  return [...rows.children].map((row) => {
    const [where, how] = [...row.querySelectorAll('select')].map((one) => one.value);
    return part(where, how, words(row.querySelector('input').value));
  }).filter((one) => one).join(' ');
}

/** What would be an operator of the syntax is left out. */
function words(text) {
  return text.replace(/["“”«»„()|*\\]/g, ' ').split(/\s+/).map((word) => word.replace(/^[-+]+/, ''))
      .filter((word) => word);
}

function part(where, how, given) {
  if (given.length === 0) return '';
  const together = `"${given.join(' ')}"`;
  switch (how) {
    case 'any': return given.length > 1 ? `${where}(${given.join(' | ')})` : where + given[0];
    case 'phrase': return where + together;
    case 'near': return `${where}${together}~${APART}`;
    case 'none': return given.map((word) => `-${where}${word}`).join(' ');
    default: return given.map((word) => where + word).join(' ');
  }
}
