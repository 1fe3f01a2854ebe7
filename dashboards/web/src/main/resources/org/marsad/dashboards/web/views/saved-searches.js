// SPDX-License-Identifier: AGPL-3.0-or-later

/** The searches that were saved under a name, and the form that saves the present one. */

import {ask, send} from '../api.js';
import {h, replace} from '../dom.js';
import {t} from '../i18n.js';
import {address, link} from '../location.js';
import {fault, nothing} from '../parts.js';
import {may} from '../session.js';

/**
 * @param {() => URLSearchParams} present the parameters of the search that is shown
 */
export function savedSearches(present) {
  const list = h('ul', {class: 'saved'});
  const said = h('p', {'aria-live': 'polite'});
  const name = h('input', {
    type: 'text', id: 'save-name', maxlength: 120, required: true, dir: 'auto', autocomplete: 'off',
  });
  const form = h('form', {class: 'save'},
      h('label', {for: 'save-name'}, t('saved.name')), name,
      h('button', {type: 'submit'}, t('saved.save')));
  const panel = h('details', {class: 'saved-searches'}, h('summary', null, t('saved')),
      may('ANALYSE') && form, said, list);

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    await tell(async () => {
      const parameters = new URLSearchParams(present());
      parameters.delete('ui');
      await send('POST', '/api/searches', {name: name.value, parameters: parameters.toString()});
      replace(said, t('saved.done'));
      name.value = '';
      await draw();
    });
  });
  panel.addEventListener('toggle', () => panel.open && tell(draw));

  async function draw() {
    const {searches} = await ask('/api/searches');
    replace(list, searches.length === 0 && h('li', null, nothing(t('saved.none'))),
        searches.map((one) => h('li', null,
            link(address('/search', new URLSearchParams(one.parameters)), null,
                h('bdi', null, one.name)), ' ',
            may('ANALYSE') && h('button', {
              type: 'button', id: `forget-${one.id}`, 'aria-label': t('saved.forget.which', {name: one.name}),
              onclick: () => tell(async () => {
                await send('DELETE', `/api/searches/${encodeURIComponent(one.id)}`);
                await draw();
              }),
            }, t('saved.forget')))));
  }

  async function tell(action) {
    try {
      await action();
    } catch (problem) {
      replace(said, fault(problem));
    }
  }
  return panel;
}
