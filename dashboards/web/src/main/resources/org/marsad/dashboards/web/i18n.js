// SPDX-License-Identifier: AGPL-3.0-or-later

/** The page's words in its language: one catalogue per language, in `i18n/`. */

// Morocco's conventions: Western digits and the month names used there.
const LOCALES = {ar: 'ar-MA-u-nu-latn', fr: 'fr-MA', en: 'en-GB'};
/** The days of the trend are Morocco's. */
const ZONE = 'Africa/Casablanca';

export const language = document.documentElement.lang;
export const isRightToLeft = document.documentElement.dir === 'rtl';

const locale = LOCALES[language] ?? 'en-GB';
const plurals = new Intl.PluralRules(locale);
const numbers = new Intl.NumberFormat(locale);
const percents = new Intl.NumberFormat(locale, {style: 'percent', maximumFractionDigits: 1});
const days = new Intl.DateTimeFormat(locale, {dateStyle: 'medium', timeZone: 'UTC'});
const monthDays = new Intl.DateTimeFormat(locale, {day: 'numeric', month: 'short', timeZone: 'UTC'});
const months = new Intl.DateTimeFormat(locale, {month: 'short', year: 'numeric', timeZone: 'UTC'});
const moments = new Intl.DateTimeFormat(locale, {
  dateStyle: 'medium', timeStyle: 'short', timeZone: ZONE,
});
// Months in words: figures with slashes change their order within text of the other direction.
const zonedDays = new Intl.DateTimeFormat(locale, {
  day: 'numeric', month: 'short', year: 'numeric', timeZone: ZONE,
});
const shortZonedDays = new Intl.DateTimeFormat(locale, {
  day: 'numeric', month: 'short', timeZone: ZONE,
});
const isoDays = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric', month: '2-digit', day: '2-digit', timeZone: ZONE,
});
const significant = new Intl.NumberFormat(locale, {maximumSignificantDigits: 2});
const tenths = new Intl.NumberFormat(locale, {maximumFractionDigits: 1});
const relatives = new Intl.RelativeTimeFormat(locale, {numeric: 'auto'});

let messages = {};

export async function loadMessages() {
  const answer = await fetch(`/assets/i18n/${language}.json`);
  if (!answer.ok) throw new Error(`no messages for ${language}: ${answer.status}`);
  messages = await answer.json();
}

/** The message of a key, with {name} replaced. */
export function t(key, values = {}) {
  const message = messages[key];
  if (message === undefined) {
    console.error(`no message for ${key} in ${language}`);
    return key;
  }
  return message.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}

/** Values of a message that keep their own direction within it. */
export function isolated(values) {
  return Object.fromEntries(Object.entries(values).map(([name, text]) =>
    [name, `\u2068${text}\u2069`]));
}

/** The message of a count: `key.one`, `key.other` and what else the language's plural needs. */
export function plural(key, count, values = {}) {
  const form = `${key}.${plurals.select(count)}`;
  return t(form in messages ? form : `${key}.other`, {count: number(count), ...values});
}

/** The word for a coded value, such as label('stance', 'HOSTILE'); the code itself if none is known. */
export function label(kind, code) {
  return messages[`${kind}.${code}`] ?? code;
}

export function number(value) {
  return numbers.format(value);
}

/** @param {number} value 0 to 1 */
export function percent(value) {
  return percents.format(value);
}

/** @param {string} iso a day such as 2026-03-01 */
export function day(iso) {
  return days.format(new Date(`${iso}T00:00:00Z`));
}

export function shortDay(iso) {
  return monthDays.format(new Date(`${iso}T00:00:00Z`));
}

export function month(iso) {
  return months.format(new Date(`${iso}T00:00:00Z`));
}

/** @param {string} iso an instant */
export function moment(iso) {
  return moments.format(new Date(iso));
}

/** @param {string} iso an instant; its day in Morocco */
export function dayOf(iso) {
  return zonedDays.format(new Date(iso));
}

/** The same without the year, for axes. */
export function shortDayOf(iso) {
  return shortZonedDays.format(new Date(iso));
}

/** @param {number} at milliseconds; the day in Morocco, such as 2026-03-01 */
export function isoDay(at) {
  return isoDays.format(at);
}

/** A number with at most one digit after the point. */
export function decimal(value) {
  return tenths.format(value);
}

/** A number with two digits that count. */
export function small(value) {
  return significant.format(value);
}

/** "3 hours ago", "in 5 minutes". */
export function ago(iso) {
  const seconds = (new Date(iso).getTime() - Date.now()) / 1000;
  for (const [unit, size] of [['day', 86400], ['hour', 3600], ['minute', 60]]) {
    if (Math.abs(seconds) >= size) return relatives.format(Math.trunc(seconds / size), unit);
  }
  return relatives.format(Math.trunc(seconds), 'second');
}
