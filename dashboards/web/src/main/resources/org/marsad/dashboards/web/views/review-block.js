// SPDX-License-Identifier: AGPL-3.0-or-later

/** On a document's page: was the machine right, layer by layer? */

import {ask, send} from '../api.js';
import {h, replace} from '../dom.js';
import {t} from '../i18n.js';
import {fault} from '../parts.js';
import {LAYERS, answerWords, reviewForm} from './review-form.js';

/** @param {string} id of a document that a model could read */
export function reviewBlock(id) {
  const path = `/api/feedback/documents/${encodeURIComponent(id)}`;
  const content = h('div', null);
  const node = h('section', {class: 'panel review-block', hidden: true},
      h('h2', null, t('review.right')), content);

  async function load() {
    try {
      show(await ask(path));
      node.hidden = false;
    } catch (problem) {
      // Who may only read is not asked.
      if (![401, 403, 404, 410, 422].includes(problem.status)) {
        replace(content, fault(problem));
        node.hidden = false;
      }
    }
  }

  function show(item) {
    replace(content, LAYERS.map((layer) => question(layer, item)),
        h('p', {class: 'note'}, t('review.right.note')));
  }

  function question(layer, item) {
    const said = item.said?.[layer.toUpperCase()];
    const mine = item.mine[layer.toUpperCase()];
    const more = h('div', null);
    const button = (name, words, onclick) => h('button', {
      type: 'button', onclick, id: `review-${layer}-${name}`,
      'aria-label': t('review.about', {answer: words, layer: t(`review.layer.${layer}`)}),
    }, words);
    return h('div', {class: 'question'},
        h('p', null, h('strong', null, t(`review.layer.${layer}`)), ' ',
            said ? answerWords(layer, said) : t('review.nothing.said')),
        mine && h('p', {class: 'sub'}, t('review.mine', {answer: answerWords(layer, mine.values)})),
        h('div', {class: 'controls'},
            said && button('yes', t('answer.yes'), () => store(layer, item, said, more)),
            button('no', said ? t('answer.no') : t('review.say'), () => open(layer, item, more)),
            button('unsure', t('review.cannotSay'), () => store(layer, item, null, more))),
        more);
  }

  function open(layer, item, more) {
    const form = reviewForm(item.mine, {keys: false, only: layer});
    form.node.append(h('button', {type: 'submit', class: 'primary'}, t('review.save')));
    form.node.addEventListener('submit', (event) => {
      event.preventDefault();
      const answer = form.answer();
      if (answer) put(item, answer, more);
    });
    replace(more, form.node);
    form.node.querySelector('details')?.setAttribute('open', '');
    form.node.querySelector('input')?.focus();
  }

  function store(layer, item, values, more) {
    const form = reviewForm({}, {keys: false, only: layer});
    form.set(layer, values);
    put(item, form.answer(), more);
  }

  async function put(item, answer, more) {
    try {
      await send('POST', path, {contentHash: item.contentHash, queue: 'OWN', ...answer});
      await load();
    } catch (problem) {
      replace(more, problem.status === 409
        ? h('p', {class: 'fault', role: 'alert'}, t('review.stale')) : fault(problem));
    }
  }

  load();
  return node;
}
