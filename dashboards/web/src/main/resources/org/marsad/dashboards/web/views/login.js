// SPDX-License-Identifier: AGPL-3.0-or-later

/** Logging in by a password, or where there is one by an identity provider. */

import {send} from '../api.js';
import {h, replace} from '../dom.js';
import {t} from '../i18n.js';
import {address, link} from '../location.js';
import {fault} from '../parts.js';
import {afterLogin, may, session} from '../session.js';
import {loginProviders, refusal} from './login-providers.js';

export function loginView() {
  const outcome = h('div', {'aria-live': 'polite'});
  const field = (name, attributes) => h('p', null,
      h('label', {for: `login-${name}`}, t(`login.${name}`)),
      h('input', {id: `login-${name}`, name, required: true, dir: 'auto', ...attributes}));
  const button = h('button', {type: 'submit', class: 'primary', id: 'login'}, t('login.do'));
  const form = h('form', {class: 'panel credentials'},
      field('name', {type: 'text', autocomplete: 'username', autocapitalize: 'none',
        spellcheck: 'false', maxlength: 64}),
      field('password', {type: 'password', autocomplete: 'current-password', maxlength: 256}),
      h('p', null, button), outcome);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      const {name, password} = form.elements;
      await send('POST', '/api/session', {name: name.value, password: password.value});
      location.replace(afterLogin());
    } catch (problem) {
      button.disabled = false;
      replace(outcome, problem.status === 401 || problem.status === 422
        ? h('p', {class: 'fault', role: 'alert'}, t('login.wrong')) : fault(problem));
      form.elements.password.select();
    }
  });
  const isNeeded = session.way === undefined;
  const node = h('div', null, h('h1', null, t('login.title')),
      h('p', {class: 'lead'}, t(isNeeded ? 'login.lead'
        : session.account ? 'login.already' : 'login.unneeded',
      {name: session.account?.name ?? ''})),
      refusal(),
      isNeeded || session.account ? [form, loginProviders()] : loginProviders(),
      may('READ') && h('p', null, link(address('/', {}), null, t('nav.overview'))));
  return {node, update: () => {}};
}
