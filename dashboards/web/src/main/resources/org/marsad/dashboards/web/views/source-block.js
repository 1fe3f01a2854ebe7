// SPDX-License-Identifier: AGPL-3.0-or-later

/** What one needs to cite a document, to find it again, and to prove that it said so. */

import {h} from '../dom.js';
import {isolated, label, moment, number, t} from '../i18n.js';
import {outside} from '../parts.js';

/**
 * @param {Object} document
 * @param {string} title as it is shown
 */
export function sourceBlock(document, title) {
  const proof = document.provenance;
  return h('section', {class: 'panel source'},
      h('h2', null, t('document.source')),
      h('dl', {class: 'facts'},
          row('document.address', document.url && outside(document.url, document.url)),
          row('document.byline', document.byline && h('bdi', null, document.byline)),
          row('document.published', document.published && [moment(document.published),
            document.datedBy && h('span', {class: 'sub'}, label('datedBy', document.datedBy))]),
          row('document.modified', document.modified && moment(document.modified)),
          row('document.captured', moment(document.captured)),
          row('document.versions', number(document.version)),
          row('document.robots', proof && label('robots', proof.robots)),
          row('document.pageHash', code(proof?.sha256)),
          row('document.hash', code(document.contentHash)),
          row('document.record', code(proof?.recordId)),
          row('document.archive', code(proof?.archiveFile)),
          row('document.id', code(document.id)),
          row('document.reference', document.reference !== document.url && code(document.reference)),
          row('document.method', code(document.extractionMethod))),
      !proof?.recordId && h('p', {class: 'note'}, t('document.noArchive')),
      citation(document, title));
}

function row(key, value) {
  return value && h('div', null, h('dt', null, t(key)), h('dd', null, value));
}

function code(text) {
  return text && h('code', {dir: 'ltr'}, text);
}

/** The sentence to put below a quotation, copied without marks of direction; the pack to keep. */
function citation(document, title) {
  const parts = {
    outlet: document.sourceName, title, url: document.url,
    published: document.published ? moment(document.published) : t('cite.undated'),
    captured: moment(document.captured),
    hash: document.provenance?.sha256 ?? document.contentHash,
  };
  const key = document.url ? 'cite.text' : 'cite.text.noUrl';
  const copied = h('span', {role: 'status', class: 'note'});
  const copy = h('button', {type: 'button', id: 'copy-citation', onclick: async () => {
    await navigator.clipboard.writeText(t(key, parts));
    copied.textContent = t('cite.copied');
  }}, t('cite.copy'));
  return h('div', {class: 'citation'},
      h('h3', null, t('cite')),
      h('p', {class: 'cite', id: 'citation'}, t(key, isolated(parts))),
      h('p', {class: 'controls'}, copy,
          h('a', {
            class: 'button', download: true,
            href: `/api/documents/${encodeURIComponent(document.id)}/citation`,
          }, t('cite.pack')), copied),
      h('p', {class: 'note'}, t('cite.check'), ' ',
          h('code', {dir: 'ltr'}, `./marsad cite ${document.id}`)));
}
