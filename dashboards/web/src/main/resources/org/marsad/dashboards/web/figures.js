// SPDX-License-Identifier: AGPL-3.0-or-later

/** What was measured of the models, asked for once. */

import {ask} from './api.js';

let asked = null;

/** The figures of /api/method. */
export function figures() {
  asked ??= ask('/api/method').catch((problem) => {
    asked = null;
    throw problem;
  });
  return asked;
}

/** Of a hundred, such as 69 for 0.689. */
function ofHundred(share) {
  return Math.round(share * 100);
}

/** The shares that say how sure a call of "hostile" is. */
export function sureness({reference}) {
  const hostile = reference.decisions.HOSTILE;
  return {
    texts: reference.texts, precision: ofHundred(hostile.precision), recall: ofHundred(hostile.recall),
    wrong: ofHundred(reference.figures['report, counter-speech or support called HOSTILE']),
  };
}
