// SPDX-License-Identifier: AGPL-3.0-or-later

/** One incident with its evidence: what rose, by how much, what carries it, and what speaks against. */

import {
  MUTES, NEEDS_REVIEW, faults, figuresWords, incidentName, intensityBadge, ratioWords, reasonWords,
  severityBadge, stateBadge, verdictBadge, verdictWords, within,
} from '../alert-parts.js';
import {ask, send} from '../api.js';
import {seriesChart} from '../charts/series.js';
import {h, replace} from '../dom.js';
import {conditions, parametersOf} from '../filters.js';
import {decimal, isoDay, label, moment, number, percent, plural, small, t} from '../i18n.js';
import {address, link} from '../location.js';
import {loadNames, placeName, sourceName} from '../names.js';
import {langOf} from '../passages.js';
import {fault, loading, outside, table} from '../parts.js';
import {may} from '../session.js';
import {alertsMenu, span} from './alerts.js';
import {isMuted} from './rules.js';

const DIMENSIONS = {SOURCE: sourceName, PLACE: placeName,
  LANGUAGE: (value) => label('language', value), TARGET: (value) => label('target', value),
  FRAME: (value) => label('frame', value)};

/** Where the links of messages lead; what they name is for a person to press. */
const LINKED = {'#acknowledge': 'verdict-ACKNOWLEDGED', '#false-alarm': 'verdict-FALSE_ALARM',
  '#mute': 'mute.day'};

export function alertView() {
  const id = decodeURIComponent(location.pathname.split('/')[2]);
  const path = `/api/incidents/${encodeURIComponent(id)}`;
  const heading = h('h1', {dir: 'auto'}, t('alert'));
  const body = h('div', null, loading());
  const node = h('article', {class: 'alert'}, heading, alertsMenu(), body);

  async function update() {
    try {
      const [found] = await Promise.all([ask(path), loadNames()]);
      show(found);
    } catch (problem) {
      replace(body, problem.status === 404 ? h('p', {class: 'fault'}, t('alert.missing'))
        : fault(problem));
    }
  }

  function show(found) {
    const latest = found.steps[found.steps.length - 1];
    // The last bucket of a rise that is over is calm, and says nothing of the rise.
    const risen = [...found.steps].reverse().find((step) => step.kind !== 'RESOLVED') ?? latest;
    const then = latest.rule;
    const explained = [...found.steps].reverse().find((step) => step.explanation)?.explanation;
    replace(heading, incidentName({ruleId: then?.id, ruleNames: then?.names}));
    document.title = `${heading.textContent} · ${t('brand')}`;
    replace(body,
        h('p', {class: 'badges'}, stateBadge(found.state), severityBadge(latest.severity),
            verdictBadge(found.verdict)),
        h('p', {class: 'lead'}, summary(found, latest)),
        actions(found, path, update),
        h('div', {class: 'columns reading'},
            h('div', null,
                latest.history.length > 0 && h('section', {class: 'panel'},
                    h('h2', null, t('alert.chart')), chart(latest)),
                explained && contributions(explained),
                explained && samples(explained, found.reviewed)),
            h('aside', {'aria-label': t('alert.about')},
                figures(latest, risen), caveats(found, latest, risen, explained),
                then && h('section', {class: 'panel'}, h('h2', null, t('alerts.rule')),
                    conditions(then.filters),
                    h('p', null, link(address(`/alerts/rules/${then.id}`, {}), null,
                        t('rules.decisions.show')))))),
        steps(found.steps),
        found.deliveries.length > 0 && receipts(found));
    document.getElementById(LINKED[location.hash])?.focus();
  }
  return {node, update};
}

function summary(found, latest) {
  if (found.state === 'ESCALATED') return t('alert.escalated.what');
  return [figuresWords(latest), ratioWords(latest), span(latest)].filter((part) => part)
      .join(t('alert.separator'));
}

function chart(step) {
  const isRise = step.kind !== 'RESOLVED';
  const history = step.history.map((point, i) => isRise && i === step.history.length - 1
    ? {...point, upper: step.upper} : point);
  return seriesChart(history, step.granularity, within(step));
}

/** @param {Object} risen the latest step of the rise itself */
function figures(step, risen) {
  const row = (name, value) => value !== null && value !== undefined && value !== false
      && h('div', null, h('dt', null, name), h('dd', null, value));
  const isRise = step.kind !== 'ESCALATED';
  return h('section', {class: 'panel'}, h('h2', null, t('alert.numbers')),
      h('dl', {class: 'facts'},
          isRise && [row(t('alert.observed'), number(step.observed)),
            row(t('alert.expected'), decimal(step.expected)), row(t('alert.times'), ratioWords(step)),
            row(t('alert.upper'), risen.upper !== undefined && number(risen.upper)),
            row(t('alert.peak'), number(step.peak)),
            row(t('alert.why'), reasonWords(risen.reason)),
            row(t('alert.chance'), risen.p !== undefined && chance(risen.p))],
          row(t('alert.severity.name'), t('score.intensity.value', {
            level: step.severity, words: t(`intensity.${step.severity}`),
          })),
          row(t('alert.frozen'), moment(step.to)),
          row(t('document.model'), risen.explanation?.models.length > 0
              && h('bdi', null, risen.explanation.models.join(', ')))));
}

function chance(p) {
  return p < 0.0001 ? t('alert.chance.tiny') : small(p);
}

/** What speaks against taking the rise at its word. */
function caveats(found, latest, risen, explained) {
  const spread = explained?.spread;
  const points = [
    spread && t(spread.viral ? 'alert.viral' : 'alert.broad', {
      looked: plural('alert.documents', spread.looked), stories: number(spread.stories),
      largest: number(spread.largest), sources: number(spread.sources),
    }),
    explained?.silentSources.length > 0 && [t('alert.silent'), ' ',
      explained.silentSources.map((id, i) => [i > 0 && t('list.separator'),
        h('bdi', null, sourceName(id))])],
    latest.history.some((point) => point.withheld && point.start >= latest.from)
      && t('alert.withheld'),
    explained?.withheld && t('alert.withheld.parts'),
    explained?.modelChanged && t('alert.modelChanged'),
    risen.reason.includes('learning') && t('alert.learning'),
    latest.catchUp && t('alert.catchUp.why'),
    latest.severity >= NEEDS_REVIEW && t('alert.unreviewed'),
    t('alert.machine'),
  ].filter((one) => one);
  return h('section', {class: 'panel'}, h('h2', null, t('alert.caveats')),
      h('ul', {class: 'points'}, points.map((point) => h('li', null, point))));
}

function contributions({contributions: all}) {
  const kinds = [...new Set(all.map((one) => one.dimension))];
  if (kinds.length === 0) return null;
  const name = ({dimension, value}) => dimension === 'THREAD'
    ? link(address(`/documents/${encodeURIComponent(value)}`, {}), null, t('alert.thread'))
    : h('bdi', null, DIMENSIONS[dimension]?.(value) ?? value);
  return h('section', {class: 'panel contributions'}, h('h2', null, t('alert.contributions')),
      h('p', {class: 'note'}, t('alert.contributions.note')),
      kinds.map((kind) => table(t(`dimension.${kind}`),
          [{head: t('alert.value')}, {head: t('alert.observed'), numeric: true},
            {head: t('alert.expected'), numeric: true}, {head: t('alert.share')}],
          all.filter((one) => one.dimension === kind).map((one) => [
            name(one), number(one.observed), decimal(one.expected),
            h('span', {class: 'share'}, h('meter', {
              min: 0, max: 1, value: Math.max(0, Math.min(1, one.share)),
              'aria-label': t('alert.share'),
            }), ' ', percent(one.share)),
          ]), 'stacked')));
}

function samples({samples: all}, reviewed) {
  if (all.length === 0) return null;
  return h('section', {class: 'panel'}, h('h2', null, t('alert.samples')),
      h('p', {class: 'note'}, t('alert.samples.note')),
      h('ol', {class: 'results'}, all.map((one) => h('li', null, h('article', null,
          h('h3', {dir: 'auto'}, link(address(`/documents/${encodeURIComponent(one.documentId)}`, {}),
              null, one.title ?? t('alert.untitled'))),
          h('p', {class: 'badges'},
              one.stance && h('span', {class: 'badge'}, label('stance', one.stance)),
              intensityBadge(one.intensity, reviewed[one.documentId])),
          h('p', {class: 'excerpt', dir: 'auto', lang: langOf(one)}, one.excerpt),
          h('p', {class: 'provenance'}, h('bdi', null, sourceName(one.sourceId)),
              one.published && h('time', {datetime: one.published}, moment(one.published)),
              one.copies > 1 && h('span', null, plural('alert.copies', one.copies)),
              one.url && outside(one.url, t('alert.original'))))))));
}

function steps(all) {
  return h('section', {class: 'panel'}, h('h2', null, t('alert.steps')),
      table(t('alert.steps'), [{head: t('alert.step')}, {head: t('alert.until')},
        {head: t('alert.observed'), numeric: true}, {head: t('alert.expected'), numeric: true},
        {head: t('alert.severity.name'), numeric: true}, {head: t('alert.why')}],
      all.map((step) => [t(`step.${step.kind}`), h('time', {datetime: step.to}, moment(step.to)),
        number(step.observed), step.kind === 'ESCALATED' ? '–' : decimal(step.expected),
        number(step.severity), step.kind === 'ESCALATED' ? t('alert.escalated')
          : reasonWords(step.reason)]), 'stacked'));
}

function receipts(found) {
  const stepOf = (key) => found.steps.find((step) => `${step.incidentId}@${step.number}` === key);
  return h('section', {class: 'panel'}, h('h2', null, t('alert.deliveries')),
      h('p', {class: 'note'}, t('alert.deliveries.note')),
      table(t('alert.deliveries'), [{head: t('alert.step')}, {head: t('alert.delivery.state')},
        {head: t('series.when')}],
      found.deliveries.map((one) => [t(`step.${stepOf(one.step)?.kind ?? 'UPDATED'}`),
        t(`delivery.${one.state}`), moment(one.sentAt ?? one.notBefore)]), 'stacked'));
}

/** What one can do about it. */
function actions(found, path, reload) {
  const outcome = h('div', {'aria-live': 'polite'});
  const act = async (change) => {
    try {
      await change();
      await reload();
    } catch (problem) {
      replace(outcome, faults(problem));
    }
  };
  const button = (id, text, change, attributes = {}) => h('button', {
    id, type: 'button', ...attributes, onclick: () => act(change),
  }, text);
  const judge = (judgement) => button(`verdict-${judgement}`, t(`verdict.${judgement}.do`),
      () => send('PUT', `${path}/verdict`, {judgement}),
      {'aria-pressed': String(found.verdict?.judgement === judgement)});
  const rule = found.rule;
  const mutePath = rule && `/api/rules/${encodeURIComponent(rule.id)}/mute`;
  const muted = rule && isMuted(rule);
  const latest = found.steps[found.steps.length - 1];
  return h('div', {class: 'actions'},
      h('div', {class: 'controls'},
          may('ANALYSE') && [judge('ACKNOWLEDGED'), judge('FALSE_ALARM')],
          may('ANALYSE') && found.verdict && button('verdict-undo', t('verdict.undo'),
              () => send('DELETE', `${path}/verdict`)),
          may('ANALYSE') && rule && (muted
            ? button('unmute', t('mute.undo'), () => send('PUT', mutePath, {until: null}))
            : MUTES.map(([key, millis]) => button(key, t(key), () => send('PUT', mutePath,
                {until: new Date(Date.now() + millis).toISOString()}))))),
      found.verdict && h('p', {class: 'note', id: 'verdict-by'},
          verdictWords(found.verdict, found.judgedBy)),
      muted && h('p', {class: 'note'}, t('rules.muted', {until: moment(rule.mutedUntil)})),
      h('p', null, searchLink(latest)),
      outcome);
}

function searchLink(step) {
  if (step.documentId) {
    return link(address(`/documents/${encodeURIComponent(step.documentId)}`, {}), null,
        t('alert.document'));
  }
  const parameters = parametersOf(step.rule?.filters ?? {});
  parameters.set('from', isoDay(Date.parse(step.from)));
  parameters.set('to', isoDay(Date.parse(step.to) - 1));
  return link(address('/search', parameters), null, t('alert.search'));
}
