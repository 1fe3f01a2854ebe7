// SPDX-License-Identifier: AGPL-3.0-or-later

/** The queue of texts to be judged, one at a time. */

import {ask, send} from '../api.js';
import {h, replace} from '../dom.js';
import {label, moment, number, t} from '../i18n.js';
import {address, changed, go, link} from '../location.js';
import {langOf, paragraphs, passage} from '../passages.js';
import {fault, loading, nothing} from '../parts.js';
import {KEYS, LAYERS, answerWords, reviewForm} from './review-form.js';

const QUEUES = ['random', 'uncertain', 'alert', 'unreviewed', 'adjudication'];
/** Reading hatred tires: after so many texts a pause is proposed. */
const REST_AFTER = 20;

export function reviewMenu() {
  const here = location.pathname;
  return h('nav', {class: 'menu', 'aria-label': t('review')}, h('ul', null,
      [['/review', 'review.queue'], ['/review/agreement', 'agreement']].map(([path, key]) =>
        h('li', null, link(address(path, {}), {'aria-current': here === path && 'page'}, t(key))))));
}

export function reviewView() {
  const body = h('div', null, loading());
  const progress = h('p', {class: 'note', role: 'status'});
  const controls = h('div', {class: 'controls'});
  const node = h('div', {class: 'review'}, h('h1', null, t('review')), reviewMenu(),
      h('p', {class: 'lead'}, t('review.lead')), controls, progress, body);
  const skipped = [];
  const done = [];
  let queue = 'random';
  let isKeyed = true;
  let asked = null;
  let current = null;
  let isAsking = false;

  function update(parameters) {
    queue = QUEUES.includes(parameters.get('queue')) ? parameters.get('queue') : 'random';
    isKeyed = parameters.get('keys') !== 'off';
    drawControls(parameters);
    const wanted = `${queue} ${isKeyed}`;
    // The queue goes on where it was when only the index had been away.
    if (asked === wanted && (current || isAsking)) return;
    asked = wanted;
    next();
  }

  function drawControls(parameters) {
    replace(controls,
        h('label', {for: 'review-queue'}, t('review.from')),
        h('select', {
          id: 'review-queue',
          onchange: ({target}) => go(address('/review', changed(parameters, {queue: target.value}))),
        }, QUEUES.map((value) =>
          h('option', {value, selected: value === queue}, t(`review.queue.${value}`)))),
        h('button', {
          type: 'button', id: 'review-keys', 'aria-pressed': String(isKeyed),
          onclick: () => go(address('/review', changed(parameters, {keys: isKeyed ? 'off' : null}))),
        }, t('review.keys')));
  }

  async function next() {
    current = null;
    isAsking = true;
    const parameters = new URLSearchParams({queue});
    for (const hash of skipped.slice(-40)) parameters.append('skip', hash);
    try {
      const found = await ask('/api/feedback/next', parameters);
      tell(found.progress);
      if (found.item) show(found.item);
      else replace(body, nothing(t(`review.empty.${queue}`)), undoButton());
    } catch (problem) {
      replace(body, fault(problem));
    } finally {
      isAsking = false;
    }
  }

  function tell(found) {
    replace(progress, t('review.progress', Object.fromEntries(
        Object.entries(found).map(([name, value]) => [name, number(value)]))));
  }

  function show(item) {
    const form = reviewForm(item.mine, {keys: isKeyed});
    const heading = h('h2', {dir: 'auto', tabindex: -1, id: 'review-text'},
        item.title ? passage(item.title)
          : t('document.untitled', {kind: label('kind', item.kind)}));
    const outcome = h('div', {'aria-live': 'polite'});
    current = {item, form, outcome};
    form.node.addEventListener('submit', (event) => {
      event.preventDefault();
      save();
    });
    form.node.append(outcome, h('div', {class: 'controls'},
        h('button', {type: 'submit', class: 'primary', id: 'review-save'}, t('review.save'),
            isKeyed && h('kbd', {'aria-hidden': 'true'}, '⏎')),
        h('button', {type: 'button', id: 'review-skip', onclick: skip}, t('review.skip'),
            isKeyed && h('kbd', {'aria-hidden': 'true'}, 'K')),
        undoButton()));
    replace(body,
        done.length > 0 && done.length % REST_AFTER === 0 && h('p', {class: 'notice rest'},
            t('review.rest', {count: number(done.length)})),
        h('div', {class: 'columns reading'},
            h('article', {'aria-labelledby': 'review-text'}, heading,
                h('p', {class: 'provenance'}, h('bdi', null, item.sourceName),
                    h('span', null, label('kind', item.kind)),
                    h('span', null, label('language', item.language)),
                    h('time', {datetime: item.published ?? item.captured},
                        moment(item.published ?? item.captured))),
                item.masked && !item.isRevealed && h('div', {class: 'notice'},
                    h('p', null, t('mask.why')),
                    h('button', {type: 'button', id: 'review-reveal', onclick: reveal},
                        t('mask.reveal'), isKeyed && h('kbd', {'aria-hidden': 'true'}, 'M'))),
                item.isRevealed && h('p', {class: 'notice'}, t('mask.revealed')),
                h('div', {class: 'text', dir: 'auto', lang: langOf(item)}, paragraphs(item.text))),
            h('aside', {'aria-label': t('review.answer')},
                item.blind ? h('p', {class: 'note'}, t('review.blind')) : machine(item, form),
                item.others && others(item.others), form.node)));
    heading.focus({preventScroll: true});
  }

  function machine(item, form) {
    return h('section', {class: 'panel said'}, h('h3', null, t('review.said')),
        h('dl', {class: 'pairs'}, LAYERS.filter((layer) => item.said[layer.toUpperCase()])
            .map((layer) => h('div', null, h('dt', null, t(`review.layer.${layer}`)),
                h('dd', null, answerWords(layer, item.said[layer.toUpperCase()]))))),
        h('button', {type: 'button', id: 'review-agree', onclick: () => agree(item, form)},
            t('review.agree'), isKeyed && h('kbd', {'aria-hidden': 'true'}, 'A')));
  }

  function agree(item, form) {
    for (const layer of LAYERS) {
      const values = item.said?.[layer.toUpperCase()];
      if (values) form.set(layer, values);
    }
  }

  async function save() {
    const {item, form, outcome} = current;
    const answer = form.answer();
    if (!answer) {
      replace(outcome, h('p', {class: 'fault', role: 'alert'}, t('review.nothing')));
      return;
    }
    try {
      const path = `/api/feedback/documents/${encodeURIComponent(item.id)}`;
      await send('POST', path, {contentHash: item.contentHash, queue: item.queue, ...answer});
      done.push({id: item.id, queue: item.queue});
      await next();
    } catch (problem) {
      replace(outcome, problem.status === 409
        ? h('p', {class: 'fault', role: 'alert'}, t('review.stale')) : fault(problem));
    }
  }

  function skip() {
    skipped.push(current.item.contentHash);
    next();
  }

  function undoButton() {
    return done.length > 0 && h('button', {type: 'button', id: 'review-undo', onclick: undo},
        t('review.undo'), isKeyed && h('kbd', {'aria-hidden': 'true'}, 'Z'));
  }

  async function undo() {
    const last = done.pop();
    try {
      show(await ask(`/api/feedback/documents/${encodeURIComponent(last.id)}`,
          {queue: last.queue.toLowerCase()}));
    } catch (problem) {
      body.prepend(fault(problem));
    }
  }

  async function reveal() {
    const {item, form} = current;
    const mine = form.answer();
    try {
      const path = `/api/feedback/documents/${encodeURIComponent(item.id)}/reveal`;
      const revealed = await ask(path, {queue: item.queue.toLowerCase()}, {method: 'POST'});
      show({...revealed, isRevealed: true});
      // What was ticked before stays ticked.
      for (const layer of LAYERS) {
        if (mine?.[layer] !== undefined) current.form.set(layer, [mine[layer]].flat().map(String));
      }
    } catch (problem) {
      body.prepend(fault(problem));
    }
  }

  const ACTIONS = {
    k: skip, m: () => document.getElementById('review-reveal')?.click(),
    z: () => document.getElementById('review-undo')?.click(),
    a: () => document.getElementById('review-agree')?.click(),
  };
  document.addEventListener('keydown', function onKey(event) {
    if (!node.isConnected) {
      document.removeEventListener('keydown', onKey);
      return;
    }
    const isTyping = event.target.closest('select, textarea, input[type="text"]');
    if (!isKeyed || !current || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'enter' && !event.target.closest('button, a, summary')) save();
    else if (key in KEYS) current.form.choose(...KEYS[key]);
    else if (key in ACTIONS) ACTIONS[key]();
    else return;
    event.preventDefault();
  });
  return {node, update};
}

function others(given) {
  return h('section', {class: 'panel'}, h('h3', null, t('review.others')),
      given.map((one, i) => h('div', null, h('h4', null, t('review.person', {number: number(i + 1)})),
          h('dl', {class: 'pairs'}, Object.entries(one).map(([layer, {values}]) => h('div', null,
              h('dt', null, t(`review.layer.${layer.toLowerCase()}`)),
              h('dd', null, answerWords(layer.toLowerCase(), values))))))));
}
