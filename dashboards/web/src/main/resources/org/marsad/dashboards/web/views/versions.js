// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a document said before, and what each edit changed. */

import {diff} from '../diff.js';
import {h} from '../dom.js';
import {label, moment, number, plural, t} from '../i18n.js';
import {paragraphs} from '../passages.js';

/**
 * @param {Object[]} former texts, oldest first, at least one
 * @param {Object} current the text as it is now
 */
export function versions(former, current) {
  const texts = [...former, current];
  const edits = texts.slice(1).map((later, index) => edit(texts[index], later)).reverse();
  return h('section', {class: 'panel versions'},
      h('h2', null, t('history')),
      h('p', {class: 'note'}, plural('history.edits', former.length), ' ', t('history.note')),
      edits);
}

function edit(earlier, later) {
  const {version, captured, stance} = later.document;
  const before = earlier.document.stance;
  return h('section', {class: 'edit'},
      h('h3', null, t('history.edit', {
        from: number(earlier.document.version), to: number(version), when: moment(captured),
      })),
      before !== stance && h('p', {class: 'note'}, t('history.stanceChanged', {
        from: stanceName(before), to: stanceName(stance),
      })),
      change(t('history.headline'), earlier.title?.text ?? '', later.title?.text ?? ''),
      change(t('history.text'), earlier.text.text, later.text.text),
      h('details', null,
          h('summary', null, t('history.whole', {
            version: number(earlier.document.version), when: moment(earlier.document.captured),
          })),
          earlier.title && h('p', {class: 'former-title', dir: 'auto'}, earlier.title.text),
          h('div', {class: 'text', dir: 'auto'}, paragraphs(earlier.text)),
          h('p', {class: 'note'}, t('document.hash'), ' ',
              h('code', {dir: 'ltr'}, earlier.document.contentHash))));
}

function stanceName(stance) {
  return stance ? label('stance', stance) : t('history.noStance');
}

function change(name, former, later) {
  if (former === later) return null;
  return h('div', {class: 'change'}, h('h4', null, name),
      h('p', {dir: 'auto'}, diff(former, later).map(({kind, text}) => {
        if (kind === 'gone') return h('del', {title: t('history.gone')}, text);
        if (kind === 'new') return h('ins', {title: t('history.new')}, text);
        return h('span', {class: kind === 'left-out' && 'quiet'}, text);
      })));
}
