// SPDX-License-Identifier: AGPL-3.0-or-later

/** One document: the text with what the judgement rests on, the scores, the history, the source. */

import {ask} from '../api.js';
import {h, replace} from '../dom.js';
import {label, moment, number, percent, plural, t} from '../i18n.js';
import {loadNames, placeName} from '../names.js';
import {passage, reason} from '../passages.js';
import {fault, loading, outside, provenance, table, verdict} from '../parts.js';
import {langOf} from './search.js';

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
      const [found, history, [story]] = await Promise.all([
        ask(path), ask(`${path}/history`), ask(`${path}/story`), loadNames()]);
      show(found, history, story);
    } catch (problem) {
      replace(body, [404, 410].includes(problem.status) ? h('p', {class: 'fault'}, t('document.missing'))
          : fault(problem));
    }
  }

  function show(found, history, story) {
    const {document, title, text} = found;
    replace(heading, title ? passage(title)
        : t('document.untitled', {kind: label('kind', document.kind)}));
    globalThis.document.title = `${heading.textContent} · ${t('brand')}`;
    replace(body,
        provenance(document),
        h('p', {class: 'badges'}, verdict(document)),
        document.reason && h('p', {class: 'note'},
            t('document.reason'), ' ', h('bdi', {lang: 'en'}, document.reason)),
        h('div', {class: 'columns reading'},
            h('div', null,
                found.masked && mask(() => reveal(history, story)),
                found.isRevealed && h('p', {class: 'notice'}, t('mask.revealed')),
                h('div', {class: 'text', dir: 'auto', lang: langOf(document)}, paragraphs(text)),
                document.classified && key()),
            h('aside', {'aria-label': t('document.about')},
                document.classified ? scores(document, text) : unclassified(document),
                story && story.documents > 1 && retold(story),
                source(document))),
        history.length > 0 && versions(history));
  }

  async function reveal(history, story) {
    try {
      const revealed = await ask(`${path}/reveal`, {}, {method: 'POST'});
      isRevealed = true;
      show({...revealed, isRevealed}, history, story);
    } catch (problem) {
      body.prepend(fault(problem));
    }
  }
  return {node, update};
}

function mask(onReveal) {
  return h('div', {class: 'notice'},
      h('p', null, t('mask.why')),
      h('button', {type: 'button', onclick: onReveal}, t('mask.reveal')));
}

/** The text cut into its paragraphs, each with its marks. */
function paragraphs({text, marks}) {
  const pieces = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const start = match.index;
    const end = start + match[0].length;
    const inside = marks.filter((mark) => mark.start < end && mark.end > start)
        .map((mark) => ({
          ...mark, start: Math.max(0, mark.start - start), end: Math.min(end, mark.end) - start,
        }));
    pieces.push(h('p', {dir: 'auto'}, passage({text: match[0], marks: inside})));
  }
  return pieces;
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
      h('p', {class: 'note'}, t('document.machine')));
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

/** What one needs to cite the document and to find it again. */
function source(document) {
  const row = (name, value) => value && h('div', null, h('dt', null, name), h('dd', null, value));
  return h('section', {class: 'panel'},
      h('h2', null, t('document.source')),
      h('dl', {class: 'facts'},
          row(t('document.address'), document.url && outside(document.url, document.url)),
          row(t('document.byline'), document.byline && h('bdi', null, document.byline)),
          row(t('document.published'), document.published && moment(document.published)),
          row(t('document.captured'), moment(document.captured)),
          row(t('document.hash'), h('code', {dir: 'ltr'}, document.contentHash)),
          row(t('document.id'), h('code', {dir: 'ltr'}, document.id)),
          row(t('document.reference'), h('code', {dir: 'ltr'}, document.reference)),
          row(t('document.method'), h('code', {dir: 'ltr'}, document.extractionMethod))));
}

/** Who else printed the same words. */
function retold(story) {
  return h('section', {class: 'panel'},
      h('h2', null, t('story')),
      h('p', null, plural('story.outlets', story.outlets.length),
          story.agencies.length > 0 && [' ', t('story.agency', {
            agency: story.agencies.join(t('list.separator')),
          })]),
      h('ul', {class: 'reasons'}, story.outlets.map(({name, documents}) =>
        h('li', null, h('bdi', null, name), documents > 1 && ` × ${number(documents)}`))),
      h('p', {class: 'note'}, t('story.span', {
        first: moment(story.first), last: moment(story.last),
      })));
}

function versions(history) {
  const columns = [{head: t('history.version'), numeric: true}, {head: t('history.seen')}, {head: t('history.title')}, {head: t('history.stance')},
    {head: t('document.hash')}];
  return h('section', {class: 'panel'},
      h('h2', null, t('history')), h('p', {class: 'note'}, t('history.note')),
      table(t('history'), columns, history.map(({document, title, text}) => [
        number(document.version),
        moment(document.captured),
        h('details', null, h('summary', {dir: 'auto'}, title?.text ?? clipped(text.text)),
            h('div', {class: 'text', dir: 'auto'}, paragraphs(text))),
        document.stance ? label('stance', document.stance) : '–',
        h('code', {dir: 'ltr'}, document.contentHash.slice(0, 12)),
      ])));
}
