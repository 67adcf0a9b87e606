// Numbers and times as people read them. Times are UTC, as everywhere in Tocsin.
const DAY = 86_400_000;

export const time = (iso) => (iso ? `${iso.slice(0, 10)} ${iso.slice(11, 16)}Z` : '');
export const second = (iso) => (iso ? `${iso.slice(0, 10)} ${iso.slice(11, 19)}Z` : '');
export const decibels = (value) => `${value.toFixed(1)} dB`;

export function percent(share) {
  const value = share * 100;
  if (value > 0 && value < 0.1) return '< 0.1 %';
  return `${value >= 99 && value < 100 ? value.toFixed(1) : value >= 10 || value === 0 ? Math.round(value) : value.toFixed(1)} %`;
}

/** How far a moment is off: "in 6 h", "3 d ago". */
export function away(iso, now = Date.now()) {
  if (!iso) return '';
  const millis = Date.parse(iso) - now;
  const span = duration(Math.abs(millis));
  return millis >= 0 ? `in ${span}` : `${span} ago`;
}

export function duration(millis) {
  if (millis < 60_000) return `${Math.max(1, Math.round(millis / 1000))} s`;
  if (millis < 3_600_000) return `${Math.round(millis / 60_000)} min`;
  if (millis < 2 * DAY) return `${Math.round(millis / 3_600_000)} h`;
  return `${Math.round(millis / DAY)} d`;
}

export const words = (constant) => constant.toLowerCase().replaceAll('_', ' ');
export const count = (n, one, many = `${one}s`) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** A span of milliseconds: 12 ms, 1.4 s, 3 min. */
export const millis = (value) => (value < 1000 ? `${Math.round(value)} ms` : value < 60_000 ? `${(value / 1000).toFixed(1)} s` : duration(value));
