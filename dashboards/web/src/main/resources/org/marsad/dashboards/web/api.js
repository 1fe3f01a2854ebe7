// SPDX-License-Identifier: AGPL-3.0-or-later

/** Asks the server. A fault arrives as a `Problem`, whose words the server chose. */

class Problem extends Error {
  /**
   * @param {{status: number, title?: string, detail?: string, parameter?: string, needed?: string,
   *     faults?: string[], erased?: {reason: string, at: string}}} body
   */
  constructor(body) {
    super(body.detail ?? body.title ?? String(body.status));
    this.status = body.status;
    this.parameter = body.parameter;
    this.faults = body.faults ?? [];
    this.needed = body.needed;
    this.erased = body.erased;
  }

  /** Whether it may pass by itself: the index or the server is away. */
  get isPassing() {
    return this.status === 503 || this.status === 0;
  }
}

const ATTEMPTS = 4;

/** What the server wants to hear with everything but reading; only this page can know it. */
let proof;

export function proveWith(csrf) {
  proof = csrf;
}

/**
 * @param {string} path such as /api/search
 * @param {URLSearchParams|Object<string, string>} [parameters]
 * @param {RequestInit} [options]
 */
export async function ask(path, parameters, options = {}) {
  const query = new URLSearchParams(parameters).toString();
  let answer;
  try {
    answer = await patiently(query ? `${path}?${query}` : path, proven(options));
  } catch (fault) {
    if (fault.name === 'AbortError') throw fault;
    throw new Problem({status: 0, detail: ''});
  }
  const body = await answer.json().catch(() => ({}));
  if (answer.status === 401) dispatchEvent(new Event('marsad:stranger'));
  if (!answer.ok) throw new Problem({...body, status: answer.status});
  return body;
}

/** Reads again what was refused because much is being asked for at once, after a while. */
async function patiently(address, options) {
  for (let attempt = 1; ; attempt++) {
    const answer = await fetch(address, options);
    if (answer.status !== 429 || options.method || attempt === ATTEMPTS) return answer;
    const seconds = Number(answer.headers.get('Retry-After')) || 1;
    await new Promise((resume) => { setTimeout(resume, 1000 * seconds); });
    options.signal?.throwIfAborted();
  }
}

function proven(options) {
  return proof && options.method
    ? {...options, headers: {...options.headers, 'X-Marsad-CSRF': proof}} : options;
}

/** Changes something; `body` goes as JSON, undefined as none. */
export function send(method, path, body) {
  const json = {headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)};
  return ask(path, {}, {method, ...body === undefined ? {} : json});
}
