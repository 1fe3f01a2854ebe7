// SPDX-License-Identifier: AGPL-3.0-or-later

/** Who else tells the story of a document: first, in which role, and when. */

import {h} from '../dom.js';
import {isolated, label, moment, number, percent, plural, t} from '../i18n.js';
import {address, link} from '../location.js';
import {passage} from '../passages.js';

/**
 * @param {{documents: number, outlets: {name: string}[], agencies: string[]}} story
 * @param {Object[]} tellings the earliest first, perhaps not all
 * @param {string} id of the document that is looked at
 */
export function storyBlock(story, tellings, id) {
  const [first] = tellings;
  const left = story.documents - tellings.length;
  return h('section', {class: 'panel story'},
      h('h2', null, t('story')),
      h('p', null, plural('story.outlets', story.outlets.length),
          story.agencies.length > 0 && [' ', t('story.agency', {
            agency: story.agencies.join(t('list.separator')),
          })]),
      first && h('p', null, t(first.id === id ? 'story.first.this' : 'story.first',
          isolated({outlet: first.sourceName, when: moment(first.at)}))),
      h('ol', {class: 'tellings'}, tellings.map((telling) => told(telling, telling.id === id))),
      story.id && id && h('p', {class: 'note'}, link(
          address(`/stories/${encodeURIComponent(story.id)}`, {}), null, t('story.open'))),
      left > 0 && h('p', {class: 'note'}, plural('story.left', left)),
      h('p', {class: 'note'}, t('story.note')));
}

function told({id, sourceName, title, at, dated, role, similarity, agency}, isThis) {
  const name = h('bdi', null, sourceName);
  return h('li', {'aria-current': isThis && 'true'},
      h('p', null, isThis ? h('strong', null, name)
          : link(address(`/documents/${encodeURIComponent(id)}`, {}), null, name), ' ',
      h('span', {class: `badge role-${role}`, title: t(`role.${role}.why`)}, label('role', role)),
      agency && [' ', h('span', {class: 'badge'}, h('bdi', null, agency))],
      isThis && [' ', t('story.this')]),
      title && h('p', {class: 'sub'}, h('bdi', null, passage(title))),
      h('p', {class: 'sub'}, h('time', {datetime: at}, moment(at)),
          !dated && [' ', t('story.undated')],
          role === 'COPY' && similarity < 1
              && [t('list.separator'), t('story.similarity', {share: percent(similarity)})]));
}
