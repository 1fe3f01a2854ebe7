// SPDX-License-Identifier: AGPL-3.0-or-later

/** A list that comes a page at a time, and the button below it that asks for the next. */

import {h, replace} from './dom.js';
import {fault, loading} from './parts.js';

/**
 * @typedef {Object} Page
 * @property {Node[]} entries
 * @property {() => Promise<Page>} [next] fetches the page after it; none after the last
 */

/**
 * @param {HTMLElement} list that entries stand in
 * @param {string} words of the button
 * @returns {{node: HTMLElement, show: (page: Page) => void, say: (...nodes: Node[]) => void}} `node`
 *     belongs below the list; `show` starts with a first page; `say` stands in place of all entries
 */
export function paging(list, words) {
  const node = h('div', {class: 'more'});
  // Whoever has asked for something else does not get pages of what was asked before.
  let shown = 0;

  function offer(next) {
    replace(node, next && h('button', {type: 'button', class: 'primary', onclick: () => add(next)},
        words));
  }

  async function add(next) {
    const mine = shown;
    replace(node, loading());
    try {
      const page = await next();
      if (mine !== shown) return;
      list.append(...page.entries);
      page.entries[0]?.querySelector('a')?.focus();
      offer(page.next);
    } catch (problem) {
      if (mine === shown) replace(node, fault(problem));
    }
  }

  function show({entries, next}) {
    shown++;
    replace(list, ...entries);
    offer(next);
  }

  function say(...nodes) {
    shown++;
    replace(list);
    replace(node, ...nodes);
  }
  return {node, show, say};
}
