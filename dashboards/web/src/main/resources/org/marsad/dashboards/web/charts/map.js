// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Places as circles: as large as the documents that name them, as dark as the hostile share, with
 * both in figures beside them. Where too few documents make no rate, the circle is empty.
 */

import {h, s} from '../dom.js';
import {isRightToLeft, number, percent, plural, t} from '../i18n.js';
import {placeName} from '../names.js';
import {LAND, projection} from './coast.js';
import {cursorPlot} from './plot.js';

/** From which hostile share on a circle has the next shade. */
const SHADES = [0, 0.05, 0.15, 0.3];
const LARGEST = 30;
const SMALLEST = 5;
const LINE = 14;
/** The width of a letter, about. */
const LETTER = 6.6;

/**
 * @param {Object[]} places with `longitude`, `latitude`, counts; most documents first; at least one
 * @param {Object} extent of coast.js
 * @param {(place: Object) => void} onChoose
 */
export function placeMap(places, extent, onChoose) {
  const {readout, plot} = cursorPlot({
    kind: 'map', label: t('map.cursor'), count: places.length, start: 0,
    parts: (index) => words(places[index]).map((text) => ({text})),
    draw: (width) => drawing(places, extent, width),
    onChoose: (index) => onChoose(places[index]),
  });
  return h('div', {class: 'places'}, readout, plot, legend());
}

/** A place in words. */
function words(place) {
  return [
    placeName(place.id),
    place.documents === null ? t('withheld') : plural('map.documents', place.documents),
    rate(place) ?? t('map.noRate'),
    ...place.withheld ? [t('map.withheld')] : [],
  ];
}

/** "12% hostile of 84 about migrants"; null where there is no rate. */
export function rate({share, relevant}) {
  return share === undefined ? null
    : t('map.rate', {share: percent(share), relevant: number(relevant)});
}

function shade({share}) {
  return share === undefined ? 'none' : SHADES.filter((from) => share >= from).length - 1;
}

/** What the shades mean, the lightest first. */
export function shadeNames() {
  return SHADES.map((from, i) => i + 1 < SHADES.length
    ? t('map.shade', {from: percent(from), to: percent(SHADES[i + 1])})
    : t('map.shade.last', {from: percent(from)}));
}

function legend() {
  const sample = (kind, text) => h('li', null,
      s('svg', {width: 20, height: 20, 'aria-hidden': 'true'},
          s('circle', {class: `place shade-${kind}`, cx: 10, cy: 10, r: 8})), ' ', text);
  return h('ul', {class: 'legend', 'aria-label': t('map.legend')},
      shadeNames().map((name, i) => sample(i, name)), sample('none', t('map.noRate')));
}

function drawing(places, extent, width) {
  const {height, at} = projection(extent, width);
  const most = Math.max(1, ...places.map((place) => place.documents ?? 0));
  const largest = Math.min(LARGEST, width / 22);
  const spots = places.map((place) => {
    const [x, y] = at(place.longitude, place.latitude);
    const r = Math.max(SMALLEST, largest * Math.sqrt((place.documents ?? 0) / most));
    return {place, x, y, r};
  });
  return s('svg', {width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true'},
      s('rect', {class: 'sea', width, height}),
      LAND.map((shore) => s('polygon', {
        class: 'land', points: shore.map(([x, y]) => at(x, y).map(Math.round).join(',')).join(' '),
      })),
      // In the order of the places: the largest lie below the others.
      spots.map(({place, x, y, r}) =>
        s('circle', {class: `hit place shade-${shade(place)}`, cx: x, cy: y, r})),
      labels(spots, width, height));
}

/** Names and figures of as many places as have room, those with the most documents first. */
function labels(spots, width, height) {
  const taken = [];
  return spots.map(({place, x, y, r}) => {
    const lines = [placeName(place.id), place.share === undefined
      ? number(place.documents ?? 0)
      : t('map.label', {share: percent(place.share), relevant: number(place.relevant)})];
    const size = Math.max(...lines.map((line) => line.length)) * LETTER;
    const isLeft = x + r + size > width - 4;
    const box = {left: isLeft ? x - r - size : x + r, top: y - LINE, size, height: 2 * LINE};
    const isFree = box.left > 0 && box.top > 0 && box.top + box.height < height
        && taken.every((other) => box.left > other.left + other.size
          || other.left > box.left + box.size
          || box.top > other.top + other.height || other.top > box.top + box.height);
    if (!isFree || place.documents === null) return null;
    taken.push(box);
    return s('text', {
      class: 'label', y: y - 2, direction: isRightToLeft ? 'rtl' : 'ltr',
      // The start of a line of Arabic is its right end.
      'text-anchor': isLeft === isRightToLeft ? 'start' : 'end',
    },
        lines.map((line, i) => s('tspan', {
          class: i === 0 && 'place-name', dy: i === 0 ? 0 : LINE,
          x: isLeft ? x - r - 4 : x + r + 4,
        }, line)));
  });
}
