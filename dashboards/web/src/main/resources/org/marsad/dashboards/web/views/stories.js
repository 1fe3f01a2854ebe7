// SPDX-License-Identifier: AGPL-3.0-or-later

/** Stories that several documents tell: one wire story, twenty-three outlets. */

import {ask} from '../api.js';
import {h, replace} from '../dom.js';
import {isolated, moment, number, plural, t} from '../i18n.js';
import {address, changed, filtersOf, go, link} from '../location.js';
import {loadNames} from '../names.js';
import {paging} from '../paging.js';
import {passage} from '../passages.js';
import {fault, glyph, nothing} from '../parts.js';
import {narrowing} from './narrowing.js';

const SORTS = ['reach', 'latest'];
const SERIES = ['hostile', 'reporting', 'supportive', 'other'];

export function storiesView() {
  const filters = narrowing('/stories', ['target', 'language']);
  const summary = h('p', {class: 'summary', 'aria-live': 'polite'});
  const sort = h('p', {class: 'controls'});
  const results = h('ol', {class: 'results'});
  const pages = paging(results, t('stories.more'));
  const node = h('div', null,
      h('h1', null, t('stories.title')), h('p', {class: 'lead'}, t('stories.lead')), filters.node,
      h('section', {'aria-label': t('stories.results')}, summary, sort, results, pages.node));
  let abort = new AbortController();

  async function update(parameters) {
    abort.abort();
    abort = new AbortController();
    filters.update(parameters);
    replace(sort, ...sortChoice(parameters));
    const question = query(parameters);
    try {
      const [page] = await Promise.all([
        ask('/api/stories', question, {signal: abort.signal}), loadNames()]);
      filters.update(parameters);
      replace(summary, t('stories.counts',
          {documents: number(page.documents), folded: number(page.folded)}));
      if (page.stories.length === 0) pages.say(nothing(t('stories.nothing')));
      else pages.show(pageOf(page, question));
    } catch (problem) {
      if (problem.name === 'AbortError') return;
      replace(summary);
      pages.say(fault(problem));
    }
  }
  return {node, update};
}

function pageOf({stories, next}, question) {
  return {entries: stories.map(told), next: next && (async () =>
    pageOf(await ask('/api/stories', changed(question, {after: next})), question))};
}

function query(parameters) {
  const asked = filtersOf(parameters);
  asked.set('sort', sortOf(parameters));
  return asked;
}

function sortOf(parameters) {
  return SORTS.includes(parameters.get('sort')) ? parameters.get('sort') : SORTS[0];
}

function sortChoice(parameters) {
  const select = h('select', {id: 'stories-sort', onchange: () => go(
      address('/stories', changed(parameters, {sort: select.value})))},
  SORTS.map((one) => h('option', {value: one, selected: one === sortOf(parameters)},
      t(`stories.sort.${one}`))));
  return [h('label', {for: 'stories-sort'}, t('search.sort')), select];
}

function told({story, matching, first, stances}) {
  const heading = `story-${story.id}`;
  return h('li', null, h('article', {'aria-labelledby': heading, class: 'story-item'},
      h('h2', {id: heading, dir: 'auto'}, link(address(`/stories/${encodeURIComponent(story.id)}`, {}),
          null, first.title ? passage(first.title) : t('story.untitled'))),
      reach(story),
      h('p', {class: 'provenance'},
          h('span', null, t('stories.first',
              isolated({outlet: first.sourceName, when: moment(story.first)}))),
          h('span', null, t('stories.last', isolated({when: moment(story.last)}))),
          matching < story.documents && h('span', null, plural('stories.matching', matching))),
      mix(stances)));
}

/** "23 outlets · 25 documents" with the agencies. */
export function reach({outlets, documents, agencies}) {
  return h('p', {class: 'badges'},
      h('strong', null, plural('stories.outlets', outlets.length)),
      h('span', null, plural('map.documents', documents)),
      agencies.map((agency) => h('span', {class: 'badge role-WIRE'}, h('bdi', null, agency))));
}

/** How many of its documents take which stance. */
export function mix(stances) {
  const shown = SERIES.filter((name) => stances[name] !== 0);
  return h('ul', {class: 'mix', 'aria-label': t('stories.stances')},
      shown.map((name) => h('li', {class: `tone-${name}`}, glyph(name), t('trend.value',
          {series: t(`series.${name}`), value: stances[name] === null ? t('withheld.short')
            : number(stances[name])}))),
      stances.rest !== 0 && h('li', {class: 'quiet'}, t('trend.value',
          {series: t('stories.rest'), value: stances.rest === null ? t('withheld.short')
            : number(stances.rest)})));
}
