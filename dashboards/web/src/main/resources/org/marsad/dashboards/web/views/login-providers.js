// SPDX-License-Identifier: AGPL-3.0-or-later

/** Logging in by an identity provider: the button, and what came of it. */

import {ask} from '../api.js';
import {h, replace} from '../dom.js';
import {isolated, t} from '../i18n.js';
import {afterLogin} from '../session.js';

const REFUSALS = ['away', 'stale', 'failed', 'no-role', 'disabled', 'conflict'];

/** Empty where no provider is used; passwords work without its answer. */
export function loginProviders() {
  const node = h('div');
  ask('/api/session/providers').then(({providers}) => replace(node, providers.map(button)), () => {});
  return node;
}

/** The server sends the browser away from there, so it is no link within the page. */
function button({name, start}) {
  const to = new URLSearchParams({to: afterLogin()});
  return h('p', null, h('a', {class: 'button', id: 'login-provider', href: `${start}?${to}`},
      t('login.by', isolated({name}))));
}

/** Why the provider's word did not count, if one has just come back from there. */
export function refusal() {
  const reason = new URLSearchParams(location.search).get('refused');
  return REFUSALS.includes(reason)
    && h('p', {class: 'fault', role: 'alert'}, t(`login.refused.${reason}`));
}
