// SPDX-License-Identifier: AGPL-3.0-or-later

/** What alerting has found, latest first, and how alerting itself is doing. */

import {
  figuresWords, incidentName, ratioWords, reasonWords, ruleName, severityBadge, stateBadge,
  verdictBadge, within,
} from '../alert-parts.js';
import {ask} from '../api.js';
import {sparkline} from '../charts/series.js';
import {h, replace} from '../dom.js';
import {dayOf, language, moment, t} from '../i18n.js';
import {address, go, link} from '../location.js';
import {paging} from '../paging.js';
import {fault, loading, nothing, when} from '../parts.js';
import {may} from '../session.js';

export function alertsView() {
  const health = h('div', {'aria-live': 'polite'});
  const filter = h('div', {class: 'controls'});
  const list = h('ol', {class: 'results incidents'});
  const pages = paging(list, t('search.more'));
  const node = h('div', null,
      h('h1', null, t('alerts.title')), h('p', {class: 'lead'}, t('alerts.lead')), alertsMenu(),
      health, filter, list, pages.node);
  pages.say(loading());

  async function update(parameters) {
    const rule = parameters.get('rule');
    const question = rule ? {rule} : {};
    try {
      const [page, {rules}, state] = await Promise.all([
        ask('/api/incidents', question), ask('/api/rules'), ask('/api/alerts/health')]);
      replace(health, healthNote(state));
      replace(filter, chooser(rules, rule, parameters));
      if (page.incidents.length === 0) pages.say(empty(rules, rule));
      else pages.show(pageOf(page, question));
    } catch (problem) {
      pages.say(fault(problem));
    }
  }
  return {node, update};
}

function pageOf({incidents, next}, question) {
  return {entries: incidents.map(incident), next: next && (async () =>
    pageOf(await ask('/api/incidents', {...question, before: next}), question))};
}

/** The ways to what belongs to alerts. */
export function alertsMenu() {
  return h('nav', {class: 'menu', 'aria-label': t('alerts.menu')}, h('ul', null,
      [['/alerts', 'alerts.title'], ['/alerts/rules', 'rules.title'],
        may('ANALYSE') && ['/alerts/subscriptions', 'subscriptions.title']].filter(Boolean).map(([path, key]) =>
        h('li', null, link(address(path, {}),
            {'aria-current': location.pathname === path && 'page'}, t(key)))),
      h('li', null, h('a', {href: `/alerts.atom?ui=${language}`, type: 'application/atom+xml'},
          t('alerts.feed')))));
}

function healthNote({state, heartbeat}) {
  if (state === 'WORKING') {
    return h('p', {class: 'note health'}, t('alerts.health.WORKING'), ' ',
        heartbeat.lastDecision && [t('alerts.health.decided'), ' ', when(heartbeat.lastDecision)]);
  }
  return h('div', {class: 'fault health'},
      h('p', null, h('strong', null, t(`alerts.health.${state}`)), ' ',
          heartbeat && [t('alerts.health.heard'), ' ', when(heartbeat.at)]),
      heartbeat?.trouble.length > 0 && h('ul', null, heartbeat.trouble.map((one) =>
        h('li', null, h('bdi', {lang: 'en'}, one)))));
}

function chooser(rules, chosen, parameters) {
  if (rules.length === 0) return [];
  return [
    h('label', {for: 'rule'}, t('alerts.rule')),
    h('select', {
      id: 'rule',
      onchange: (event) => {
        const changes = new URLSearchParams(parameters);
        if (event.target.value) changes.set('rule', event.target.value);
        else changes.delete('rule');
        go(address('/alerts', changes));
      },
    }, h('option', {value: ''}, t('alerts.rule.all')), rules.map(({id, names}) =>
      h('option', {value: id, selected: id === chosen}, ruleName(names, id)))),
  ];
}

function empty(rules, chosen) {
  if (chosen) return nothing(t('alerts.empty.rule'));
  return h('section', {class: 'panel'},
      h('h2', null, t('alerts.empty')),
      h('p', null, t('alerts.what')), h('p', null, t('alerts.what.chance')),
      h('p', null, rules.length === 0 ? t('alerts.empty.rules') : t('alerts.empty.calm'), ' ',
          link(address('/alerts/rules', {new: ''}), null, t('rules.new'))));
}

function incident(one) {
  const id = `incident-${one.id}`;
  const text = figuresWords(one);
  return h('li', null, h('article', {'aria-labelledby': id, class: 'incident'},
      h('div', null,
          h('h2', {id}, link(address(`/alerts/${encodeURIComponent(one.id)}`, {}), null,
              h('bdi', null, incidentName(one)))),
          h('p', {class: 'badges'}, stateBadge(one.state), severityBadge(one.severity),
              verdictBadge(one.verdict)),
          one.state === 'ESCALATED' ? h('p', null, t('alert.escalated.what'))
            : h('p', null, [text, ratioWords(one),
              one.state !== 'RESOLVED' && reasonWords(one.reason)].filter((part) => part)
                .join(t('alert.separator'))),
          h('p', {class: 'provenance'}, h('time', {datetime: one.from},
              one.state === 'ESCALATED' ? moment(one.from) : span(one)),
              one.catchUp && h('span', null, t('alert.catchUp')))),
      one.history.length > 0 && sparkline(one.history, within(one), text)));
}

/** From when to when, by the clock of Morocco. */
export function span({from, to, granularity}) {
  const show = granularity === 'DAY' ? dayOf : moment;
  const first = show(from);
  // The end is exclusive: a day's last moment is named, not the next day.
  const last = show(granularity === 'DAY' ? new Date(Date.parse(to) - 1).toISOString() : to);
  return first === last ? first : t('alert.span', {first, last});
}
