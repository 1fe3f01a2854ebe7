// SPDX-License-Identifier: AGPL-3.0-or-later

/** Who may use the dashboards, and by what right others see them. */

import {faults} from '../alert-parts.js';
import {ask, send} from '../api.js';
import {h, replace} from '../dom.js';
import {dayOf, number, plural, t} from '../i18n.js';
import {fault, loading, nothing, table} from '../parts.js';
import {askForLogin, loadSession, may, session} from '../session.js';
import {auditBlock} from './audit-block.js';

const ROLES = ['VIEWER', 'ANNOTATOR', 'ANALYST', 'ADMIN'];
const KINDS = ['ARTICLE', 'COMMENT', 'POST'];

export function administrationView() {
  const list = h('section', {class: 'panel'}, loading());
  const add = h('section', {class: 'panel'});
  const audit = h('section', {class: 'panel'});
  const node = h('div', null, h('h1', null, t('administration.title')),
      h('p', {class: 'lead'}, t('administration.lead')), list, add, legalRecord(), audit);

  async function update() {
    if (!may('ADMINISTER')) {
      replace(list, fault({message: t('fault.role', {role: t('role.ADMIN')})}));
      return;
    }
    try {
      const {accounts} = await ask('/api/accounts');
      replace(list, h('h2', null, t('accounts.title')),
          accounts.length === 0 ? nothing(t('accounts.empty')) : accountTable(accounts, update));
      // What is being typed must not be lost when the list changes.
      if (!add.hasChildNodes()) replace(add, ...form(accounts.length === 0, update));
      replace(audit, ...auditBlock(accounts));
    } catch (problem) {
      replace(list, faults(problem));
    }
  }
  return {node, update};
}

function accountTable(accounts, reload) {
  const outcome = h('div', {'aria-live': 'polite'});
  const act = async (change) => {
    try {
      await change();
    } catch (problem) {
      replace(outcome, faults(problem));
      return;
    }
    await reload();
  };
  const columns = ['name', 'role', 'since', 'state', 'change'].map((name) =>
    ({head: t(`accounts.${name}`)}));
  return [outcome, table(plural('accounts.caption', accounts.length), columns,
      accounts.map((one) => row(one, act)))];
}

function row(one, act) {
  const path = `/api/accounts/${encodeURIComponent(one.id)}`;
  const {name} = one;
  const role = h('select', {
    id: `role-${one.id}`, 'aria-label': t('accounts.role.of', {name}),
    onchange: () => act(() => send('PUT', `${path}/role`, {role: role.value})),
  }, ROLES.map((value) => h('option', {value, selected: value === one.role}, t(`role.${value}`))));
  return [
    [h('bdi', null, name), one.id === session.account?.id && h('span', {class: 'sub'}, t('accounts.you')),
      one.issuer && h('span', {class: 'sub'}, t('accounts.identity', {issuer: one.issuer}))],
    role, dayOf(one.created),
    one.disabled ? h('span', {class: 'badge warn'}, t('accounts.disabled')) : t('accounts.enabled'),
    h('div', {class: 'controls'},
        h('button', {
          type: 'button', id: `disable-${one.id}`,
          'aria-label': t(one.disabled ? 'accounts.enable.of' : 'accounts.disable.of', {name}),
          onclick: () => act(() => send('PUT', `${path}/disabled`, {disabled: !one.disabled})),
        }, t(one.disabled ? 'accounts.enable' : 'accounts.disable')),
        h('button', {
          type: 'button', id: `remove-${one.id}`, 'aria-label': t('accounts.remove.of', {name}),
          onclick: () => confirm(t('accounts.remove.sure', {name})) && act(() => send('DELETE', path)),
        }, t('accounts.remove'))),
  ];
}

function form(isFirst, reload) {
  const outcome = h('div', {'aria-live': 'polite'});
  const roles = isFirst ? ['ADMIN'] : ROLES;
  const made = h('form', {class: 'rule-form'},
      isFirst && h('p', {class: 'note'}, t('accounts.first')),
      h('div', {class: 'row'},
          h('div', {class: 'grow'}, h('label', {for: 'account-name'}, t('accounts.name')),
              h('input', {id: 'account-name', name: 'name', type: 'text', required: true,
                maxlength: 64, dir: 'auto', autocomplete: 'off', autocapitalize: 'none'})),
          h('div', null, h('label', {for: 'account-role'}, t('accounts.role')),
              h('select', {id: 'account-role', name: 'role', 'aria-describedby': 'account-may'},
                  roles.map((role) => h('option', {value: role}, t(`role.${role}`))))),
          h('div', {class: 'grow'}, h('label', {for: 'account-password'}, t('accounts.password')),
              h('input', {id: 'account-password', name: 'password', type: 'password', required: true,
                maxlength: 256, autocomplete: 'new-password', 'aria-describedby': 'account-help'})),
          h('button', {type: 'submit', class: 'primary', id: 'make-account'}, t('accounts.make'))),
      h('p', {class: 'note', id: 'account-help'}, t('password.help')),
      h('ul', {class: 'note', id: 'account-may'}, roles.map((role) =>
        h('li', null, h('strong', null, t(`role.${role}`)), ': ', t(`role.${role}.may`)))),
      outcome);
  made.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      const {name, role, password} = made.elements;
      const account = await send('POST', '/api/accounts',
          {name: name.value, role: role.value, password: password.value});
      if (isFirst) {
        await loadSession();
        askForLogin();
        return;
      }
      made.reset();
      replace(outcome, h('p', {class: 'notice'}, t('accounts.made', {name: account.name})));
      await reload();
    } catch (problem) {
      replace(outcome, faults(problem));
    }
  });
  return [h('h2', null, t('accounts.new')), made];
}

function legalRecord() {
  const {record} = session;
  return h('section', {class: 'panel'}, h('h2', null, t('record.title')),
      record ? [h('p', null, h('bdi', null, record.legalBasis)),
        h('ul', null, KINDS.map((kind) => h('li', null, t(`kind.${kind}`), ': ',
            t('record.days', {days: number(record.retentionDays[kind])}))))]
        : h('p', null, t('record.none')));
}
