// SPDX-License-Identifier: AGPL-3.0-or-later

/** One's own account: what one may do, the password, and keys for programs. */

import {faults} from '../alert-parts.js';
import {ask, send} from '../api.js';
import {h, replace} from '../dom.js';
import {dayOf, plural, t} from '../i18n.js';
import {loading, nothing, table} from '../parts.js';
import {loadSession, session} from '../session.js';

const ROLES = ['VIEWER', 'ANNOTATOR', 'ANALYST', 'ADMIN'];
const DAYS = [30, 90, 366];

export function accountView() {
  const own = session.account;
  const keys = h('section', {class: 'panel'}, loading());
  const node = h('div', null, h('h1', null, t('account.title')),
      own ? [h('p', {class: 'lead'}, h('bdi', null, own.name), ' · ', t(`role.${own.role}`)),
        h('ul', null, rolesUpTo(own.role).map((role) => h('li', null, t(`role.${role}.may`)))),
        own.hasPassword && passwordForm(), keys] : h('p', {class: 'lead'}, t('account.none')));

  async function update() {
    if (!own) return;
    try {
      const {keys: all} = await ask('/api/keys');
      replace(keys, h('h2', null, t('keys.title')), h('p', {class: 'note'}, t('keys.note')),
          all.length === 0 ? nothing(t('keys.empty')) : keyTable(all, update), keyForm(update));
    } catch (problem) {
      replace(keys, faults(problem));
    }
  }
  return {node, update};
}

/** Each may do what those before it may. */
function rolesUpTo(role) {
  return ROLES.slice(0, ROLES.indexOf(role) + 1);
}

function passwordForm() {
  const outcome = h('div', {'aria-live': 'polite'});
  const field = (name, autocomplete) => h('p', null,
      h('label', {for: `own-${name}`}, t(`account.${name}`)),
      h('input', {id: `own-${name}`, name, type: 'password', required: true, autocomplete,
        maxlength: 256, 'aria-describedby': 'own-password-help'}));
  const form = h('form', {class: 'credentials'},
      field('former', 'current-password'), field('password', 'new-password'),
      h('p', {class: 'note', id: 'own-password-help'}, t('password.help')),
      h('p', null, h('button', {type: 'submit', id: 'change-password'}, t('account.change'))),
      outcome);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      const {former, password} = form.elements;
      await send('PUT', '/api/session/password', {former: former.value, password: password.value});
      await loadSession();
      form.reset();
      replace(outcome, h('p', {class: 'notice'}, t('account.changed')));
    } catch (problem) {
      replace(outcome, faults(problem));
    }
  });
  return h('section', {class: 'panel'}, h('h2', null, t('account.password.title')), form);
}

function keyTable(all, reload) {
  const outcome = h('div', {'aria-live': 'polite'});
  const end = async (key) => {
    if (!confirm(t('keys.end.sure', {name: key.name}))) return;
    try {
      await send('DELETE', `/api/keys/${encodeURIComponent(key.id)}`);
      await reload();
    } catch (problem) {
      replace(outcome, faults(problem));
    }
  };
  const columns = ['name', 'role', 'expires', 'used', 'end'].map((name) => ({head: t(`keys.${name}`)}));
  return [outcome, table(plural('keys.caption', all.length), columns, all.map((key) => [
    h('bdi', null, key.name), t(`role.${key.role}`), dayOf(key.expires),
    key.lastUsed ? dayOf(`${key.lastUsed}T12:00:00Z`) : t('keys.unused'),
    h('button', {type: 'button', id: `end-${key.id}`, onclick: () => end(key),
      'aria-label': t('keys.end.of', {name: key.name})}, t('keys.end.do')),
  ]))];
}

function keyForm(reload) {
  const outcome = h('div', {'aria-live': 'polite'});
  const roles = rolesUpTo(session.account.role);
  const form = h('form', {class: 'rule-form'},
      h('h3', null, t('keys.new')),
      h('div', {class: 'row'},
          h('div', {class: 'grow'}, h('label', {for: 'key-name'}, t('keys.name')),
              h('input', {id: 'key-name', name: 'name', type: 'text', required: true, maxlength: 80,
                dir: 'auto', autocomplete: 'off'})),
          h('div', null, h('label', {for: 'key-role'}, t('keys.role')),
              h('select', {id: 'key-role', name: 'role'}, roles.map((role) =>
                h('option', {value: role}, t(`role.${role}`))))),
          h('div', null, h('label', {for: 'key-days'}, t('keys.days')),
              h('select', {id: 'key-days', name: 'days'}, DAYS.map((days) =>
                h('option', {value: days, selected: days === 90}, plural('keys.for', days))))),
          h('button', {type: 'submit', id: 'make-key'}, t('keys.make'))),
      outcome);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      const {name, role, days} = form.elements;
      const made = await send('POST', '/api/keys',
          {name: name.value, role: role.value, days: Number(days.value)});
      await reload();
      replace(document.getElementById('key-made'), h('div', {class: 'notice', role: 'status'},
          h('p', null, t('keys.once'), ' ', h('code', {dir: 'ltr'}, made.secret))));
    } catch (problem) {
      replace(outcome, faults(problem));
    }
  });
  return [form, h('div', {id: 'key-made'})];
}
