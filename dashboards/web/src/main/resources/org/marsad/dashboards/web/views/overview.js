// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the words mean, what is there, what the last week brought, and how it develops. */

import {h, replace} from '../dom.js';
import {label, number, plural, t} from '../i18n.js';
import {address} from '../location.js';
import {fewPeople, figure, loading, when} from '../parts.js';
import {holdings, status} from '../status.js';
import {explanation} from './explanation.js';
import {trendPanel} from './trend-panel.js';
import {weekPanel} from './week-panel.js';

export function overviewView() {
  const figures = h('section', {'aria-labelledby': 'figures-title'});
  const job = h('section', {class: 'panel', 'aria-labelledby': 'job-title'});
  const week = weekPanel();
  const trend = trendPanel(t('trend.title'));
  const node = h('div', null,
      h('h1', null, t('overview.title')),
      h('p', {class: 'lead'}, t('overview.lead')),
      explanation(), figures, week.node, trend.node, job);

  let parameters;
  let documents;
  function follow() {
    if (!node.isConnected) {
      removeEventListener('marsad:status', follow);
      return;
    }
    replace(figures, ...figuresOf(holdings));
    replace(job, ...jobOf(status?.job), retentionOf(status?.retention));
    // New documents change the trend; the chart is only drawn anew where there are some.
    const now = status?.index?.documents;
    if (documents !== undefined && now !== undefined && now !== documents) {
      trend.update(parameters);
      week.update();
    }
    documents = now ?? documents;
  }
  addEventListener('marsad:status', follow);

  function update(asked) {
    parameters = asked;
    follow();
    week.update();
    trend.update(asked);
  }
  return {node, update};
}

function figuresOf(index) {
  const search = (stances) => address('/search',
      new URLSearchParams([['relevant', 'true'], ...stances.map((one) => ['stance', one])]));
  const head = h('h2', {id: 'figures-title', class: 'hidden'}, t('figures'));
  if (!index) return [head, loading()];
  const told = (name, ...rest) => index.withheld.includes(name)
    ? figure(fewPeople(index[name]), ...rest) : figure(index[name], ...rest);
  return [head, ...index.silent > 0 ? [silence(index.silent)] : [], h('dl', {class: 'figures'},
      told('documents', t('figure.documents'),
          plural('figure.sources', index.sources), address('/search', {})),
      told('relevant', t('figure.relevant'), t('figure.relevant.note'), search([])),
      told('hostile', t('series.hostile'), t('figure.hostile.note'), search(['HOSTILE'])),
      told('reporting', t('series.reporting'), t('figure.reporting.note'),
          search(['REPORT_ON_HOSTILITY'])),
      told('supportive', t('series.supportive'), t('figure.supportive.note'),
          search(['SUPPORTIVE', 'COUNTER_SPEECH'])),
      told('unclassified', t('figure.unclassified'), t('figure.unclassified.note')))];
}

/** A gap in the data must not look like peace. */
function silence(count) {
  return h('p', {class: 'notice'}, plural('overview.silent', count), ' ',
      h('a', {href: address('/sources', {}), 'data-inside': true}, t('overview.silent.more')));
}

function jobOf(job) {
  if (!job) return [h('h2', {id: 'job-title'}, t('job')), loading()];
  return [
    h('div', {class: 'panel-head'}, h('h2', {id: 'job-title'}, t('job')),
        h('p', {class: 'state'}, label('job', job.state), ' · ', t('job.since'), ' ',
            when(job.since))),
    h('dl', {class: 'counters'}, Object.entries(job.counts).map(([name, count]) =>
      h('div', null, h('dt', null, label('counter', name)), h('dd', null, number(count))))),
  ];
}

/** When texts were last erased for their age; a person must know that something waits for them. */
function retentionOf(run) {
  if (!run) return null;
  const texts = Object.values(run.documents).reduce((sum, count) => sum + count, 0);
  return run.heldBack
    ? h('p', {class: 'notice', id: 'retention'}, plural('retention.due', texts), ' ',
        h('code', {dir: 'ltr'}, './marsad erase --expired'))
    : h('p', {class: 'note', id: 'retention'}, plural('retention.erased', texts), ' · ',
        when(run.at));
}
