// SPDX-License-Identifier: AGPL-3.0-or-later

/** What a rule counts: as the API holds it, as an address holds it, and in words. */

import {h} from './dom.js';
import {label, t} from './i18n.js';
import {placeName, sourceName} from './names.js';

/** The codes that one can ask for, as the classifiers have them. */
export const CODES = {
  stance: ['HOSTILE', 'CRITICAL_POLICY', 'NEUTRAL', 'REPORT_ON_HOSTILITY', 'SUPPORTIVE',
    'COUNTER_SPEECH', 'UNCLEAR'],
  target: ['SSA_BLACK', 'MIGRANT_GENERIC', 'REFUGEE', 'ARAB', 'MOR_ABROAD', 'BLACK_MOROCCAN',
    'WOMEN_MIGRANT', 'CHILD_MIGRANT', 'MIXED_COUPLES', 'SOLIDARITY_ACTORS', 'MUSLIM_IMMIGRANT',
    'OTHER'],
  frame: ['CRIME', 'ECONOMY', 'HEALTH', 'DEMOGRAPHIC', 'CULTURE', 'SEXUAL', 'PLOT', 'BORDER',
    'WATER', 'ANIMAL', 'VERMIN', 'MILITARY', 'BURDEN', 'SLUR', 'EXPEL', 'VIOLENCE', 'MOCKERY',
    'HUMANITARIAN', 'VICTIM', 'RIGHTS', 'CONTRIBUTION', 'SOLIDARITY', 'CONDEMN_RACISM'],
  language: ['arb', 'ary-Arab', 'ary-Latn', 'fr', 'es', 'en'],
  kind: ['ARTICLE', 'COMMENT', 'POST'],
};

/** The lists of a rule's filters, with the parameter of an address that holds each. */
const LISTS = [['stances', 'stance'], ['targets', 'target'], ['frames', 'frame'],
  ['places', 'place'], ['sources', 'source'], ['languages', 'language'], ['kinds', 'kind']];

/** The word for a value of a parameter such as stance or place. */
export function valueName(name, value) {
  if (name === 'source') return sourceName(value);
  if (name === 'place') return placeName(value);
  if (['relevant', 'synonyms'].includes(name)) return t(value === 'true' ? 'answer.yes' : 'answer.no');
  return label(name, value);
}

/** The filters as parameters of an address. */
export function parametersOf(filters) {
  const parameters = new URLSearchParams();
  if (filters.text) parameters.set('q', filters.text);
  for (const [list, name] of LISTS) {
    for (const value of filters[list] ?? []) parameters.append(name, value);
  }
  if (filters.leastIntensity) parameters.set('intensity', filters.leastIntensity);
  if (filters.relevant !== undefined) parameters.set('relevant', filters.relevant);
  if (filters.synonyms) parameters.set('synonyms', 'true');
  return parameters;
}

/** The filters that an address holds, without its days: a rule goes on for ever. */
export function filtersFrom(parameters) {
  const filters = {};
  const text = parameters.get('q')?.trim();
  if (text) filters.text = text;
  for (const [list, name] of LISTS) {
    const values = parameters.getAll(name).filter((value) => value);
    if (values.length > 0) filters[list] = values;
  }
  const intensity = Number(parameters.get('intensity'));
  if (intensity > 0) filters.leastIntensity = intensity;
  if (parameters.get('relevant')) filters.relevant = parameters.get('relevant') === 'true';
  if (parameters.get('synonyms') === 'true') filters.synonyms = true;
  return filters;
}

/** What an address asks for but for its days, in one line. */
export function filterWords(parameters) {
  return [...parameters].filter(([name]) => !['from', 'to'].includes(name))
      .map(([name, value]) => `${t(`field.${name}`)}: ${valueName(name, value)}`).join(' · ')
    || t('trends.everything');
}

/** The conditions in words, as a description list. */
export function conditions(filters) {
  const row = (name, value) => value && h('div', null, h('dt', null, name), h('dd', null, value));
  const words = (list, name) => (filters[list] ?? []).length > 0
      && filters[list].map((value, i) =>
        [i > 0 && t('list.separator'), h('bdi', null, valueName(name, value))]);
  const rows = [
    row(t('field.q'), filters.text && [h('bdi', null, filters.text),
      filters.synonyms && [' ', h('span', {class: 'badge'}, t('synonyms.on'))]]),
    ...LISTS.map(([list, name]) => row(t(`field.${name}`), words(list, name))),
    row(t('field.intensity'), filters.leastIntensity && t('score.intensity.value', {
      level: filters.leastIntensity, words: t(`intensity.${filters.leastIntensity}`),
    })),
    row(t('field.relevant'), filters.relevant !== undefined
        && t(filters.relevant ? 'answer.yes' : 'answer.no')),
  ].filter((one) => one);
  return rows.length > 0 ? h('dl', {class: 'conditions'}, rows)
    : h('p', {class: 'note'}, t('rules.everything'));
}
