// SPDX-License-Identifier: AGPL-3.0-or-later

/** Who hears of alerts, and by which way; a form to add one's address. */

import {faults, ruleName} from '../alert-parts.js';
import {ask, send} from '../api.js';
import {h, replace} from '../dom.js';
import {dayOf, language, plural, t} from '../i18n.js';
import {loading, nothing, table} from '../parts.js';
import {alertsMenu} from './alerts.js';

const CHANNELS = ['EMAIL', 'WEBHOOK', 'SLACK', 'MATTERMOST', 'TELEGRAM'];
const CADENCES = ['INSTANT', 'DAILY', 'WEEKLY'];
const LANGUAGES = [['ar', 'العربية'], ['fr', 'Français'], ['en', 'English']];

export function subscriptionsView() {
  const list = h('section', {class: 'panel'}, loading());
  const add = h('section', {class: 'panel'});
  const node = h('div', null, h('h1', null, t('subscriptions.title')),
      h('p', {class: 'lead'}, t('subscriptions.lead')), alertsMenu(), list, add);

  async function update() {
    try {
      const [{subscriptions}, {rules}] = await Promise.all([
        ask('/api/subscriptions'), ask('/api/rules')]);
      replace(list, h('h2', null, t('subscriptions.list')),
          subscriptions.length === 0 ? nothing(t('subscriptions.empty'))
            : subscribers(subscriptions, rules, update));
      // What is being typed must not be lost when the list changes.
      if (!add.hasChildNodes()) replace(add, ...form(rules, update));
    } catch (problem) {
      replace(list, faults(problem));
    }
  }
  return {node, update};
}

function subscribers(all, rules, reload) {
  const nameOf = (id) => ruleName(rules.find((rule) => rule.id === id)?.names, id);
  const outcome = h('div', {'aria-live': 'polite'});
  const remove = async (id) => {
    if (!confirm(t('subscriptions.delete.sure'))) return;
    try {
      await send('DELETE', `/api/subscriptions/${encodeURIComponent(id)}`);
      await reload();
    } catch (problem) {
      replace(outcome, faults(problem));
    }
  };
  const columns = ['address', 'state', 'rules', 'language', 'cadence', 'since', 'end'].map((name) =>
    ({head: t(`subscriptions.${name}`)}));
  return [outcome, table(plural('subscriptions.caption', all.length), columns, all.map((one) => [
    [h('span', {class: 'sub'}, t(`channel.${one.channel}`)),
      h('bdi', {dir: 'ltr'}, one.address || t('subscriptions.erased'))],
    [t(`subscription.${one.state}`),
      one.failures > 0 && h('span', {class: 'sub'}, plural('subscriptions.failures', one.failures))],
    one.rules.length === 0 ? t('alerts.rule.all')
      : one.rules.map((id, i) => [i > 0 && t('list.separator'), h('bdi', null, nameOf(id))]),
    LANGUAGES.find(([code]) => code === one.language)?.[1] ?? one.language,
    [one.cadence ? t(`cadence.${one.cadence}`) : t('subscriptions.cadence.rule'),
      one.quietHours && h('span', {class: 'sub'}, t('subscriptions.quiet.value',
          {from: one.quietHours.from.slice(0, 5), to: one.quietHours.to.slice(0, 5)}))],
    dayOf(one.created),
    (one.state === 'PENDING' || one.state === 'CONFIRMED') && h('button', {
      type: 'button', id: `end-${one.id}`, onclick: () => remove(one.id),
    }, t('subscriptions.delete')),
  ]))];
}

function form(rules, reload) {
  const outcome = h('div', {'aria-live': 'polite'});
  const field = (name, text, attributes) => h('div', {class: attributes.type === 'text' && 'grow'},
      h('label', {for: `new-${name}`}, text),
      h('input', {id: `new-${name}`, name, autocomplete: 'off', ...attributes}));
  const select = (name, text, options, chosen) => h('div', null,
      h('label', {for: `new-${name}`}, text),
      h('select', {id: `new-${name}`, name}, options.map(([value, words]) =>
        h('option', {value, selected: value === chosen}, words))));
  const node = h('form', {class: 'rule-form'},
      h('div', {class: 'row'},
          select('channel', t('subscriptions.channel'),
              CHANNELS.map((one) => [one, t(`channel.${one}`)]), 'EMAIL'),
          field('address', t('subscriptions.address'), {
            type: 'text', dir: 'ltr', required: true, maxlength: 500,
            'aria-describedby': 'new-address-help',
          }),
          select('language', t('subscriptions.language'), LANGUAGES, language)),
      h('p', {class: 'note', id: 'new-address-help'}, t('subscriptions.address.help')),
      rules.length > 0 && h('fieldset', null, h('legend', null, t('subscriptions.rules')),
          h('p', {class: 'note'}, t('subscriptions.rules.help')),
          h('ul', {class: 'ticks'}, rules.map((rule) => h('li', null,
              h('label', {class: 'tick', for: `new-rule-${rule.id}`}, h('input', {
                type: 'checkbox', name: 'rules', value: rule.id, id: `new-rule-${rule.id}`,
              }), h('bdi', null, ruleName(rule.names, rule.id))))))),
      h('div', {class: 'row'},
          select('cadence', t('subscriptions.cadence'), [['', t('subscriptions.cadence.rule')],
            ...CADENCES.map((one) => [one, t(`cadence.${one}`)])], ''),
          field('from', t('subscriptions.quiet.from'), {type: 'time'}),
          field('to', t('subscriptions.quiet.to'), {type: 'time'}),
          field('dailyCap', t('subscriptions.cap'), {type: 'number', min: 1, max: 100, value: 10})),
      h('div', {class: 'controls'},
          h('button', {type: 'submit', class: 'primary', id: 'subscribe'}, t('subscriptions.add'))),
      outcome);

  node.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      const made = await send('POST', '/api/subscriptions', subscriptionOf(new FormData(node)));
      node.elements.address.value = '';
      replace(outcome, h('div', {class: 'notice', tabindex: -1},
          h('p', null, t(`subscriptions.asked.${made.state}`)),
          made.secret && h('p', null, t('subscriptions.secret'), ' ',
              h('code', {dir: 'ltr'}, made.secret))));
      await reload();
    } catch (problem) {
      replace(outcome, faults(problem));
    }
  });
  return [h('h2', null, t('subscriptions.new')), node];
}

function subscriptionOf(given) {
  const text = (name) => String(given.get(name) ?? '').trim();
  return {
    channel: text('channel'), address: text('address'), language: text('language'),
    rules: given.getAll('rules'), dailyCap: Number(text('dailyCap')),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...text('cadence') ? {cadence: text('cadence')} : {},
    // One time without the other is for the server to refuse.
    ...text('from') || text('to') ? {quietHours: Object.fromEntries(
        ['from', 'to'].filter(text).map((name) => [name, text(name)]))} : {},
  };
}
