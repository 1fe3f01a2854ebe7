// SPDX-License-Identifier: AGPL-3.0-or-later

/** One document: the text with what the judgement rests on, the scores, the history, the source. */

import {ask} from '../api.js';
import {h, replace} from '../dom.js';
import {label, moment, percent, t} from '../i18n.js';
import {loadNames, placeName} from '../names.js';
import {langOf, paragraphs, passage, reason} from '../passages.js';
import {fault, loading, provenance, verdict} from '../parts.js';
import {judgementReason} from '../reasons.js';
import {may} from '../session.js';
import {reviewBlock} from './review-block.js';
import {sourceBlock} from './source-block.js';
import {storyBlock} from './story-block.js';
import {versions} from './versions.js';

export function documentView() {
  const id = decodeURIComponent(location.pathname.split('/')[2]);
  const path = `/api/documents/${encodeURIComponent(id)}`;
  const heading = h('h1', {dir: 'auto'}, t('document'));
  const body = h('div', null, loading());
  const node = h('article', {class: 'document'}, heading, body);

  let isRevealed = false;

  async function update() {
    // What a person has uncovered is not covered again because the index was away for a moment.
    if (isRevealed) return;
    try {
      const [found, history, [story], tellings] = await Promise.all([ask(path),
        ask(`${path}/history`), ask(`${path}/story`), ask(`${path}/tellings`), loadNames()]);
      show(found, {history, story, tellings});
    } catch (problem) {
      replace(body, absent(problem));
    }
  }

  function show(found, around) {
    const {history, story, tellings} = around;
    const {document, title, text} = found;
    replace(heading, title ? passage(title)
        : t('document.untitled', {kind: label('kind', document.kind)}));
    globalThis.document.title = `${heading.textContent} · ${t('brand')}`;
    replace(body,
        provenance(document),
        h('p', {class: 'badges'}, verdict(document)),
        document.why && because(document),
        h('div', {class: 'columns reading'},
            h('div', null,
                found.masked && mask(() => reveal(around)),
                found.isRevealed && h('p', {class: 'notice'}, t('mask.revealed')),
                h('div', {class: 'text', dir: 'auto', lang: langOf(document)}, paragraphs(text)),
                document.classified && key(),
                history.length > 0 && versions(history, found)),
            h('aside', {'aria-label': t('document.about')},
                document.classified ? scores(document, text) : unclassified(document),
                document.classified && reviewBlock(id),
                story && story.documents > 1 && storyBlock(story, tellings, id),
                sourceBlock(document, heading.textContent))));
  }

  async function reveal(around) {
    try {
      const revealed = await ask(`${path}/reveal`, {}, {method: 'POST'});
      isRevealed = true;
      show({...revealed, isRevealed}, around);
    } catch (problem) {
      body.prepend(fault(problem));
    }
  }
  return {node, update};
}

function because({why, intensity}) {
  const words = judgementReason(why, intensity);
  return words && h('p', {class: 'note'}, t('document.reason'), ' ', words);
}

/** In words: erased since when and why, or unknown. */
function absent(problem) {
  if (problem.status === 410 && problem.erased) {
    const {reason: code, at} = problem.erased;
    return h('div', {class: 'fault erased'},
        h('p', null, h('strong', null, t('erased.title'))),
        h('p', null, t('erased.when', {when: moment(at)}), ' ', reasonOf(code)),
        h('p', null, t('erased.kept')));
  }
  return problem.status === 404 ? h('p', {class: 'fault'}, t('document.missing')) : fault(problem);
}

function reasonOf(code) {
  const words = label('erased', code);
  return words === code ? t('erased.because', {reason: code}) : words;
}

function mask(onReveal) {
  return h('div', {class: 'notice'},
      h('p', null, t('mask.why')),
      may('ANALYSE') && h('button', {type: 'button', onclick: onReveal}, t('mask.reveal')));
}

function key() {
  return h('p', {class: 'note key'}, t('document.key'), ' ',
      ['hostile', 'reporting', 'supportive', 'frame'].map((tone) =>
        [h('span', {class: `evidence tone-${tone}`}, t(`key.${tone}`)), ' ']));
}

function scores(document, {text, marks}) {
  const row = (name, value) => value && h('div', null, h('dt', null, name), h('dd', null, value));
  const words = (kind, codes) => codes.map((code) => label(kind, code)).join(t('list.separator'));
  return h('section', {class: 'panel'},
      h('h2', null, t('document.judgement')),
      h('dl', {class: 'facts'},
          row(t('score.relevance'), meter(document.relevance, t('score.relevance'))),
          row(t('score.hostility'), meter(document.hostility, t('score.hostility'))),
          row(t('score.offensive'), meter(document.offensive, t('score.offensive'))),
          row(t('score.intensity'), t('score.intensity.value', {
            level: document.intensity, words: t(`intensity.${document.intensity}`),
          })),
          row(t('field.target'), words('target', document.targets)),
          row(t('document.frames'), words('frame', document.frames)),
          row(t('document.themes'), words('theme', document.themes)),
          row(t('document.places'), document.places.map(placeName).join(t('list.separator'))),
          row(t('document.flags'), words('flag', document.flags)),
          row(t('document.languages'), words('language', document.languages)),
          row(t('document.model'), h('bdi', null, document.model))),
      marks.length > 0 && h('details', null,
          h('summary', null, t('document.evidence')),
          h('ul', {class: 'reasons'}, marks.map((mark) => h('li', null,
              h('q', {dir: 'auto'}, clipped(text.slice(mark.start, mark.end))), ' ', reason(mark))))),
      !document.reviewed && h('p', {class: 'note'}, t('document.machine')));
}

function clipped(text) {
  return text.length > 90 ? `${text.slice(0, 89)}…` : text;
}

function meter(value, name) {
  return [h('meter', {min: 0, max: 1, value, 'aria-label': name}), ' ', percent(value)];
}

function unclassified(document) {
  return h('section', {class: 'panel'},
      h('h2', null, t('document.judgement')),
      h('p', null, t('document.unclassified', {
        language: label('language', document.language ?? 'und'),
      })));
}
