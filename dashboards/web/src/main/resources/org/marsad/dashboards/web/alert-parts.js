// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the pages about alerts share: names, states and figures in words. */

import {h} from './dom.js';
import {decimal, isolated, label, language, moment, number, plural, t} from './i18n.js';
import {faultWords, reviewed} from './parts.js';

const HOUR = 3600000;
const DAY = 24 * HOUR;
const STATES = {OPEN: ['▲', 'hostile'], RESOLVED: ['●', 'supportive'], ESCALATED: ['■', 'hostile']};
/** From this severity on, a person has to confirm the judgement of the texts. */
export const NEEDS_REVIEW = 4;
/** How long a rule can be muted by one button, in milliseconds. */
export const MUTES = [['mute.day', DAY], ['mute.week', 7 * DAY]];

/** The name of a rule in the reader's language, else in any. */
export function ruleName(names, id) {
  return names?.[language] ?? names?.en ?? Object.values(names ?? {})[0] ?? id;
}

/** What an incident is called: by its rule or, of a single text, by what it is. */
export function incidentName({ruleNames, ruleId}) {
  return ruleId ? ruleName(ruleNames, ruleId) : t('alert.escalated');
}

export function stateBadge(state) {
  const [shape, tone] = STATES[state];
  return h('span', {class: `badge tone-${tone}`, title: t(`alert.state.${state}.why`)},
      h('span', {class: 'glyph', 'aria-hidden': 'true'}, shape), t(`alert.state.${state}`));
}

export function severityBadge(severity) {
  return levelBadge('alert.severity', severity);
}

/** Of one text; `state` is what came of a person's look at it. */
export function intensityBadge(intensity, state) {
  return levelBadge('badge.intensity', intensity, state);
}

function levelBadge(key, level, state) {
  return [
    level > 0 && h('span', {class: 'badge', title: t(`intensity.${level}`)},
        t(key, {level, words: t(`intensity.${level}`)})),
    level >= NEEDS_REVIEW && reviewed(state),
  ];
}

export function verdictBadge(verdict) {
  return verdict && h('span', {class: 'badge'}, t(`verdict.${verdict.judgement}`));
}

/** Whose word that is, and since when; `name` is that of the account. */
export function verdictWords(verdict, name) {
  const who = name ?? t(verdict.by === 'local' ? 'verdict.by.local' : 'verdict.by.somebody');
  return t(`verdict.${verdict.judgement}.by`, isolated({who, when: moment(verdict.at)}));
}

/** The detector's words, such as "volume up and share up (learning)", in the reader's language. */
export function reasonWords(reason) {
  const has = (word) => reason.includes(word);
  if (has('volume') && has('share')) return t('alert.reason.both');
  if (has('volume')) return t('alert.reason.volume');
  if (has('share')) return t('alert.reason.share');
  return label('alert.reason', reason);
}

/** "41 documents where 12.5 were expected". */
export function figuresWords({observed, expected}) {
  return t('alert.figures', {observed: plural('alert.documents', observed),
    expected: decimal(expected)});
}

/** How many times as many as expected; null where that says nothing. */
export function ratioWords({observed, expected}) {
  return expected >= 0.5 ? t('alert.ratio', {ratio: decimal(observed / expected)}) : null;
}

/** Whether a bucket lies in an incident. */
export function within({from, to}) {
  return (start) => Date.parse(start) >= Date.parse(from) && Date.parse(start) < Date.parse(to);
}

export function precisionWords(precision) {
  if (!precision) return t('rules.unjudged');
  return t('rules.precision.value', {
    acknowledged: number(precision.acknowledged),
    judged: number(precision.acknowledged + precision.falseAlarms),
  });
}

/** A fault with all that it lists. */
export function faults(problem) {
  return h('div', {class: 'fault', role: 'alert', tabindex: -1},
      problem.faults?.length > 1
        ? h('ul', null, problem.faults.map((one) => h('li', null, h('bdi', null, one))))
        : h('bdi', null, faultWords(problem)));
}
