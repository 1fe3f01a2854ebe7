// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Text with marks, as the server sends it: {text, marks: [{start, end, kind, label, score, voice}]}, kind
 * QUERY (a match of the search) or EVIDENCE (what the judgement rests on), offsets in UTF-16 units.
 */

import {h} from './dom.js';
import {label, percent, t} from './i18n.js';

/** The nodes of a passage. Marks may overlap; each stretch of text is shown once. */
export function passage({text, marks}) {
  const edges = new Set([0, text.length]);
  for (const mark of marks) edges.add(mark.start).add(mark.end);
  const ordered = [...edges].sort((a, b) => a - b);
  return ordered.slice(1).map((end, i) => {
    const start = ordered[i];
    const covering = marks.filter((mark) => mark.start <= start && mark.end >= end);
    return stretch(text.slice(start, end), covering);
  });
}

function stretch(text, marks) {
  const evidence = marks.filter((mark) => mark.kind === 'EVIDENCE');
  let node = text;
  if (evidence.length > 0) {
    const reasons = evidence.map(reason).join(' · ');
    node = h('span', {class: `evidence tone-${tone(evidence)}`, title: reasons}, node);
  }
  return marks.some((mark) => mark.kind === 'QUERY') ? h('mark', null, node) : node;
}

/** "Slur, the author's words, 93%": what a span is evidence of. */
export function reason(mark) {
  const values = {label: evidenceLabel(mark.label), score: percent(mark.score)};
  return mark.voice ? t('evidence.voiced', {...values, voice: label('voice', mark.voice)})
      : t('evidence.reason', values);
}

function evidenceLabel(code) {
  const known = label('evidence', code);
  return known === code ? label('frame', code) : known;
}

const TONES = {
  HOSTILE: 'hostile', SLUR: 'hostile', EXPEL: 'hostile', VIOLENCE: 'hostile', MOCKERY: 'hostile',
  ANIMAL: 'hostile', VERMIN: 'hostile',
  REPORT: 'reporting',
  SUPPORTIVE: 'supportive', COUNTER: 'supportive', HUMANITARIAN: 'supportive',
  VICTIM: 'supportive', RIGHTS: 'supportive', CONTRIBUTION: 'supportive',
  SOLIDARITY: 'supportive', CONDEMN_RACISM: 'supportive',
};

/** A threat frame alone is a topic, not hostility: it is marked in the neutral tone. */
function tone(marks) {
  const tones = marks.map((mark) => TONES[mark.label] ?? 'frame');
  return ['hostile', 'reporting', 'supportive', 'frame'].find((one) => tones.includes(one));
}

/** The text cut into its paragraphs, each with its marks. */
export function paragraphs({text, marks}) {
  const pieces = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const start = match.index;
    const end = start + match[0].length;
    const inside = marks.filter((mark) => mark.start < end && mark.end > start)
        .map((mark) => ({
          ...mark, start: Math.max(0, mark.start - start), end: Math.min(end, mark.end) - start,
        }));
    pieces.push(h('p', {dir: 'auto'}, passage({text: match[0], marks: inside})));
  }
  return pieces;
}

/** The language tag for screen readers and fonts. */
export function langOf({language}) {
  const known = {'ary-Arab': 'ary', 'ary-Latn': 'ary-Latn', arb: 'ar', fr: 'fr', es: 'es', en: 'en',
    zgh: 'zgh', 'other-ar': 'ar'};
  return known[language] ?? null;
}
