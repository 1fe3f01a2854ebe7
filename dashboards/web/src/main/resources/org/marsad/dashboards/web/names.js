// SPDX-License-Identifier: AGPL-3.0-or-later

/** The names of outlets and places, asked for once: people are not shown ids. */

import {ask} from './api.js';
import {language} from './i18n.js';

let known = {sources: {}, places: {}};
let asked = null;

/** Returns once names are known; without the server, ids stand for themselves. */
export async function loadNames() {
  asked ??= ask('/api/names').then((found) => {
    known = found;
  }, () => {
    asked = null;
  });
  await asked;
  return known;
}

export function sourceName(id) {
  return known.sources[id] ?? id;
}

export function placeName(id) {
  return known.places[id]?.[language] ?? id;
}
