// SPDX-License-Identifier: AGPL-3.0-or-later

/** One story: who told it when, and in which role. */

import {ask} from '../api.js';
import {h, replace} from '../dom.js';
import {t} from '../i18n.js';
import {passage} from '../passages.js';
import {fault, loading} from '../parts.js';
import {mix, reach} from './stories.js';
import {storyBlock} from './story-block.js';

export function storyView() {
  const id = decodeURIComponent(location.pathname.split('/')[2]);
  const heading = h('h1', {dir: 'auto'}, t('story.page'));
  const body = h('div', null, loading());
  const node = h('article', {class: 'document'}, heading, body);

  async function update() {
    try {
      const {summary, tellings} = await ask(`/api/stories/${encodeURIComponent(id)}`);
      const {title} = summary.first;
      replace(heading, title ? passage(title) : t('story.untitled'));
      document.title = `${heading.textContent} · ${t('brand')}`;
      replace(body, reach(summary.story), mix(summary.stances),
          storyBlock(summary.story, tellings, null));
    } catch (problem) {
      replace(body, problem.status === 404 ? h('p', {class: 'fault'}, t('story.missing'))
        : fault(problem));
    }
  }
  return {node, update};
}
