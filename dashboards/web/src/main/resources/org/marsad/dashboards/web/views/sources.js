// SPDX-License-Identifier: AGPL-3.0-or-later

/** How each feed is doing, who refuses, and what was captured: a gap in the data must be seen as one. */

import {ask} from '../api.js';
import {h, replace} from '../dom.js';
import {t} from '../i18n.js';
import {fault, loading, nothing} from '../parts.js';
import {coveragePanel} from './coverage-panel.js';
import {ledger} from './ledger.js';
import {health} from './source-table.js';

export function sourcesView() {
  const feeds = h('div', {'aria-live': 'polite'}, loading());
  const refusals = h('div');
  const coverage = coveragePanel();
  const node = h('div', null,
      h('h1', null, t('sources.title')), h('p', {class: 'lead'}, t('sources.lead')),
      feeds, refusals, coverage.node);

  async function update(parameters) {
    await Promise.all([sources(parameters), coverage.update(parameters)]);
  }

  async function sources(parameters) {
    try {
      const [found, outlets] = await Promise.all([ask('/api/sources'), ask('/api/outlets')]);
      replace(feeds, found.length === 0 ? nothing(t('sources.empty')) : health(found, parameters));
      replace(refusals, ledger(outlets, found));
    } catch (problem) {
      replace(feeds, fault(problem));
    }
  }
  return {node, update};
}
