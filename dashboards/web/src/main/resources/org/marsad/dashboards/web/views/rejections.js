// SPDX-License-Identifier: AGPL-3.0-or-later

/** What could not be taken, and why: nothing is dropped in silence. */

import {ask} from '../api.js';
import {h, replace} from '../dom.js';
import {label, number, plural, t} from '../i18n.js';
import {fault, loading, nothing, outside, table, when} from '../parts.js';

export function rejectionsView() {
  const body = h('div', {class: 'after-lead', 'aria-live': 'polite'}, loading());
  const node = h('div', null,
      h('h1', null, t('rejections.title')), h('p', {class: 'lead'}, t('rejections.lead')), body);

  async function update() {
    try {
      replace(body, ...contents(await ask('/api/rejections')));
    } catch (problem) {
      replace(body, fault(problem));
    }
  }
  return {node, update};
}

function contents({counts, latest}) {
  if (counts.length === 0) return [nothing(t('rejections.empty'))];
  return [
    h('section', {class: 'panel'}, h('h2', null, t('rejections.counts')),
        table(t('rejections.counts'),
            [{head: t('rejections.stage')}, {head: t('rejections.reason')},
              {head: t('rejections.count'), numeric: true}],
            counts.map(({stage, reason, count}) =>
              [label('stage', stage), h('code', {dir: 'ltr'}, reason), number(count)]))),
    h('section', {class: 'panel'}, h('h2', null, t('rejections.latest')),
        table(plural('rejections.caption', latest.length),
            ['at', 'source', 'stage', 'reason', 'message', 'reference'].map((name) =>
              ({head: t(`rejections.${name}`)})),
            latest.map((one) => [when(one.at), h('bdi', null, one.sourceId), label('stage', one.stage),
              h('code', {dir: 'ltr'}, one.reason), h('bdi', null, one.message),
              h('span', {class: 'sub', dir: 'ltr'}, outside(one.reference, one.reference))]), 'stacked')),
  ];
}
