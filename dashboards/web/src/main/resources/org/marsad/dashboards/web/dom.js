// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Builds the page's nodes. Whatever is a string becomes a text node, so text from documents can
 * never become markup.
 */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An HTML element.
 * @param {string} tag
 * @param {Object<string, any>|null} attributes `on…` are listeners; false, null and undefined are left out
 * @param {...any} children nodes, strings, numbers, arrays of these; null and false are left out
 */
export function h(tag, attributes, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** An SVG element, as `h`. */
export function s(tag, attributes, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.flat(Infinity).filter(isShown));
  return element;
}

function isShown(child) {
  return child !== null && child !== undefined && child !== false;
}

/** Replaces what `container` holds; the focus stays on the control with the same id, if any. */
export function replace(container, ...children) {
  const active = document.activeElement;
  const id = active && container.contains(active) ? active.id : '';
  container.replaceChildren(...children.flat(Infinity).filter(isShown));
  if (id) document.getElementById(id)?.focus({preventScroll: true});
}
