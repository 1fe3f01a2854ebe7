// SPDX-License-Identifier: AGPL-3.0-or-later

/** What changed from one text to the next, word by word. */

/** Beyond this many comparisons the changed stretch is shown as a whole. */
const MOST = 4_000_000;
/** Words that are kept of what did not change, on each side of what did. */
const CONTEXT = 8;

/**
 * @param {string} former
 * @param {string} later
 * @returns {{kind: 'same'|'gone'|'new'|'left-out', text: string}[]} in the order of reading; of
 *     what stayed the same, only what stands beside a change
 */
export function diff(former, later) {
  const [a, b] = [former, later].map((text) => text.match(/\S+\s*/g) ?? []);
  let start = 0;
  while (start < a.length && start < b.length && same(a[start], b[start])) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start
      && same(a[a.length - 1 - end], b[b.length - 1 - end])) end++;
  const words = [
    ...b.slice(0, start).map((text) => ({kind: 'same', text})),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...b.slice(b.length - end).map((text) => ({kind: 'same', text})),
  ];
  return shortened(joined(words));
}

function same(one, other) {
  return one.trimEnd() === other.trimEnd();
}

/** By the longest common subsequence, where that can be had. */
function middle(a, b) {
  const gone = (text) => ({kind: 'gone', text});
  const fresh = (text) => ({kind: 'new', text});
  if (a.length * b.length > MOST) return [...a.map(gone), ...b.map(fresh)];
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] = same(a[i], b[j]) ? lengths[(i + 1) * width + j + 1] + 1
          : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
    }
  }
  const words = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (same(a[i], b[j])) {
      words.push({kind: 'same', text: b[j++]});
      i++;
    } else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) words.push(gone(a[i++]));
    else words.push(fresh(b[j++]));
  }
  return [...words, ...a.slice(i).map(gone), ...b.slice(j).map(fresh)];
}

/** Words of a kind in a row as one, with their number. */
function joined(words) {
  const parts = [];
  for (const {kind, text} of words) {
    const last = parts[parts.length - 1];
    if (last?.kind === kind) last.words.push(text);
    else parts.push({kind, words: [text]});
  }
  return parts;
}

function shortened(parts) {
  return parts.flatMap(({kind, words}, index) => {
    const before = index > 0 ? CONTEXT : 0;
    const after = index < parts.length - 1 ? CONTEXT : 0;
    if (kind !== 'same' || words.length <= before + after + 1) {
      return [{kind, text: words.join('')}];
    }
    return [
      {kind, text: words.slice(0, before).join('')}, {kind: 'left-out', text: '… '},
      {kind, text: after === 0 ? '' : words.slice(-after).join('')},
    ].filter(({text}) => text);
  });
}
