// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the job and the index are doing, asked for as long as the page is looked at. */

import {ask} from './api.js';
import {isNobody, loadSession, session} from './session.js';

const EVERY = 5000;

/** The last answer of /api/status; null before the first, and while the server is away. */
export let status = null;
/** What the index held when it last answered; null before. */
export let holdings = null;
let isKnown = false;

/** Asks at once and then again and again; a change of `marsad:status` tells the views. */
export function followStatus() {
  refresh();
  setInterval(() => document.hidden || refresh(), EVERY);
  document.addEventListener('visibilitychange', () => document.hidden || refresh());
}

async function refresh() {
  // Before the first answer it is not known who asks.
  if (!session.way) await loadSession();
  if (isNobody()) return;
  const wasAway = isKnown && !isUp();
  status = await ask('/api/status').catch(() => null);
  holdings = status?.index ?? holdings;
  isKnown = true;
  dispatchEvent(new Event('marsad:status'));
  if (wasAway && isUp()) dispatchEvent(new Event('marsad:recovered'));
}

/** Whether the index answers. */
export function isUp() {
  return status?.index !== undefined;
}
