// SPDX-License-Identifier: AGPL-3.0-or-later

/** Small pieces that several views share. */

import {h} from './dom.js';
import {ago, label, moment, number, t} from './i18n.js';

const TONES = {
  HOSTILE: 'hostile', REPORT_ON_HOSTILITY: 'reporting',
  SUPPORTIVE: 'supportive', COUNTER_SPEECH: 'supportive',
};
/** From this intensity on, a person has to confirm the judgement. */
const NEEDS_REVIEW = 4;

/** What the machine decided about a document, in words. */
export function verdict(document) {
  if (!document.classified) return h('span', {class: 'badge'}, t('badge.unclassified'));
  if (!document.relevant) return h('span', {class: 'badge'}, t('badge.irrelevant'));
  return [
    document.stance && h('span', {class: `badge tone-${TONES[document.stance] ?? 'other'}`},
        glyph(TONES[document.stance] ?? 'other'), label('stance', document.stance)),
    document.intensity > 0 && h('span', {class: 'badge', title: t(`intensity.${document.intensity}`)},
        t('badge.intensity', {level: document.intensity})),
    document.intensity >= NEEDS_REVIEW && reviewed(document.reviewed),
  ];
}

/** @param {'CONFIRMED'|'CORRECTED'|undefined} state what came of a person's look */
export function reviewed(state) {
  const key = state ? `badge.${state.toLowerCase()}` : 'badge.unreviewed';
  return h('span', {class: state === 'CONFIRMED' ? 'badge' : 'badge warn', title: t(`${key}.why`)},
      t(key));
}

const GLYPHS = {hostile: '■', reporting: '●', supportive: '▲', other: '◆', gap: '▬'};

/** The shape that goes with a series, so that its colour need not be seen. */
export function glyph(tone) {
  return h('span', {class: `glyph tone-${tone}`, 'aria-hidden': 'true'}, GLYPHS[tone]);
}

/** A moment as "3 hours ago", the exact time on hover. */
export function when(iso) {
  return h('time', {datetime: iso, title: moment(iso)}, ago(iso));
}

/**
 * In words, that documents of fewer than five people are left out of a figure.
 *
 * @param {?number} told what else is in it
 */
export function fewPeople(told) {
  return told ? t('few.more', {count: number(told)}) : t('few.alone');
}

/** Outlet, kind, language, date of a document. */
export function provenance(document) {
  const shown = document.published ?? document.captured;
  return h('p', {class: 'provenance'},
      h('bdi', null, document.sourceName),
      document.fictional && h('span', {class: 'badge warn'}, t('badge.fictional')),
      h('span', null, label('kind', document.kind)),
      document.language && h('span', null, label('language', document.language)),
      h('time', {datetime: shown}, moment(shown)),
      document.byline && h('bdi', null, document.byline));
}

export function figure(value, name, explanation, href) {
  const shown = value === null || value === undefined ? '–'
    : typeof value === 'string' ? value : number(value);
  return h('div', {class: 'figure'},
      h('dt', null, name),
      h('dd', {class: typeof value === 'string' && 'words'}, href ? h('a', {href, 'data-inside': true}, shown) : shown),
      explanation && h('dd', {class: 'note'}, explanation));
}

/**
 * @param {{head: string, numeric?: boolean}[]} columns each with the words of its head
 * @param {string} [kind] a class; `stacked` puts the cells of a row below each other where the
 *     window is narrow
 */
export function table(caption, columns, rows, kind) {
  return h('div', {class: 'scroller', tabindex: 0, role: 'region', 'aria-label': caption},
      h('table', {class: kind ?? null, role: 'table'},
          h('caption', null, caption),
          h('thead', {role: 'rowgroup'}, h('tr', {role: 'row'}, columns.map((column) =>
            h('th', {scope: 'col', role: 'columnheader', class: column.numeric && 'numeric'},
                column.head)))),
          h('tbody', {role: 'rowgroup'}, rows.map((row) => h('tr', {role: 'row'}, row.map((cell, i) =>
            h(i === 0 ? 'th' : 'td', {
              scope: i === 0 && 'row', role: i === 0 ? 'rowheader' : 'cell',
              class: columns[i].numeric && 'numeric', 'data-head': kind && columns[i].head,
            }, cell)))))));
}

export function loading() {
  return h('p', {class: 'loading'}, t('loading'));
}

/** An empty place, and what to do about it. */
export function nothing(text) {
  return h('p', {class: 'nothing'}, text);
}

/** A fault in words. Passing ones are reported above the page, and the page tries again. */
export function fault(problem) {
  return h('p', {class: 'fault', role: 'alert'},
      faultWords(problem));
}

/** Whose words the server chose, but for what the page can say in its language. */
export function faultWords(problem) {
  if (problem.isPassing) return t('fault.passing');
  return problem.needed ? t('fault.role', {role: t(`role.${problem.needed}`)}) : problem.message;
}

/** A link to somewhere outside, only if it is a web address. */
export function outside(url, text) {
  const isWeb = /^https?:\/\//i.test(url);
  return isWeb
    ? h('a', {href: url, rel: 'noreferrer noopener', target: '_blank'}, h('bdi', null, text))
    : h('bdi', null, text);
}
