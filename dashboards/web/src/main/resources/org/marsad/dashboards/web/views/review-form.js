// SPDX-License-Identifier: AGPL-3.0-or-later

/** The questions of the codebook about one text, each with its keys and its definitions. */

import {h} from '../dom.js';
import {label, t} from '../i18n.js';
import {CODES} from '../filters.js';

/** One letter for each of the commonest answers; the page lists them. */
export const KEYS = {
  y: ['relevant', 'true'], x: ['relevant', 'false'],
  h: ['stance', 'HOSTILE'], p: ['stance', 'CRITICAL_POLICY'], n: ['stance', 'NEUTRAL'],
  e: ['stance', 'REPORT_ON_HOSTILITY'], s: ['stance', 'SUPPORTIVE'], c: ['stance', 'COUNTER_SPEECH'],
  u: ['stance', 'UNCLEAR'],
  0: ['intensity', '0'], 1: ['intensity', '1'], 2: ['intensity', '2'], 3: ['intensity', '3'],
  4: ['intensity', '4'], 5: ['intensity', '5'],
  o: ['offensive', 'true'], f: ['offensive', 'false'],
};
export const LAYERS = ['relevant', 'stance', 'intensity', 'targets', 'frames', 'offensive'];
const SETS = {targets: 'target', frames: 'frame'};
const CANNOT_SAY = '?';
/** Of a set: that there is none, which no box that is left empty says. */
const NONE = '-';
const VALUES = {
  relevant: ['true', 'false'], stance: CODES.stance, intensity: ['0', '1', '2', '3', '4', '5'],
  targets: CODES.target, frames: CODES.frame, offensive: ['true', 'false'],
};

/** The words for an answer. */
export function valueWords(layer, value) {
  if (layer === 'stance') return label('stance', value);
  if (layer === 'intensity') return `${value} – ${t(`intensity.${value}`)}`;
  if (layer in SETS) return label(SETS[layer], value);
  return t(value === 'true' ? 'answer.yes' : 'answer.no');
}

/** The words for a set of answers, or for none. */
export function answerWords(layer, values) {
  if (!values) return t('review.cannotSay');
  return values.length === 0 ? t('review.none')
    : values.map((value) => valueWords(layer, value)).join(t('list.separator'));
}

/**
 * @param {Object<string, {values?: string[]}>} mine what the person said before, by layer
 * @param {{keys: boolean, only?: string}} options whether keys are shown; the one layer to ask about
 */
export function reviewForm(mine, {keys, only}) {
  const layers = only ? [only] : LAYERS;
  const form = h('form', {class: 'review-form'}, layers.map((layer) => layerOf(layer, keys)));
  for (const layer of layers) {
    const before = mine[layer.toUpperCase()];
    if (before) set(layer, before.values);
  }
  // Only what is about migrants has a stance towards them.
  form.addEventListener('change', ({target}) => follow(target.name, target.value));

  function follow(layer, value) {
    if (only) return;
    if (layer === 'relevant' && value === 'false') {
      for (const name of ['stance', 'intensity']) clear(name);
    }
    if ((layer === 'stance' || layer === 'intensity') && value !== CANNOT_SAY) tick('relevant', 'true');
  }

  function inputs(layer) {
    return [...form.querySelectorAll(`input[name="${layer}"]`)];
  }

  function clear(layer) {
    for (const input of inputs(layer)) input.checked = false;
  }

  function tick(layer, value) {
    const input = inputs(layer).find((one) => one.value === value);
    if (input) input.checked = true;
  }

  function set(layer, values) {
    clear(layer);
    if (!values) tick(layer, CANNOT_SAY);
    else if (values.length === 0) tick(layer, NONE);
    else values.forEach((value) => tick(layer, value));
    if (layer in SETS) form.querySelector(`.layer-${layer} details`).open = true;
  }

  return {
    node: form,
    /** Ticks an answer as if it were clicked. */
    choose(layer, value) {
      tick(layer, value);
      follow(layer, value);
    },
    set,
    /** What is ticked, as the server takes it; null where nothing is. */
    answer() {
      const body = {};
      const cannotSay = [];
      for (const layer of layers) {
        const values = inputs(layer).filter((input) => input.checked).map((input) => input.value);
        if (values.includes(CANNOT_SAY)) cannotSay.push(layer);
        else if (values.length > 0) body[layer] = typed(layer, values);
      }
      if (cannotSay.length > 0) body.cannotSay = cannotSay;
      return Object.keys(body).length > 0 ? body : null;
    },
  };
}

function typed(layer, values) {
  if (layer in SETS) return values.filter((value) => value !== NONE);
  if (layer === 'stance') return values[0];
  return layer === 'intensity' ? Number(values[0]) : values[0] === 'true';
}

function layerOf(layer, keys) {
  const isSet = layer in SETS;
  const options = [...VALUES[layer].map((value) => choice(layer, value, valueWords(layer, value), keys)),
    isSet && choice(layer, NONE, t('review.none'), false),
    choice(layer, CANNOT_SAY, t('review.cannotSay'), false)];
  const legend = h('legend', null, t(`review.layer.${layer}`));
  return h('fieldset', {class: `layer-${layer}`}, legend,
      isSet ? h('details', null, h('summary', null, t('review.choose')), options) : options,
      ['relevant', 'stance', 'offensive'].includes(layer) && definitions(layer));
}

function choice(layer, value, words, keys) {
  const key = keys && Object.entries(KEYS).find(([, [name, code]]) => name === layer && code === value);
  const exclusive = value === CANNOT_SAY || value === NONE;
  return h('label', null,
      h('input', {
        type: layer in SETS ? 'checkbox' : 'radio', name: layer, value,
        'data-exclusive': exclusive,
        onchange: ({target}) => target.checked && alone(target, exclusive),
      }),
      h('span', null, words), key && h('kbd', {'aria-hidden': 'true'}, key[0].toUpperCase()));
}

/** "None" and "cannot say" go with no other box. */
function alone(input, exclusive) {
  for (const other of input.form.querySelectorAll(`input[type="checkbox"][name="${input.name}"]`)) {
    if (other !== input && (exclusive || other.hasAttribute('data-exclusive'))) other.checked = false;
  }
}

function definitions(layer) {
  const codes = layer === 'stance' ? CODES.stance : [''];
  return h('details', {class: 'definitions'}, h('summary', null, t('review.definition')),
      h('dl', null, codes.map((code) => [code && h('dt', null, label('stance', code)),
        h('dd', null, t(code ? `codebook.${code}` : `codebook.${layer}`))])));
}
