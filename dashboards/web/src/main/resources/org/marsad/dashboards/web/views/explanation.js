// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * What one is looking at, what the words mean, how sure it is, and what is missing. Open on the first
 * visit; whoever closes it finds it closed from then on, and can open it again.
 */

import {h, replace} from '../dom.js';
import {figures, sureness} from '../figures.js';
import {number, t} from '../i18n.js';
import {address, link} from '../location.js';
import {glyph} from '../parts.js';

/** Kept in the browser: the server knows nothing of who has read what. */
const SEEN = 'marsad.explained';
const MEANINGS = ['hostile', 'reporting', 'supportive', 'other'];

export function explanation() {
  const measured = h('p', null);
  const details = h('details', {class: 'panel explanation', open: !localStorage.getItem(SEEN)},
      h('summary', {id: 'explanation'}, t('explain.title')),
      h('p', null, t('explain.what')), meanings(),
      h('p', null, t('explain.sure')), measured,
      h('p', null, t('explain.covered')),
      h('p', null, t('explain.mask')),
      h('p', {class: 'controls'},
          h('button', {type: 'button', id: 'explained', onclick: close}, t('explain.close')),
          link(address('/method', {}), {class: 'button'}, t('explain.more'))));

  function close() {
    details.open = false;
    details.querySelector('summary').focus();
  }

  details.addEventListener('toggle', () => {
    if (!details.open) localStorage.setItem(SEEN, 'yes');
  });
  // Without the figures the rest still holds.
  figures().then((found) => replace(measured, measuredWords(found)), () => measured.remove());
  return details;
}

/** The four series with their shapes and what they mean. */
export function meanings() {
  return h('dl', {class: 'meanings'}, MEANINGS.map((series) => h('div', null,
      h('dt', null, glyph(series), t(`series.${series}`)),
      h('dd', null, t(`explain.${series}`)))));
}

/** How often the model is right, in a sentence. */
export function measuredWords(found) {
  return t('explain.measured', Object.fromEntries(
      Object.entries(sureness(found)).map(([name, value]) => [name, number(value)])));
}
