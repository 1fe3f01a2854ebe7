// SPDX-License-Identifier: AGPL-3.0-or-later

/** The rules: what each watches and how well it does; with `?new`, a form to make one. */

import {faults, precisionWords, ruleName} from '../alert-parts.js';
import {ask} from '../api.js';
import {h, replace} from '../dom.js';
import {conditions} from '../filters.js';
import {dayOf, moment, percent, t} from '../i18n.js';
import {address, link} from '../location.js';
import {loadNames} from '../names.js';
import {loading, nothing} from '../parts.js';
import {may} from '../session.js';
import {alertsMenu} from './alerts.js';
import {ruleForm} from './rule-form.js';

export function rulesView() {
  const heading = h('h1', null, t('rules.title'));
  const body = h('div', null, loading());
  const node = h('div', null, heading, h('p', {class: 'lead'}, t('rules.lead')), alertsMenu(), body);

  async function update(parameters) {
    try {
      const names = await loadNames();
      if (parameters.has('new')) {
        // The form writes what is typed into the address, and must not be drawn anew by that.
        if (!body.querySelector('form')) replace(body, ruleForm(parameters, names));
        return;
      }
      const {rules} = await ask('/api/rules');
      replace(body,
          may('ANALYSE') && h('p', null,
              link(address('/alerts/rules', {new: ''}), {class: 'button'}, t('rules.new'))),
          rules.length === 0 ? nothing(t('rules.empty'))
            : h('ol', {class: 'results'}, rules.map(rule)));
    } catch (problem) {
      replace(body, faults(problem));
    }
  }
  return {node, update};
}

function rule(one) {
  const id = `rule-${one.id}`;
  return h('li', null, h('article', {'aria-labelledby': id},
      h('h2', {id}, link(address(`/alerts/rules/${one.id}`, {}), null,
          h('bdi', null, ruleName(one.names, one.id)))),
      ruleBadges(one), conditions(one.filters), ruleState(one)));
}

export function ruleBadges(one) {
  return h('p', {class: 'badges'},
      h('span', {class: 'badge'}, t(`rules.every.${one.granularity}`)),
      h('span', {class: 'badge'}, t(`cadence.${one.cadence}`)),
      !one.enabled && h('span', {class: 'badge warn'}, t('rules.disabled')),
      isMuted(one) && h('span', {class: 'badge warn'},
          t('rules.muted', {until: moment(one.mutedUntil)})),
      one.origin === 'FILE' && h('span', {class: 'badge', title: t('rules.file.why')},
          t('rules.file')));
}

export function isMuted({mutedUntil}) {
  return mutedUntil !== undefined && Date.parse(mutedUntil) > Date.now();
}

/** How well it does, and what it decided last. */
export function ruleState({precision, lastDecision, granularity}) {
  return h('p', {class: 'provenance'},
      h('span', null, precisionWords(precision),
          precision && [' ', t('rules.precision.interval',
              {lower: percent(precision.lower), upper: percent(precision.upper)})]),
      h('span', null, lastDecision ? [t('rules.last'), ' ',
        (granularity === 'DAY' ? dayOf : moment)(lastDecision.bucket), ': ',
        t(`outcome.${lastDecision.outcome}`)] : t('rules.undecided')));
}
