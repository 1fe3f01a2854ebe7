// SPDX-License-Identifier: AGPL-3.0-or-later

/** What people did, newest first, and whether the record of it is whole. */

import {faults} from '../alert-parts.js';
import {ask} from '../api.js';
import {h, replace} from '../dom.js';
import {label, moment, number, plural, t} from '../i18n.js';
import {loading, nothing, table} from '../parts.js';

const SIZE = '25';
const COLUMNS = ['at', 'action', 'object', 'who', 'number'];

/**
 * @param {{id: string, name: string}[]} accounts by which people are called
 */
export function auditBlock(accounts) {
  const names = new Map(accounts.map(({id, name}) => [id, name]));
  const list = h('div', null, loading());
  const whole = h('div', {'aria-live': 'polite'});
  const check = h('button', {
    type: 'button', id: 'verify-audit', onclick: () => into(whole, async () =>
      verdict(await ask('/api/audit/verification'))),
  }, t('audit.verify'));
  const rows = [];
  const show = (after) => into(list, async () => {
    const page = await ask('/api/audit', {size: SIZE, ...after && {after}});
    rows.push(...page.entries.map((one) => row(one, names)));
    if (rows.length === 0 && !page.next) return [nothing(t('audit.empty'))];
    return [
      table(plural('audit.caption', rows.length),
          COLUMNS.map((name) => ({head: t(`audit.${name}`), numeric: name === 'number'})), rows),
      page.next && h('button', {type: 'button', id: 'more-audit', onclick: () => show(page.next)},
          t('audit.more')),
    ];
  });
  show();
  return [h('h2', null, t('audit.title')), h('p', {class: 'note'}, t('audit.lead')),
    h('p', null, check), whole, list];
}

async function into(place, contents) {
  try {
    replace(place, await contents());
  } catch (problem) {
    replace(place, faults(problem));
  }
}

function row(one, names) {
  return [
    h('time', {datetime: one.at}, moment(one.at)),
    label('audit.action', one.action),
    [label('audit.kind', one.kind), ' ', h('bdi', null, h('code', null, names.get(one.id) ?? one.id))],
    who(one.who, names),
    one.sequence === undefined ? '–' : number(one.sequence),
  ];
}

function who(id, names) {
  if (id === undefined) return t('audit.who.unrecorded');
  return h('bdi', null, names.get(id) ?? label('audit.who', id));
}

function verdict({lines, head, faults: found}) {
  return found.length === 0
    ? [h('p', {class: 'notice'}, plural('audit.whole', lines)),
      head && h('p', {class: 'note'}, t('audit.head'), ' ', h('code', {dir: 'ltr'}, head))]
    : h('div', {class: 'fault', role: 'alert'}, h('p', null, t('audit.broken')),
        h('ul', null, found.map((one) => h('li', {dir: 'ltr'}, one))));
}
