// SPDX-License-Identifier: AGPL-3.0-or-later

/** Who does not want to be read, and how that was said: what the catalogue knows, what was heard. */

import {h} from '../dom.js';
import {day, plural, t} from '../i18n.js';
import {outside, table, when} from '../parts.js';

export function ledger(outlets, feeds) {
  const refusing = outlets.filter((outlet) => outlet.isRefusing || outlet.refusals.length > 0);
  const heard = feeds.filter((feed) => feed.activity?.refusedSince);
  if (refusing.length === 0 && heard.length === 0) return [];
  const columns = ['outlet', 'since', 'answer'].map((name) => ({head: t(`ledger.${name}`)}));
  const rows = refusing.flatMap((outlet) =>
    (outlet.refusals.length > 0 ? outlet.refusals : [{}]).map(({url, since, answer}) => [
      named(outlet.name, url),
      since ? day(since) : t('ledger.unknown'),
      answer ? h('bdi', null, answer) : t('ledger.unknown'),
    ]));
  for (const {outletName, url, activity} of heard) {
    rows.push([named(outletName, url), when(activity.refusedSince), rules(activity.refusal)]);
  }
  const count = new Set([...refusing.map((one) => one.name), ...heard.map((one) => one.outletName)]);
  return [h('section', {class: 'panel ledger'},
      h('h2', null, t('ledger.title')),
      h('p', {class: 'note'}, t('ledger.note')),
      table(plural('ledger.caption', count.size), columns, rows, 'stacked'))];
}

function named(name, url) {
  return [h('bdi', null, name), url && h('span', {class: 'sub', dir: 'ltr'}, outside(url, url))];
}

/** What robots.txt says to us, or the answer in its stead. */
export function rules(text) {
  return text && h('code', {dir: 'ltr', class: 'rules'}, text);
}
