// SPDX-License-Identifier: AGPL-3.0-or-later

/** Days of which a source is missing though it usually publishes: a fall there may be ours. */

import {h} from '../dom.js';
import {day, decimal, plural, t} from '../i18n.js';
import {address, link} from '../location.js';

/** The names of the sources that are missing on some of these days. */
export function namesOf(gaps, from, to) {
  return [...new Set(gaps.filter((gap) => gap.from <= to && from <= gap.to)
      .map((gap) => gap.sourceName))].sort();
}

/** One gap in words; how much the source brings is not told where few people write it. */
export function gapWords(gap) {
  const days = {from: day(gap.from), to: day(gap.to)};
  return [h('bdi', null, gap.sourceName), t('gaps.colon'), ' ', gap.perDay === undefined
    ? t('gaps.span.untold', days) : t('gaps.span', {...days, perDay: decimal(gap.perDay)})];
}

/** What the bands of a chart mean, and each of them in words; nothing where there are none. */
export function gapsNote(gaps) {
  if (gaps.length === 0) return null;
  return h('div', {class: 'gaps'},
      h('p', {class: 'note'}, h('span', {class: 'swatch gap', 'aria-hidden': 'true'}),
          t('gaps.note'), ' ', link(address('/sources', {}), null, t('gaps.more'))),
      h('details', null,
          h('summary', null, plural('gaps.count', gaps.length)),
          h('ul', {class: 'reasons'}, gaps.map((gap) => h('li', null, gapWords(gap))))));
}
