// SPDX-License-Identifier: AGPL-3.0-or-later

/** The URL is the page's state: where one is, and what one asked for. */

import {h} from './dom.js';

const FILTERS = ['q', 'from', 'to', 'source', 'language', 'stance', 'target', 'kind', 'frame', 'place',
  'intensity', 'relevant', 'synonyms'];

/** The parameters that choose documents, for the API. */
export function filtersOf(parameters) {
  const filters = new URLSearchParams();
  for (const [name, value] of parameters) {
    if (FILTERS.includes(name) && value) filters.append(name, value);
  }
  return filters;
}

/** A copy with some parameters set, or removed by null. */
export function changed(parameters, changes) {
  const copy = new URLSearchParams(parameters);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) copy.delete(name);
    else copy.set(name, value);
  }
  return copy;
}

/** An address within the page; the interface language travels along. */
export function address(path, parameters) {
  const query = new URLSearchParams(parameters);
  const chosen = new URLSearchParams(location.search).get('ui');
  if (chosen && !query.has('ui')) query.set('ui', chosen);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** Goes there without loading the page anew. */
export function go(href) {
  history.pushState(null, '', href);
  dispatchEvent(new Event('marsad:moved'));
}

/** A link within the page. */
export function link(href, attributes, ...children) {
  return h('a', {href, 'data-inside': true, ...attributes}, ...children);
}

/** Calls `onMove` whenever the address changes. */
export function followAddress(onMove) {
  addEventListener('popstate', () => onMove(false));
  addEventListener('marsad:moved', () => onMove(true));
  document.addEventListener('click', (event) => {
    const anchor = event.target instanceof Element && event.target.closest('a[data-inside]');
    const plain = event.button === 0
        && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!anchor || !plain || event.defaultPrevented) return;
    event.preventDefault();
    go(anchor.getAttribute('href'));
  });
}
