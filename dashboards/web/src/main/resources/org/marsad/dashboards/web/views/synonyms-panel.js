// SPDX-License-Identifier: AGPL-3.0-or-later

/** How a query was understood: what was looked for beside its words, and the whole set of those. */

import {ask} from '../api.js';
import {h, replace} from '../dom.js';
import {plural, t} from '../i18n.js';
import {fault, loading} from '../parts.js';

/**
 * @param {{expansions: {term: string, also: string[]}[], repairs: string[]}} reading
 */
export function readingOf({expansions, repairs}) {
  return [
    ...repairs.map((repair) => h('p', {class: 'note repair'}, t(`repair.${repair}`))),
    expansions.length > 0 && h('details', {class: 'expansions', open: true},
        h('summary', null, plural('synonyms.used', expansions.length)),
        h('dl', null, expansions.map(({term, also}) => h('div', null,
            h('dt', null, h('bdi', null, term)), h('dd', null, listed(also)))))),
  ];
}

/** The set itself is asked for when somebody looks at it. */
export function synonymsPanel() {
  const body = h('div', null);
  const panel = h('details', {class: 'synonyms'}, h('summary', null, t('synonyms.set')), body);
  panel.addEventListener('toggle', async () => {
    if (!panel.open || body.hasChildNodes()) return;
    replace(body, loading());
    try {
      const {groups} = await ask('/api/synonyms');
      replace(body, h('p', {class: 'note'}, t('synonyms.set.note')), ...byKind(groups));
    } catch (problem) {
      replace(body, fault(problem));
    }
  });
  return panel;
}

function byKind(groups) {
  const kinds = [...new Set(groups.map((group) => group.kind))];
  return kinds.map((kind) => {
    const own = groups.filter((group) => group.kind === kind);
    return h('details', null, h('summary', null, t(`synonyms.kind.${kind}`)),
        h('ul', null, own.map((group) => h('li', null, listed(group.terms)))));
  });
}

function listed(terms) {
  return terms.map((term, i) => [i > 0 && t('list.separator'), h('bdi', null, term)]);
}
