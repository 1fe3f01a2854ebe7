// SPDX-License-Identifier: AGPL-3.0-or-later

/** Who one is and what one may do; the pages show what can be done, and the server decides. */

import {ask, proveWith} from './api.js';
import {address} from './location.js';

/** Pages for whoever has no session. */
const OPEN_TO_ALL = /^\/(login|subscriptions\/(confirm|unsubscribe))$/;

/**
 * @type {{way?: 'AT_THIS_COMPUTER'|'SESSION'|'KEY', may: string[], csrf?: string,
 *     account?: {id: string, name: string, role: string, hasPassword: boolean},
 *     record?: {legalBasis: string, retentionDays: Object<string, number>}}}
 */
export let session = {may: []};
let isAnswered = false;

/**
 * Asks the server. Without an answer nobody is taken for a stranger: the index may be away, or a
 * proxy may let through the links of messages alone.
 */
export async function loadSession() {
  try {
    session = await ask('/api/session');
    isAnswered = true;
    proveWith(session.csrf);
  } catch {
    // The pages say themselves what they cannot show.
  }
}

/** @param {'READ'|'LABEL'|'ANALYSE'|'ADMINISTER'} access */
export function may(access) {
  return session.may.includes(access);
}

/** Whether there is no login, though one is needed for nearly everything. */
export function isNobody() {
  return isAnswered && !may('READ');
}

/** Whether this page needs a login that is not there. */
export function isStrange() {
  return isNobody() && !OPEN_TO_ALL.test(location.pathname);
}

/** Leaves for the login, which returns to where one is. The page is loaded anew: nothing stays. */
export function askForLogin() {
  if (OPEN_TO_ALL.test(location.pathname)) return;
  location.replace(address('/login', {next: location.pathname + location.search}));
}

/** Where to go after the login: somewhere here, whatever the address asks for. */
export function afterLogin() {
  const next = new URLSearchParams(location.search).get('next') ?? '/';
  try {
    const target = new URL(next, location.origin);
    const isOurs = next.startsWith('/') && target.origin === location.origin;
    return isOurs && target.pathname !== '/login' ? target.pathname + target.search : address('/', {});
  } catch {
    return address('/', {});
  }
}
