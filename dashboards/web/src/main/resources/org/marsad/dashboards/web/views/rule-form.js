// SPDX-License-Identifier: AGPL-3.0-or-later

/** The form that makes a rule, and shows what it would have done before it is saved. */

import {faults, figuresWords, reasonWords} from '../alert-parts.js';
import {ask, send} from '../api.js';
import {seriesChart} from '../charts/series.js';
import {h, replace} from '../dom.js';
import {CODES, filtersFrom, valueName} from '../filters.js';
import {decimal, number, plural, t} from '../i18n.js';
import {address, go} from '../location.js';
import {loading, table} from '../parts.js';
import {span} from './alerts.js';

const LANGUAGES = [['ar', 'العربية'], ['fr', 'Français'], ['en', 'English']];
const CADENCES = ['INSTANT', 'DAILY', 'WEEKLY'];
/**
 * @param {URLSearchParams} parameters filters as a search has them, and names, granularity, cadence
 * @param {{sources: Object, places: Object}} names
 */
export function ruleForm(parameters, names) {
  const former = parameters.get('id');
  const outcome = h('div', {class: 'preview', 'aria-live': 'polite'});
  const save = h('button', {type: 'button', class: 'primary', id: 'save'}, t('form.save'));
  const form = h('form', {class: 'panel rule-form'},
      h('h2', null, t(former ? 'rules.change' : 'rules.new')),
      h('fieldset', null, h('legend', null, t('form.names')),
          h('p', {class: 'note'}, t('form.names.note')),
          h('div', {class: 'row'}, LANGUAGES.map(([code, name]) => field(`name-${code}`, name, {
            lang: code, dir: code === 'ar' ? 'rtl' : 'ltr', maxlength: 120,
          }, parameters)))),
      h('fieldset', null, h('legend', null, t('form.conditions')),
          h('p', {class: 'note'}, t('form.conditions.note')),
          field('q', t('search.query'), {
            dir: 'auto', maxlength: 500, 'aria-describedby': 'rule-query-help',
          }, parameters),
          h('p', {class: 'note', id: 'rule-query-help'}, t('search.help')),
          h('p', null, h('label', {for: 'rule-synonyms'}, h('input', {
            type: 'checkbox', id: 'rule-synonyms', name: 'synonyms', value: 'true',
            checked: parameters.get('synonyms') === 'true',
          }), ' ', t('synonyms.switch'))),
          h('div', {class: 'choices'},
              Object.entries({...CODES, place: Object.keys(names.places),
                source: Object.keys(names.sources)}).map(([name, codes]) =>
                choices(name, codes, parameters))),
          h('div', {class: 'row'},
              select('intensity', t('field.intensity'),
                  [['', t('form.any')], ...[1, 2, 3, 4, 5].map((level) =>
                    [String(level), `${level}: ${t(`intensity.${level}`)}`])], parameters),
              select('relevant', t('filters.relevant'), [['', t('form.any')],
                ['true', t('answer.yes')], ['false', t('answer.no')]],
              // A new form begins with what is usual; a draft or a copy says what it wants.
              parameters.has('granularity') || parameters.has('relevant') ? parameters
                : new URLSearchParams({relevant: 'true'})))),
      h('fieldset', null, h('legend', null, t('form.rhythm')),
          h('div', {class: 'row'},
              select('granularity', t('form.granularity'), ['DAY', 'HOUR'].map((one) =>
                [one, t(`rules.every.${one}`)]), parameters),
              select('cadence', t('form.cadence'), CADENCES.map((one) =>
                [one, t(`cadence.${one}`)]), parameters))),
      h('div', {class: 'controls'},
          h('button', {type: 'submit', id: 'preview'}, t('form.preview')), save),
      h('p', {class: 'note'}, t('form.preview.note')),
      outcome);

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    keep(form, parameters);
    replace(outcome, loading());
    try {
      replace(outcome, ...preview(await send('POST', '/api/rules/preview', ruleOf(form)),
          form.elements.granularity.value));
    } catch (problem) {
      tell(problem);
    }
  });
  save.addEventListener('click', async () => {
    keep(form, parameters);
    const id = former ?? newId(form);
    try {
      await ask(`/api/rules/${encodeURIComponent(id)}`, {}, {
        method: 'PUT', body: JSON.stringify(ruleOf(form)),
        headers: {'Content-Type': 'application/json',
          ...former ? {'If-Match': parameters.get('version') ?? ''} : {'If-None-Match': '*'}},
      });
      go(address(`/alerts/rules/${id}`, {}));
    } catch (problem) {
      tell(problem);
    }
  });

  function tell(problem) {
    const message = faults(problem);
    replace(outcome, message);
    message.focus();
  }
  return form;
}

function field(name, text, attributes, parameters) {
  return h('div', {class: 'grow'}, h('label', {for: `rule-${name}`}, text),
      h('input', {
        id: `rule-${name}`, name, type: 'text', autocomplete: 'off',
        value: parameters.get(name) ?? '', ...attributes,
      }));
}

function select(name, text, options, parameters) {
  return h('div', null, h('label', {for: `rule-${name}`}, text),
      h('select', {id: `rule-${name}`, name}, options.map(([value, words]) =>
        h('option', {value, selected: parameters.get(name) === value}, words))));
}

function choices(name, codes, parameters) {
  const chosen = parameters.getAll(name);
  const all = [...new Set([...codes, ...chosen])];
  if (all.length === 0) return null;
  return h('details', {open: chosen.length > 0},
      h('summary', null, t(`field.${name}`)),
      h('ul', null, all.map((value) => {
        const id = `rule-${name}-${value}`;
        return h('li', null, h('label', {for: id}, h('input', {
          type: 'checkbox', id, name, value, checked: chosen.includes(value),
        }), h('bdi', null, valueName(name, value))));
      })));
}

/** What is filled in, as an address holds it. */
function parametersIn(form) {
  const parameters = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (String(value).trim()) parameters.append(name, String(value).trim());
  }
  return parameters;
}

/** Keeps what is filled in in the address, so that a draft can be passed on. */
function keep(form, former) {
  const parameters = parametersIn(form);
  parameters.set('new', '');
  for (const name of ['id', 'version']) {
    if (former.has(name)) parameters.set(name, former.get(name));
  }
  history.replaceState(null, '', address('/alerts/rules', parameters));
}

function ruleOf(form) {
  const parameters = parametersIn(form);
  const names = Object.fromEntries(LANGUAGES.map(([code]) => [code, parameters.get(`name-${code}`)])
      .filter(([, name]) => name));
  return {
    names, filters: filtersFrom(parameters), granularity: parameters.get('granularity'),
    cadence: parameters.get('cadence'),
  };
}

/** Of the name where that can be read in an address, and unlike every other. */
function newId(form) {
  const name = form.elements['name-en'].value || form.elements['name-fr'].value || 'rule';
  const plain = name.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '').slice(0, 40);
  return `${plain || 'rule'}-${crypto.randomUUID().slice(0, 4)}`;
}

function preview(result, granularity) {
  if (result.fault) return [h('p', {class: 'fault', role: 'alert'}, h('bdi', null, result.fault))];
  const {incidents, series} = result;
  // The chart is by day, an hourly rule's incidents may lie within one.
  const inSome = (start) => incidents.some((one) =>
    Date.parse(one.from) < Date.parse(start) + 86400000 && Date.parse(one.to) > Date.parse(start));
  return [
    h('h3', null, t('preview.title')),
    h('p', {class: 'answer'}, plural('preview.incidents', incidents.length), ' ',
        t('preview.month', {count: decimal(result.expectedAlertsPerMonth)})),
    result.judgedBuckets === 0 && h('p', {class: 'note'}, t('preview.learning')),
    result.noDataBuckets > 0 && h('p', {class: 'note'},
        t('preview.noData', {count: number(result.noDataBuckets)})),
    series.length > 0 && seriesChart(series, 'DAY', inSome),
    incidents.length > 0 && table(t('preview.list'),
        [{head: t('series.when')}, {head: t('preview.what')}, {head: t('alert.why')}],
        [...incidents].reverse().map((one) => [span({...one, granularity}), figuresWords(one),
          reasonWords(one.reason)])),
    h('p', {class: 'note'}, t('preview.note')),
  ];
}
