// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Where the links of messages lead: one button, since a program that only looks at a link must
 * neither confirm nor unsubscribe.
 */

import {send} from '../api.js';
import {h, replace} from '../dom.js';
import {t} from '../i18n.js';
import {fault} from '../parts.js';

/** @param {'confirm'|'unsubscribe'} what */
export function byCodeView(what) {
  const outcome = h('div', {'aria-live': 'polite'});
  const button = h('button', {type: 'button', class: 'primary', id: what}, t(`${what}.do`));
  const node = h('div', null, h('h1', null, t(`${what}.title`)),
      h('p', {class: 'lead'}, t(`${what}.lead`)), h('p', null, button), outcome);
  button.addEventListener('click', async () => {
    const code = new URLSearchParams(location.search).get('code') ?? '';
    button.disabled = true;
    try {
      await send('POST', `/api/subscriptions/${what}?code=${encodeURIComponent(code)}`);
      replace(outcome, h('p', {class: 'notice'}, t(`${what}.done`)));
    } catch (problem) {
      button.disabled = false;
      replace(outcome, problem.status === 404 || problem.status === 400
        ? h('p', {class: 'fault', role: 'alert'}, t('code.unknown')) : fault(problem));
    }
  });
  return {node, update: () => {}};
}
