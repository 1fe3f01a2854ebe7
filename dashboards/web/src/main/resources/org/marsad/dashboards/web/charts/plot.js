// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * What the charts share: a drawing as wide as its place, a cursor for mouse and keyboard whose
 * column is read out in words, hatching for what is not known, and the names and scale of a row.
 */

import {h, s} from '../dom.js';
import {isRightToLeft, number} from '../i18n.js';
import {glyph} from '../parts.js';

const LEAP = 7;
let charts = 0;

/** An id that no other chart of the page has. */
export function unique(name) {
  return `${name}-${++charts}`;
}

/**
 * @param {Object} chart
 * @param {string} chart.label what the cursor does, for screen readers
 * @param {string} [chart.kind] a class of the plot
 * @param {number} chart.count columns, at least one
 * @param {number} chart.start the column that the cursor is on at first
 * @param {(index: number) => {tone?: string, text: string}[]} chart.parts a column in words
 * @param {(width: number) => SVGElement} chart.draw with one element of class `hit` a column, in
 *     order, and one of class `cursor`
 * @param {(index: number) => void} [chart.onChoose] called when a column is clicked, or Enter hit
 * @returns {{readout: HTMLElement, plot: HTMLElement}}
 */
export function cursorPlot({label, kind, count, start, parts, draw, onChoose}) {
  let cursor = start;
  const readout = h('p', {class: 'readout'});
  const plot = h('div', {
    class: kind ? `plot ${kind}` : 'plot', dir: 'ltr', tabindex: 0, role: 'slider',
    'aria-label': label, 'aria-valuemin': 0, 'aria-valuemax': count - 1,
  });

  function moveTo(index) {
    cursor = Math.max(0, Math.min(count - 1, index));
    const said = parts(cursor);
    readout.replaceChildren(...said.map(({tone, text}) =>
      h('span', null, tone && glyph(tone), text)));
    plot.setAttribute('aria-valuenow', cursor);
    plot.setAttribute('aria-valuetext', said.map(({text}) => text).join(', '));
    const hit = plot.querySelectorAll('.hit')[cursor];
    plot.querySelector('.hit.current')?.classList.remove('current');
    hit?.classList.add('current');
    const mark = plot.querySelector('.cursor');
    for (const side of ['x', 'width']) mark?.setAttribute(side, hit.getAttribute(side));
  }

  plot.addEventListener('keydown', (event) => {
    const steps = {
      ArrowLeft: cursor - 1, ArrowRight: cursor + 1, ArrowDown: cursor - 1, ArrowUp: cursor + 1,
      PageDown: cursor - LEAP, PageUp: cursor + LEAP, Home: 0, End: count - 1,
    };
    if (event.key in steps) moveTo(steps[event.key]);
    else if (event.key === 'Enter' && onChoose) onChoose(cursor);
    else return;
    event.preventDefault();
  });
  // A finger holds on to the column that it came down on; the cursor has to follow it.
  plot.addEventListener('pointerdown', (event) => {
    if (event.target.hasPointerCapture(event.pointerId)) {
      event.target.releasePointerCapture(event.pointerId);
    }
  });
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry.contentRect.width);
    if (width === 0 || plot.dataset.width === String(width)) return;
    plot.dataset.width = String(width);
    plot.replaceChildren(draw(width));
    plot.querySelectorAll('.hit').forEach((hit, index) => {
      hit.addEventListener('pointerenter', () => moveTo(index));
      if (onChoose) hit.addEventListener('click', () => onChoose(index));
    });
    moveTo(cursor);
  }).observe(plot);
  moveTo(cursor);
  return {readout, plot};
}

/** A pattern for what is not known; fill with `url(#id)`. */
export function hatching(id) {
  return s('defs', null, s('pattern', {
    id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)',
  }, s('line', {class: 'hatch', x1: 0, x2: 0, y1: 0, y2: 6})));
}

/** A pattern for what is there and is not told; fill with `url(#id)`. */
export function dots(id) {
  return s('defs', null, s('pattern', {
    id, width: 4, height: 4, patternUnits: 'userSpaceOnUse',
  }, s('circle', {class: 'dot', cx: 2, cy: 2, r: 1.2})));
}

/** Runs of indices for which something holds, as [from, to). */
export function runs(count, holds) {
  const found = [];
  for (let index = 0; index < count; index++) {
    if (!holds(index)) continue;
    const last = found[found.length - 1];
    if (last && last[1] === index) last[1] = index + 1;
    else found.push([index, index + 1]);
  }
  return found;
}

/** The lines, the name and the two figures of a row of columns. */
export function rowScale({name, top, base, height, margin, width}) {
  const place = isRightToLeft ? {x: width, 'text-anchor': 'end'} : {x: margin};
  return s('g', null,
      s('line', {class: 'grid', x1: margin, x2: width, y1: base - height, y2: base - height}),
      s('line', {class: 'base', x1: margin, x2: width, y1: base, y2: base}),
      s('text', {class: 'tick', x: margin - 8, y: base - height + 4, 'text-anchor': 'end'}, top),
      s('text', {class: 'tick', x: margin - 8, y: base + 1, 'text-anchor': 'end'}, number(0)),
      s('text', {class: 'name', y: base - height - 7, ...place}, name));
}
