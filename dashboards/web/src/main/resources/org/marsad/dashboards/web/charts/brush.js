// SPDX-License-Identifier: AGPL-3.0-or-later

/** Marks a range of a chart's periods: drag across it, or hold Shift with the arrow keys. */

/**
 * @param {HTMLElement} plot as `cursorPlot` makes it
 * @param {(from: number, to: number) => void} onRange called with the first and last period
 */
export function brush(plot, onRange) {
  let anchor = null;
  const cursor = () => Number(plot.getAttribute('aria-valuenow'));

  plot.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    anchor = cursor();
    // Wherever it is let go: one easily leaves the chart above or below.
    const end = new AbortController();
    addEventListener('pointerup', () => {
      end.abort();
      if (anchor !== cursor()) tell();
      anchor = null;
    }, {signal: end.signal});
    // The page was scrolled instead.
    addEventListener('pointercancel', () => {
      end.abort();
      anchor = null;
    }, {signal: end.signal});
  });
  // After the chart itself has moved its cursor: its listener came first.
  plot.addEventListener('keydown', (event) => {
    if (event.key === 'Shift') anchor ??= cursor();
    if (event.shiftKey && /^(Arrow|Page|Home|End)/.test(event.key)) tell();
  });
  plot.addEventListener('keyup', (event) => {
    if (event.key === 'Shift') anchor = null;
  });

  function tell() {
    if (anchor !== null) onRange(Math.min(anchor, cursor()), Math.max(anchor, cursor()));
  }
}

/** Shows a range in the chart, now and whenever it is drawn anew. */
export function showRange(plot, name, from, to) {
  const show = () => {
    const hits = plot.querySelectorAll('.hit');
    const mark = plot.querySelector(`.range.${name}`);
    if (!mark || !hits[from] || !hits[to]) return;
    const left = Number(hits[from].getAttribute('x'));
    mark.setAttribute('x', left);
    mark.setAttribute('width',
        Number(hits[to].getAttribute('x')) + Number(hits[to].getAttribute('width')) - left);
  };
  new MutationObserver(show).observe(plot, {childList: true});
  show();
}
