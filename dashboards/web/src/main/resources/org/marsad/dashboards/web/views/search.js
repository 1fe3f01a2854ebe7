// SPDX-License-Identifier: AGPL-3.0-or-later

/** Finding documents: query, filters with counts, results with what matched and why. */

import {ask} from '../api.js';
import {chipList, drawChips} from '../chips.js';
import {h, replace} from '../dom.js';
import {label, number, plural, t} from '../i18n.js';
import {valueName} from '../filters.js';
import {address, changed, filtersOf, go, link} from '../location.js';
import {loadNames} from '../names.js';
import {paging} from '../paging.js';
import {langOf, passage} from '../passages.js';
import {fault, fewPeople, nothing, provenance, verdict} from '../parts.js';
import {may} from '../session.js';
import {queryBuilder} from './query-builder.js';
import {savedSearches} from './saved-searches.js';
import {readingOf, synonymsPanel} from './synonyms-panel.js';

/** Facets in the order of the page, with the words for their codes. */
const FACETS = [['stance', 'stance'], ['target', 'target'], ['frame', 'frame'],
  ['language', 'language'], ['kind', 'kind'], ['place', null], ['source', null]];
const SORTS = ['best', 'newest', 'oldest', 'hostility', 'reach'];
/** What is asked for beside the filters. */
const ORDER = ['sort', 'fold'];
/** Choices that have a box of their own. */
const IN_THE_FORM = ['relevant', 'synonyms'];

export function searchView() {
  const form = h('form', {class: 'query', role: 'search', action: '/search'});
  const filters = h('aside', {class: 'filters', 'aria-label': t('filters')});
  const summary = h('p', {class: 'summary', 'aria-live': 'polite'});
  const chips = chipList();
  const results = h('ol', {class: 'results'});
  const pages = paging(results, t('search.more'));
  const trendBox = h('details', {class: 'query-trend'}, h('summary', null, t('trend.show')));
  const onwards = h('p', {class: 'note onwards'});
  const exports = h('p', {class: 'exports'});
  const reading = h('div', {class: 'reading'});
  const builder = queryBuilder((text) => {
    form.elements.q.value = text;
    form.requestSubmit();
  });
  const saved = savedSearches(() => current);
  const node = h('div', {class: 'search'},
      h('h1', null, t('search.title')), form,
      h('div', {class: 'query-aids'}, builder, synonymsPanel(), saved),
      h('div', {class: 'columns'}, filters,
          h('section', {'aria-label': t('search.results')},
              h('div', {class: 'summary-line'}, summary), reading, chips, trendBox, onwards,
              exports, results, pages.node)));

  let current = new URLSearchParams();
  let trend;
  let abort = new AbortController();
  const move = (changes) => go(address('/search', changed(current, changes)));

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const given = new FormData(form);
    move(Object.fromEntries(['q', 'from', 'to', 'intensity', 'sort', 'synonyms', 'fold'].map((name) =>
      [name, String(given.get(name) ?? '').trim() || null])));
  });
  trendBox.addEventListener('toggle', () => trendBox.open && drawTrend());

  /** What few open is fetched when it is opened. */
  async function drawTrend() {
    trend ??= import('./trend-panel.js').then(({trendPanel}) => {
      const panel = trendPanel(t('trend.query'));
      trendBox.append(panel.node);
      return panel;
    });
    (await trend).update(current);
  }

  async function update(parameters) {
    current = parameters;
    abort.abort();
    abort = new AbortController();
    const {signal} = abort;
    const question = query(parameters);
    drawForm(form, parameters);
    drawChips(chips, '/search', parameters, IN_THE_FORM);
    replace(onwards,
        link(address('/trends', filtersOf(parameters)), {id: 'to-trend'}, t('search.trend')),
        may('ANALYSE') && link(
            address('/alerts/rules', ruleParameters(parameters)), null, t('search.alert')));
    replace(summary, t('loading'));
    results.setAttribute('aria-busy', 'true');
    if (trendBox.open) drawTrend();
    try {
      const [page, facets] = await Promise.all([
        ask('/api/search', question, {signal}),
        ask('/api/facets', filtersOf(parameters), {signal}),
        loadNames(),
      ]);
      drawChips(chips, '/search', parameters, IN_THE_FORM, facets.source);
      replace(filters, ...facetsOf(facets, parameters));
      replace(summary, found(page, facets.stories));
      replace(reading, ...readingOf(page.reading));
      replace(exports, may('ANALYSE') && [t('export'), ' ', ['csv', 'jsonl'].map((format) => [' ', h('a', {
        href: `/api/export.${format}?${filtersOf(parameters)}`, download: true,
        class: 'button', id: `export-${format}`,
      }, t(`export.${format}`))])]);
      if (page.total === 0) pages.say(nothing(t('search.nothing')));
      else pages.show(pageOf(page, question));
    } catch (problem) {
      if (problem.name === 'AbortError') return;
      replace(summary);
      replace(reading);
      replace(exports);
      pages.say(fault(problem));
    }
    results.removeAttribute('aria-busy');
  }
  return {node, update};
}

/** With how many they are without copies, where there are some. */
function found(page, stories) {
  if (page.folded) return plural('search.foundStories', page.total);
  if (page.totalIsLowerBound) return t('search.atLeast', {count: number(page.total)});
  const all = plural('search.found', page.total);
  return stories !== undefined && stories < page.total ? `${all} ${t('search.stories', {count: number(stories)})}` : all;
}

function pageOf({hits, next}, question) {
  return {entries: hits.map(result), next: next && (async () =>
    pageOf(await ask('/api/search', changed(question, {after: next})), question))};
}

function query(parameters) {
  const asked = filtersOf(parameters);
  for (const name of ORDER) {
    if (parameters.get(name)) asked.set(name, parameters.get(name));
  }
  return asked;
}

/** A rule goes on for ever: it has no days. */
function ruleParameters(parameters) {
  const asked = filtersOf(parameters);
  asked.delete('from');
  asked.delete('to');
  asked.set('new', '');
  return asked;
}

/** Only where the address has changed: what is being typed must not be lost. */
function drawForm(form, parameters) {
  if (form.dataset.drawn === parameters.toString()) return;
  form.dataset.drawn = parameters.toString();
  const field = (name, type, attributes) => h('input', {
    id: `field-${name}`, name, type, value: parameters.get(name) ?? '', ...attributes,
  });
  const sort = parameters.get('sort') ?? (parameters.get('q') ? 'best' : 'newest');
  replace(form,
      h('div', {class: 'wide'}, h('label', {for: 'field-q'}, t('search.query')),
          field('q', 'search', {dir: 'auto', maxlength: 500, autocomplete: 'off',
            'aria-describedby': 'query-help'})),
      h('div', null, h('label', {for: 'field-from'}, t('search.from')), field('from', 'date')),
      h('div', null, h('label', {for: 'field-to'}, t('search.to')), field('to', 'date')),
      h('div', null, h('label', {for: 'field-sort'}, t('search.sort')),
          h('select', {id: 'field-sort', name: 'sort'}, SORTS.map((one) =>
            h('option', {value: one, selected: one === sort}, t(`sort.${one}`))))),
      h('div', null, h('label', {for: 'field-intensity'}, t('field.intensity')),
          h('select', {id: 'field-intensity', name: 'intensity'},
              [['', t('form.any')], ...[1, 2, 3, 4, 5].map((level) => [String(level), level])].map(
                  ([value, words]) => h('option', {
                    value, selected: value === (parameters.get('intensity') ?? ''),
                  }, words)))),
      h('button', {type: 'submit', class: 'primary'}, t('search.submit')),
      h('p', {class: 'wide switches'},
          // Who types the first word is to find it in all scripts; an address means what it says.
          toggled('synonyms', t('synonyms.switch'),
              parameters.get('synonyms') === 'true' || !parameters.get('q')),
          toggled('fold', t('search.fold'), parameters.get('fold') === 'true')),
      h('p', {id: 'query-help', class: 'note wide'}, t('search.help')));
}

function toggled(name, words, checked) {
  return h('label', {for: `field-${name}`},
      h('input', {id: `field-${name}`, type: 'checkbox', name, value: 'true', checked}), ' ', words);
}

function facetsOf(facets, parameters) {
  const toggle = (name, value, on) => {
    const changes = new URLSearchParams(parameters);
    const kept = changes.getAll(name).filter((one) => one !== value);
    changes.delete(name);
    [...kept, ...(on ? [value] : [])].forEach((one) => changes.append(name, one));
    go(address('/search', changes));
  };
  const box = (name, value, text, count) => {
    const id = `facet-${name}-${value}`;
    return h('li', null, h('label', {for: id},
        h('input', {
          id, type: 'checkbox', checked: parameters.getAll(name).includes(value),
          onchange: (event) => toggle(name, value, event.target.checked),
        }),
        h('bdi', null, text),
        count && h('span', {class: 'count'}, count)));
  };
  return [
    h('ul', null, box('relevant', 'true', t('filters.relevant'))),
    ...FACETS.filter(([name]) => facets[name]?.length > 0).map(([name, words]) =>
      h('details', {id: `facets-${name}`, open: isOpen(`facets-${name}`)},
          h('summary', null, t(`field.${name}`)),
          h('ul', null, facets[name].map(({value, name: known, count, withheld}) =>
            box(name, value, words ? label(words, value) : known ?? valueName(name, value),
                withheld ? fewPeople(count) : count !== undefined && number(count)))))),
  ];
}

/** As the reader left it; at first open where there is room beside the results. */
function isOpen(id) {
  return document.getElementById(id)?.open ?? matchMedia('(min-width: 56rem)').matches;
}

function result({document, title, passages, copies}) {
  const href = address(`/documents/${encodeURIComponent(document.id)}`, {});
  const id = `result-${document.id}`;
  return h('li', null, h('article', {'aria-labelledby': id},
      h('h2', {id, dir: 'auto'}, link(href, null,
          title ? passage(title) : t('document.untitled', {kind: label('kind', document.kind)}))),
      h('p', {class: 'badges'}, verdict(document)),
      passages.map((one) => h('p', {class: 'excerpt', dir: 'auto', lang: langOf(document)},
          passage(one))),
      provenance(document), copies?.documents > 1 && told(document, copies)));
}

/** "1 story, 23 outlets", of those found. */
function told(document, {documents, outlets}) {
  return h('p', {class: 'copies'},
      link(address(`/stories/${encodeURIComponent(document.story.id)}`, {}), null,
          plural('search.copies', outlets, {documents: number(documents)})));
}
