// SPDX-License-Identifier: AGPL-3.0-or-later

/** One rule: what it watches, how it does, and why it did or did not fire, bucket by bucket. */

import {MUTES, faults, ruleName} from '../alert-parts.js';
import {ask, send} from '../api.js';
import {h, replace} from '../dom.js';
import {conditions, parametersOf} from '../filters.js';
import {dayOf, decimal, moment, number, t} from '../i18n.js';
import {address, go, link} from '../location.js';
import {loadNames} from '../names.js';
import {fault, loading, nothing, table} from '../parts.js';
import {may} from '../session.js';
import {alertsMenu} from './alerts.js';
import {isMuted, ruleBadges, ruleState} from './rules.js';

export function ruleView() {
  const id = decodeURIComponent(location.pathname.split('/')[3]);
  const path = `/api/rules/${encodeURIComponent(id)}`;
  const heading = h('h1', {dir: 'auto'}, t('rule'));
  const body = h('div', null, loading());
  const node = h('div', null, heading, alertsMenu(), body);

  async function update() {
    try {
      const [rule, decisions] = await Promise.all([
        ask(path), ask(`${path}/decisions`), loadNames()]);
      replace(heading, ruleName(rule.names, rule.id));
      document.title = `${heading.textContent} · ${t('brand')}`;
      replace(body, ruleBadges(rule), ruleState(rule), actions(rule, path, update),
          h('section', {class: 'panel'}, h('h2', null, t('rules.conditions')),
              conditions(rule.filters),
              h('p', null, link(address('/search', parametersOf(rule.filters)), null,
                  t('rules.search')))),
          decisionLog(rule, path, decisions));
    } catch (problem) {
      replace(body, problem.status === 404 ? h('p', {class: 'fault'}, t('rules.missing'))
        : fault(problem));
    }
  }
  return {node, update};
}

function actions(rule, path, reload) {
  const outcome = h('div', {'aria-live': 'polite'});
  const act = async (change, then) => {
    try {
      await change();
      await then();
    } catch (problem) {
      replace(outcome, faults(problem));
    }
  };
  /** @param {?number} millis from the click on; null ends it */
  const mute = (key, millis) => h('button', {
    id: key, type: 'button',
    onclick: () => act(() => send('PUT', `${path}/mute`, {
      until: millis === null ? null : new Date(Date.now() + millis).toISOString(),
    }), reload),
  }, t(key));
  const isOurs = rule.origin === 'USER';
  const copy = parametersOf(rule.filters);
  copy.set('new', '');
  if (isOurs) {
    copy.set('id', rule.id);
    copy.set('version', rule.version);
  }
  copy.set('granularity', rule.granularity);
  copy.set('cadence', rule.cadence);
  for (const [language, name] of Object.entries(rule.names)) copy.set(`name-${language}`, name);
  return h('div', {class: 'actions'},
      h('div', {class: 'controls'},
          may('ANALYSE') && link(address('/alerts/rules', copy), {class: 'button'},
              t(isOurs ? 'rules.change' : 'rules.copy')),
          may('ANALYSE') && (isMuted(rule) ? mute('mute.undo', null)
            : MUTES.map(([key, millis]) => mute(key, millis))),
          may('ANALYSE') && isOurs && h('button', {
            id: 'delete', type: 'button',
            onclick: () => confirm(t('rules.delete.sure'))
                && act(() => send('DELETE', path), () => go(address('/alerts/rules', {}))),
          }, t('rules.delete')),
          link(address('/alerts', {rule: rule.id}), {class: 'button'}, t('rules.incidents'))),
      !isOurs && h('p', {class: 'note'}, t('rules.file.why')),
      outcome);
}

function decisionLog(rule, path, first) {
  const more = h('div', {class: 'more'});
  const rows = h('div');
  const all = [];
  const show = (page) => {
    all.push(...page.decisions);
    replace(rows, all.length === 0 ? nothing(t('decisions.empty')) : decisionTable(rule, all));
    replace(more, page.next && h('button', {
      id: 'decisions-more', type: 'button',
      onclick: async () => {
        try {
          show(await ask(`${path}/decisions`, {before: page.next}));
        } catch (problem) {
          replace(more, fault(problem));
        }
      },
    }, t('decisions.more')));
  };
  show(first);
  return h('section', {class: 'panel decisions'}, h('h2', null, t('decisions.title')),
      h('p', {class: 'note'}, t('decisions.note')), rows, more);
}

function decisionTable(rule, all) {
  const columns = [{head: t('decisions.bucket')}, {head: t('decisions.outcome')},
    {head: t('series.documents'), numeric: true}, {head: t('alert.expected'), numeric: true},
    {head: t('alert.upper'), numeric: true}, {head: t('decisions.why')}];
  return table(t('decisions.title'), columns, all.map((one) => [
    (one.granularity === 'DAY' ? dayOf : moment)(one.bucket),
    t(`outcome.${one.outcome}`),
    one.count === undefined ? '–' : number(one.count),
    one.expected === undefined ? '–' : decimal(one.expected),
    one.upper === undefined ? '–' : number(one.upper),
    [one.fault ? h('bdi', {lang: 'en'}, one.fault) : t(`outcome.${one.outcome}.why`),
      one.incidentId && [' ', link(address(`/alerts/${encodeURIComponent(one.incidentId)}`, {}),
          null, t('alert'))]],
  ]), 'stacked');
}
