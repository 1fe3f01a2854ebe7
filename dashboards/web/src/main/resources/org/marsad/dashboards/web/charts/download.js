// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * A chart as a file that looks right alone: what is shown, with its title, what it counts, how much
 * was captured, and where it comes from. It has the words of the page and no others, so what is
 * masked there is masked here.
 */

import {h, s} from '../dom.js';
import {isRightToLeft, t} from '../i18n.js';

const INLINED = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-size',
  'font-weight', 'font-family', 'text-anchor'];
const LINE = 19;
const EDGE = 16;
/** For print and for screens with many points. */
const SCALE = 2;

/**
 * Buttons that save the chart.
 * @param {() => SVGElement|null} drawn what is shown now
 * @param {string} name of the files, without its ending
 * @param {() => string[]} lines the title first, then what else is written above the chart
 * @param {string} [table] address of the same as CSV
 */
export function downloads(drawn, name, lines, table) {
  const button = (kind, make) => h('button', {
    type: 'button', 'data-download': kind, onclick: async () => save(await make(), `${name}.${kind}`),
  }, t(`download.${kind}`));
  return h('div', {class: 'downloads', role: 'group', 'aria-label': t('download')},
      button('svg', () => blobOf(picture(drawn(), lines()))),
      button('png', () => pixels(picture(drawn(), lines()))),
      table && h('a', {href: table, download: `${name}.csv`}, t('download.csv')));
}

function picture(chart, lines) {
  const width = chart.width.baseVal.value + 2 * EDGE;
  const top = EDGE + LINE * lines.length + 8;
  const height = top + chart.height.baseVal.value + LINE + EDGE;
  const styles = getComputedStyle(chart);
  const page = getComputedStyle(document.documentElement);
  const ink = page.getPropertyValue('--ink');
  const place = isRightToLeft ? {x: width - EDGE, direction: 'rtl'} : {x: EDGE};
  const text = (words, y, bold) => s('text', {
    ...place, y, fill: ink, 'font-family': styles.fontFamily, 'font-size': bold ? 16 : 13,
    'font-weight': bold ? 650 : 400,
  }, words);
  const copy = inlined(chart);
  copy.setAttribute('x', EDGE);
  copy.setAttribute('y', top);
  return s('svg', {width, height, viewBox: `0 0 ${width} ${height}`},
      s('title', null, lines[0]),
      s('rect', {width, height, fill: page.getPropertyValue('--surface')}),
      lines.map((line, i) => text(line, EDGE + 12 + LINE * i, i === 0)), copy,
      text(`${t('brand')} · ${t('download.source')}`, height - EDGE));
}

/** A copy without the cursor whose styles are attributes of its own. */
function inlined(chart) {
  const copy = chart.cloneNode(true);
  const originals = [chart, ...chart.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, i) => {
    const styles = getComputedStyle(originals[i]);
    const around = originals[i].parentElement;
    const usual = i > 0 && getComputedStyle(around);
    for (const name of INLINED) {
      const value = styles.getPropertyValue(name);
      // What is inherited need not be said again, but opacity is not.
      if (!usual || name === 'opacity' || usual.getPropertyValue(name) !== value) {
        element.setAttribute(name, value);
      } else {
        element.removeAttribute(name);
      }
    }
    element.removeAttribute('class');
  });
  const idle = [...chart.querySelectorAll('.hit:not(.place), .cursor, .range:not([x])')]
      .map((element) => originals.indexOf(element));
  const copies = [copy, ...copy.querySelectorAll('*')];
  idle.forEach((at) => copies[at].remove());
  return copy;
}

function blobOf(svg) {
  return new Blob([new XMLSerializer().serializeToString(svg)], {type: 'image/svg+xml'});
}

async function pixels(svg) {
  const address = URL.createObjectURL(blobOf(svg));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width * SCALE;
    canvas.height = image.height * SCALE;
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done) => { canvas.toBlob(done, 'image/png'); });
  } finally {
    URL.revokeObjectURL(address);
  }
}

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  h('a', {href: address, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
