// SPDX-License-Identifier: AGPL-3.0-or-later

/** How a document comes here, what is judged and how, what was measured of it, and what it cannot. */

import {h, replace} from '../dom.js';
import {figures} from '../figures.js';
import {label, number, percent, t} from '../i18n.js';
import {address, link} from '../location.js';
import {fault, loading, table} from '../parts.js';
import {meanings, measuredWords} from './explanation.js';

const STEPS = ['fetch', 'extract', 'fold', 'judge', 'index'];
const LEVELS = [0, 1, 2, 3, 4, 5];
const RULES = ['masking', 'people', 'cells', 'gaps', 'prevalence', 'correction', 'erasure'];
const EXPECTATIONS = ['HOSTILE', 'NOT_HOSTILE', 'NOT_RELEVANT'];
const LANGUAGES = ['ary-Arab', 'ary-Latn', 'arb', 'fr', 'es', 'en', 'other-ar'];
const MEASURES = ['accuracy', 'precision', 'recall', 'F1'];

export function methodView() {
  const measured = h('div', null, loading());
  const node = h('div', {class: 'method'},
      h('h1', null, t('method.title')), h('p', {class: 'lead'}, t('method.lead')),
      section('method.way', h('ol', {class: 'steps'}, STEPS.map((step) =>
        h('li', null, h('strong', null, t(`method.way.${step}`)), ' ', t(`method.way.${step}.what`))))),
      section('method.judged', h('p', null, t('explain.what')), meanings(),
          h('h3', null, t('method.intensity')),
          h('ol', {class: 'levels', start: 0}, LEVELS.map((level) => h('li', null,
              t('score.intensity.value', {level, words: t(`intensity.${level}`)})))),
          h('p', null, t('explain.sure'))),
      section('method.measured', measured),
      section('method.rules', h('dl', {class: 'definitions'}, RULES.map((rule) => h('div', null,
          h('dt', null, t(`method.${rule}`)), h('dd', null, t(`method.${rule}.what`)))))),
      section('method.limits', h('p', null, t('explain.covered')), h('p', null, t('method.not'))),
      h('p', {class: 'note'}, t('method.sources'), ' ',
          link(address('/sources', {}), null, t('nav.sources')), ' · ',
          link(address('/rejections', {}), null, t('nav.rejections'))));

  async function update() {
    if (measured.querySelector('table')) return;
    try {
      replace(measured, ...measurements(await figures()));
    } catch (problem) {
      replace(measured, fault(problem));
    }
  }
  return {node, update};
}

function section(key, ...children) {
  return h('section', {class: 'panel', 'aria-labelledby': key}, h('h2', {id: key}, t(key)), children);
}

function measurements(found) {
  const held = found.gates.filter((gate) => gate.holds).length;
  return [
    h('dl', {class: 'facts versions'},
        fact('method.model', h('bdi', null, found.model)),
        fact('method.codebook', h('bdi', null, found.codebook)),
        fact('method.trainedOn', number(Object.values(found.trainingTexts).reduce((a, b) => a + b, 0))),
        fact('method.measuredOn', number(found.reference.texts)),
        fact('method.gates', t('method.gates.held',
            {held: number(held), all: number(found.gates.length)}))),
    h('p', null, measuredWords(found)),
    h('p', null, t('method.labelled')),
    decisions('relevant', found), decisions('HOSTILE', found),
    h('p', {class: 'note'}, t('method.measures')),
    functional(found),
    h('details', null, h('summary', null, t('method.confusion')), confusion(found)),
    h('details', null, h('summary', null, t('method.training')), training(found)),
    h('p', {class: 'controls'}, ['card', 'evaluation'].map((page) =>
      h('a', {class: 'button', href: `/method/${page}`, hreflang: 'en'}, t(`method.${page}`)))),
  ];
}

function fact(key, value) {
  return h('div', null, h('dt', null, t(key)), h('dd', null, value));
}

/** How often a decision is right, in all texts, the Moroccan ones, and by language. */
function decisions(decision, {reference}) {
  const name = (key) => {
    const part = key.split(', ')[1];
    if (!part) return t('method.all');
    return part === 'Moroccan' ? t('method.moroccan') : label('language', part);
  };
  const keys = Object.keys(reference.decisions)
      .filter((key) => key === decision || key.startsWith(`${decision}, `));
  return table(t(`method.decision.${decision}`),
      [{head: t('method.texts.of')}, {head: t('method.texts'), numeric: true},
        ...MEASURES.map((measure) => ({head: t(`method.${measure}`), numeric: true}))],
      keys.map((key) => {
        const measures = reference.decisions[key];
        return [name(key), number(measures.texts),
          ...MEASURES.map((measure) => percent(measures[measure]))];
      }), 'stacked');
}

/** Sentences of our own: how many were judged as they should be, by what is expected. */
function functional({functional: results}) {
  const languages = LANGUAGES.filter((code) => results.some((one) => one.language === code));
  const cell = (expectation, language) => {
    const some = results.filter((one) =>
      one.expectation === expectation && one.language === language);
    const sum = (count) => some.reduce((all, one) => all + count(one), 0);
    const right = sum((one) => expectation === 'NOT_HOSTILE' ? one.cases - one.calledHostile
      : one.passed);
    return t('method.passed', {right: number(right), cases: number(sum((one) => one.cases))});
  };
  return table(t('method.functional'),
      [{head: t('method.expected')},
        ...languages.map((code) => ({head: label('language', code), numeric: true}))],
      EXPECTATIONS.map((expectation) => [t(`method.expected.${expectation}`),
        ...languages.map((language) => cell(expectation, language))]), 'stacked');
}

function confusion({reference}) {
  const rows = Object.keys(reference.stances);
  const called = [...new Set([...rows, ...Object.values(reference.stances).flatMap(Object.keys)])];
  const name = (code) => code === 'not relevant' ? t('badge.irrelevant') : label('stance', code);
  return table(t('method.confusion.what'),
      [{head: t('method.truth')}, ...called.map((code) => ({head: name(code), numeric: true}))],
      rows.map((truth) => [name(truth),
        ...called.map((code) => number(reference.stances[truth][code] ?? 0))]));
}

function training({trainingTexts}) {
  return table(t('method.training'), [{head: t('method.set')}, {head: t('method.texts'), numeric: true}],
      Object.entries(trainingTexts).map(([set, count]) => [h('bdi', {lang: 'en'}, set), number(count)]));
}
