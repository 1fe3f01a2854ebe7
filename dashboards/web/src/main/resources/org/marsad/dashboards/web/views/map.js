// SPDX-License-Identifier: AGPL-3.0-or-later

/** Where hostility is spoken of: cities and regions, and the quarters of three cities. */

import {ask} from '../api.js';
import {EXTENTS, isWithin} from '../charts/coast.js';
import {downloads} from '../charts/download.js';
import {placeMap, rate, shadeNames} from '../charts/map.js';
import {h, replace} from '../dom.js';
import {filterWords} from '../filters.js';
import {day, label, number, percent, plural, t} from '../i18n.js';
import {address, changed, filtersOf, go, link} from '../location.js';
import {loadNames, placeName} from '../names.js';
import {fault, loading, nothing, table} from '../parts.js';
import {narrowing} from './narrowing.js';

const LEVELS = ['place', 'region'];
/** By number or by name; by rate it would be a pillory. */
const ORDERS = ['documents', 'relevant', 'name'];
const COUNTS = ['documents', 'relevant', 'hostile', 'reporting', 'supportive'];
/** They are larger than what lies in them, and have no one spot. */
const WIDE_KINDS = ['REGION', 'AREA'];

export function mapView() {
  const filters = narrowing('/map', ['target', 'language', 'kind']);
  const controls = h('div', {class: 'controls'});
  const body = h('div', null, loading());
  const node = h('div', {class: 'map-page'},
      h('h1', null, t('map.title')), h('p', {class: 'lead'}, t('map.lead')), filters.node,
      h('section', {class: 'panel', 'aria-labelledby': 'map-chart'},
          h('div', {class: 'panel-head'}, h('h2', {id: 'map-chart'}, t('map.chart')), controls), body));
  let abort = new AbortController();

  async function update(parameters) {
    abort.abort();
    abort = new AbortController();
    filters.update(parameters);
    replace(controls, ...choices(parameters));
    const asked = filtersOf(parameters);
    asked.set('level', levelOf(parameters));
    try {
      const [found] = await Promise.all(
          [ask('/api/places', asked, {signal: abort.signal}), loadNames()]);
      // Chips and buttons name places and outlets.
      filters.update(parameters);
      replace(controls, ...choices(parameters));
      const isOpen = body.querySelector('details')?.open;
      replace(body, ...shown(found, parameters));
      if (isOpen) body.querySelector('details')?.setAttribute('open', '');
    } catch (problem) {
      if (problem.name !== 'AbortError') replace(body, fault(problem));
    }
  }
  return {node, update};
}

function levelOf(parameters) {
  return LEVELS.includes(parameters.get('level')) ? parameters.get('level') : 'place';
}

function extentOf(parameters) {
  return EXTENTS[parameters.get('zoom')] ?? EXTENTS.all;
}

function shown(found, parameters) {
  const extent = levelOf(parameters) === 'region' ? EXTENTS.all : extentOf(parameters);
  const places = found.places.filter((place) => isShown(place, extent, levelOf(parameters)));
  const city = found.places.find((place) => place.id === extent.city);
  const search = (place) => address('/search', changed(filtersOf(parameters),
      {place: place.id, relevant: 'true'}));
  const canOpen = levelOf(parameters) === 'place';
  return [
    city && h('p', null, t('map.city', {city: placeName(city.id)}), ' ',
        city.documents === null ? t('withheld') : plural('map.documents', city.documents),
        rate(city) && [t('list.separator'), rate(city)]),
    places.length === 0 ? nothing(t('map.nothing'))
      : drawn(places, extent, parameters, (place) => canOpen && go(search(place))),
    h('p', {class: 'note'}, t('map.note', {least: number(found.leastForShare)}), ' ',
        plural('map.unplaced', found.unplaced ?? 0), ' ', t('map.origin')),
    places.some((place) => place.withheld) && h('p', {class: 'note'}, t('withheld.why')),
    places.length > 0 && h('details', null, h('summary', null, t('trend.table')),
        twin(places, parameters, canOpen ? search : null)),
  ];
}

function drawn(places, extent, parameters, onChoose) {
  const map = placeMap(places, extent, onChoose);
  map.append(downloads(() => map.querySelector('.plot svg'), 'marsad-map', () => [
    t('map.chart'), filterWords(filtersOf(parameters)),
    ...parameters.get('from') && parameters.get('to')
      ? [t('trends.days', {from: day(parameters.get('from')), to: day(parameters.get('to'))})] : [],
    shadeNames().join(' · '),
  ]));
  return map;
}

function isShown(place, extent, level) {
  if (place.latitude === undefined) return false;
  if (level === 'region') return place.kind === 'REGION';
  if (WIDE_KINDS.includes(place.kind) || place.id === extent.city) return false;
  return (extent.quarters || place.kind !== 'NEIGHBOURHOOD') && isWithin(extent, place);
}

function twin(places, parameters, search) {
  const columns = [{head: t('map.place')}, {head: t('map.kind')},
    ...COUNTS.map((name) => ({head: t(`map.count.${name}`), numeric: true})),
    {head: t('map.share'), numeric: true}, {head: t('map.sources'), numeric: true}];
  const name = ({id}) => h('bdi', null, placeName(id));
  const rows = ordered(places, orderOf(parameters)).map((place) => [
    search ? link(search(place), null, name(place)) : name(place),
    label('place', place.kind),
    ...COUNTS.map((count) => place[count] === null ? t('withheld.short') : number(place[count])),
    place.share === undefined ? '–' : percent(place.share),
    number(place.sources),
  ]);
  return [orderChoice(parameters), table(t('map.chart'), columns, rows, 'stacked')];
}

function orderOf(parameters) {
  return ORDERS.includes(parameters.get('order')) ? parameters.get('order') : ORDERS[0];
}

function ordered(places, order) {
  return [...places].sort((a, b) => order === 'name'
    ? placeName(a.id).localeCompare(placeName(b.id)) : (b[order] ?? 0) - (a[order] ?? 0));
}

function orderChoice(parameters) {
  const select = h('select', {id: 'map-order', onchange: () => go(
      address('/map', changed(parameters, {order: select.value})))},
  ORDERS.map((order) => h('option', {value: order, selected: order === orderOf(parameters)},
      t(`map.order.${order}`))));
  return h('p', {class: 'controls'}, h('label', {for: 'map-order'}, t('search.sort')), select);
}

function choices(parameters) {
  const button = (name, value, text, isPressed) => h('button', {
    id: `${name}-${value}`, type: 'button', 'aria-pressed': String(isPressed),
    onclick: () => go(address('/map', changed(parameters, {[name]: value}))),
  }, text);
  const level = levelOf(parameters);
  const zoom = parameters.get('zoom') in EXTENTS ? parameters.get('zoom') : 'all';
  return [
    h('div', {class: 'group', role: 'group', 'aria-label': t('map.level')}, LEVELS.map((one) =>
      button('level', one, t(`map.level.${one}`), level === one))),
    level === 'place' && h('div', {class: 'group', role: 'group', 'aria-label': t('map.zoom')},
        Object.entries(EXTENTS).map(([one, {city}]) =>
          button('zoom', one, city ? placeName(city) : t(`map.zoom.${one}`), zoom === one))),
  ];
}
