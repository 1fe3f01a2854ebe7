// SPDX-License-Identifier: AGPL-3.0-or-later

/** The last seven days in words: is it rising, where, about whom, and what alerting found. */

import {incidentName, severityBadge, stateBadge} from '../alert-parts.js';
import {ask} from '../api.js';
import {h, replace} from '../dom.js';
import {isoDay, label, number, percent, t} from '../i18n.js';
import {address, link} from '../location.js';
import {loadNames, placeName} from '../names.js';
import {fault, fewPeople, loading, when} from '../parts.js';

const DAY = 86400000;
const WEEK = 7;
const WEEKS_BEFORE = 4;
const SHOWN = 5;
const ALERTS = 3;
/** Of fewer documents about migrants no share is told; as the map does. */
const LEAST = 20;
/** Standard errors beyond which chance is a poor explanation, about one time in twenty. */
const CHANCE = 1.96;

/** @returns {{node: HTMLElement, update: () => Promise<void>}} */
export function weekPanel() {
  const body = h('div', null, loading());
  const node = h('section', {class: 'panel week', 'aria-labelledby': 'week-title'},
      h('h2', {id: 'week-title'}, t('week')), body);

  async function update() {
    const now = Date.now();
    const from = isoDay(now - (WEEK - 1) * DAY);
    const before = isoDay(now - (WEEK * (WEEKS_BEFORE + 1) - 1) * DAY);
    try {
      const [trend, places, facets, incidents] = await Promise.all([
        ask('/api/trend', {from: before}), ask('/api/places', {from, relevant: 'true'}),
        ask('/api/facets', {from, stance: 'HOSTILE', relevant: 'true'}),
        ask('/api/incidents', {size: ALERTS}), loadNames()]);
      replace(body, rising(trend.days, from), h('div', {class: 'thirds'},
          column('week.where', places.places.filter((place) => place.hostile > 0)
              .sort((a, b) => b.hostile - a.hostile), placeRow(from), ['/map', {from}, 'week.map']),
          column('week.whom', facets.target, targetRow(from), ['/search',
            {from, relevant: 'true', stance: 'HOSTILE'}, 'week.documents']),
          column('week.alerts', incidents.incidents, alertRow, ['/alerts', {}, 'week.allAlerts'])));
    } catch (problem) {
      replace(body, fault(problem));
    }
  }
  return {node, update};
}

/** Compares the hostile share of the week with that of the weeks before. */
function rising(days, from) {
  const now = sum(days.filter(({day}) => day >= from));
  const before = sum(days.filter(({day}) => day < from));
  const values = {
    hostile: number(now.hostile), relevant: number(now.relevant), share: percent(share(now)),
    before: percent(share(before)), weeks: number(WEEKS_BEFORE),
  };
  if (now.relevant < LEAST) return h('p', {class: 'answer'}, t('week.few', values));
  if (before.relevant < LEAST) return h('p', {class: 'answer'}, t('week.noBefore', values));
  return h('p', {class: 'answer'}, t('week.now', values), ' ', t(`week.${change(now, before)}`, values),
      h('span', {class: 'sub'}, t('week.chance')));
}

function sum(days) {
  const all = (name) => days.reduce((total, day) => total + (day[name] ?? 0), 0);
  return {hostile: all('hostile'), relevant: all('relevant')};
}

function share({hostile, relevant}) {
  return relevant === 0 ? 0 : hostile / relevant;
}

/** Test of two proportions. */
function change(now, before) {
  const pooled = share({hostile: now.hostile + before.hostile,
    relevant: now.relevant + before.relevant});
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / now.relevant + 1 / before.relevant));
  const distance = share(now) - share(before);
  if (error === 0 || Math.abs(distance) < CHANCE * error) return 'same';
  return distance > 0 ? 'more' : 'less';
}

function column(key, entries, row, [path, parameters, more]) {
  return h('section', {'aria-labelledby': key}, h('h3', {id: key}, t(key)),
      entries.length === 0 ? h('p', {class: 'note'}, t(`${key}.none`))
        : h('ul', {class: 'ranks'}, entries.slice(0, SHOWN).map((one) => h('li', null, row(one)))),
      h('p', {class: 'note'}, link(address(path, parameters), null, t(more))));
}

function placeRow(from) {
  return ({id, hostile, relevant}) => [
    link(address('/search', {from, place: id, stance: 'HOSTILE', relevant: 'true'}), null,
        h('bdi', null, placeName(id))),
    ' ', h('span', {class: 'quiet'}, t('week.of', {
      hostile: number(hostile),
      relevant: relevant === null ? t('withheld.short') : number(relevant),
    }))];
}

function targetRow(from) {
  return ({value, count, withheld}) => [
    link(address('/search', {from, target: value, stance: 'HOSTILE', relevant: 'true'}), null,
        label('target', value)),
    ' ', h('span', {class: 'quiet'}, withheld ? fewPeople(count) : number(count))];
}

function alertRow(one) {
  return [link(address(`/alerts/${encodeURIComponent(one.id)}`, {}), null,
      h('bdi', null, incidentName(one))), ' ',
  h('span', {class: 'badges'}, stateBadge(one.state), severityBadge(one.severity)),
  h('span', {class: 'quiet'}, when(one.from))];
}
