// SPDX-License-Identifier: AGPL-3.0-or-later

/** Why a document was judged as it was, in the reader's language. */

import {label, t} from './i18n.js';

/**
 * @param {{irrelevance?: string, stance?: string, frames: string[], voices: string[],
 *     targets: string[]}} why
 * @param {number} intensity
 * @returns {string|null} null where the judgement did not tell, as of old ones
 */
export function judgementReason(why, intensity) {
  if (why.irrelevance) return t(`irrelevance.${why.irrelevance}`);
  if (!why.stance) return null;
  const words = (kind, codes) => codes.map((code) => label(kind, code)).join(t('list.separator'));
  const parts = [
    why.frames.length === 0 ? t('reason.wording')
      : t('reason.frames', {frames: words('frame', why.frames)}),
    why.voices.length > 0 && t('reason.voices', {voices: words('voice', why.voices)}),
    why.targets.length > 0 && t('reason.targets', {targets: words('target', why.targets)}),
  ].filter((part) => part);
  const stance = label('stance', why.stance);
  return t('reason.whole', {
    stance: intensity > 0 ? t('reason.intensity', {stance, level: intensity}) : stance,
    parts: parts.join(t('reason.separator')),
  });
}
