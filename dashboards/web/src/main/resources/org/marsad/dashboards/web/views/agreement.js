// SPDX-License-Identifier: AGPL-3.0-or-later

/** How far people agree, and how right the models have been by them. */

import {ask} from '../api.js';
import {h, replace} from '../dom.js';
import {label, number, percent, small, t} from '../i18n.js';
import {fault, loading, nothing, table} from '../parts.js';
import {valueWords} from './review-form.js';
import {reviewMenu} from './review.js';

/** Krippendorff's own bounds (2004). */
const FIRM = 0.8;
const TENTATIVE = 0.667;

export function agreementView() {
  const body = h('div', null, loading());
  const node = h('div', {class: 'review'}, h('h1', null, t('agreement')), reviewMenu(),
      h('p', {class: 'lead'}, t('agreement.lead')), body);

  async function update() {
    try {
      const [agreement, quality] = await Promise.all([ask('/api/feedback/agreement'),
        ask('/api/feedback/quality')]);
      replace(body,
          h('section', {class: 'panel'}, h('h2', null, t('agreement.people')),
              agreementTable(agreement), h('p', {class: 'note'}, t('agreement.meaning')),
              h('p', {class: 'note'}, t('agreement.method'))),
          h('section', {class: 'panel'}, h('h2', null, t('quality')),
              quality.length === 0 ? nothing(t('quality.none')) : qualityTables(quality),
              h('p', {class: 'note'}, t('quality.note'))),
          h('section', {class: 'panel'}, h('h2', null, t('feedback.export')),
              h('p', null, t('feedback.export.what')),
              h('p', null, h('a', {
                class: 'button', href: '/api/feedback/export.jsonl', download: 'marsad-feedback.jsonl',
              }, t('feedback.export.do')))));
    } catch (problem) {
      replace(body, fault(problem));
    }
  }
  return {node, update};
}

function agreementTable(rows) {
  return table(t('agreement.table'),
      [{head: t('agreement.layer')}, {head: t('agreement.language')},
        {head: t('agreement.alpha'), numeric: true}, {head: t('agreement.interval'), numeric: true},
        {head: t('agreement.texts'), numeric: true}, {head: t('agreement.word')}],
      rows.map(({layer, language, agreement}) => [
        t(`review.layer.${layer.toLowerCase()}`),
        language ? label('language', language) : t('agreement.all'),
        agreement.alpha === undefined ? '–' : small(agreement.alpha),
        interval(agreement, small), number(agreement.units), t(`agreement.${word(agreement)}`)]),
      'stacked');
}

function word({alpha, low}) {
  if (alpha === undefined) return 'untold';
  // What chance may have brought is not called firm.
  const certain = low ?? alpha;
  return certain >= FIRM ? 'firm' : alpha >= TENTATIVE ? 'tentative' : 'weak';
}

function interval({low, high}, words) {
  return low === undefined ? '–' : h('bdi', null, `${words(low)} – ${words(high)}`);
}

function qualityTables(rows) {
  return [table(t('quality.table'),
      [{head: t('agreement.layer')}, {head: t('agreement.language')},
        {head: t('quality.right'), numeric: true}, {head: t('quality.precision'), numeric: true},
        {head: t('quality.recall'), numeric: true}, {head: t('agreement.texts'), numeric: true},
        {head: t('document.model')}],
      rows.map((row) => [t(`review.layer.${row.layer.toLowerCase()}`), label('language', row.language),
        share(row.right), positive(row, row.precision), positive(row, row.recall),
        number(row.right.of), h('bdi', null, row.model)]), 'stacked'),
  h('details', null, h('summary', null, t('quality.confusion')),
      rows.filter((row) => !['TARGETS', 'FRAMES'].includes(row.layer)).map(confusion))];
}

function share(found) {
  return found ? [percent(found.share), ' ',
    h('span', {class: 'sub'}, interval(found, percent))] : '–';
}

function positive(row, found) {
  return row.positive ? [share(found), h('span', {class: 'sub'}, t('quality.of', {
    value: valueWords(row.layer.toLowerCase(), row.positive),
  }))] : '–';
}

function confusion(row) {
  const layer = row.layer.toLowerCase();
  const words = (value) => value === 'NONE' ? t('review.none') : valueWords(layer, value);
  return table(t('quality.confusion.of', {
    layer: t(`review.layer.${layer}`), language: label('language', row.language),
  }), [{head: t('quality.said')}, {head: t('quality.truth')}, {head: t('agreement.texts'), numeric: true}],
  row.cells.map(({said, truth, texts}) => [words(said),
    [words(truth), said === truth && [' ', h('span', {class: 'badge'}, t('quality.same'))]], number(texts)]));
}
