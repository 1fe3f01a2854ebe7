// SPDX-License-Identifier: AGPL-3.0-or-later

/** What else happened: changes of the models, alerts, and events that analysts noted. */

import {incidentName} from '../alert-parts.js';
import {ask, send} from '../api.js';
import {h} from '../dom.js';
import {day, isoDay, language, t} from '../i18n.js';
import {address, link} from '../location.js';
import {fault, outside} from '../parts.js';

/**
 * @returns {{day: string, number: number, text: string, event?: Object, incident?: Object}[]} in
 *     the order of days, numbered as the charts number them
 */
export function marksOf(found, events, incidents) {
  const models = new Map(found.series.flatMap(({changes}) => changes)
      .map((change) => [`${change.day} ${change.model}`, change]));
  return [
    ...[...models.values()].map((change) => ({day: change.day,
      text: t('trends.mark.model', {model: change.model})})),
    ...events.map((event) => ({day: event.day, event, text: titleOf(event)})),
    ...(incidents ?? []).filter(({from}) => from).map((incident) => ({
      day: isoDay(new Date(incident.from)), incident,
      text: `${t('trends.mark.alert')} · ${incidentName(incident)}`,
    })),
  ].filter((mark) => mark.day >= found.from && mark.day <= found.to)
      .sort((one, other) => one.day.localeCompare(other.day))
      .map((mark, i) => ({...mark, number: i + 1}));
}

function titleOf(event) {
  return event.titles[language] ?? Object.values(event.titles)[0];
}

/** The list of marks, and a form for another event. */
export function markings(marks, onChange) {
  const problems = h('div', {'aria-live': 'polite'});
  const change = async (method, path, body) => {
    try {
      await send(method, path, body);
      onChange();
    } catch (problem) {
      problems.replaceChildren(fault(problem));
    }
  };
  const form = h('form', {class: 'trend-form', id: 'event-form'},
      h('label', null, t('trends.event.day'), h('input', {type: 'date', name: 'day', required: true})),
      h('label', {class: 'wide'}, t('trends.event.title'),
          h('input', {name: 'title', required: true, maxlength: 200, dir: 'auto'})),
      h('label', null, t('trends.event.link'), h('input', {name: 'link', type: 'url', maxlength: 500})),
      h('button', {type: 'submit'}, t('trends.event.add')));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const {day: when, title, link: url} = Object.fromEntries(new FormData(form));
    change('POST', '/api/events', {day: when, titles: {[language]: title}, ...url ? {link: url} : {}});
  });
  return h('section', {class: 'panel', id: 'markings'}, h('h2', null, t('trends.marks')),
      marks.length === 0 ? h('p', {class: 'note'}, t('trends.marks.none'))
        : h('ol', {class: 'markings'}, marks.map((mark) => h('li', null,
            h('b', null, String(mark.number)), day(mark.day), h('bdi', null, mark.text),
            mark.incident && link(address(`/alerts/${mark.incident.id}`, {}), null,
                t('trends.mark.open')),
            mark.event?.link && outside(mark.event.link, t('trends.event.more')),
            mark.event && h('button', {type: 'button', onclick: () =>
              change('DELETE', `/api/events/${mark.event.id}`)}, t('trends.event.remove'))))),
      h('details', null, h('summary', null, t('trends.event.new')), form), problems);
}
